//! Texts that could not be read: they are kept, and after the person has been told, quietly.

use crate::platform::storage::Put;
use crate::state::beside::{ASIDE, MENDED};
use crate::state::{App, Notice};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The most texts that are moved at once.
const MOST: u32 = 10_000;

impl App {
    /// The person has been told of what was set aside: it stays kept, without a word at every start.
    pub fn quiet_unread(self) {
        let replicas = self.replicas();
        self.notices.update(|notices| {
            notices.retain(|notice| !matches!(notice, Notice::SetAside(_) | Notice::Rescued));
        });
        spawn_local(async move {
            let Some(vault) = &replicas.vault else {
                return;
            };
            // Behind a lock no order of names tells where they are.
            let from = (!self.is_lock_on()).then(|| ASIDE.to_owned());
            let found = vault.load(from, MOST).await;
            let mut puts = Vec::new();
            for (key, text) in found.unwrap_or_default() {
                if let Some(rest) = key.strip_prefix(ASIDE) {
                    puts.push(Put::new([MENDED, rest].concat(), text));
                    puts.push(Put::removal(key));
                }
            }
            if !puts.is_empty() {
                let _ = replicas.write(puts).await;
            }
        });
    }
}
