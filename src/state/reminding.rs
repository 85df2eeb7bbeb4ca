//! Reminders: what is chosen, and the file for the person's own calendar.

use super::App;
use super::device::random;
use crate::content::text::reminding;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::reminder::{Choices, Now, Reminder, Subject, reminders};
use crate::exchange::calendar::{self, File};
use crate::platform::{clock, files};
use leptos::prelude::*;

pub use crate::platform::files::FileError;

/// How the last file stands to what is wanted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastFile {
    /// None was saved.
    NotYet,
    /// It has all of it.
    UpToDate,
    /// Something was changed since.
    Stale,
}

impl App {
    /// What the person chose for reminders.
    #[must_use]
    pub fn reminder_choices(self) -> Choices {
        Choices::read(&self.journal.with(Journal::settings).calendar)
    }

    /// Keeps another choice.
    pub fn choose_reminders(self, change: impl FnOnce(&mut Choices)) {
        let mut choices = untrack(|| self.reminder_choices());
        change(&mut choices);
        self.set(|settings| settings.calendar = choices.lines());
    }

    /// How the last file stands to what is wanted now, and whether anything is.
    #[must_use]
    pub fn last_file(self) -> (LastFile, bool) {
        let choices = self.reminder_choices();
        let now = now();
        let wanted = self
            .journal
            .with(|journal| reminders(journal, &choices, now));
        let stands = if choices.name.is_none() {
            LastFile::NotYet
        } else if choices.is_stale(&wanted, now.day, |reminder| say(reminder, &choices)) {
            LastFile::Stale
        } else {
            LastFile::UpToDate
        };
        (stands, !wanted.is_empty())
    }

    /// Hands the calendar file, under a neutral name, to the browser to be saved.
    ///
    /// # Errors
    /// When it could not be made; nothing is noted then.
    pub fn save_calendar(self) -> Result<(), FileError> {
        let mut settings = self.journal.with_untracked(Journal::settings);
        let mut choices = Choices::read(&settings.calendar);
        let now = now();
        let wanted = self
            .journal
            .with_untracked(|journal| reminders(journal, &choices, now));
        let name = choices
            .name
            .get_or_insert_with(|| Id::new(0, random()).to_string())
            .clone();
        let number = settings.calendar_saves.saturating_add(1);
        let file = File {
            reminders: &wanted,
            taken_back: &choices.taken_back(&wanted, now.day),
            name: &name,
            number,
            made_ms: clock::now_ms(),
            today: now.day,
            no_more: reminding().no_more,
        };
        let text = calendar::write(&file, &|reminder| say(reminder, &choices));
        let file_name = ["calendar-", &now.day.to_string(), ".ics"].concat();
        files::save(&file_name, "text/calendar", &text)?;
        let said = choices.clone();
        choices.note(&wanted, now.day, |reminder| say(reminder, &said));
        settings.calendar_saves = number;
        settings.calendar = choices.lines();
        self.set_all(settings);
        Ok(())
    }
}

/// What the calendar says of a reminder: words that tell nothing, unless the person wants their own.
fn say(reminder: &Reminder, choices: &Choices) -> String {
    let r = reminding();
    if choices.own_words && !reminder.words.is_empty() {
        return reminder.words.clone();
    }
    match reminder.about {
        Subject::Goal => r.for_goal,
        Subject::Meeting => r.for_meeting,
        Subject::Review => r.for_review,
        Subject::CheckUp => r.for_checkup,
    }
    .to_owned()
}

/// What the person's clock shows; a broken one shows the first day of all.
fn now() -> Now {
    let time = clock::local_time();
    Now {
        day: Day::new(time.year, time.month, time.day).unwrap_or(Day::FIRST),
        minute: u16::try_from(time.hour * 60 + time.minute).unwrap_or(0),
    }
}
