//! A link that carries something in, and the services whose links were taken in.

super::texts! {
    /// A link that carries something in, and the services whose links were taken in.
    Opening {
        plan: "A plan",
        idea: "An idea",
        theirs: "This came with a link. The words are theirs. We have not checked them.",
        nobodys: "This came with a link. Change the words as you like.",
        looked: "Nothing is kept until you tap \"Add\".",
        checked: "They last checked this on {}.",
        local: "Local help",
        local_words: "It will stand on Help, below the lines for the whole country.",
        nation: "Help will show the lines for {}.",
        goals: "Small goals",
        goals_words: "Tick the ones you want.",
        change_words: "Change the words",
        have: "You have this already.",
        have_all: "You have all of this already.",
        look_at: "Ideas they point to",
        see_demo: "See the diary of a made-up person",
        add: "Add",
        added: "Added.",
        pick_one: "Tick a goal first.",

        // Not taken
        refused: "This link does not work",
        ask: "Ask who gave it to you for a new one. Nothing was kept.",
        empty: "There is nothing in it. Open it once more from where you found it.",
        too_long: "It is far too long to be one of ours.",
        damaged: "A part of it is missing, or it was changed on its way.",
        not_ours: "It was not made for this app, or a part of it is missing.",
        newer: "It was made for a newer version of this app. Open the app again, then the link.",
        too_much: "It has more in it than a link may have.",
        no_name: "It does not say who it is from.",
        markup: "Its words have code in them.",
        hidden: "Its words have hidden letters in them, or letters of two alphabets in one word.",
        page: "It leads to a web page in a way that is not safe.",
        number: "It has a phone number that is not right for the UK.",
        premium: "It has a phone number that costs a lot to call.",
        imitates: "A name or a number in it is nearly that of a national help line.",

        // Services
        services: "Services you added",
        no_services: "There are none.",
        on_help: "Their local help stands on Help. Goals you took from them stay when you remove them.",
        added_on: "You added this on {}.",
        remove: "Remove",
        remove_name: "Remove {}",
        not_shown: "We do not show this contact. {}",
        not_told: "We do not show what it says. {}",
        not_shown_service: "A service you added is not shown here, because it may mislead.",
        misleading: "A service in it is not added. Its name, a number or a page may mislead.",
    }
}
