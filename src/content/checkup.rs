//! The words of the check-up that are not ours to change, and those that safety.md fixes.
//!
//! The introduction and the four questions are the personal well-being questions of the Office for National Statistics,
//! as they are: the tests pin every byte. A translation takes the official wording in that language, if there is one.

use crate::domain::checkup::{Chime, QUESTIONS as COUNT};

/// What is said before the four questions.
pub const INTRODUCTION: &str = "Next I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I'd like you to give an answer on a scale of 0 to 10, where 0 is \"not at all\" and 10 is \"completely\".";

/// The four questions, in their order.
pub const QUESTIONS: [&str; COUNT] = [
    "Overall, how satisfied are you with your life nowadays?",
    "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
    "Overall, how happy did you feel yesterday?",
    "On a scale where 0 is \"not at all anxious\" and 10 is \"completely anxious\", overall, how anxious did you feel yesterday?",
];

/// What 0 and 10 mean for each question. The fourth runs the other way, so its ends say so.
pub const ENDS: [(&str, &str); COUNT] = [
    ("not at all", "completely"),
    ("not at all", "completely"),
    ("not at all", "completely"),
    ("not at all anxious", "completely anxious"),
];

/// Thanks for the questions.
pub const CREDIT: &str = "Personal well-being questions: Office for National Statistics, licensed under the Open Government Licence v3.0.";

/// The question of the last part.
pub const SUPPORT_QUESTION: &str = "Would more support be good right now?";

/// What stands with it, whatever the answer.
pub const SUPPORT: &str = "You can go back to a service at any time. You do not have to wait until it gets worse. A check-up with a person is better: ask your service for one.";

/// The question that is asked once a month: each in turn, and no answer is ever scored.
#[must_use]
pub fn monthly(chime: Chime) -> &'static str {
    match chime {
        Chime::Connection => "Who did you feel close to?",
        Chime::Hope => "What gave you hope?",
        Chime::Identity => "When did you feel most like yourself?",
        Chime::Meaning => "What felt worth doing?",
        Chime::Empowerment => "What did you decide for yourself?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_introduction_is_word_for_word() {
        assert_eq!(
            INTRODUCTION,
            r#"Next I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I'd like you to give an answer on a scale of 0 to 10, where 0 is "not at all" and 10 is "completely"."#
        );
    }

    #[test]
    fn the_four_questions_are_word_for_word() {
        let [satisfied, worthwhile, happy, anxious] = QUESTIONS;
        assert_eq!(
            satisfied,
            "Overall, how satisfied are you with your life nowadays?"
        );
        assert_eq!(
            worthwhile,
            "Overall, to what extent do you feel that the things you do in your life are worthwhile?"
        );
        assert_eq!(happy, "Overall, how happy did you feel yesterday?");
        assert_eq!(
            anxious,
            r#"On a scale where 0 is "not at all anxious" and 10 is "completely anxious", overall, how anxious did you feel yesterday?"#
        );
    }

    #[test]
    fn the_ends_are_those_of_the_wording() {
        for ends in &ENDS[..3] {
            assert_eq!(*ends, ("not at all", "completely"));
        }
        assert_eq!(ENDS[3], ("not at all anxious", "completely anxious"));
    }

    #[test]
    fn the_credit_is_word_for_word() {
        assert_eq!(
            CREDIT,
            "Personal well-being questions: Office for National Statistics, licensed under the Open Government Licence v3.0."
        );
    }

    #[test]
    fn the_last_part_is_word_for_word() {
        assert_eq!(SUPPORT_QUESTION, "Would more support be good right now?");
        assert_eq!(
            SUPPORT,
            "You can go back to a service at any time. You do not have to wait until it gets worse. A check-up with a person is better: ask your service for one."
        );
    }

    #[test]
    fn the_monthly_questions_are_word_for_word() {
        let expected = [
            "Who did you feel close to?",
            "What gave you hope?",
            "When did you feel most like yourself?",
            "What felt worth doing?",
            "What did you decide for yourself?",
        ];
        assert_eq!(Chime::ALL.map(monthly), expected);
    }
}
