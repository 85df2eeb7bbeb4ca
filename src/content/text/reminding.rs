//! Reminders by the person's own calendar.

super::texts! {
    /// Reminders by the person's own calendar.
    Reminding {
        intro: "Your own calendar can remind you. This app makes a file for it.",
        how: "How it works",
        how_choose: "Turn on what you like, and pick a time.",
        how_save: "Save the calendar file, and open it. Your calendar then takes it in.",
        how_again: "When you change something here, save the file and open it again. It takes the place of the old one.",
        how_double: "Some calendars keep the old ones as well. You can delete those there.",
        how_private: "The file is made on this device. Anyone who can see your calendar can see what is in it.",

        // What to be reminded of
        goals: "Goals",
        no_goals: "You have no goals right now.",
        weekly: "For so many times a week, you get that many reminders. Any day is fine for the goal itself.",
        paused: "It is paused now.",
        other: "More",
        meetings: "Meetings",
        meetings_hint: "On the day of each one in \"Next time\".",
        review: "The weekly review",
        review_hint: "On the day you picked for it.",
        checkup: "Check-ups",
        checkup_hint: "Every {} weeks.",
        time_for: "Time for: {}",
        on: "The reminder is on. Save the file to use it.",
        off: "The reminder is off. Save the file again.",
        time_kept: "The time is kept. Save the file to use it.",

        // The icon
        icon: "The app's icon",
        badge: "A dot on the icon",
        badge_hint: "While something is left for today. It works once the app is on your home screen.",

        // What the calendar shows
        shows: "What your calendar shows",
        shows_hint: "Words that tell nothing, such as \"Something for today\".",
        own_words: "Use my own words",
        own_words_hint: "Goals of the extra parts keep the plain words.",
        for_goal: "Something for today",
        for_meeting: "Something planned today",
        for_review: "A look back at the week",
        for_checkup: "A few minutes for me",
        no_more: "No more reminders",

        // The file
        file: "The calendar file",
        none_on: "Turn on a reminder first.",
        not_yet: "No calendar file saved yet.",
        stale: "You changed something since the last file. Save it again.",
        up_to_date: "The last file has all of this.",
        save: "Save the calendar file",
        saved: "The file is with your browser now. Open it from your downloads.",
    }
}
