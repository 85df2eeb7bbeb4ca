//! Everything the person wants to be reminded of, as it stands now.

use super::{Choices, Reminder, Repeats, Subject};
use crate::domain::checkup::offered_from;
use crate::domain::day::Day;
use crate::domain::goal::Goal;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::line::List;
use crate::domain::rhythm::{Rhythm, Weekdays};
use crate::domain::settings::Settings;

/// What the person's clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The date, whenever the person's day ends.
    pub day: Day,
    /// Minutes after midnight.
    pub minute: u16,
}

/// All reminders that are switched on and have a day to come, in a steady order.
#[must_use]
pub fn reminders(journal: &Journal, choices: &Choices, now: Now) -> Vec<Reminder> {
    let settings = journal.settings();
    let mut found = Vec::new();
    for (id, goal) in journal.goals() {
        if let Some(at) = goal.at
            && goal.status.is_current()
            && !is_done(journal, id, goal)
        {
            let mut reminder = new(id.as_str(), Subject::Goal, at, &settings, now);
            // In a calendar nothing may tell of the recovery parts, whatever the person chose for the rest.
            if !goal.recovery {
                reminder.words.clone_from(&goal.words);
            }
            reminder.repeats = Repeats::As(goal.rhythm);
            reminder.first = reminder.first.max(goal.made);
            reminder.rests.clone_from(&goal.rests);
            found.push(reminder);
        }
    }
    if let Some(at) = choices.meetings_at {
        for (id, line) in journal.lines(List::Appointments) {
            if let Some(day) = line.day {
                let mut reminder = new(id.as_str(), Subject::Meeting, at, &settings, now);
                reminder.words.clone_from(&line.words);
                reminder.repeats = Repeats::As(Rhythm::Once(day));
                found.push(reminder);
            }
        }
    }
    if let Some(at) = settings.review_at
        && settings.review_day != 0
    {
        let mut reminder = new("review", Subject::Review, at, &settings, now);
        let day = Weekdays::default().toggled(settings.review_day);
        reminder.repeats = Repeats::As(Rhythm::Weekdays(day));
        found.push(reminder);
    }
    if let Some(at) = settings.checkup_at {
        let last = journal.checkups().last().map(|(day, _)| *day);
        // Who has noted nothing yet is offered one a month from now.
        let first = journal.first_day().or(Some(now.day));
        if let Some(due) = offered_from(first, last, &settings) {
            let mut reminder = new("checkup", Subject::CheckUp, at, &settings, now);
            reminder.repeats = Repeats::Weeks(settings.checkup_weeks);
            reminder.first = reminder.first.max(due);
            found.push(reminder);
        }
    }
    found.retain(|reminder| reminder.dates().is_some());
    found
}

/// One for every day, from the next time of day that is to come.
fn new(key: &str, about: Subject, at: u16, settings: &Settings, now: Now) -> Reminder {
    // Whom one meets keeps to the calendar's own days.
    let by_night = about != Subject::Meeting && at < u16::from(settings.day_ends_at) * 60;
    let passed = u64::from(at <= now.minute);
    let first = now.day.after(passed).before(by_night.into());
    Reminder {
        key: key.to_owned(),
        about,
        words: String::new(),
        at,
        by_night,
        repeats: Repeats::As(Rhythm::Daily),
        first,
        last: None,
        rests: Vec::new(),
    }
}

/// Whether a thing to do once is done.
fn is_done(journal: &Journal, id: &Id, goal: &Goal) -> bool {
    let Rhythm::Once(by) = goal.rhythm else {
        return false;
    };
    let mut entries = journal.entries(goal.made, by);
    entries.any(|(_, entry, _)| entry == id)
}
