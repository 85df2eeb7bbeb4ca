//! Years of a person who logs most days: uneven, with gaps, and with goals that come and go.
use super::Writing;
use super::chance::Chance;
use super::words::{DONE, GOALS, MILESTONES, NOTES};
use waymark::content::milestones;
use waymark::domain::about::About;
use waymark::domain::commands::{EntryDraft, GoalDraft, MilestoneDraft};
use waymark::domain::day::Day;
use waymark::domain::goal::Details;
use waymark::domain::goal::Status;
use waymark::domain::id::Id;
use waymark::domain::insight;
use waymark::domain::journal::Journal;
use waymark::domain::milestone::When;
use waymark::domain::rhythm::{Rhythm, Weekdays};
use waymark::domain::way::{Way, Ways};

/// How many goals are kept at a time, at most.
const GOALS_KEPT: usize = 4;

/// A journal of so many years up to `today`: ten are about 3,000 days with 1 to 5 things each, and 600 notes.
#[must_use]
pub fn years(seed: u64, today: Day, years: u32) -> Journal {
    let mut life = Life {
        writing: Writing::new(),
        chance: Chance::new(seed),
    };
    let first = today.before(u64::from(years) * 365);
    let mut day = first;
    let mut away = 0;
    while day <= today {
        if away > 0 {
            away -= 1;
        } else if day != today && life.chance.percent(1) {
            away = 3 + life.chance.below(18);
        } else if day == first || day == today || life.chance.percent(92) {
            life.live(day);
        }
        day = day.after(1);
    }
    life.writing.journal
}

struct Life {
    writing: Writing,
    chance: Chance,
}

impl Life {
    fn live(&mut self, day: Day) {
        self.think_of_goals(day);
        self.tick(day);
        self.do_something(day);
        if self.chance.percent(14) {
            let note = self.note();
            let written = self.writing.journal.write_day_note(day, &note, day);
            self.writing.keep(written, day);
        }
        if self.chance.percent(2) {
            self.reach(day);
        }
        if self.chance.percent(1)
            && let Some((words, way)) = self.something(&DONE)
        {
            let kept = self
                .writing
                .journal
                .keep_idea(words, way, self.chance.bits());
            self.writing.keep(kept, day);
        }
    }

    /// A new goal now and then; the oldest is finished or let go when there are enough.
    fn think_of_goals(&mut self, day: Day) {
        let kept: Vec<Id> = self
            .writing
            .journal
            .goals()
            .into_iter()
            .filter(|(_, goal)| goal.status.is_current() && goal.rhythm.is_for(day))
            .map(|(id, _)| id.clone())
            .collect();
        if !kept.is_empty() && !self.chance.percent(2) {
            return;
        }
        if kept.len() >= GOALS_KEPT
            && let Some(oldest) = kept.first()
        {
            let end = if self.chance.percent(60) {
                Status::Finished
            } else {
                Status::Dropped
            };
            let ended = self.writing.journal.set_status(oldest, end(day));
            self.writing.keep(ended, day);
        }
        let Some((words, way)) = self.something(&GOALS) else {
            return;
        };
        let draft = GoalDraft {
            words: words.to_owned(),
            ways: way.into(),
            rhythm: self.rhythm(day),
            idea: None,
            about: About::No,
            recovery: false,
            details: Details::default(),
        };
        let made = self
            .writing
            .journal
            .make_goal(&draft, day, self.chance.bits());
        self.writing.keep(made, day);
    }

    fn rhythm(&mut self, day: Day) -> Rhythm {
        match self.chance.below(4) {
            0 => Rhythm::Daily,
            1 => Rhythm::Weekdays(Weekdays::default().toggled(1).toggled(3).toggled(5)),
            2 => Rhythm::Weekly(1 + u8::try_from(self.chance.below(4)).unwrap_or_default()),
            _ => Rhythm::Once(day.after(7 + self.chance.below(14))),
        }
    }

