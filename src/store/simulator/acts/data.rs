//! What a person writes, changes and takes back.

use super::Kind;
use crate::domain::about::About;
use crate::domain::change::{Changed, Key};
use crate::domain::commands::{EntryDraft, GoalDraft, MilestoneDraft, Refusal};
use crate::domain::day::Day;
use crate::domain::goal::Details;
use crate::domain::id::Id;
use crate::domain::journal::Journal;
use crate::domain::rhythm::Rhythm;
use crate::domain::way::Way;
use crate::store::saver::Input;
use crate::store::simulator::oracle::mark;
use crate::store::simulator::shell::SimPage;
use crate::store::simulator::world::Random;
use std::rc::Rc;

/// The forms that are typed into.
const FORMS: [&str; 2] = ["#/log", "#/goal"];

/// The last day of all lives.
pub(super) fn today() -> Day {
    Day::parse("2026-11-28").unwrap()
}

fn some_day(random: &Random) -> Day {
    today().before(random.below(4))
}

/// A word that stands nowhere else.
pub(super) fn word(random: &Random) -> String {
    mark(random.next())
}

pub(super) fn entry(random: &Random) -> EntryDraft {
    let mut draft = EntryDraft {
        words: word(random),
        ways: Way::Connect.into(),
        ..EntryDraft::default()
    };
    if random.one_in(3) {
        draft.note = word(random);
    }
    draft
}

pub(super) fn goal(random: &Random) -> GoalDraft {
    GoalDraft {
        words: word(random),
        ways: Way::Give.into(),
        rhythm: Rhythm::Daily,
        idea: None,
        about: About::No,
        recovery: false,
        details: Details::default(),
    }
}

/// Does what needs a page that is open.
pub(super) fn do_it(kind: Kind, page: &Rc<SimPage>, random: &Random) {
    let Some(tab) = page.tab() else { return };
    match kind {
        Kind::Wake => return tab.wake(),
        Kind::Retry => return tab.feed(Input::Retry),
        _ => {}
    }
    if !page.is_open() {
        return;
    }
    match kind {
        Kind::Draft => {
            let address = FORMS[random.index(2)];
            let typed = (!random.one_in(4)).then(|| word(random));
            if !tab.is_read_only() && !tab.is_locked() {
                let mut oracle = page.device.oracle.borrow_mut();
                oracle.wrote(page, typed.as_deref().unwrap_or_default());
            }
            tab.keep_draft(address, typed);
        }
        Kind::SendForm => {
            tab.note_form(FORMS[0].to_owned());
            keep(page, |journal| {
                journal.log(some_day(random), &entry(random), today(), random.next())
            });
        }
        Kind::Undo => {
            if let Some(undo) = page.undo.take() {
                page.apply(&undo);
            }
        }
        Kind::SaveAll => {
            let journal = page.journal.borrow();
            let mut changed = page.changed.borrow_mut();
            for key in journal.keys() {
                if let Some(row) = journal.row(key) {
                    changed.insert(key.clone(), row.stamp);
                }
            }
            drop((journal, changed));
            tab.save_all();
        }
        Kind::QuietUnread => tab.quiet_unread(),
        _ => keep(page, |journal| change(kind, journal, random)),
    }
}

/// As `App::keep`: applies what a command changed, with an undo.
fn keep(page: &SimPage, command: impl FnOnce(&Journal) -> Result<Changed, Refusal>) {
    let outcome = command(&page.journal.borrow());
    if let Ok(changed) = outcome {
        page.undo.replace(Some(changed.inverse()));
        page.apply(&changed);
    }
}

fn change(kind: Kind, journal: &Journal, random: &Random) -> Result<Changed, Refusal> {
    let day = some_day(random);
    match kind {
        Kind::Log => journal.log(day, &entry(random), today(), random.next()),
        Kind::Edit => {
            let (day, id) = an_entry(journal, random)?;
            journal.change_entry(day, &id, &entry(random), today())
        }
        Kind::Delete => {
            let (day, id) = an_entry(journal, random)?;
            journal.remove_entry(day, &id)
        }
        Kind::DayNote => {
            let typed = if random.one_in(4) {
                String::new()
            } else {
                word(random)
            };
            journal.write_day_note(day, &typed, today())
        }
        Kind::Goal => match a_goal(journal, random) {
            Ok(id) if random.one_in(2) => journal.change_goal(&id, &goal(random), today()),
            _ => journal.make_goal(&goal(random), today(), random.next()),
        },
        Kind::Tick => journal.tick(day, &a_goal(journal, random)?, today()),
        Kind::Milestone => {
            let draft = MilestoneDraft {
                words: word(random),
                ..MilestoneDraft::default()
            };
            journal.reach(&draft, today(), random.next())
        }
        _ => {
            let mut settings = journal.settings();
            match random.below(3) {
                0 => settings.badge = !settings.badge,
                1 => settings.day_ends_at = 3 - settings.day_ends_at.min(3),
                _ => settings.hidden = vec![word(random)],
            }
            Ok(journal.set(settings))
        }
    }
}

fn an_entry(journal: &Journal, random: &Random) -> Result<(Day, Id), Refusal> {
    let mut entries = Vec::new();
    for key in journal.keys() {
        if let Key::Entry(day, id) = key
            && journal.body(key).is_some()
        {
            entries.push((*day, id.clone()));
        }
    }
    random.pick(&entries).cloned().ok_or(Refusal::NotThere)
}

fn a_goal(journal: &Journal, random: &Random) -> Result<Id, Refusal> {
    let goals = journal.goals();
    let goal = random.pick(&goals).ok_or(Refusal::NotThere)?;
    Ok(goal.0.clone())
}
