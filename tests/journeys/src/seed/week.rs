//! One made-up week, as a picture of the app shows it.
use super::Writing;
use waymark::content::milestones;
use waymark::domain::about::About;
use waymark::domain::commands::{EntryDraft, GoalDraft, MilestoneDraft};
use waymark::domain::day::Day;
use waymark::domain::goal::Details;
use waymark::domain::id::Id;
use waymark::domain::journal::Journal;
use waymark::domain::milestone::When;
use waymark::domain::rhythm::Rhythm;
use waymark::domain::way::{Way, Ways};

use Way::{Active, Connect, Give, Learn, Notice};

/// What was done so many days ago, and the Ways it touched.
const DONE: [(u64, &str, &[Way]); 12] = [
    (0, "Helped Sam carry the shopping", &[Connect, Give]),
    (1, "Read ten pages", &[Learn]),
    (1, "Listened to the birds", &[Notice]),
    (2, "Tea with a neighbour", &[Connect]),
    (3, "Made soup for two", &[Give, Learn]),
    (4, "Walked round the park", &[Active, Notice]),
    (6, "Rang my sister", &[Connect]),
    (8, "Learned a new chord", &[Learn]),
    (9, "Watched the rain for a minute", &[Notice]),
    (11, "Went to the library", &[Learn, Active]),
    (13, "Lunch with Jo", &[Connect]),
    (16, "Watered the plants outside", &[Active, Notice]),
];

/// A goal's words, its Way, its rhythm, and the days ago on which it was ticked.
const GOALS: [(&str, Way, Rhythm, &[u64]); 4] = [
    ("A short walk", Active, Rhythm::Daily, &[0, 1, 3, 6, 9, 12]),
    ("Ring someone", Connect, Rhythm::Weekly(2), &[1, 4]),
    ("Ten quiet breaths", Notice, Rhythm::Daily, &[0, 2, 3, 10]),
    ("Read a few pages", Learn, Rhythm::Weekly(3), &[3, 13]),
];

/// A journal with a plain week up to `today`, and a little before it.
#[must_use]
pub fn week(today: Day) -> Journal {
    let mut writing = Writing::new();
    let made = today.before(20);
    for (place, (words, way, rhythm, ticked)) in (0..).zip(GOALS) {
        let draft = GoalDraft {
            words: words.to_owned(),
            ways: way.into(),
            rhythm,
            idea: None,
            about: About::No,
            recovery: false,
            details: Details::default(),
        };
        let goal = writing.journal.make_goal(&draft, made, place);
        let id = Id::new(writing.journal.goals().len(), place);
        writing.keep(goal, made);
        for ago in ticked {
            let day = today.before(*ago);
            writing.keep(writing.journal.tick(day, &id, day), day);
        }
    }
    for (place, (ago, words, ways)) in (100..).zip(DONE) {
        let day = today.before(ago);
        let draft = EntryDraft {
            words: words.to_owned(),
            ways: ways.iter().copied().collect::<Ways>(),
            ..EntryDraft::default()
        };
        writing.keep(writing.journal.log(day, &draft, day, place), day);
    }
    let note = "A good day. The rain stopped just in time.";
    writing.keep(writing.journal.write_day_note(today, note, today), today);
    let when = [
        Some(When::Day(today.before(9))),
        Some(When::Month(today.month_after(-8))),
        None,
    ];
    for (place, (id, when)) in (200..).zip(["MB01", "MF03", "MG03"].into_iter().zip(when)) {
        let words = milestones::milestone(id).map_or("", |milestone| milestone.words);
        let draft = MilestoneDraft {
            words: words.to_owned(),
            bank: Some(id.to_owned()),
            when,
            ..MilestoneDraft::default()
        };
        writing.keep(writing.journal.reach(&draft, today, place), today);
    }
    let idea = writing.journal.keep_idea("Sit by the canal", Notice, 300);
    writing.keep(idea, today);
    writing.journal
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark::domain::insight;

    #[test]
    fn nothing_of_it_was_refused() {
        let today = Day::parse("2026-11-21").unwrap();
        let journal = week(today);
        let ticks: usize = GOALS.iter().map(|(.., ticked)| ticked.len()).sum();
        assert_eq!(
            journal.count(),
            GOALS.len() + ticks + DONE.len() + 1 + 3 + 1
        );
        assert_eq!(insight::petals(&journal, today).count(), 4);
    }
}
