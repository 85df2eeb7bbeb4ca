//! What each person has, and what at least one of them has.

use super::*;

#[test]
fn everyone_has_something_for_each_screen() {
    for (person, journal) in all(today()) {
        let name = person.name;
        assert_eq!(journal.shows_recovery(), person.recovery, "{name}");
        let goals = journal.goals();
        assert!((5..=6).contains(&goals.len()), "{name}");
        let dropped = |goal: &Status| matches!(goal, Status::Dropped(_));
        let count = goals.iter().filter(|(_, goal)| dropped(&goal.status));
        assert_eq!(count.count(), 1, "{name}");
        let milestones = journal.milestones();
        assert!(milestones.len() >= 5, "{name}");
        assert!(milestones.iter().any(|(_, one)| one.proud), "{name}");
        assert!(milestones.iter().any(|(_, one)| one.bank.is_none()));
        for list in [List::Signs, List::Helps, List::Call] {
            assert!(!journal.lines(list).is_empty(), "{name}: {list:?}");
        }
        let strengths = [List::People, List::Place, List::Skills, List::Belonging];
        let has = |list: &&List| !journal.lines(**list).is_empty();
        assert!(strengths.iter().filter(has).count() >= 2, "{name}");
        let mut ahead = journal.lines(List::Appointments).into_iter();
        assert!(ahead.any(|(_, line)| line.day >= Some(today())), "{name}");
        assert!(!journal.checkups().is_empty() && !journal.reviews().is_empty());
        let notes = bodies(&journal).filter(|(key, _)| match key {
            Key::Note(id) => Day::parse(id.as_str()).is_some(),
            _ => false,
        });
        assert!(notes.count() >= 2, "{name}");
    }
}

#[test]
fn someone_has_one_of_every_kind() {
    let people = all(today());
    let journals = || people.iter().map(|(_, journal)| journal);
    let all_bodies: Vec<_> = journals().flat_map(bodies).collect();
    let any = |is: fn(&Body) -> bool| all_bodies.iter().any(|(_, body)| is(body));
    let kinds = all_bodies.iter().fold(Vec::new(), |mut kinds, (key, _)| {
        if !kinds.contains(&discriminant(*key)) {
            kinds.push(discriminant(*key));
        }
        kinds
    });
    assert_eq!(kinds.len(), 11);
    for list in List::ALL {
        assert!(
            journals().any(|journal| !journal.lines(list).is_empty()),
            "{list:?}"
        );
    }
    for mood in Mood::ALL {
        assert!(
            all_bodies
                .iter()
                .any(|(_, body)| **body == Body::Mood(mood)),
            "{mood:?}"
        );
    }
    let is_measured = |entry: &Entry| entry.amount.is_some() && !entry.unit.is_empty();
    assert!(
        all_bodies
            .iter()
            .any(|(_, body)| matches!(body, Body::Entry(entry) if is_measured(entry)))
    );
    assert!(any(
        |body| matches!(body, Body::Entry(entry) if entry.ways.count() == 3)
    ));
    assert!(any(
        |body| matches!(body, Body::Goal(goal) if !goal.rests.is_empty())
    ));
    assert!(any(
        |body| matches!(body, Body::Goal(goal) if goal.steps.iter().any(|step| step.done.is_none()))
    ));
    assert!(any(
        |body| matches!(body, Body::Goal(goal) if matches!(goal.status, Status::Finished(_)))
    ));
    assert!(any(
        |body| matches!(body, Body::Milestone(one) if one.when.is_none())
    ));
    assert!(any(
        |body| matches!(body, Body::Start(start) if start.paused.is_some())
    ));
    let twice = journals().filter(|journal| journal.checkups().len() > 1);
    assert!(twice.count() >= 2);
    let words: BTreeSet<_> = people
        .iter()
        .filter(|(person, _)| person.recovery)
        .map(|(_, journal)| journal.settings().word.name())
        .collect();
    assert_eq!(words.len(), 4);
}

#[test]
fn a_lapse_is_met_kindly() {
    let journal = journal("2", today()).unwrap();
    let starts = journal.starts();
    let chapter = |start: &StartDate| start.until.is_some();
    let (id, ended) = starts.iter().find(|(_, start)| chapter(start)).unwrap();
    assert_eq!(ended.time(today()).days, 42);
    assert!(!journal.notes_of(id).is_empty());
    assert!(
        starts
            .iter()
            .any(|(_, start)| Some(start.since) == ended.until)
    );
    for id in ["MH111", "MH112"] {
        let mut reached = journal.milestones().into_iter();
        assert!(reached.any(|(_, one)| one.bank.as_deref() == Some(id)));
    }
    let chapters =
        |(_, journal): &(Person, Journal)| journal.starts().iter().any(|(_, start)| chapter(start));
    assert_eq!(all(today()).iter().filter(|one| chapters(one)).count(), 1);
}

#[test]
fn whoever_has_the_recovery_parts_off_has_nothing_of_them() {
    for (person, journal) in all(today()) {
        for (key, body) in bodies(&journal) {
            let is_recovery = match body {
                Body::Goal(goal) => goal.recovery,
                Body::Entry(entry) => entry.recovery,
                Body::Milestone(milestone) => milestone.recovery,
                Body::Start(_) => true,
                _ => false,
            };
            assert!(person.recovery || !is_recovery, "{}: {key:?}", person.name);
        }
    }
}

#[test]
fn no_substance_stands_on_everyday_screens() {
    for (person, journal) in all(today()) {
        for (key, body) in bodies(&journal) {
            let words = match body {
                Body::Goal(goal) => {
                    [&*goal.words, &goal.details.when, &goal.details.then].join(" ")
                }
                Body::Entry(entry) => entry.words.clone().unwrap_or_default(),
                Body::Note(note) if !matches!(key, Key::Note(id) if id.as_str().contains('.')) => {
                    note.text.clone()
                }
                Body::Line(line) if line.list == Some(List::Appointments) => line.words.clone(),
                _ => continue,
            };
            // The bank's own ideas are read by its own tests.
            let is_own = !matches!(body, Body::Entry(entry) if entry.idea.is_some());
            assert!(
                !is_own || !has_substance(&words),
                "{}: {words}",
                person.name
            );
        }
    }
}

#[test]
fn the_last_one_names_no_substance_at_all() {
    let journal = journal("6", today()).unwrap();
    for key in record::stored_keys(&journal) {
        let text = record::write(&journal, &key).unwrap();
        // The settings name what is off.
        assert!(key == "settings" || !has_substance(&text), "{text}");
    }
}

#[test]
fn numbers_are_those_kept_for_stories() {
    // Ofcom keeps them free for drama: 01632 960000 to 960999 and 07700 900000 to 900999.
    for (_, journal) in all(today()) {
        for (_, body) in bodies(&journal) {
            if let Body::Line(line) = body
                && let Some(dialled) = line.dial()
            {
                let is_free = ["01632960", "07700900"]
                    .iter()
                    .any(|free| dialled.starts_with(free));
                assert!(is_free && dialled.len() == 11, "{dialled}");
            }
        }
    }
}
