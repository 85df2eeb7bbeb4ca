//! Strengths, the plan for hard days, appointments, and kinds of support.

super::texts! {
    /// Strengths, the plan for hard days, appointments, and kinds of support.
    Plans {
        strengths: "What I already have",
    }
}
