//! Start dates, lapses and the person's own word.

super::texts! {
    /// Start dates, lapses and the person's own word.
    Starts {
        title: "Start dates",
    }
}
