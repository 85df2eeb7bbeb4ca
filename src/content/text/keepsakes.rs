//! Milestones beside the everyday: celebrations, cards, groups.

super::texts! {
    /// Milestones beside the everyday: celebrations, cards, groups.
    Keepsakes {
        proud: "What I am proud of",
    }
}
