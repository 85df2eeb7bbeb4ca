//! Start dates, and the four things that can be done when something changed. None of them takes time away.

use super::{Outcome, Refusal, not_future, optional_note};
use crate::domain::about::About;
use crate::domain::change::{Body, Changed, Key};
use crate::domain::day::Day;
use crate::domain::entry::Note;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::start_date::{Markers, StartDate, Unit};
use crate::domain::words;

/// What a person typed and chose for a start date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartDraft {
    /// The words.
    pub label: String,
    /// The first day.
    pub since: Day,
    /// How time is shown.
    pub unit: Unit,
    /// The markers that are switched on.
    pub markers: Markers,
    /// The answer to the optional question.
    pub about: About,
}

impl Journal {
    /// Makes a start date.
    ///
    /// # Errors
    /// When words are missing or too long, or the day is still to come.
    pub fn make_start(&self, draft: &StartDraft, today: Day, random: u64) -> Outcome {
        let start = start_from(draft, None, today)?;
        Ok(self.put_start(self.new_start_id(random), start))
    }

    /// Changes a start date. What else is kept of it stays.
    ///
    /// # Errors
    /// As [`Journal::make_start`], and when it is gone.
    pub fn change_start(&self, id: &Id, draft: &StartDraft, today: Day) -> Outcome {
        let old = self.start(id).ok_or(Refusal::NotThere)?;
        let start = start_from(draft, Some(old), today)?;
        Ok(self.put_start(id.clone(), start))
    }

    /// Ends a start date as a chapter of the story, and makes a new one like it.
    ///
    /// # Errors
    /// When it is gone, or the new day is still to come or before the old one.
    pub fn start_again(&self, id: &Id, since: Day, today: Day, random: u64) -> Outcome {
        not_future(since, today)?;
        let mut chapter = self.start(id).ok_or(Refusal::NotThere)?.clone();
        if since < chapter.since {
            return Err(Refusal::BeforeStart);
        }
        // Counting and markers are opt-in for each date: the new one shows none until the person wants it.
        let new = StartDate {
            since,
            unit: Unit::Hidden,
            markers: Markers::default(),
            paused: None,
            hidden: false,
            until: None,
            ..chapter.clone()
        };
        chapter.until = Some(since);
        chapter.paused = None;
        let mut changed = self.put_start(id.clone(), chapter);
        changed
            .0
            .extend(self.put_start(self.new_start_id(random), new).0);
        Ok(changed)
    }

    /// Lets the counter rest since a day, or go on (`None`).
    ///
    /// # Errors
    /// When it is gone.
    pub fn pause_start(&self, id: &Id, since: Option<Day>) -> Outcome {
        let mut start = self.start(id).ok_or(Refusal::NotThere)?.clone();
        start.paused = since;
        Ok(self.put_start(id.clone(), start))
    }

    /// Puts it out of sight, or shows it again.
    ///
    /// # Errors
    /// When it is gone.
    pub fn hide_start(&self, id: &Id, hidden: bool) -> Outcome {
        let mut start = self.start(id).ok_or(Refusal::NotThere)?.clone();
        start.hidden = hidden;
        Ok(self.put_start(id.clone(), start))
    }

    /// Adds a note to a start date.
    ///
    /// # Errors
    /// When nothing was typed, it is too long, or the start date is gone.
    pub fn note_start(&self, id: &Id, typed: &str, today: Day, random: u64) -> Outcome {
        self.start(id).ok_or(Refusal::NotThere)?;
        let text = words::note(typed).map_err(Refusal::Note)?;
        let order = Id::new(self.notes_ever(id), random);
        let name = [id.as_str(), ".", order.as_str()].concat();
        let note = Id::parse(&name).ok_or(Refusal::NotThere)?;
        let body = Body::Note(Note { day: today, text });
        Ok(self.one(Key::Note(note), Some(body)))
    }

    /// Changes a note of a start date; an empty one is taken away.
    ///
    /// # Errors
    /// When it is too long or gone.
    pub fn change_note(&self, id: &Id, typed: &str) -> Outcome {
        let day = self.note(id).ok_or(Refusal::NotThere)?.day;
        let note = optional_note(typed)?.map(|text| Body::Note(Note { day, text }));
        Ok(self.one(Key::Note(id.clone()), note))
    }

    /// Takes a start date away with its notes: only ever because the person asks for just that.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn remove_start(&self, id: &Id) -> Outcome {
        self.start(id).ok_or(Refusal::NotThere)?;
        let mut changed = self.one(Key::Start(id.clone()), None);
        for (note, _) in self.notes_of(id) {
            changed.0.extend(self.one(Key::Note(note.clone()), None).0);
        }
        Ok(changed)
    }

    fn new_start_id(&self, random: u64) -> Id {
        Id::new(self.ever(Key::Start), random)
    }

    fn put_start(&self, id: Id, start: StartDate) -> Changed {
        self.one(Key::Start(id), Some(Body::Start(start)))
    }
}

