//! Random journals and commands for the laws in the tests.

mod drafts;
mod recovery;
mod sound;
mod unknown;

use drafts::{entry, goal, milestone, settings, status, way};

pub(crate) use sound::is_sound;
pub(crate) use unknown::with_unknown;

use super::change::{Changed, Key};
use super::checkup::CheckUp;
use super::commands::{Chosen, EntryDraft, GoalDraft, LineDraft, MilestoneDraft, StartDraft};
use super::day::Day;
use super::goal::{Rest, Status};
use super::id::Id;
use super::journal::Journal;
use super::mood::Mood;
use super::review::Review;
use super::settings::Settings;
use super::stamp::Stamps;
use super::way::Way;
use proptest::prelude::*;
use proptest::sample::Index;

/// The day the tests run on.
pub(crate) fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

/// One command with everything it needs; which record it meets is an index into what is there.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Tick(u64, Index),
    Log(u64, EntryDraft, u64),
    ChangeEntry(Index, EntryDraft),
    RemoveEntry(Index),
    DayNote(u64, String),
    MakeGoal(GoalDraft, u64),
    ChangeGoal(Index, GoalDraft),
    SetStatus(Index, Status),
    Measure(u64, Index, i64),
    Rest(Index, u64, Option<u64>),
    TakeUp(Index),
    AddStep(Index, String),
    TickStep(Index, usize),
    Mood(u64, Mood),
    WriteReview(u64, Review),
    Reach(MilestoneDraft, u64),
    ChangeMilestone(Index, MilestoneDraft),
    Unreach(Index),
    KeepIdea(String, Way, u64),
    ForgetIdea(Index),
    AddLine(LineDraft, u64),
    ChangeLine(Index, LineDraft),
    RemoveLine(Index),
    TakeIn(Chosen, u64),
    RemoveService(Index),
    SetProud(Index, bool),
    WriteCheckUp(u64, CheckUp),
    MakeStart(StartDraft, u64),
    ChangeStart(Index, StartDraft),
    StartAgain(Index, u64, u64),
    PauseStart(Index, bool),
    HideStart(Index, bool),
    NoteStart(Index, String, u64),
    RemoveStart(Index),
    Set(Settings),
}

impl Act {
    /// What it changes in this journal; nothing when it is refused or there is nothing it could meet.
    pub(super) fn on(&self, journal: &Journal) -> Changed {
        let day = |ago: &u64| today().before(*ago);
        let goal = |index: &Index| pick(*index, journal, |key| matches!(key, Key::Goal(_)));
        let entry = |index: &Index| pick(*index, journal, |key| matches!(key, Key::Entry(..)));
        let reached = |index: &Index| pick(*index, journal, |key| matches!(key, Key::Milestone(_)));
        let line = |index: &Index| pick(*index, journal, |key| matches!(key, Key::Line(_)));
        let start = |index: &Index| pick(*index, journal, |key| matches!(key, Key::Start(_)));
        let outcome = match self {
            Self::Tick(ago, index) => {
                goal(index).map(|(_, id)| journal.tick(day(ago), &id, today()))
            }
            Self::Log(ago, draft, random) => Some(journal.log(day(ago), draft, today(), *random)),
            Self::ChangeEntry(index, draft) => {
                entry(index).map(|(day, id)| journal.change_entry(day, &id, draft, today()))
            }
            Self::RemoveEntry(index) => {
                entry(index).map(|(day, id)| journal.remove_entry(day, &id))
            }
            Self::DayNote(ago, text) => Some(journal.write_day_note(day(ago), text, today())),
            Self::MakeGoal(draft, random) => Some(journal.make_goal(draft, today(), *random)),
            Self::ChangeGoal(index, draft) => {
                goal(index).map(|(_, id)| journal.change_goal(&id, draft, today()))
            }
            Self::SetStatus(index, status) => {
                goal(index).map(|(_, id)| journal.set_status(&id, *status))
            }
            Self::Measure(ago, index, amount) => {
                goal(index).map(|(_, id)| journal.measure(day(ago), &id, *amount, today()))
            }
            Self::Rest(index, ago, days) => goal(index).map(|(_, id)| {
                let from = day(ago);
                let to = days.map(|days| from.after(days));
                journal.rest(&id, Rest { from, to })
            }),
            Self::TakeUp(index) => goal(index).map(|(_, id)| journal.take_up(&id, today())),
            Self::AddStep(index, words) => goal(index).map(|(_, id)| journal.add_step(&id, words)),
            Self::TickStep(index, place) => {
                goal(index).map(|(_, id)| journal.tick_step(&id, *place, today()))
            }
            Self::Mood(ago, mood) => Some(journal.say_mood(day(ago), *mood, today())),
            Self::WriteReview(ago, review) => Some(journal.write_review(day(ago), review, today())),
            Self::Reach(draft, random) => Some(journal.reach(draft, today(), *random)),
            Self::ChangeMilestone(index, draft) => {
                reached(index).map(|(_, id)| journal.change_milestone(&id, draft))
            }
            Self::Unreach(index) => reached(index).map(|(_, id)| journal.unreach(&id)),
            Self::KeepIdea(words, way, random) => Some(journal.keep_idea(words, *way, *random)),
            Self::ForgetIdea(index) => pick(*index, journal, |key| matches!(key, Key::Idea(_)))
                .map(|(_, id)| journal.forget_idea(&id)),
            Self::AddLine(draft, random) => Some(journal.add_line(draft, *random)),
            Self::ChangeLine(index, draft) => {
                line(index).map(|(_, id)| journal.change_line(&id, draft))
            }
            Self::RemoveLine(index) => line(index).map(|(_, id)| journal.remove_line(&id)),
            Self::TakeIn(chosen, random) => Some(journal.take_in(chosen, today(), *random)),
            Self::RemoveService(index) => {
                pick(*index, journal, |key| matches!(key, Key::Service(_)))
                    .map(|(_, id)| journal.remove_service(&id))
            }
            Self::SetProud(index, proud) => {
                reached(index).map(|(_, id)| journal.set_proud(&id, *proud))
            }
            Self::WriteCheckUp(ago, checkup) => {
                Some(journal.write_checkup(day(ago), checkup, today()))
            }
            Self::MakeStart(draft, random) => Some(journal.make_start(draft, today(), *random)),
            Self::ChangeStart(index, draft) => {
                start(index).map(|(_, id)| journal.change_start(&id, draft, today()))
            }
            Self::StartAgain(index, ago, random) => {
                start(index).map(|(_, id)| journal.start_again(&id, day(ago), today(), *random))
            }
            Self::PauseStart(index, rests) => {
                start(index).map(|(_, id)| journal.pause_start(&id, rests.then(today)))
            }
            Self::HideStart(index, hidden) => {
                start(index).map(|(_, id)| journal.hide_start(&id, *hidden))
            }
            Self::NoteStart(index, text, random) => {
                start(index).map(|(_, id)| journal.note_start(&id, text, today(), *random))
            }
            Self::RemoveStart(index) => start(index).map(|(_, id)| journal.remove_start(&id)),
            Self::Set(settings) => Some(Ok(journal.set(settings.clone()))),
        };
        outcome.and_then(Result::ok).unwrap_or_default()
    }
}

