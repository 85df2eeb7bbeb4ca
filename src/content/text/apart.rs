//! What is said about diaries apart: the made-up people, and using the app without saving.

super::texts! {
    /// Words of diaries apart.
    Apart {
        people: "Six made-up people",
        people_intro: "Six weeks each. You can tap, tick and change anything. Nothing is kept, and your own diary is not touched.",
        start_own: "Start my own",
        start_own_hint: "Your own diary is apart from these. It stays on this device.",
        unsaved_intro: "For a phone, tablet or computer that is not yours. What you note is kept only while the page is open.",
        unsaved_gone: "Close the page, and it is gone. Load it again, and it is gone too.",
        unsaved_kept: "Before you close it, you can print it or send it. You can save a copy for your own phone too.",
        unsaved_files: "Look in the downloads of this device too. A file that you save there stays there.",
        unsaved_start: "Start without saving",
        unsaved_now: "You are using the app without saving.",
        example_clears: "If you see a made-up person now, what you added goes.",
        clear_and_see: "Clear and see the person",
        take_with_me: "Take it with me",
        end: "Clear and end",
    }
}
