//! More than fits a page: a week full of things, with notes; many milestones; long words; and, marked with a word of its
//! own, what may be on paper only when it is ticked.
use super::Writing;
use waymark::content::milestones;
use waymark::domain::about::About;
use waymark::domain::commands::{EntryDraft, GoalDraft, LineDraft, MilestoneDraft};
use waymark::domain::day::Day;
use waymark::domain::goal::{Amount, Details};
use waymark::domain::id::Id;
use waymark::domain::journal::Journal;
use waymark::domain::line::List;
use waymark::domain::milestone::When;
use waymark::domain::rhythm::Rhythm;
use waymark::domain::way::{Way, Ways};

/// Begins everything that belongs to the recovery parts.
pub const PART: &str = "Part";
/// Begins every note.
pub const NOTE: &str = "Note";
/// The longest word there can be.
pub const LONG: usize = 200;
/// A goal of 80 characters.
pub const GOAL: &str =
    "Walk to the far side of the park and sit by the water for a while with Samantha.";
/// How many milestones there are for all to see.
pub const MILESTONES: u64 = 40;
/// How many things were done in the week, the recovery parts aside.
pub const DONE: u64 = 60;

/// A journal whose week before that of `today` is full.
#[must_use]
pub fn paper(today: Day) -> Journal {
    let mut writing = Writing::new();
    let mut settings = writing.journal.settings();
    settings.recovery = true;
    let set = writing.journal.set(settings);
    writing.keep(Ok(set), today);
    goals(&mut writing, today);
    week(&mut writing, today);
    reached(&mut writing, today);
    for place in 0..7 {
        let draft = LineDraft {
            list: List::Call,
            words: format!("Person{place}"),
            number: format!("07700 900 10{place}"),
            day: None,
        };
        let line = writing.journal.add_line(&draft, 900 + place);
        writing.keep(line, today);
    }
    writing.journal
}

fn goals(writing: &mut Writing, today: Day) {
    let made = today.before(30);
    let goals = [
        (GOAL, Rhythm::Daily, false),
        ("Ring someone", Rhythm::Weekly(2), false),
        ("Partgoal", Rhythm::Daily, true),
    ];
    for (place, (words, rhythm, recovery)) in (0..).zip(goals) {
        let draft = GoalDraft {
            words: words.to_owned(),
            ways: Way::Active.into(),
            rhythm,
            idea: None,
            about: About::No,
            recovery,
            details: Details {
                with: "Samantha".to_owned(),
                when: "it rains".to_owned(),
                amount: Some(Amount {
                    thousandths: 2500,
                    unit: "km".to_owned(),
                }),
                ..Details::default()
            },
        };
        let goal = writing.journal.make_goal(&draft, made, place);
        let id = Id::new(usize::try_from(place).unwrap_or_default(), place);
        writing.keep(goal, made);
        let day = today.week(1)[0].before(6);
        writing.keep(writing.journal.tick(day, &id, day), day);
    }
}

/// Eight or nine things on each day, the first with a note; a note for the day; and one thing of the recovery parts.
fn week(writing: &mut Writing, today: Day) {
    let first = today.week(1)[0].before(7);
    for thing in 0..DONE {
        let (day, place) = (first.after(thing % 7), thing / 7);
        let way = Way::ALL[usize::try_from(thing % 5).unwrap_or_default()];
        let words = format!(
            "Day{}thing{place} with a few more words, so that it is a line",
            thing % 7
        );
        let note = if place == 0 {
            format!("{NOTE}beside")
        } else {
            String::new()
        };
        log(writing, day, &words, way.into(), note, false, 1000 + thing);
    }
    for place in 0..7 {
        let day = first.after(place);
        log(
            writing,
            day,
            "Partentry",
            Ways::ALL,
            String::new(),
            true,
            500 + place,
        );
        let note = format!("{NOTE}of{place}");
        writing.keep(writing.journal.write_day_note(day, &note, day), day);
    }
    let long = "Donaudampfschifffahrt".repeat(10)[..LONG].to_owned();
    log(
        writing,
        first,
        &long,
        Way::Give.into(),
        String::new(),
        false,
        600,
    );
}

fn log(
    writing: &mut Writing,
    day: Day,
    words: &str,
    ways: Ways,
    note: String,
    recovery: bool,
    place: u64,
) {
    let draft = EntryDraft {
        words: words.to_owned(),
        ways,
        note,
        recovery,
        ..EntryDraft::default()
    };
    writing.keep(writing.journal.log(day, &draft, day, place), day);
}

/// Milestones over several years, their dates more or less exact; two that others need not read; one of the recovery
/// parts.
fn reached(writing: &mut Writing, today: Day) {
    for place in 0..MILESTONES {
        let day = today.before(place * 33);
        let when = [
            Some(When::Day(day)),
            Some(When::Month(day.month_start())),
            None,
        ];
        let draft = MilestoneDraft {
            words: format!("Stone{place} that I reached in my own time"),
            when: when[usize::try_from(place % 3).unwrap_or_default()],
            note: format!("{NOTE}stone"),
            ..MilestoneDraft::default()
        };
        writing.keep(writing.journal.reach(&draft, day, 700 + place), day);
    }
    for (place, id) in (800..).zip(["ME10", "MF07", "MH303"]) {
        let found = milestones::milestone(id);
        let draft = MilestoneDraft {
            words: found.map_or("", |found| found.words).to_owned(),
            bank: Some(id.to_owned()),
            recovery: found.is_some_and(milestones::BankMilestone::is_recovery),
            ..MilestoneDraft::default()
        };
        writing.keep(writing.journal.reach(&draft, today, place), today);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_it_was_refused() {
        let today = Day::parse("2026-11-21").unwrap();
        let journal = paper(today);
        let done = usize::try_from(DONE + MILESTONES).unwrap();
        // Goals with their ticks, things, those of the recovery parts, the long one, notes, milestones, people.
        assert_eq!(journal.count(), 6 + done + 7 + 1 + 7 + 7 + 3 + 7);
        assert_eq!(GOAL.len(), 80);
    }
}
