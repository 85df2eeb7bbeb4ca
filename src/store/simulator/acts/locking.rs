//! What a person does with the lock.

use crate::domain::fields::Fields;
use crate::domain::journal::Journal;
use crate::exchange::sealed::{By, code};
use crate::store::lock::keys;
use crate::store::saver::Input;
use crate::store::simulator::shell::SimPage;
use crate::store::simulator::world::Random;
use std::rc::Rc;

/// Typing is kept for so long after a page is covered.
const UNTIL_TYPING_IS_KEPT: u64 = 700;

/// Sets a lock, or another one in its place.
pub(super) fn set_lock(page: &Rc<SimPage>, random: &Random) {
    let Some(tab) = page.tab() else { return };
    if !page.is_open() || page.is_busy.get() || !tab.has_vault() {
        return;
    }
    let passcode = format!("pass{}", random.next());
    let code = keys::new_code(&page.device.toy).unwrap();
    let opener = Some((passcode.clone(), code.clone()));
    let began = page.begins(opener.clone(), false);
    let page = Rc::clone(page);
    let device = Rc::clone(&page.device);
    let work = async move {
        let open_with = [
            (By::Passcode, passcode),
            (By::Code, code::read(&code).unwrap()),
        ];
        let toy = page.device.toy.clone();
        let set = tab.set_lock(&toy, &open_with, Fields::new()).await;
        page.device
            .note(|| format!("page {} sets a lock: {set:?}", page.owner));
        if set.is_ok() {
            page.opener.replace(opener);
            page.ended_well();
        } else {
            page.ended_badly();
        }
    };
    device.world.spawn(began.1, Box::pin(work));
}

/// Takes the lock away.
pub(super) fn remove_lock(page: &Rc<SimPage>) {
    let Some(tab) = page.tab() else { return };
    if !page.is_open() || page.is_busy.get() || tab.sealed().is_none() {
        return;
    }
    let began = page.begins(None, false);
    let page = Rc::clone(page);
    let device = Rc::clone(&page.device);
    let work = async move {
        let removed = tab.remove_lock().await;
        page.device
            .note(|| format!("page {} takes the lock away: {removed:?}", page.owner));
        if removed.is_ok() {
            page.opener.replace(None);
            page.ended_well();
        } else {
            page.ended_badly();
        }
    };
    device.world.spawn(began.1, Box::pin(work));
}

/// Tries to open the lock, with what the person thinks opens it, or with what did before.
pub(super) fn unlock(page: &Rc<SimPage>, random: &Random, old: bool) {
    if !page.said.borrow().locked || page.is_busy.get() {
        return;
    }
    let oracle = page.device.oracle.borrow();
    let typed = if old {
        random.pick(&oracle.locks.old_ones()).cloned()
    } else {
        let openers: Vec<_> = oracle.locks.openers().into_iter().flatten().collect();
        random.pick(&openers).cloned()
    };
    drop(oracle);
    if let Some(typed) = typed {
        try_to_open(page, typed, random.one_in(4));
    }
}

/// Tries to open the lock with this passcode, or its recovery code.
pub(in crate::store::simulator) fn try_to_open(
    page: &Rc<SimPage>,
    opener: (String, String),
    by_code: bool,
) {
    let Some(tab) = page.tab() else { return };
    page.is_busy.set(true);
    let page = Rc::clone(page);
    let (device, owner) = (Rc::clone(&page.device), page.owner);
    let before = device.oracle.borrow().locks.openers();
    let work = async move {
        let (by, text) = if by_code {
            (By::Code, &opener.1)
        } else {
            (By::Passcode, &opener.0)
        };
        let toy = page.device.toy.clone();
        let outcome = tab.unlock(&toy, by, text).await;
        page.device
            .note(|| format!("page {owner} opens with {text}: {outcome:?}"));
        page.is_busy.set(false);
        if outcome.is_err() {
            return;
        }
        page.opener.replace(Some(opener.clone()));
        let mut oracle = page.device.oracle.borrow_mut();
        let may_open = |openers: &[_]| openers.contains(&Some(opener.clone()));
        // Without the durable copy, a crash may have taken the quick one back to an older lock.
        let is_alone = page.is_mirror_only();
        if !may_open(&before) && !may_open(&oracle.locks.openers()) && !is_alone {
            oracle.fail("3 an old passcode opens it");
        }
    };
    device.world.spawn(owner, Box::pin(work));
}

/// Shuts the lock.
pub(super) fn shut(page: &Rc<SimPage>) {
    let Some(tab) = page.tab() else { return };
    if !page.is_open() || tab.sealed().is_none() {
        return;
    }
    page.is_covered.set(true);
    page.has_tapped_open.set(false);
    let shut = Box::new(move || tab.feed(Input::Shut));
    page.device
        .world
        .after(page.owner, UNTIL_TYPING_IS_KEPT, shut);
}

/// Taps "Open" on the cover.
pub(super) fn tap_open(page: &Rc<SimPage>) {
    let Some(tab) = page.tab() else { return };
    if page.is_covered.get() {
        page.has_tapped_open.set(true);
        tab.feed(Input::Reopened);
    }
}

/// Leaves at once, for another page.
pub(super) fn leave(page: &Rc<SimPage>) {
    let Some(tab) = page.tab() else { return };
    page.is_left.set(true);
    if tab.sealed().is_some() {
        tab.forget_all();
        page.journal.replace(Journal::default());
    }
    let (device, owner) = (Rc::clone(&page.device), page.owner);
    let gone = Box::new(move || device.kill(owner));
    let nobody = crate::store::simulator::world::NOBODY;
    page.device.world.after(nobody, 30, gone);
}
