//! The lock as pages use it: `store/lock.rs` does the work, with the browser's own encryption.

mod copy;
mod tries;
mod watch;

pub use crate::exchange::sealed::By;
pub use crate::platform::storage::StoreError;
pub use crate::store::lock::LockProblem;
pub use copy::{LockedCopy, locked_copy};
pub use tries::{note_wrong, seconds_to_wait};
pub use watch::AFTER;

use super::App;
use crate::domain::fields::{Fields, put};
use crate::domain::journal::Journal;
use crate::domain::settings::Settings;
use crate::exchange::sealed::code;
use crate::platform::seal::{self, BrowserCrypto};
use crate::platform::{address, updates};
use crate::store::lock::keys;
use leptos::prelude::*;

/// The fewest letters of a passcode.
pub const SHORTEST: usize = 6;

/// A passcode as it is hashed.
fn typed(passcode: &str) -> (By, String) {
    (By::Passcode, seal::normal(passcode))
}

/// Whether this passcode may be set.
#[must_use]
pub fn is_long_enough(passcode: &str) -> bool {
    seal::normal(passcode).chars().count() >= SHORTEST
}

/// From now on the address bar and the history tell nothing of what is open.
pub fn hush_address() {
    address::hush();
}

/// A new recovery code. `None`: this browser has no randomness.
#[must_use]
pub fn new_code() -> Option<String> {
    keys::new_code(&BrowserCrypto)
}

impl App {
    /// Whether there is a lock, and it is open.
    #[must_use]
    pub fn is_lock_on(self) -> bool {
        self.tab().sealed().is_some()
    }

    /// Whether a lock can be set here.
    #[must_use]
    pub fn can_lock(self) -> bool {
        seal::is_here() && self.tab().has_vault() && self.diary == super::apart::Diary::Own
    }

    /// Whether this passcode, or recovery code, opens the lock that is on.
    ///
    /// # Errors
    /// When it does not.
    pub async fn check_passcode(self, passcode: &str) -> Result<(), LockProblem> {
        let text = seal::normal(passcode);
        self.tab().check_passcode(&BrowserCrypto, &text).await
    }

    /// Opens what is locked, by its passcode or (`By::Code`) its recovery code.
    ///
    /// # Errors
    /// What stopped it.
    pub async fn unlock(self, by: By, text: &str) -> Result<(), LockProblem> {
        // Should opening it stop this version, the worker knows: see docs/updates.md.
        updates::tries();
        let text = seal::normal(text);
        let opened = self.tab().unlock(&BrowserCrypto, by, &text).await;
        if opened.is_ok() {
            tries::forget_tries();
            self.watch_lock();
        } else {
            updates::waits();
        }
        opened
    }

    /// Whether the lock that is shut has a recovery code.
    #[must_use]
    pub fn has_recovery_code(self) -> bool {
        let lock = self.tab().shut_lock();
        lock.is_ok_and(|lock| lock.way(By::Code).is_some())
    }

    /// Sets a lock, or another one in its place: a new key, a new passcode and, with `recovery`, a new recovery code.
    /// What opened it before does not any more.
    ///
    /// # Errors
    /// What stopped it.
    pub async fn set_lock(self, passcode: &str, recovery: Option<&str>) -> Result<(), LockProblem> {
        if !self.can_lock() {
            return Err(LockProblem::NotHere);
        }
        let mut open_with = vec![typed(passcode)];
        if let Some(recovery) = recovery.and_then(code::read) {
            open_with.push((By::Code, recovery));
        }
        let look = look_of(&self.journal.with_untracked(Journal::settings));
        self.tab()
            .set_lock(&BrowserCrypto, &open_with, look)
            .await?;
        self.watch_lock();
        Ok(())
    }

    /// Takes the lock away: everything is stored in plain words again.
    ///
    /// # Errors
    /// What stopped it.
    pub async fn remove_lock(self) -> Result<(), LockProblem> {
        self.tab().remove_lock().await?;
        address::speak();
        Ok(())
    }
}

/// What `start.js` reads of the settings, by their names.
fn look_of(settings: &Settings) -> Fields {
    let mut look = Fields::new();
    put(&mut look, "theme", &settings.theme);
    put(&mut look, "text", &settings.text);
    settings.put_sight(&mut look);
    look
}