fn pick(index: Index, journal: &Journal, fits: fn(&Key) -> bool) -> Option<(Day, Id)> {
    let there: Vec<&Key> = journal
        .rows
        .iter()
        .filter(|(key, row)| row.body.is_some() && fits(key))
        .map(|(key, _)| key)
        .collect();
    match there.get(index.index(there.len().max(1)))? {
        Key::Entry(day, id) => Some((*day, id.clone())),
        Key::Goal(id)
        | Key::Milestone(id)
        | Key::Idea(id)
        | Key::Note(id)
        | Key::CheckUp(id)
        | Key::Line(id)
        | Key::Mood(id)
        | Key::Review(id)
        | Key::Service(id)
        | Key::Start(id) => Some((today(), id.clone())),
        Key::Settings => None,
    }
}

/// Any command.
pub(super) fn act() -> impl Strategy<Value = Act> {
    let ago = 0_u64..40;
    prop_oneof![
        4 => (ago.clone(), any::<Index>()).prop_map(|(ago, index)| Act::Tick(ago, index)),
        4 => (ago.clone(), entry(), any::<u64>()).prop_map(|(ago, d, r)| Act::Log(ago, d, r)),
        1 => (any::<Index>(), entry()).prop_map(|(index, draft)| Act::ChangeEntry(index, draft)),
        1 => any::<Index>().prop_map(Act::RemoveEntry),
        1 => (ago, "\\PC{0,20}").prop_map(|(ago, text)| Act::DayNote(ago, text)),
        3 => (goal(), any::<u64>()).prop_map(|(draft, random)| Act::MakeGoal(draft, random)),
        1 => (any::<Index>(), goal()).prop_map(|(index, draft)| Act::ChangeGoal(index, draft)),
        1 => (any::<Index>(), status()).prop_map(|(index, status)| Act::SetStatus(index, status)),
        2 => (milestone(), any::<u64>()).prop_map(|(draft, random)| Act::Reach(draft, random)),
        1 => (any::<Index>(), milestone()).prop_map(|(i, draft)| Act::ChangeMilestone(i, draft)),
        1 => any::<Index>().prop_map(Act::Unreach),
        1 => ("[a-z ]{1,12}", way(), any::<u64>()).prop_map(|(w, way, r)| Act::KeepIdea(w, way, r)),
        1 => any::<Index>().prop_map(Act::ForgetIdea),
        1 => settings().prop_map(Act::Set),
        1 => (0_u64..40, any::<Index>(), 0_i64..3000).prop_map(|(a, i, n)| Act::Measure(a, i, n)),
        1 => (any::<Index>(), 0_u64..40, prop::option::of(0_u64..9)).prop_map(|(i, a, d)| Act::Rest(i, a, d)),
        1 => any::<Index>().prop_map(Act::TakeUp),
        1 => (any::<Index>(), "\\PC{0,20}").prop_map(|(index, words)| Act::AddStep(index, words)),
        1 => (any::<Index>(), 0_usize..3).prop_map(|(index, place)| Act::TickStep(index, place)),
        1 => (0_u64..40, prop::sample::select(Mood::ALL.to_vec())).prop_map(|(a, m)| Act::Mood(a, m)),
        1 => (0_u64..40, "\\PC{0,20}", any::<bool>()).prop_map(|(ago, went_well, done)| {
            Act::WriteReview(ago, Review { went_well, next: Vec::new(), done })
        }),
        6 => recovery::act(),
    ]
}

/// A journal that came to be by commands.
pub(crate) fn journal(device: u32) -> impl Strategy<Value = Journal> {
    prop::collection::vec((act(), 0_u64..5000), 0..25).prop_map(move |acts| {
        let mut journal = Journal::default();
        let mut stamps = Stamps::new(device);
        for (act, now) in acts {
            let changed = act.on(&journal);
            journal.apply(&changed, stamps.next(now));
        }
        journal
    })
}
