//! What a person may have typed and chosen.

use super::today;
use crate::domain::about::About;
use crate::domain::commands::{EntryDraft, GoalDraft, MilestoneDraft};
use crate::domain::goal::{Details, Status};
use crate::domain::rhythm::{Rhythm, Weekdays};
use crate::domain::settings::{Settings, TextSize, Theme, Word};
use crate::domain::way::{Way, Ways};
use proptest::prelude::*;

pub(super) fn way() -> impl Strategy<Value = Way> {
    prop::sample::select(Way::ALL.to_vec())
}

pub(super) fn ways() -> impl Strategy<Value = Ways> {
    prop::collection::vec(way(), 0..3).prop_map(Ways::from_iter)
}

pub(super) fn entry() -> impl Strategy<Value = EntryDraft> {
    ("\\PC{0,20}", ways(), any::<bool>(), "\\PC{0,20}").prop_map(|(words, ways, recovery, note)| {
        EntryDraft {
            words,
            ways,
            idea: None,
            recovery,
            note,
        }
    })
}

pub(super) fn goal() -> impl Strategy<Value = GoalDraft> {
    let rhythm = prop_oneof![
        Just(Rhythm::Daily),
        (0_u8..9).prop_map(Rhythm::Weekly),
        prop::collection::vec(1_u8..=7, 0..7).prop_map(|days| Rhythm::Weekdays(
            days.into_iter()
                .fold(Weekdays::default(), Weekdays::toggled)
        )),
        (0_u64..20).prop_map(|days| Rhythm::Once(today().before(3).after(days))),
    ];
    ("\\PC{0,20}", ways(), rhythm, any::<bool>()).prop_map(|(words, ways, rhythm, recovery)| {
        GoalDraft {
            words,
            ways,
            rhythm,
            idea: None,
            about: About::No,
            recovery,
            details: Details::default(),
        }
    })
}

pub(super) fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        Just(Status::Current),
        Just(Status::Finished(today())),
        Just(Status::Dropped(today().before(3)))
    ]
}

pub(super) fn milestone() -> impl Strategy<Value = MilestoneDraft> {
    ("\\PC{0,20}", "\\PC{0,20}", any::<bool>()).prop_map(|(words, note, recovery)| MilestoneDraft {
        words,
        note,
        recovery,
        ..MilestoneDraft::default()
    })
}

pub(super) fn settings() -> impl Strategy<Value = Settings> {
    (any::<bool>(), 0_u8..9, 0_u8..9, any::<bool>()).prop_map(|(recovery, ends, starts, dark)| {
        Settings {
            theme: if dark { Theme::Dark } else { Theme::System },
            text: TextSize::Large,
            recovery,
            day_ends_at: ends,
            week_starts: starts,
            nation: None,
            last_copy: Some(today()),
            offer_at: u32::from(starts) * 20,
            put_off: dark.then(today),
            word: if dark { Word::Journey } else { Word::Recovery },
            hidden: if dark {
                vec!["MA01".to_owned()]
            } else {
                Vec::new()
            },
            group_order: Vec::new(),
            checkup_weeks: starts,
            checkup_put_off: recovery.then(today),
            goal_order: Vec::new(),
            asks_mood: dark,
            review_day: starts,
            review_at: recovery.then_some(u16::from(ends) * 300),
            checkup_at: dark.then_some(u16::from(starts) * 300),
            calendar_saves: u32::from(ends),
            badge: dark,
            covered: recovery,
            hide: dark,
            leave: dark.then(|| "sport".to_owned()),
            look: recovery.then(|| "notes".to_owned()),
            lock_after: starts,
            lock_hidden: dark,
            calendar: if dark {
                vec!["words".to_owned()]
            } else {
                Vec::new()
            },
        }
    })
}
