//! Goals with all that they may have, how days were, and a review.

use super::Writing;
use waymark::domain::about::About;
use waymark::domain::commands::GoalDraft;
use waymark::domain::day::Day;
use waymark::domain::goal::{Amount, Details, Rest};
use waymark::domain::id::Id;
use waymark::domain::mood::Mood;
use waymark::domain::review::Review;
use waymark::domain::rhythm::Rhythm;
use waymark::domain::way::Way;

/// Writes them as of `today`.
pub(super) fn write(writing: &mut Writing, today: Day) {
    let details = Details {
        amount: Some(Amount {
            thousandths: 2500,
            unit: "km".to_owned(),
        }),
        with: "Nia".to_owned(),
        when: "it rains".to_owned(),
        then: "walk round the market hall".to_owned(),
        sure: Some(6),
    };
    let made = today.before(9);
    let walk = goal(
        writing,
        "Walk by the canal",
        Way::Active,
        details,
        made,
        700,
    );
    for (ago, amount) in [(8, 1500), (5, 2500), (1, 3000)] {
        let day = today.before(ago);
        writing.keep(writing.journal.measure(day, &walk, amount, day), day);
    }
    let resting = goal(
        writing,
        "Sort the old photos",
        Way::Learn,
        Details::default(),
        made,
        701,
    );
    for words in ["Find the box", "Pick ten to keep", "Ask who is in them"] {
        writing.keep(writing.journal.add_step(&resting, words), made);
    }
    writing.keep(writing.journal.tick_step(&resting, 0, today), today);
    let rest = Rest {
        from: today.before(1),
        to: Some(today.after(6)),
    };
    writing.keep(writing.journal.rest(&resting, rest), today);
    let mut settings = writing.journal.settings();
    settings.asks_mood = true;
    settings.review_day = 7;
    writing.keep(Ok(writing.journal.set(settings)), today);
    for (ago, mood) in [(6, Mood::Hard), (4, Mood::Between), (2, Mood::Good)] {
        let day = today.before(ago);
        writing.keep(writing.journal.say_mood(day, mood, day), day);
    }
    let review = Review {
        went_well: "The walks, and ringing back.".to_owned(),
        next: vec![walk.to_string()],
        done: true,
    };
    let week = today.before(7).week_start(1);
    writing.keep(writing.journal.write_review(week, &review, today), today);
}

fn goal(
    writing: &mut Writing,
    words: &str,
    way: Way,
    details: Details,
    made: Day,
    random: u64,
) -> Id {
    let draft = GoalDraft {
        words: words.to_owned(),
        ways: way.into(),
        rhythm: Rhythm::Daily,
        idea: None,
        about: About::No,
        recovery: false,
        details,
    };
    let id = Id::new(writing.journal.goals().len(), random);
    writing.keep(writing.journal.make_goal(&draft, made, random), made);
    id
}
