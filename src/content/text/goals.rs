//! What a goal may have beside its words, its Ways and its rhythm.

super::texts! {
    /// What a goal may have beside its words, its Ways and its rhythm.
    Goals {
        // Details
        add_more: "Add more",
        amount: "How much?",
        amount_hint: "A number, such as 2 or 2.5. Leave it empty to tick the goal instead.",
        unit: "Of what?",
        unit_hint: "Such as km, pages or minutes.",
        with: "Who with?",
        with_hint: "A first name or initials will do.",
        when: "If this gets in the way …",
        when_hint: "Such as: it rains.",
        then: "… then I will",
        then_hint: "Such as: walk round the shops.",
        sure: "How sure are you that you can do it?",
        sure_low: "0 is not sure at all",
        sure_high: "10 is very sure",
        not_said: "Rather not say",
        smaller: "Would a smaller goal feel better? You can change the words, or do it on fewer days.",
        make_smaller: "Make it smaller",

        // What is said of a goal in few words
        resting: "Resting",
        resting_until: "Resting until {}",
        steps_done: "{} of {} steps done",

        // Steps
        steps: "Small steps",
        steps_hint: "Only if you want to. Each one can be very small.",
        add_step: "Add a step",
        a_step: "A step",
        step_added: "Step added.",
        step_ticked: "Step done.",
        step_unticked: "Tick taken away.",
        take_step: "Take it away: {}",

        // Rest
        rest: "A rest from this goal",
        rest_words: "Days of rest do not count, and they break nothing.",
        rest_from: "First day of rest",
        rest_to: "Last day of rest",
        rest_to_hint: "Leave it empty to rest until you take it up again.",
        rest_now: "Let it rest",
        rests_now: "It rests.",
        save_calendar_again: "It rests. Save the calendar file again, so that it does not remind you.",
        save_calendar_ended: "{} Save the calendar file again, so that it does not remind you.",
        save_calendar_up: "Taken up again. Save the calendar file again, so that it reminds you.",
        rest_on: "{} to {}",
        rest_open: "From {}",
        take_rest: "Take it away: {}",

        // Order
        order: "Put goals in order",
        order_hint: "Use the buttons, or drag a goal to its place.",
    }
}
