//! What other tabs did, and what happened while this one slept. Correctness never rests on it: every write merges
//! with what is stored. It is for what the person sees.

use crate::domain::record::{self, Unreadable};
use crate::platform::{address, clock, timers};
use crate::state::{App, Notice};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the other tabs are told when everything was deleted.
pub(super) const WIPED: &str = "wiped";
/// A page that was not heard of for longer than this slept, and may have missed a word, in milliseconds. It wakes by
/// itself every minute.
const NAP: u64 = 90_000;
/// How many records are read at a time.
const BATCH: u32 = 400;

impl App {
    /// Another tab changed these records: shows what it did.
    pub(super) fn hear(self, keys: Vec<String>) {
        if keys.iter().any(|key| key == WIPED) {
            address::reload();
            return;
        }
        if self.locked.get_untracked() {
            return;
        }
        let replicas = self.replicas();
        spawn_local(async move {
            if let Ok(records) = replicas.read(keys.clone()).await {
                self.absorb(records);
                replicas.even_out(&self.texts(&keys));
            }
        });
    }

    pub(in crate::state) fn absorb(self, records: Vec<(String, String)>) {
        let mut too_new = false;
        // Nothing is drawn anew when nothing is new.
        self.journal.maybe_update(|journal| {
            let mut any = false;
            for (key, text) in records {
                match record::read(&key, &text) {
                    Ok(loaded) => any |= !journal.absorb(loaded).is_empty(),
                    Err(Unreadable::TooNew) => too_new = true,
                    Err(Unreadable::Damaged) => {}
                }
            }
            any
        });
        if too_new {
            self.tell(Notice::TooNew);
        }
        self.see_latest();
    }

    /// The page is seen again: reads what other tabs did while it slept.
    pub(in crate::state) fn catch_up(self) {
        let now = clock::now_ms();
        let since = self
            .keeper
            .try_update_value(|keeper| std::mem::replace(&mut keeper.read_at, now))
            .unwrap_or(now);
        let replicas = self.replicas();
        let Some(vault) = replicas.vault else {
            return;
        };
        spawn_local(async move {
            if vault.generation().await.ok().flatten() > Some(replicas.generation) {
                return address::reload();
            }
            if now.abs_diff(since) <= NAP {
                return;
            }
            let mut last = None;
            while let Ok(batch) = vault.load(last, BATCH).await {
                let more = batch.len() == BATCH as usize;
                last = batch.last().map(|(key, _)| key.clone());
                self.absorb(batch);
                if !more {
                    break;
                }
                timers::pause().await;
            }
        });
    }
}
