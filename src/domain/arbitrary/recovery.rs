//! Random commands of lines, services, check-ups and start dates.

use super::drafts::goal;
use super::{Act, today};
use crate::domain::about::About;
use crate::domain::checkup::{CheckUp, Rating, Support};
use crate::domain::commands::{Chosen, LineDraft, StartDraft};
use crate::domain::line::List;
use crate::domain::service::Service;
use crate::domain::start_date::{MarkerKind, Markers, Unit};
use proptest::prelude::*;
use proptest::sample::Index;

/// Any command of the recovery half.
pub(super) fn act() -> impl Strategy<Value = Act> {
    let i = any::<Index>;
    prop_oneof![
        2 => (line(), any::<u64>()).prop_map(|(draft, random)| Act::AddLine(draft, random)),
        1 => (i(), line()).prop_map(|(index, draft)| Act::ChangeLine(index, draft)),
        1 => i().prop_map(Act::RemoveLine),
        1 => (chosen(), any::<u64>()).prop_map(|(chosen, random)| Act::TakeIn(chosen, random)),
        1 => i().prop_map(Act::RemoveService),
        1 => (i(), any::<bool>()).prop_map(|(index, proud)| Act::SetProud(index, proud)),
        2 => (0_u64..40, checkup()).prop_map(|(ago, checkup)| Act::WriteCheckUp(ago, checkup)),
        2 => (start(), any::<u64>()).prop_map(|(draft, random)| Act::MakeStart(draft, random)),
        1 => (i(), start()).prop_map(|(index, draft)| Act::ChangeStart(index, draft)),
        1 => (i(), 0_u64..40, any::<u64>()).prop_map(|(i, ago, r)| Act::StartAgain(i, ago, r)),
        1 => (i(), any::<bool>()).prop_map(|(index, rests)| Act::PauseStart(index, rests)),
        1 => (i(), any::<bool>()).prop_map(|(index, hidden)| Act::HideStart(index, hidden)),
        1 => (i(), "\\PC{0,20}", any::<u64>()).prop_map(|(i, text, r)| Act::NoteStart(i, text, r)),
        1 => i().prop_map(Act::RemoveStart),
    ]
}

fn line() -> impl Strategy<Value = LineDraft> {
    let list = prop::sample::select(List::ALL.to_vec());
    let day = prop::option::of((0_u64..40).prop_map(|days| today().before(9).after(days)));
    (list, "\\PC{0,20}", "[0-9 +a]{0,9}", day).prop_map(|(list, words, number, day)| LineDraft {
        list,
        words,
        number,
        day,
    })
}

fn chosen() -> impl Strategy<Value = Chosen> {
    let contacts = prop::collection::vec("o\\|[A-Z][a-z]{0,9}\\|[a-z.]{0,9}", 0..3);
    let goals = prop::collection::vec(goal(), 0..3);
    ("[a-z]{1,9}", contacts, goals, any::<bool>()).prop_map(|(name, contacts, goals, other)| {
        Chosen {
            service: Some(Service {
                name,
                greeting: String::new(),
                contacts,
                checked: other.then(today),
                added: today(),
            }),
            goals,
            recovery: other,
            nation: other.then(|| "wales".to_owned()),
            groups: Vec::new(),
        }
    })
}

fn checkup() -> impl Strategy<Value = CheckUp> {
    let answer = || prop::option::of(0_u8..=10);
    let rating = || prop::option::of(prop::sample::select(Rating::ALL.to_vec()));
    let support = prop::option::of(prop::sample::select(Support::ALL.to_vec()));
    let answers = [answer(), answer(), answer(), answer()];
    let resources = [rating(), rating(), rating(), rating(), rating(), rating()];
    (answers, resources, "\\PC{0,20}", support).prop_map(|(answers, resources, helped, support)| {
        CheckUp {
            answers,
            resources,
            helped,
            support,
            ..CheckUp::default()
        }
    })
}

fn start() -> impl Strategy<Value = StartDraft> {
    let about = prop::sample::select(About::ALL.to_vec());
    let unit = prop::sample::select(Unit::ALL.to_vec());
    let kinds = prop::collection::vec(prop::sample::select(MarkerKind::ALL.to_vec()), 0..5);
    ("\\PC{0,20}", -2_i64..900, unit, kinds, about).prop_map(|(label, ago, unit, kinds, about)| {
        StartDraft {
            label,
            since: if ago < 0 {
                today().after(1)
            } else {
                today().before(ago.unsigned_abs())
            },
            unit,
            markers: kinds.into_iter().fold(Markers::default(), Markers::toggled),
            about,
        }
    })
}
