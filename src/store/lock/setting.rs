//! Setting a lock, changing it and taking it away: everything is put in place of everything, in one step.

use super::keys::{self, Made};
use super::sealing::load_all;
use super::vault::{SealedVault, Stores};
use super::{LockProblem, SealedStore};
use crate::domain::fields::Fields;
use crate::exchange::sealed::By;
use crate::platform::seal::Crypto;
use crate::platform::storage::{Put, StoreError, newest};
use crate::store::boot::wanted_in_mirror;
use crate::store::replicas::Replicas;
use crate::store::reserved_keys::{ASIDE, DRAFT, LOCK, MENDED};
use crate::store::saver::Input;
use crate::store::tab::Tab;
use std::rc::Rc;

/// How often everything is read and sealed anew because another tab has written meanwhile.
const MOST_TRIES: u32 = 8;

impl Tab {
    /// Sets a lock, or another one in its place: a new key, which each of these opens. What opened it before does not
    /// any more. `look`: what `start.js` may know while it is shut.
    ///
    /// # Errors
    /// What stopped it.
    pub(crate) async fn set_lock(
        &self,
        crypto: &dyn Crypto,
        open_with: &[(By, String)],
        look: Fields,
    ) -> Result<(), LockProblem> {
        self.may_swap()?;
        let made = keys::make(crypto, open_with).await;
        let Made { mut lock, cipher } = made.ok_or(LockProblem::NotHere)?;
        lock.look = look;
        // What was tapped meanwhile may still be on its way.
        self.may_swap()?;
        let before = self.replicas();
        // The mark below may be all that is left of it.
        lock.generation = before.generation;
        let stores = self.stores();
        let sealed = SealedVault::new(stores.clone(), cipher, lock.clone(), false);
        let sealed = sealed.ok_or(LockProblem::NotHere)?;
        // Should the browser stop in between, the next start shows nothing before it knows.
        let mark = |mark: Put| {
            if let Some(mirror) = &stores.mirror {
                let _ = mirror.write(before.generation, &[mark], newest);
            }
        };
        let was_on = self.sealed().is_some();
        if !was_on {
            mark(Put::new(LOCK, lock.write()));
        }
        // Both forms stand side by side for a moment.
        before.make_room().await;
        let after = Replicas {
            mirror: None,
            vault: Some(Rc::new(sealed.clone())),
            ..before.clone()
        };
        let swapped = self.swap(after, Some(Rc::new(sealed.clone()))).await;
        if swapped.is_err() && !was_on {
            mark(Put::removal(LOCK));
        }
        swapped?;
        let mut wanted = None;
        self.look(|journal| wanted = Some(wanted_in_mirror(journal)));
        if let Some(wanted) = wanted {
            let _ = sealed.tidy_mirror(wanted).await;
        }
        Ok(())
    }

    /// Takes the lock away: everything is stored in plain words again.
    ///
    /// # Errors
    /// What stopped it.
    pub(crate) async fn remove_lock(&self) -> Result<(), LockProblem> {
        self.may_swap()?;
        let Stores { vault, mirror } = self.stores();
        let after = Replicas {
            mirror,
            vault,
            ..self.replicas()
        };
        self.swap(after, None).await
    }

    /// Nothing may be on its way while everything is put in place of everything.
    fn may_swap(&self) -> Result<(), LockProblem> {
        if !self.is_at_rest() || !self.may_write() || self.is_read_only() {
            return Err(LockProblem::NotSaved);
        }
        if self.has_vault() {
            Ok(())
        } else {
            Err(LockProblem::NotHere)
        }
    }

    /// Puts everything in place of everything, in these stores; on success they are the ones in use.
    async fn swap(
        &self,
        mut after: Replicas,
        sealed: Option<Rc<dyn SealedStore>>,
    ) -> Result<(), LockProblem> {
        // What is tapped meanwhile waits, and goes to the new ones.
        self.feed(Input::Paused);
        let mut swapped = Err(StoreError::Changed);
        for _ in 0..MOST_TRIES {
            swapped = self.try_swap(&mut after).await;
            if swapped != Err(StoreError::Changed) {
                break;
            }
        }
        if swapped.is_ok() {
            self.use_replicas(after);
            self.use_sealed(sealed);
            self.page().call_tabs();
        }
        self.feed(Input::Ready { read_only: false });
        swapped.map_err(LockProblem::Store)
    }

    /// One try: [`StoreError::Changed`] when another tab has written since everything was read.
    async fn try_swap(&self, after: &mut Replicas) -> Result<(), StoreError> {
        let revision = self.replicas().revision_now().await?;
        let puts = self.everything().await?;
        after.replace(puts, Some(revision)).await
    }

    /// All that is kept: what is shown, and what stands beside the records.
    async fn everything(&self) -> Result<Vec<Put>, StoreError> {
        let replicas = self.replicas();
        let vault = replicas.vault.as_ref().ok_or(StoreError::Blocked)?;
        let stored = load_all(&**vault, None).await?;
        let mut beside = Vec::new();
        for (key, text) in &stored {
            let mut places = [ASIDE, MENDED, DRAFT].iter();
            if places.any(|place| key.starts_with(place)) {
                beside.push(Put::new(key, text));
            }
        }
        // What another tab saved, and this one has not heard of.
        self.absorb(&replicas, stored);
        let mut puts = self.all_texts();
        puts.append(&mut beside);
        Ok(puts)
    }
}
