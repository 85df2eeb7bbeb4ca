//! Strengths, the plan for hard days, appointments, and kinds of support.

super::texts! {
    /// Strengths, the plan for hard days, appointments, and kinds of support.
    Plans {
        // A list of lines
        add_line: "Add a line",
        add: "Add",
        for_list: "for {}",
        a_line: "A line of mine",
        the_words: "The words",
        first_name: "First name or initials",
        phone_number: "Phone number",
        number_hint: "Only if you want to.",
        who_when_where: "Who, when and where?",
        which_day: "Which day?",

        // Strengths
        strengths: "What I already have",
        strengths_words: "Big or small, it all counts. There is no list to fill.",
        people: "People",
        people_hint: "Such as a friend who texts back, a neighbour, a group.",
        place: "A place and money",
        place_hint: "Such as a bed of my own, a bus pass, a little saved.",
        skills: "Skills, work and health",
        skills_hint: "Such as cooking, a course I did, sleeping well.",
        belonging: "What I belong to and believe in",
        belonging_hint: "Such as my faith, my team, music, where I come from.",
        to_ideas: "Ideas that build on these",

        // The plan for hard days
        plan_words: "Fill in what you like, when you feel steady. It is here when you want it.",
        call: "People to call",
        call_hint: "People who said you can ring them.",
        signs: "My signs",
        signs_hint: "How I can tell that a hard day is coming. Such as bad sleep, or staying in.",
        helps: "What helps",
        helps_hint: "Such as a walk, music, a hot drink, someone beside me.",
        safe_places: "Safe places",
        safe_places_hint: "Such as a friend's sofa, the library, the park.",
        reasons: "My reasons",
        reasons_hint: "What I keep going for.",
        late: "It's late and I'm alone",
        print: "Print",
        print_hint: "Only the plan is printed.",
        print_title: "My plan",

        // Worker and appointments
        worker: "My worker and appointments",
        appointments: "Next time",
        appointments_hint: "A first name or initials will do. Such as: Sam, half past two, at the hub.",
        past_appointments: "Earlier appointments",
        say: "Three things I want to say",
        say_hint: "Three is plenty, but you can write more.",

        // Kinds of support
        support: "Kinds of support",
        support_words: "They stand in the order of the alphabet. None is the best one for everyone.",
        meeting: "A meeting with my worker",
        entitled: "Getting help: you are entitled",
        to_read: "To read",
        tried: "I tried this",
        family: "Family support",
        caring: "I care for someone",
        caring_milestones: "Milestones for families and carers",
        caring_ideas: "Ideas for carers",
        can_ask: "What I can ask for",
    }
}
