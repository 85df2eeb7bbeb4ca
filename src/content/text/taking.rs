//! Taking what is here to another place.

super::texts! {
    /// Taking what is here to another place.
    Taking {
        intro: "What is here is yours. You can take it with you in three ways.",
        anyone: "Anyone who has one of these files can read it.",
        parts_off: "Parts that are off are not in it.",
        to_copy: "For a new phone, or to get it all back, save a copy instead.",

        // A table
        table: "A table of everything",
        table_words: "For a spreadsheet. Each line is one thing you noted, with its date.",
        save_table: "Save the table",

        // Loop
        for_loop: "Your goals for the app Loop",
        for_loop_words: "Loop is a free app for Android. Its \"Import data\" can read this file. It holds your goals, and the days you ticked them.",
        save_loop: "Save the file for Loop",
        no_ticks: "No goal is ticked yet. So there is nothing for this file.",
        saved: "The file is with your browser now. Look in your downloads.",

        // A message
        message: "A few lines for a message",
        message_words: "For someone you trust. You pick what is in it.",
        from_when: "From when?",
        last_week: "The last 7 days",
        last_month: "The last 30 days",
        ever: "All of it",
        what: "What is in it?",
        days: "Days with something in them",
        ways: "Each Way",
        milestones: "Milestones",
        goals: "Goals I keep",
        notes: "My notes",
        preview: "This is what it says",
        share: "Share these lines",
        copy: "Copy the lines",
        save: "Save the lines",
        copied: "The lines are copied. Paste them where you like.",
        not_copied: "This browser could not copy it. Select it, and copy it by hand.",

        // In the message
        title: "From {} to {}",
        way_one: "{}: 1 day",
        way_many: "{}: {} days",
        reached: "What I reached",
        my_goals: "My goals",
        my_notes: "My notes",
    }
}
