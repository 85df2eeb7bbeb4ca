//! A made-up person's journal, told line by line.

mod goal;

use super::line::{Line, count, day, small, stored, ways};
use crate::content::ideas;
use crate::content::milestones::{self, BankMilestone};
use crate::domain::change::{Changed, Key};
use crate::domain::checkup::{CheckUp, HIGHEST};
use crate::domain::commands::{EntryDraft, LineDraft, MilestoneDraft, Refusal, StartDraft};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::line::List;
use crate::domain::milestone::When;
use crate::domain::review::Review;
use crate::domain::settings::Settings;
use crate::domain::stamp::Stamps;
use crate::domain::start_date::Markers;
use crate::domain::way::Ways;

/// How many days ago a diary began: what is older was noted on its first day.
pub(super) const BEGAN: u64 = 43;

/// What has been told so far.
pub(super) struct Story {
    pub(super) journal: Journal,
    today: Day,
    stamps: Stamps,
    /// The goals, in the order in which they were told.
    goals: Vec<Id>,
    /// The first and last days of times in which they noted nothing.
    away: Vec<(Day, Day)>,
    /// How many random numbers were drawn.
    drawn: u64,
}

/// Words of one's own, or of an idea.
struct Named {
    words: String,
    ways: Ways,
    idea: Option<String>,
    recovery: bool,
}

impl Story {
    /// Nothing yet.
    pub(super) fn new(today: Day) -> Self {
        Self {
            journal: Journal::default(),
            today,
            stamps: Stamps::new(0),
            goals: Vec::new(),
            away: Vec::new(),
            drawn: 0,
        }
    }

    /// Tells a line. `None`: it says something that nobody understands, or that the journal refuses.
    pub(super) fn tell(&mut self, line: &Line) -> Option<()> {
        match line.kind {
            "person" => self.person(line),
            "goal" => self.goal(line),
            "did" | "day" | "mood" => {
                for ago in line.get("on")?.split(' ') {
                    self.on_a_day(line, day(ago, self.today)?)?;
                }
                Some(())
            }
            "idea" => {
                let way = ways(line.get("ways")?)?.iter().next()?;
                let random = self.random();
                let kept = self.journal.keep_idea(line.words, way, random);
                self.keep(kept)
            }
            "reached" => self.reached(line),
            "start" => self.start(line),
            "checkup" => self.checkup(line),
            "review" => self.review(line),
            _ => self.line_of_a_list(line),
        }
    }

    fn person(&mut self, line: &Line) -> Option<()> {
        for away in line.all("away") {
            let (first, last) = away.split_once(' ')?;
            self.away
                .push((day(first, self.today)?, day(last, self.today)?));
        }
        let settings = Settings {
            recovery: line.has("word"),
            word: line.stored("word")?,
            asks_mood: line.has("moods"),
            review_day: line.get("review").map_or(Some(0), small)?,
            // Nothing of theirs stays, so nothing is asked about keeping it.
            offer_at: u32::MAX,
            put_off: Some(self.today),
            ..Settings::default()
        };
        let set = self.journal.set(settings);
        self.keep(Ok(set))
    }

    /// Whether nothing is noted on this day: they were away, or had no diary yet.
    fn is_away(&self, day: Day) -> bool {
        let mut away = self.away.iter();
        day < self.today.before(BEGAN) || away.any(|(first, last)| (*first..=*last).contains(&day))
    }

    fn on_a_day(&mut self, line: &Line, on: Day) -> Option<()> {
        if self.is_away(on) {
            return Some(());
        }
        let outcome = match line.kind {
            "day" => self.journal.write_day_note(on, line.words, self.today),
            "mood" => self.journal.say_mood(on, stored(line.words)?, self.today),
            _ => {
                let named = named(line)?;
                let draft = EntryDraft {
                    words: named.words,
                    ways: named.ways,
                    idea: named.idea,
                    recovery: named.recovery || line.has("recovery"),
                    note: line.text("note"),
                };
                let random = self.random();
                self.journal.log(on, &draft, self.today, random)
            }
        };
        self.keep(outcome)
    }

    fn reached(&mut self, line: &Line) -> Option<()> {
        let on = line.get("on")?;
        let exactly = on.trim_end_matches(['m', 'y', '?']);
        let day = day(exactly, self.today)?;
        let when = match on.strip_prefix(exactly)? {
            "" => Some(When::Day(day)),
            "m" => Some(When::Month(day.month_start())),
            "y" => Day::new(day.year(), 1, 1).map(When::Year),
            "?" => None,
            _ => return None,
        };
        let bank = match line.words.strip_prefix('@') {
            Some(id) => Some(milestones::milestone(id)?),
            None => None,
        };
        let draft = MilestoneDraft {
            words: bank.map_or(line.words, |bank| bank.words).to_owned(),
            bank: bank.map(|bank| bank.id.to_owned()),
            when,
            note: line.text("note"),
            about: line.stored("about")?,
            recovery: line.has("recovery") || bank.is_some_and(BankMilestone::is_recovery),
            proud: line.has("proud"),
        };
        let marked = day.max(self.today.before(BEGAN));
        let random = self.random();
        let reached = self.journal.reach(&draft, marked, random);
        self.keep(reached)
    }

