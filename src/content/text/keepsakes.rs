//! Milestones beside the everyday: celebrations, cards, groups.

super::texts! {
    /// Milestones beside the everyday: celebrations, cards, groups.
    Keepsakes {
        // Proud
        proud: "What I am proud of",
        proud_of_this: "I am proud of this",
        proud_now: "Kept with what you are proud of.",
        proud_no_more: "Taken from the list.",
        none_proud: "Nothing here yet. Open a milestone and tick \"I am proud of this\".",

        // Reached
        done: "Done",
        make_card: "Make a card to keep",
        tell: "Tell someone?",
        tell_words: "Only if you want to. Pick someone who will be glad with you.",
        tell_how: "You could ring them, or say it when you meet.",
        share_words: "Share these words",

        // The bank
        arrange: "Order and hidden groups",
        matters: "What matters to me",
        matters_none: "None of these",
        connection: "People",
        hope: "Hope",
        identity: "Who I am",
        meaning: "What matters",
        empowerment: "My own say",
        for_this_part: "More for this part of life",
        touches: "It touches",
        can_reword: "You can change the words.",
        hide: "Do not show this one again",
        hidden: "Hidden.",

        // Order of the groups
        order: "Order of the groups",
        order_hint: "Put first what you want to see first. What is not ticked stays out of sight.",
        move_up: "Move up",
        move_down: "Move down",
        move_up_name: "Move up: {}",
        move_down_name: "Move down: {}",
        moved: "{} is now number {}.",
        shown: "Shown",
        a_to_z: "Back to A to Z",
        a_to_z_done: "The groups go from A to Z.",
        hidden_milestones: "Hidden milestones",
        show_again: "Show again",
        show_again_name: "Show again: {}",

        // A card to keep
        card: "A card to keep",
        card_hint: "It is made on this device. Nothing is sent.",
        card_shows: "What it shows",
        card_words: "The words",
        card_date: "The date",
        card_flower: "The flower",
        card_note: "My private note",
        card_name: "A name or initials",
        card_name_hint: "You can leave this empty. It is not kept.",
        card_discreet: "The words are left off at first. Others may see a card.",
        card_label: "The card",
        save_picture: "Save as a picture",
        share_picture: "Share",
        print: "Print",
        picture_made: "The picture is with your browser now.",
        picture_failed: "This browser could not make the picture. You could print it.",
        not_shared: "It could not be shared from here.",
    }
}
