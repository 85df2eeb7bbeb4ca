//! What can be printed, and the words on paper.

super::texts! {
    /// What can be printed, and the words on paper.
    Printing {
        // The list
        title: "Print",
        intro: "Paper to keep, or to give to someone. It is made on this device.",
        week: "My week",
        week_hint: "What you did, day by day.",
        blank_week: "A blank week",
        blank_week_hint: "To fill in by pen. Nothing of yours is on it.",
        goal: "A goal on a card",
        goal_hint: "With places to tick. To cut out.",
        milestones: "My milestones",
        milestones_hint: "What you reached, with your dates.",
        numbers: "My people and numbers",
        numbers_hint: "A small card to fold, for a wallet.",
        session: "A sheet to fill in together",
        session_hint: "For you and someone who works with you. About 20 minutes.",
        all_large: "Each of these can be large print.",

        // The choices
        shows: "On paper",
        sheet: "The sheet",
        notes: "Show my notes",
        private: "Show private ones too",
        private_hint: "Some are left off at first. Others may see a sheet.",
        large: "Large print",
        near: "Look closer",
        print: "Print this sheet",
        which_goal: "Which goal?",
        blank_card: "A blank card",
        how_many: "How many on a page?",
        two: "Two",
        four: "Four",
        no_people: "Add people to your plan, and they will stand here too.",
        nation_hint: "Then only the numbers of your nation are printed.",
        no_dialogue: "If nothing opens, look for Print in your browser's menu.",
        nothing_else: "Only the sheet is printed.",

        // The names that a browser gives to the paper
        file_week: "My week",
        file_notes: "Notes",

        // On paper: a week
        from_to: "{} to {}",
        did: "What I did",
        my_goals: "My goals",
        done_once: "Done on 1 day",
        done_on: "Done on {} days",
        petals: "The petals, from the top and then to the right: {}.",
        week_of: "Week of",
        good_day: "A day with one is a good day.",

        // A goal
        i_will: "I will",
        if_plan: "If",
        then_plan: "then",
        with: "With",
        done: "Done",

        // Milestones
        reached: "What I reached",
        what: "What",
        when: "When",

        // People and numbers
        my_people: "My people",
        anyone: "Someone to talk to",
        cut_fold: "Cut along the dashes. Fold along the dots.",
        cut: "Cut along the dashes.",

        // The sheet to fill in together
        together: "A week that fits me",
        together_hint: "This sheet is yours. Write as little as you like.",
        already: "Which of these five is already in my week?",
        small_goal: "One small goal",
        small_goal_hint: "What, when, and how often?",
        in_the_way: "What may get in the way?",
        come_along: "Who could come along?",
        next_time: "Next time",
        next_time_hint: "Which day, what time, and where?",

        // The guide for workers
        guide: "A guide for workers",
    }
}
