//! Check-ups.

super::texts! {
    /// Check-ups.
    CheckUps {
        title: "Check-up",
        intro: "A few short questions about how things are. You can skip any of them.",
        start: "Start a check-up",
        go_on_today: "Go on with today's",

        // How often
        how_often: "How often to offer one",
        how_often_hint: "When this is off, none is offered. You can still do one here.",
        every_weeks: "Every {} weeks",
        off: "Off",

        // The four parts
        part_of: "{}, part {} of 4",
        part: "Part {}",
        feelings: "Four questions",
        my_life: "Parts of my life",
        in_words: "In my own words",
        support: "More support",
        go_on: "Go on",
        done: "Done",
        skip_part: "Skip this part",
        skip_one: "Skip this one",
        kept: "Kept.",
        remove: "Take this check-up away",

        // Numbers
        end: "{} is {}",
        other_way: "This one runs the other way: a high number means more anxious.",

        // Resources
        how_now: "How is this for you right now?",
        place: "Where I live",
        learning: "Learning",
        work: "Work or how I spend my days",
        people: "Family and people",
        community: "Community and belonging",
        health: "Health and wellbeing",
        really_hard: "Really hard",
        hard: "Hard",
        between: "In between",
        okay: "OK",
        good: "Good",
        not_for_me: "Not for me",
        last_time: "Last time: {}",
        last_time_on: "Last time, on {}: {}",
        do_something: "Would you like to do something about this?",

        // Sentences
        words_hint: "Write a lot, a little, or nothing.",
        helped: "What helped",
        hindered: "What got in the way",
        next: "What I want next",

        // Support
        no: "No",
        maybe: "Maybe",
        yes: "Yes",
        yes_today: "Yes, today",
        talk_now: "You can talk to someone now",
        more_help: "See all help",
        kinds: "See kinds of support",

        // The question of the month
        monthly: "A question for {}",
        monthly_hint: "Only if you want to. One line is plenty.",
        keep: "Keep this",
        months: "Month by month",

        // Over time
        line_of: "A line of {} answers, from 0 to 10. The table has each one.",
        first_and_latest: "First: {}, on {}. Latest: {}, on {}.",
        on_day: "{}: {}",
        answer: "Answer",
        each: "Each check-up",
    }
}
