//! A lock that is on: shutting it, when it shuts by itself, another passcode, taking it off.

use super::passcode::{NewLock, Secret};
use super::{problem, working};
use crate::content::text::{fill, locking};
use crate::domain::journal::Journal;
use crate::state::App;
use crate::state::device::focus_on_heading;
use crate::state::lock::AFTER;
use crate::ui::dom::{El, el, group, steady};
use crate::ui::field::{About, choices, switch, word_chip};
use crate::ui::heading::{button, details, para, send};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// All of it. `on` is turned off when the lock is taken off.
pub(super) fn on(app: App, on: RwSignal<bool>) -> El {
    let l = locking();
    let hidden = steady(move || app.journal.with(Journal::settings).lock_hidden);
    let turn = move || app.set(|settings| settings.lock_hidden = !settings.lock_hidden);
    group([
        para("", l.is_on),
        button("big", l.lock_now, move || app.lock_now()),
        choices(l.by_itself, l.leave_locks, times(app)),
        switch(l.when_hidden, l.when_hidden_hint, hidden, turn),
        details("card pad", l.change, false, change(app)),
        details("card pad", l.remove, false, remove(app, on)),
    ])
}

fn times(app: App) -> Vec<El> {
    let l = locking();
    let mut chips = Vec::new();
    for minutes in AFTER {
        let words = match minutes {
            0 => l.never.to_owned(),
            1 => l.after_one.to_owned(),
            60 => l.after_hour.to_owned(),
            _ => fill(l.after, &[&u32::from(minutes).to_string()]),
        };
        let is_it = move || app.journal.with(Journal::settings).lock_after == minutes;
        let choose = move || app.set(|settings| settings.lock_after = minutes);
        chips.push(word_chip("radio", "after", &words, is_it, choose));
    }
    chips
}

/// Who holds an open phone is not to lock its owner out: the passcode that is set now comes first.
fn change(app: App) -> El {
    let l = locking();
    let now = Secret::default();
    let new = NewLock::default();
    let busy = RwSignal::new(false);
    let send_it = move || {
        check(app, now, busy, async move || {
            new.set(app, move || now.value.set(String::new()), l.changed);
        });
    };
    el("form").on_send(send_it).with([
        para("hint", l.change_hint),
        now.field(about("now", l.now), "current-password"),
        new.fields(app, l.new),
        working(busy),
        send("pill wide", l.change),
    ])
}

fn remove(app: App, on: RwSignal<bool>) -> El {
    let l = locking();
    let now = Secret::default();
    let busy = RwSignal::new(false);
    let send_it = move || {
        check(app, now, busy, async move || {
            match app.remove_lock().await {
                Ok(()) => {
                    on.try_set(false);
                    app.say(l.removed);
                    focus_on_heading();
                }
                Err(why) => now.refuse(problem(&why)),
            }
        });
    };
    el("form").on_send(send_it).with([
        para("hint", l.remove_hint),
        now.field(about("now-too", l.now), "current-password"),
        working(busy),
        send("pill wide", l.remove),
    ])
}

fn about(id: &'static str, label: &'static str) -> About {
    About {
        id,
        label,
        hint: "",
    }
}

/// Goes on when the passcode, or the recovery code, is the one that is set.
fn check(app: App, now: Secret, busy: RwSignal<bool>, then: impl AsyncFnOnce() + 'static) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    let typed = now.get();
    spawn_local(async move {
        let known = app.check_passcode(&typed).await;
        busy.try_set(false);
        match known {
            Ok(()) => then().await,
            Err(why) => now.refuse(problem(&why)),
        }
    });
}