    fn tick(&mut self, day: Day) {
        for goal in insight::goals_on(&self.writing.journal, day, 1) {
            if self.chance.percent(45) {
                let ticked = self.writing.journal.tick(day, &goal.id, day);
                self.writing.keep(ticked, day);
            }
        }
    }

    /// One to three things besides; some touch two Ways, some have a few words beside them.
    fn do_something(&mut self, day: Day) {
        for _ in 0..=self.chance.below(3) {
            let Some((words, way)) = self.something(&DONE) else {
                continue;
            };
            let mut ways = Ways::from(way);
            if self.chance.percent(20)
                && let Some(also) = self.chance.of(&Way::ALL)
            {
                ways = ways.with(*also);
            }
            let note = if self.chance.percent(3) {
                self.note()
            } else {
                String::new()
            };
            let draft = EntryDraft {
                words: words.to_owned(),
                ways,
                note,
                ..EntryDraft::default()
            };
            let logged = self
                .writing
                .journal
                .log(day, &draft, day, self.chance.bits());
            self.writing.keep(logged, day);
        }
    }

    /// A milestone of the bank that is not reached yet, its date more or less exact.
    fn reach(&mut self, day: Day) {
        let reached: Vec<_> = self.writing.journal.milestones();
        let known = |id: &str| {
            reached
                .iter()
                .any(|(_, one)| one.bank.as_deref() == Some(id))
        };
        let open: Vec<_> = MILESTONES.iter().filter(|id| !known(id)).collect();
        let Some(milestone) = self
            .chance
            .of(&open)
            .and_then(|id| milestones::milestone(id))
        else {
            return;
        };
        let draft = MilestoneDraft {
            words: milestone.words.to_owned(),
            bank: Some(milestone.id.to_owned()),
            when: [
                Some(When::Day(day)),
                Some(When::Month(day.month_start())),
                None,
            ]
            .get(usize::try_from(self.chance.below(3)).unwrap_or_default())
            .copied()
            .flatten(),
            ..MilestoneDraft::default()
        };
        let marked = self.writing.journal.reach(&draft, day, self.chance.bits());
        self.writing.keep(marked, day);
    }

    fn note(&mut self) -> String {
        let count = 1 + self.chance.below(6);
        let sentences = (0..count).filter_map(|_| self.chance.of(&NOTES).copied());
        sentences.collect::<Vec<_>>().join(" ")
    }

    fn something<const N: usize>(
        &mut self,
        words: &[[&'static str; N]; 5],
    ) -> Option<(&'static str, Way)> {
        let way = *self.chance.of(&Way::ALL)?;
        let words = *self.chance.of(&words[way.index()])?;
        Some((words, way))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ten_years_are_about_three_thousand_days() {
        let today = Day::parse("2026-11-21").unwrap();
        let journal = years(1, today, 10);
        let days: BTreeSet<_> = journal
            .entries(today.before(4000), today)
            .map(|(day, ..)| day)
            .collect();
        assert!((2700..3300).contains(&days.len()), "{} days", days.len());
        let items = journal.entries(today.before(4000), today).count();
        assert!(
            (days.len() * 2..days.len() * 4).contains(&items),
            "{items} things"
        );
        let notes = journal
            .keys()
            .filter(|key| matches!(key, waymark::domain::change::Key::Note(_)));
        let notes = notes.count();
        assert!((500..800).contains(&notes), "{notes} notes");
        assert!(journal.milestones().len() >= 10);
        let kinds: BTreeSet<_> = journal
            .goals()
            .iter()
            .map(|(_, goal)| match goal.rhythm {
                Rhythm::Daily => 0,
                Rhythm::Weekdays(_) => 1,
                Rhythm::Weekly(_) => 2,
                Rhythm::Once(_) => 3,
            })
            .collect();
        assert_eq!(kinds.len(), 4, "a goal of each rhythm");
    }
}
