//! What holds of every journal that came to be by commands.

use crate::domain::change::{Body, Key};
use crate::domain::checkup::CheckUp;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::review::Review;

/// Whether everything in a journal is as the commands promise on this day.
pub(crate) fn is_sound(journal: &Journal, today: Day) -> bool {
    journal
        .rows
        .iter()
        .all(|(key, row)| match (key, &row.body) {
            (_, None) | (Key::Mood(_), Some(Body::Mood(_))) => true,
            (Key::Entry(day, _), Some(Body::Entry(entry))) => {
                *day <= today
                    && !entry.ways.is_empty()
                    && entry.words.as_deref() != Some("")
                    && entry.amount.is_none_or(|amount| amount > 0)
            }
            (Key::Goal(_), Some(Body::Goal(goal))) => {
                !goal.words.is_empty() && !goal.ways.is_empty() && goal.rhythm.is_complete()
            }
            (Key::Milestone(_), Some(Body::Milestone(milestone))) => {
                !milestone.words.is_empty() && milestone.note.as_deref() != Some("")
            }
            (Key::Idea(_), Some(Body::Idea(idea))) => !idea.words.is_empty(),
            (Key::Note(_), Some(Body::Note(note))) => !note.text.is_empty(),
            (Key::CheckUp(_), Some(Body::CheckUp(checkup))) => *checkup != CheckUp::default(),
            (Key::Line(_), Some(Body::Line(line))) => !line.words.is_empty(),
            (Key::Review(_), Some(Body::Review(review))) => *review != Review::default(),
            (Key::Service(_), Some(Body::Service(service))) => !service.name.is_empty(),
            (Key::Start(_), Some(Body::Start(start))) => {
                !start.label.is_empty()
                    && start.since <= today
                    && start.until.is_none_or(|until| until >= start.since)
            }
            (Key::Settings, Some(Body::Settings(settings))) => {
                **settings == (**settings).clone().bounded()
            }
            _ => false,
        })
}