    /// A start date, what was written beside it, and what became of it.
    fn start(&mut self, line: &Line) -> Option<()> {
        let mut markers = Markers::default();
        if let Some(names) = line.get("marks") {
            let names: Vec<&str> = names.split(' ').collect();
            markers = stored(names)?;
        }
        let draft = StartDraft {
            label: line.words.to_owned(),
            since: day(line.get("on")?, self.today)?,
            unit: line.stored("show")?,
            markers,
            about: line.stored("about")?,
        };
        let random = self.random();
        let made = self.journal.make_start(&draft, self.today, random);
        let id = id_of(&made)?;
        self.keep(made)?;
        for note in line.all("note") {
            let (ago, words) = note.split_once(' ')?;
            let on = day(ago, self.today)?;
            let random = self.random();
            let noted = self.journal.note_start(&id, words, on, random);
            self.keep(noted)?;
        }
        if let Some(ago) = line.get("rests") {
            let since = day(ago, self.today);
            let rests = self.journal.pause_start(&id, since);
            self.keep(rests)?;
        }
        if let Some(ago) = line.get("again") {
            let since = day(ago, self.today)?;
            let random = self.random();
            let again = self.journal.start_again(&id, since, self.today, random);
            self.keep(again)?;
        }
        Some(())
    }

    fn checkup(&mut self, line: &Line) -> Option<()> {
        let mut checkup = CheckUp {
            helped: line.text("helped"),
            hindered: line.text("hindered"),
            next: line.text("next"),
            support: line.stored("support")?,
            ..CheckUp::default()
        };
        for (answer, digits) in checkup.answers.iter_mut().zip(line.words.split(' ')) {
            *answer = Some(small(digits).filter(|answer| *answer <= HIGHEST)?);
        }
        if let Some(life) = line.get("life") {
            for (rating, name) in checkup.resources.iter_mut().zip(life.split(' ')) {
                *rating = Some(stored(name)?);
            }
        }
        let on = day(line.get("on")?, self.today)?;
        let written = self.journal.write_checkup(on, &checkup, self.today);
        self.keep(written)
    }

    fn review(&mut self, line: &Line) -> Option<()> {
        let mut review = Review {
            went_well: line.words.to_owned(),
            next: Vec::new(),
            done: true,
        };
        for place in line.text("next").split_whitespace() {
            let place = usize::from(small(place)?).checked_sub(1)?;
            review.next.push(self.goals.get(place)?.to_string());
        }
        let week = day(line.get("on")?, self.today)?.week_start(1);
        let written = self.journal.write_review(week, &review, self.today);
        self.keep(written)
    }

    fn line_of_a_list(&mut self, line: &Line) -> Option<()> {
        let mut on = None;
        if let Some(ago) = line.get("on") {
            on = Some(day(ago, self.today)?);
        }
        if let Some(days) = line.get("in") {
            on = Some(self.today.after(count(days)?));
        }
        let draft = LineDraft {
            list: List::from_name(line.kind)?,
            words: line.words.to_owned(),
            number: line.text("number"),
            day: on,
        };
        let random = self.random();
        let added = self.journal.add_line(&draft, random);
        self.keep(added)
    }

    fn keep(&mut self, outcome: Result<Changed, Refusal>) -> Option<()> {
        let stamp = self.stamps.next(0);
        self.journal.apply(&outcome.ok()?, stamp);
        Some(())
    }

    /// The next number for an id: spread out, and always the same one.
    fn random(&mut self) -> u64 {
        self.drawn += 1;
        self.drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// The words of a line, or of the idea whose id they are behind an `@`, and the Ways of both.
fn named(line: &Line) -> Option<Named> {
    let own = line.get("ways").map_or(Some(Ways::NONE), ways)?;
    let Some(id) = line.words.strip_prefix('@') else {
        return Some(Named {
            words: line.words.to_owned(),
            ways: own,
            idea: None,
            recovery: false,
        });
    };
    let idea = ideas::idea(id)?;
    Some(Named {
        words: idea.words.to_owned(),
        ways: own.with(idea.way),
        idea: Some(id.to_owned()),
        recovery: idea.is_recovery(),
    })
}

/// The id of the goal or start date that a command made.
fn id_of(made: &Result<Changed, Refusal>) -> Option<Id> {
    match &made.as_ref().ok()?.0.first()?.key {
        Key::Goal(id) | Key::Start(id) => Some(id.clone()),
        _ => None,
    }
}
