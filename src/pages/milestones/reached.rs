//! A quiet moment for a milestone that was just reached. It is the same for all of them, whatever it took.

use super::proud::proud_tick;
use crate::content::celebrations;
use crate::content::milestones::{self as bank, BankMilestone};
use crate::content::safety_cards::{Voice, cards_for};
use crate::content::text::{keepsakes, starts};
use crate::domain::about::About;
use crate::domain::id::Id;
use crate::domain::milestone::Milestone;
use crate::pages::app;
use crate::pages::safety::safety_cards;
use crate::route::Route;
use crate::state::device::say_when;
use crate::state::pictures::{can_share_words, share_words};
use crate::ui::bloom::bloom;
use crate::ui::dom::{El, el, group, live, nothing, steady};
use crate::ui::heading::{button, details, heading, link, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The celebration of a milestone; once it is taken back, a word about that.
#[must_use]
pub(super) fn reached(id: &Id) -> El {
    let app = app();
    let seen = id.clone();
    let here = steady(move || {
        app.journal.with(|journal| {
            let found = journal.milestone(&seen);
            found.is_some_and(|found| journal.shows(found.recovery))
        })
    });
    let id = id.clone();
    live(move || {
        // All else is drawn once: the flower fills only once.
        let _ = here.get();
        untrack(|| super::shown(&id).map_or_else(super::not_there, |found| page(&id, &found)))
    })
}

fn page(id: &Id, milestone: &Milestone) -> El {
    let k = keepsakes();
    let from_bank = milestone.bank.as_deref().and_then(bank::milestone);
    let when = milestone
        .when
        .map_or_else(nothing, |when| para("soft", &say_when(when)));
    let safety = from_bank.map_or_else(
        || safety_cards(cards_for(milestone.about), Voice::Mine),
        |found| safety_cards(found.cards, found.voice()),
    );
    let tell = if may_tell(milestone, from_bank) {
        tell(&milestone.words)
    } else {
        nothing()
    };
    let hard_moment = if from_bank.is_some_and(BankMilestone::tells_of_a_lapse) {
        let help = Route::StillHere(1, None).href();
        link("pill wide", &help, starts().some_help)
    } else {
        nothing()
    };
    el("div").class("moment").with([
        el("div").class("celebration").with([
            bloom([true; 5], false),
            heading(&milestone.words),
            when,
            para("warm", sentence(id, from_bank)),
        ]),
        safety,
        hard_moment,
        proud_tick(id),
        link("pill wide", &Route::Card(id.clone()).href(), k.make_card),
        tell,
        link("big", &Route::Milestones.href(), k.done),
    ])
}

/// The sentence beside a milestone: always the same one beside the same milestone.
fn sentence(id: &Id, from_bank: Option<&BankMilestone>) -> &'static str {
    let n = id.as_str().bytes().map(usize::from).sum();
    if from_bank.is_some_and(|found| found.group == "J") {
        celebrations::family_sentence(n)
    } else {
        celebrations::sentence(n)
    }
}

/// Whether "Tell someone?" may stand here: never where telling could do harm. Of one that came from a bank which has
/// it no more that is not known.
pub(super) fn may_tell(milestone: &Milestone, from_bank: Option<&BankMilestone>) -> bool {
    match from_bank {
        Some(found) => found.may_tell_someone(),
        None => milestone.bank.is_none() && milestone.about == About::No,
    }
}

/// The milestone's words and nothing else, to be handed on by the device's own sheet; without one, a sentence.
fn tell(words: &str) -> El {
    let k = keepsakes();
    let how = if can_share_words() {
        let words = words.to_owned();
        button("pill", k.share_words, move || {
            let words = words.clone();
            // Closing the sheet is no fault.
            spawn_local(async move {
                let _ = share_words(&words).await;
            });
        })
    } else {
        para("", k.tell_how)
    };
    let inside = group([para("soft", k.tell_words), how]);
    details("tell", k.tell, false, inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;

    fn milestone(bank: Option<&str>, about: About) -> Milestone {
        Milestone {
            words: String::from("Words"),
            marked: Day::FIRST,
            bank: bank.map(str::to_owned),
            when: None,
            note: None,
            about,
            recovery: about != About::No,
            proud: false,
        }
    }

    #[test]
    fn telling_is_offered_only_where_it_can_do_no_harm() {
        let may = |bank: Option<&str>, about| {
            may_tell(&milestone(bank, about), bank.and_then(bank::milestone))
        };
        assert!(may(None, About::No));
        for about in &About::ALL[1..] {
            assert!(!may(None, *about), "{about:?}");
        }
        assert!(may(Some("MA09"), About::No));
        assert!(!may(Some("MZ99"), About::No), "not in the bank");
        for id in [
            "MA14", "MD08", "MD13", "MJ14", "MF07", "MF08", "MF09", "MF10",
        ] {
            assert!(!may(Some(id), About::No), "{id}");
        }
        for found in bank::milestones() {
            let stopping = found.group.starts_with('H');
            assert!(
                !(stopping && may(Some(found.id), About::No)),
                "{}",
                found.id
            );
        }
    }

    #[test]
    fn a_sentence_stays_with_its_milestone() {
        let id = Id::new(3, 12345);
        assert_eq!(sentence(&id, None), sentence(&id, None));
        let carer = bank::milestone("MJ06");
        assert!(celebrations::FAMILY_SENTENCES.contains(&sentence(&id, carer)));
    }
}
