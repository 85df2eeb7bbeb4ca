//! What of a link gets in, and what does not.

use super::*;
use crate::domain::about::About;
use crate::domain::goal::{Details, Status};
use crate::domain::settings::Settings;
use crate::domain::stamp::Stamps;
use crate::domain::way::Way;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn today() -> Day {
    day("2026-11-21")
}

fn goal(words: &str, idea: Option<&str>) -> GoalDraft {
    GoalDraft {
        words: words.to_owned(),
        ways: Way::Connect.into(),
        rhythm: Rhythm::Daily,
        idea: idea.map(str::to_owned),
        about: About::No,
        recovery: false,
        details: Details::default(),
    }
}

fn hub(number: &str) -> Service {
    Service {
        name: "The Hub".to_owned(),
        greeting: String::new(),
        contacts: vec![["Drop-in\n", number].concat()],
        checked: None,
        added: today(),
    }
}

fn chosen() -> Chosen {
    Chosen {
        service: Some(hub("02079460000")),
        goals: vec![goal("Ring Sam", None), goal("Walk", Some("A01"))],
        recovery: false,
        nation: Some("wales".to_owned()),
        groups: vec!["J".to_owned()],
    }
}

struct Person {
    journal: Journal,
    stamps: Stamps,
}

impl Person {
    fn new() -> Self {
        Self {
            journal: Journal::default(),
            stamps: Stamps::new(1),
        }
    }

    fn does(&mut self, changed: &Changed) {
        let stamp = self.stamps.next(1);
        self.journal.apply(changed, stamp);
    }

    fn takes_in(&mut self, chosen: &Chosen) -> Changed {
        let changed = self.journal.take_in(chosen, today(), 7).unwrap();
        self.does(&changed);
        changed
    }

    fn has(&self) -> (usize, usize) {
        (self.journal.services().len(), self.journal.goals().len())
    }
}

#[test]
fn one_undo_takes_all_of_it_back() {
    let mut person = Person::new();
    let changed = person.takes_in(&chosen());
    assert_eq!(person.has(), (1, 2));
    assert_eq!(person.journal.settings().nation.as_deref(), Some("wales"));
    assert_eq!(person.journal.settings().group_order, ["J"]);
    assert!(!person.journal.shows_recovery());
    person.does(&changed.inverse());
    assert_eq!(person.has(), (0, 0));
    assert_eq!(person.journal.settings(), Settings::default());
}

#[test]
fn the_same_link_twice_adds_nothing() {
    let mut person = Person::new();
    person.takes_in(&chosen());
    let mut later = chosen();
    if let Some(service) = &mut later.service {
        service.added = today().after(9);
    }
    assert!(person.takes_in(&later).is_empty());
    // Changed words of an idea are still that idea; goals that came to an end may come again.
    let (id, _) = person.journal.goals()[1];
    let id = id.clone();
    let changed = person
        .journal
        .change_goal(&id, &goal("Walk a little", Some("A01")), today())
        .unwrap();
    person.does(&changed);
    assert!(person.takes_in(&chosen()).is_empty());
    let changed = person
        .journal
        .set_status(&id, Status::Dropped(today()))
        .unwrap();
    person.does(&changed);
    assert_eq!(person.takes_in(&chosen()).0.len(), 1);
}

#[test]
fn a_second_service_stands_beside_the_first() {
    let mut person = Person::new();
    person.takes_in(&chosen());
    let mut other = chosen();
    other.service = Some(hub("02079460001"));
    other.nation = Some("scotland".to_owned());
    other.groups = vec!["A".to_owned()];
    person.takes_in(&other);
    assert_eq!(person.has(), (2, 2));
    // What the person has already is not replaced.
    assert_eq!(person.journal.settings().nation.as_deref(), Some("wales"));
    assert_eq!(person.journal.settings().group_order, ["J"]);
    let id = person.journal.services()[0].0.clone();
    let removed = person.journal.remove_service(&id).unwrap();
    person.does(&removed);
    assert_eq!(person.has(), (1, 2));
    assert_eq!(person.journal.remove_service(&id), Err(Refusal::NotThere));
    person.does(&removed.inverse());
    assert_eq!(person.has(), (2, 2));
}

#[test]
fn goals_are_checked_and_come_once() {
    let mut person = Person::new();
    let twice = Chosen {
        goals: vec![goal("Walk", None), goal("Walk", None)],
        ..Chosen::default()
    };
    person.takes_in(&twice);
    assert_eq!(person.has(), (0, 1));
    let empty = Chosen {
        goals: vec![goal(" ", None)],
        ..Chosen::default()
    };
    assert!(matches!(
        person.journal.take_in(&empty, today(), 1),
        Err(Refusal::Words(_))
    ));
    let mut past = goal("Post the letter", None);
    past.rhythm = Rhythm::Once(today().before(3));
    person.takes_in(&Chosen {
        goals: vec![past],
        ..Chosen::default()
    });
    let goals = person.journal.goals();
    assert_eq!(goals[1].1.rhythm, Rhythm::Once(today()));
}

#[test]
fn a_service_alone_leaves_the_first_visit_as_it_is() {
    let mut person = Person::new();
    let mut alone = chosen();
    alone.goals.clear();
    person.takes_in(&alone);
    assert!(person.journal.is_new());
}