/// The start date that a draft makes; what else is kept of an `old` one stays.
fn start_from(
    draft: &StartDraft,
    old: Option<&StartDate>,
    today: Day,
) -> Result<StartDate, Refusal> {
    not_future(draft.since, today)?;
    if old
        .and_then(|old| old.until)
        .is_some_and(|until| until < draft.since)
    {
        return Err(Refusal::BeforeStart);
    }
    Ok(StartDate {
        label: words::line(&draft.label).map_err(Refusal::Words)?,
        since: draft.since,
        unit: draft.unit,
        markers: draft.markers,
        about: draft.about,
        until: old.and_then(|old| old.until),
        paused: old.and_then(|old| old.paused),
        hidden: old.is_some_and(|old| old.hidden),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::Settings;
    use crate::domain::stamp::Stamps;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    struct Diary(Journal, Stamps);

    impl Diary {
        fn new() -> Self {
            let mut diary = Self(Journal::default(), Stamps::new(1));
            let shown = Settings {
                recovery: true,
                ..Settings::default()
            };
            diary.keep(Ok(diary.0.set(shown)));
            diary
        }

        fn keep(&mut self, outcome: Outcome) -> Changed {
            let changed = outcome.unwrap();
            self.0.apply(&changed, self.1.next(5));
            changed
        }

        fn ids(&self) -> Vec<Id> {
            let starts = self.0.starts().into_iter();
            starts.map(|(id, _)| id.clone()).collect()
        }
    }

    fn draft(since: &str) -> StartDraft {
        StartDraft {
            label: " since I came  home ".to_owned(),
            since: day(since),
            unit: Unit::Days,
            markers: Markers::default(),
            about: About::OtherDrugs,
        }
    }

    const TODAY: &str = "2026-11-21";

    #[test]
    fn a_new_date_keeps_the_old_one_as_a_chapter() {
        let mut diary = Diary::new();
        diary.keep(diary.0.make_start(&draft("2026-10-01"), day(TODAY), 1));
        let old = diary.ids()[0].clone();
        let again = diary.0.start_again(&old, day("2026-11-11"), day(TODAY), 2);
        let changed = diary.keep(again);
        let [new, chapter] = diary.0.starts()[..] else {
            panic!("there are two")
        };
        assert_eq!(chapter.1.time(day(TODAY)).days, 41);
        assert_eq!(new.1.time(day(TODAY)).days, 10);
        assert_eq!((chapter.1.unit, new.1.unit), (Unit::Days, Unit::Hidden));
        assert_eq!(
            (&*new.1.label, new.1.about),
            ("since I came home", About::OtherDrugs)
        );
        diary.0.apply(&changed.inverse(), diary.1.next(6));
        assert_eq!(diary.ids(), [old]);
    }

    #[test]
    fn a_chapter_does_not_rest() {
        let mut diary = Diary::new();
        diary.keep(diary.0.make_start(&draft("2026-10-01"), day(TODAY), 1));
        let id = diary.ids()[0].clone();
        diary.keep(diary.0.pause_start(&id, Some(day("2026-10-05"))));
        diary.keep(diary.0.start_again(&id, day("2026-11-11"), day(TODAY), 2));
        assert_eq!(diary.0.start(&id).unwrap().paused, None);
    }

    #[test]
    fn days_that_cannot_be_are_refused() {
        let mut diary = Diary::new();
        let future = diary.0.make_start(&draft("2026-11-22"), day(TODAY), 1);
        assert_eq!(future, Err(Refusal::FutureDay));
        diary.keep(diary.0.make_start(&draft("2026-10-01"), day(TODAY), 1));
        let id = diary.ids()[0].clone();
        for (since, refusal) in [
            ("2026-11-22", Refusal::FutureDay),
            ("2026-09-30", Refusal::BeforeStart),
        ] {
            let again = diary.0.start_again(&id, day(since), day(TODAY), 2);
            assert_eq!(again, Err(refusal));
        }
        diary.keep(diary.0.start_again(&id, day("2026-11-01"), day(TODAY), 2));
        let after_its_end = diary.0.change_start(&id, &draft("2026-11-02"), day(TODAY));
        assert_eq!(after_its_end, Err(Refusal::BeforeStart));
    }

    #[test]
    fn notes_stay_with_their_date_and_go_with_it() {
        let mut diary = Diary::new();
        diary.keep(diary.0.make_start(&draft("2026-10-01"), day(TODAY), 1));
        let id = diary.ids()[0].clone();
        for (words, random) in [("One", 1), ("Two", 2)] {
            diary.keep(diary.0.note_start(&id, words, day(TODAY), random));
        }
        let texts = |journal: &Journal| -> Vec<String> {
            let notes = journal.notes_of(&id).into_iter();
            notes.map(|(_, note)| note.text.clone()).collect()
        };
        assert_eq!(texts(&diary.0), ["One", "Two"]);
        let changed = diary.keep(diary.0.remove_start(&id));
        assert_eq!(texts(&diary.0), [""; 0]);
        diary.0.apply(&changed.inverse(), diary.1.next(6));
        assert_eq!(texts(&diary.0), ["One", "Two"]);
    }
}
