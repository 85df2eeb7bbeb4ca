//! A goal, when it was done, and what became of it.

use super::{BEGAN, Story, id_of, named};
use crate::content::demo::line::{Line, count, day, small};
use crate::domain::amount;
use crate::domain::commands::GoalDraft;
use crate::domain::goal::{Amount, Details, Rest, Status};
use crate::domain::id::Id;
use crate::domain::rhythm::{Rhythm, Weekdays};

impl Story {
    pub(super) fn goal(&mut self, line: &Line) -> Option<()> {
        let named = named(line)?;
        let draft = GoalDraft {
            words: named.words,
            ways: named.ways,
            rhythm: self.rhythm(line)?,
            idea: named.idea,
            about: line.stored("about")?,
            recovery: named.recovery || line.has("recovery"),
            details: details(line)?,
        };
        let since = match line.get("since") {
            Some(ago) => day(ago, self.today)?,
            None => self.today.before(BEGAN),
        };
        let random = self.random();
        let made = self.journal.make_goal(&draft, since, random);
        let id = id_of(&made)?;
        self.keep(made)?;
        self.goals.push(id.clone());
        for (place, step) in line.all("step").enumerate() {
            self.step(&id, place, step)?;
        }
        if let Some(rest) = line.get("rest") {
            let (from, to) = rest.split_once(' ')?;
            let from = day(from, self.today)?;
            let to = Some(day(to, self.today)?);
            let rests = self.journal.rest(&id, Rest { from, to });
            self.keep(rests)?;
        }
        if let Some(ago) = line.get("finished") {
            self.end(&id, Status::Finished(day(ago, self.today)?))?;
        }
        if let Some(ago) = line.get("dropped") {
            self.end(&id, Status::Dropped(day(ago, self.today)?))?;
        }
        for done in line.text("done").split_whitespace() {
            self.done(&id, done)?;
        }
        Some(())
    }

    /// Once by a day that comes, or `every day`, `every week 3`, `every mon wed fri`.
    fn rhythm(&self, line: &Line) -> Option<Rhythm> {
        if let Some(days) = line.get("in") {
            return Some(Rhythm::Once(self.today.after(count(days)?)));
        }
        let every = line.get("every")?;
        if every == "day" {
            return Some(Rhythm::Daily);
        }
        if let Some(times) = every.strip_prefix("week ") {
            return small(times).map(Rhythm::Weekly);
        }
        let mut weekdays = Weekdays::default();
        for name in every.split(' ') {
            let known = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let place = known.iter().position(|known| *known == name)?;
            weekdays = weekdays.toggled(u8::try_from(place + 1).ok()?);
        }
        Some(Rhythm::Weekdays(weekdays))
    }

    /// `- words`, or `12 words` for one that was done 12 days ago.
    fn step(&mut self, id: &Id, place: usize, step: &str) -> Option<()> {
        let (done, words) = step.split_once(' ')?;
        let added = self.journal.add_step(id, words);
        self.keep(added)?;
        if done != "-" {
            let ticked = self.journal.tick_step(id, place, day(done, self.today)?);
            self.keep(ticked)?;
        }
        Some(())
    }

    fn end(&mut self, id: &Id, status: Status) -> Option<()> {
        let ended = self.journal.set_status(id, status);
        self.keep(ended)
    }

    /// `12`, or `12=3` for an amount. Where the goal has no place on that day, the last day before it on which it has one
    /// is meant: the weekdays of a goal fall otherwise from day to day.
    fn done(&mut self, id: &Id, done: &str) -> Option<()> {
        let (ago, amount) = done.split_once('=').unwrap_or((done, ""));
        let from = day(ago, self.today)?;
        let goal = self.journal.goal(id)?;
        let mut week = (0..7).map(|back| from.before(back));
        let on = week.find(|day| goal.is_for(*day))?;
        // The days of two may be the same by now.
        if self.is_away(on) || self.journal.entry(on, id).is_some() {
            return Some(());
        }
        let outcome = match &goal.details.amount {
            Some(_) if !amount.is_empty() => {
                let amount = amount::typed(amount)?;
                self.journal.measure(on, id, amount, self.today)
            }
            Some(whole) => self.journal.measure(on, id, whole.thousandths, self.today),
            None => self.journal.tick(on, id, self.today),
        };
        self.keep(outcome)
    }
}

fn details(line: &Line) -> Option<Details> {
    let mut amount = None;
    if let Some(typed) = line.get("amount") {
        let (typed, unit) = typed.split_once(' ')?;
        amount = Some(Amount {
            thousandths: amount::typed(typed)?,
            unit: unit.to_owned(),
        });
    }
    let mut sure = None;
    if let Some(digits) = line.get("sure") {
        sure = Some(small(digits)?);
    }
    Some(Details {
        amount,
        with: line.text("with"),
        when: line.text("if"),
        then: line.text("then"),
        sure,
    })
}
