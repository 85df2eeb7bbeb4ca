//! Check-ups.

super::texts! {
    /// Check-ups.
    CheckUps {
        title: "Check-up",
    }
}
