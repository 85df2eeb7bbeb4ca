//! What a service can hang up or hand out.

super::texts! {
    /// What a service can hang up or hand out.
    Handouts {
        poster: "Poster",
        rooms: "Poster with strips",
        leaflet: "Leaflet to fold",
        card: "An idea on a card",
        hint: "Print one, and try the code with a phone before you print more.",
        file_poster: "Poster",
        file_leaflet: "Leaflet",

        // On all of them
        title: "Small things, day by day",
        scan: "Point your phone's camera here.",
        or_type: "Or type",
        from: "From {}",
        connect: "Say hello to someone.",
        active: "Move in a way that suits you.",
        notice: "Look up. What is there?",
        learn: "Try something new.",
        give: "Do a small kind thing.",
        free: "Free. No sign-up. No name.",
        stays: "What you note stays on your phone.",

        // The poster with strips
        your_own: "Your own notes. Nobody else's.",
        any_day: "Good days, hard days, days in between. Note one small thing, or nothing.",
        nobody_sees: "Nobody here can see what you write.",
        now: "If someone is in danger, call 999. To talk, day or night: Samaritans, 116 123, free.",

        // The leaflet
        what: "What it is",
        what_words: "A diary for your own wellbeing. You pick small goals and tick what you did. It shows what helped.",
        how: "How to open it",
        how_scan: "Point your phone's camera at the code, or type the address.",
        how_home: "Add it to your home screen and open it there once. Then it works with no network.",
        keep: "How to keep a copy",
        keep_words: "Go to More, then What is kept on this device. Save a copy now and then. A new phone can open it.",
        private: "What stays private",
        private_words: "All you write stays on your phone. There is no account. We cannot see it, and nobody is told.",
        leave: "Tap Leave to go to another page at once.",
        fold: "Fold along the dots.",
    }
}
