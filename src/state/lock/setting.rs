//! Setting a lock, changing it and taking it away: everything is put in place of everything, in one step.

use super::sealing::load_all;
use super::vault::{SealedStore, SealedVault, Stores};
use super::{LockProblem, keys, look_of, typed};
use crate::domain::journal::Journal;
use crate::exchange::sealed::{By, code};
use crate::platform::address;
use crate::platform::seal::BrowserCrypto;
use crate::platform::storage::{Put, newest};
use crate::state::beside::{ASIDE, DRAFT, LOCK, MENDED};
use crate::state::boot::wanted_in_mirror;
use crate::state::replicas::Replicas;
use crate::state::{App, Saving};
use leptos::prelude::*;
use std::rc::Rc;

impl App {
    /// Sets a lock, or another one in its place: a new key, a new passcode and, with `recovery`, a new recovery code.
    /// What opened it before does not any more.
    ///
    /// # Errors
    /// What stopped it.
    pub async fn set_lock(self, passcode: &str, recovery: Option<&str>) -> Result<(), LockProblem> {
        self.may_swap()?;
        let mut open_with = vec![typed(passcode)];
        if let Some(recovery) = recovery.and_then(code::read) {
            open_with.push((By::Code, recovery));
        }
        let made = keys::make(&BrowserCrypto, &open_with).await;
        let mut made = made.ok_or(LockProblem::NotHere)?;
        made.lock.look = look_of(&self.journal.with_untracked(Journal::settings));
        let stores = self.stores();
        let before = self.replicas();
        let sealed = SealedVault::new(stores.clone(), made.cipher, made.lock.clone(), false);
        let sealed = sealed.ok_or(LockProblem::NotHere)?;
        let puts = self.everything().await?;
        if let Some(mirror) = &stores.mirror {
            // Should the browser stop in between, the next start shows nothing before it knows.
            let mark = Put::new(LOCK, made.lock.write());
            let _ = mirror.write(before.generation, &[mark], newest);
        }
        let mut after = Replicas {
            mirror: None,
            vault: Some(Rc::new(sealed.clone())),
            generation: before.generation,
        };
        // Both forms stand side by side for a moment.
        before.make_room().await;
        let replaced = self
            .swap(&mut after, puts, Some(Rc::new(sealed.clone())))
            .await;
        if let Some(mirror) = &stores.mirror
            && replaced.is_err()
            && !self.is_lock_on()
        {
            let unmark = Put::removal(LOCK);
            let _ = mirror.write(before.generation, &[unmark], newest);
        }
        replaced?;
        self.watch_lock();
        let wanted = self.journal.with_untracked(wanted_in_mirror);
        let _ = sealed.tidy_mirror(wanted).await;
        Ok(())
    }

    /// Takes the lock away: everything is stored in plain words again.
    ///
    /// # Errors
    /// What stopped it.
    pub async fn remove_lock(self) -> Result<(), LockProblem> {
        self.may_swap()?;
        let puts = self.everything().await?;
        let Stores { vault, mirror } = self.stores();
        let mut after = Replicas {
            mirror,
            vault,
            generation: self.replicas().generation,
        };
        self.swap(&mut after, puts, None).await?;
        address::speak();
        Ok(())
    }

    /// Nothing may be on its way while everything is put in place of everything.
    fn may_swap(self) -> Result<(), LockProblem> {
        let at_rest = matches!(*self.saving.read_untracked(), Saving::Idle | Saving::Saved);
        if !at_rest || !self.loaded.get_untracked() || self.is_read_only() {
            return Err(LockProblem::NotSaved);
        }
        if self.can_lock() {
            Ok(())
        } else {
            Err(LockProblem::NotHere)
        }
    }

    /// All that is kept: what is shown, and what stands beside the records.
    async fn everything(self) -> Result<Vec<Put>, LockProblem> {
        let vault = self.replicas().vault.ok_or(LockProblem::NotHere)?;
        let stored = load_all(&*vault, None).await.map_err(LockProblem::Store)?;
        let mut beside = Vec::new();
        for (key, text) in &stored {
            let mut places = [ASIDE, MENDED, DRAFT].iter();
            if places.any(|place| key.starts_with(place)) {
                beside.push(Put::new(key, text));
            }
        }
        // What another tab saved, and this one has not heard of.
        self.absorb(stored);
        let mut puts = self.all_texts();
        puts.append(&mut beside);
        Ok(puts)
    }

    /// Puts everything in place of everything, in these stores; on success they are the ones in use.
    async fn swap(
        self,
        after: &mut Replicas,
        puts: Vec<Put>,
        sealed: Option<Rc<dyn SealedStore>>,
    ) -> Result<(), LockProblem> {
        // What is tapped meanwhile waits, and goes to the new ones.
        self.loaded.set(false);
        let replaced = after.replace(puts).await;
        if replaced.is_ok() {
            self.keeper.update_value(|keeper| {
                keeper.replicas = after.clone();
                keeper.sealed = sealed;
            });
            self.tell_wiped();
        }
        self.loaded.set(true);
        self.flush();
        replaced.map_err(LockProblem::Store)
    }
}
