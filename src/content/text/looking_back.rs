//! Looking back over years, finding what was noted, and the weekly review.

super::texts! {
    /// Looking back over years, finding what was noted, and the weekly review.
    LookingBack {
        // A year
        views: "How much to look at",
        more_views: "More to look at",
        year: "Year",
        month_counts: "{}: {}",
        day_one: "1 day with something in it",
        day_many: "{} days with something in them",
        month_nothing: "nothing noted",
        year_words: "Each small flower is a day. Tap a month to open it.",
        in_time: "What happened",
        nothing_in_time: "Milestones, check-ups and weekly reviews will stand here.",
        a_review: "Weekly review",

        // Ways over time
        over_time: "Each way over time",
        over_time_words: "Counts of days, and no more than that. No number here is better than another.",
        last_days: "Days",
        on_of_last: "You {} on {} of the last {} days.",
        by_month: "Days in each month",
        month: "Month",

        // Finding
        find: "Find what I noted",
        find_words: "Which words?",
        find_hint: "Looks in what you did, notes, milestones and reviews.",
        found_none: "Nothing found with these words.",
        found_one: "1 found",
        found_many: "{} found",
        show_more: "Show more",
        a_note: "Note",
        a_milestone: "Milestone",

        // How days were
        how_days_were: "How my days were",
        ask_mood: "How was today?",
        ask_mood_hint: "A word for the day, beside the note.",
        asked: "Ask me on Today",
        not_asked: "Do not ask",

        // Weekly review
        review_on: "Offer a weekly review on",
        review_hint: "It takes about two minutes. You can skip any part.",
        never: "No day",
        review_title: "The week of {}",
        went_well: "What went well?",
        went_well_hint: "Anything counts, however small.",
        each_goal: "Each goal: keep it, change it, or let it go",
        no_goals: "There were no goals this week. That is fine.",
        on_no_day: "Not this week. That is fine.",
        on_one_day: "On 1 day this week.",
        on_days: "On {} days this week.",
        change: "Change",
        smaller: "Make smaller",
        change_name: "Change: {}",
        smaller_name: "Make smaller: {}",
        drop_name: "Let it go: {}",
        keeping: "It stays as it is unless you choose something else.",
        next_week: "Which goals for next week?",
        next_week_hint: "Pick one to three. Fewer is fine.",
        next_too_many: "Pick three at most.",
        done: "Done",
        review_kept: "Review kept.",
        to_review: "Weekly review",

        // In a session
        together_back: "Look back together",
        together_plan: "Plan together",
        together_words: "Large words, to show to someone beside you. Notes are not shown.",
        show_words: "Large words, to show to someone beside you.",
        turn_round: "Turn it round",
        my_week: "My week",
        next_goals: "My goals for the week",
        no_next: "One small goal is plenty.",
        nothing_this_week: "A quiet week. That is fine.",
        five_ways: "The five ways",
        the_session: "The session",
        to_know: "Good to know",
        next_step: "Next step",
    }
}
