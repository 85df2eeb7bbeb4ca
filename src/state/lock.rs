//! The lock: set, opened, changed and taken away. `docs/lock.md` has the form of what is stored, and its limits.
//!
//! Setting, changing and removing are one step each: everything is put in place of everything, in one transaction, as
//! a new generation. A crash leaves all of the old or all of the new, and a tab that still has the old one is refused.

mod alone;
mod copy;
mod keys;
mod sealing;
mod setting;
mod tries;
mod vault;
mod watch;

pub use crate::exchange::sealed::By;
pub use crate::platform::storage::StoreError;
pub use copy::{LockedCopy, locked_copy};
pub use tries::{note_wrong, seconds_to_wait};
pub(super) use vault::{SealedStore, Stores};
pub use watch::AFTER;

use super::App;
use super::boot::{Boot, wanted_in_mirror};
use super::replicas::{Joined, Replicas};
use crate::domain::fields::{Fields, put};
use crate::domain::settings::Settings;
use crate::exchange::sealed::{Lock, LockError, code};
use crate::platform::seal::{self, BrowserCrypto, Cipher};
use crate::platform::{address, leave, timers};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use vault::SealedVault;

/// The fewest letters of a passcode.
pub const SHORTEST: usize = 6;

/// Why a lock was not set, opened or taken away. Everything is as it was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockProblem {
    /// It was something else that was typed.
    Wrong,
    /// The lock itself is damaged, wherever it is kept.
    Damaged,
    /// It is of a newer version.
    TooNew,
    /// Something is still being saved, or could not be.
    NotSaved,
    /// This page cannot encrypt, or has no durable copy.
    NotHere,
    /// A store refused.
    Store(StoreError),
}

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
        self.keeper.with_value(|keeper| keeper.sealed.is_some())
    }

    /// Whether a lock can be set here.
    #[must_use]
    pub fn can_lock(self) -> bool {
        let has_vault = self
            .keeper
            .with_value(|keeper| keeper.replicas.vault.is_some());
        seal::is_here() && has_vault && self.diary == super::apart::Diary::Own
    }

    /// Whether this passcode, or recovery code, opens the lock that is on.
    ///
    /// # Errors
    /// When it does not.
    pub async fn check_passcode(self, passcode: &str) -> Result<(), LockProblem> {
        let lock = self.keeper.with_value(|keeper| {
            let sealed = keeper.sealed.as_ref();
            sealed.map(|sealed| sealed.lock())
        });
        let lock = lock.ok_or(LockProblem::NotHere)?;
        open_by_either(&lock, passcode).await.map(drop)
    }

    /// Opens what is locked, by its passcode or (`By::Code`) its recovery code.
    ///
    /// # Errors
    /// What stopped it.
    pub async fn unlock(self, by: By, text: &str) -> Result<(), LockProblem> {
        let lock = self.newest_lock()?;
        let cipher = open_by(&lock, by, text).await?;
        may_open()?;
        let stores = self.stores();
        let alone = stores.vault.is_none() || stores.mirror.is_none();
        let sealed = SealedVault::new(stores, cipher, lock, true).ok_or(LockProblem::NotHere)?;
        let boot = RefCell::new(Boot::default());
        let mut replicas = Replicas::default();
        let vault = Rc::new(sealed.clone());
        let joined = replicas.join(vault, &boot, || (), timers::pause).await;
        let mut unmended = match joined {
            Ok(Joined::Mended { unmended }) => unmended,
            Ok(Joined::Locked) => return Err(LockProblem::Damaged),
            Err(error) => return Err(LockProblem::Store(error)),
        };
        may_open()?;
        unmended.extend(sealed.lacking());
        self.keeper
            .update_value(|keeper| keeper.sealed = Some(Rc::new(sealed.clone())));
        tries::forget_tries();
        self.watch_lock();
        let read = boot.take();
        let wanted = wanted_in_mirror(&read.journal);
        self.take_over(replicas, read, unmended, alone).await;
        let _ = sealed.tidy_mirror(wanted).await;
        Ok(())
    }

    /// Whether the lock that is shut has a recovery code.
    #[must_use]
    pub fn has_recovery_code(self) -> bool {
        let lock = self.newest_lock();
        lock.is_ok_and(|lock| lock.way(By::Code).is_some())
    }

    /// The newest of the locks that can be read: they are kept more than once, so that damage to one locks nobody out.
    fn newest_lock(self) -> Result<Lock, LockProblem> {
        let texts = self.keeper.with_value(|keeper| keeper.locks.clone());
        let mut newest: Option<Lock> = None;
        let mut problem = LockProblem::Damaged;
        for text in texts {
            match Lock::read(&text) {
                Ok(lock)
                    if newest
                        .as_ref()
                        .is_none_or(|known| known.generation < lock.generation) =>
                {
                    newest = Some(lock);
                }
                Err(LockError::TooNew) => problem = LockProblem::TooNew,
                _ => {}
            }
        }
        newest.ok_or(problem)
    }

    /// The stores as they are, with what is sealed in them.
    pub(super) fn stores(self) -> Stores {
        self.keeper.with_value(|keeper| match &keeper.sealed {
            Some(sealed) => sealed.stores(),
            None => Stores {
                vault: keeper.replicas.vault.clone(),
                mirror: keeper.replicas.mirror.clone(),
            },
        })
    }
}

/// What this opens, typed as a passcode or as a recovery code.
async fn open_by(lock: &Lock, by: By, text: &str) -> Result<Rc<dyn Cipher>, LockProblem> {
    let typed = match by {
        By::Passcode => Some(seal::normal(text)),
        By::Code => code::read(text),
    };
    let typed = typed.ok_or(LockProblem::Wrong)?;
    let opened = keys::open(&BrowserCrypto, lock, by, typed).await;
    opened.ok_or(LockProblem::Wrong)
}

/// The same for a field that takes either.
async fn open_by_either(lock: &Lock, text: &str) -> Result<Rc<dyn Cipher>, LockProblem> {
    match open_by(lock, By::Passcode, text).await {
        Ok(cipher) => Ok(cipher),
        Err(_) => open_by(lock, By::Code, text).await,
    }
}

/// Whoever has left meanwhile wants nothing opened.
fn may_open() -> Result<(), LockProblem> {
    if leave::covered() {
        return Err(LockProblem::NotHere);
    }
    Ok(())
}

/// What `start.js` reads of the settings, by their names.
fn look_of(settings: &Settings) -> Fields {
    let mut look = Fields::new();
    put(&mut look, "theme", &settings.theme);
    put(&mut look, "text", &settings.text);
    settings.put_sight(&mut look);
    look
}

#[cfg(test)]
mod tests;
