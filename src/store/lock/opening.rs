//! Opening a locked device.

use super::vault::SealedVault;
use super::{LockProblem, keys};
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::exchange::sealed::{By, Lock, LockError, code};
use crate::platform::seal::{Cipher, Crypto};
use crate::platform::storage::{Put, load_mirror};
use crate::store::boot::{Boot, is_aside, wanted_in_mirror};
use crate::store::page::Told;
use crate::store::replicas::{Joined, Replicas, Revisions};
use crate::store::reserved_keys::{LOCK, LOCK_AGAIN, is_lock};
use crate::store::tab::Tab;
use std::cell::RefCell;
use std::rc::Rc;

impl Tab {
    /// Opens what is locked, by its passcode (in its normal form) or its recovery code.
    ///
    /// # Errors
    /// What stopped it.
    pub(crate) async fn unlock(
        &self,
        crypto: &dyn Crypto,
        by: By,
        text: &str,
    ) -> Result<(), LockProblem> {
        let lock = newest_lock(&self.locks_now().await?)?;
        let cipher = open_by(crypto, &lock, by, text).await?;
        self.may_open()?;
        let stores = self.stores();
        let one_copy = stores.vault.is_none() || stores.mirror.is_none();
        let sealed = SealedVault::new(stores, cipher, lock, true).ok_or(LockProblem::NotHere)?;
        if !sealed.opens().await.map_err(LockProblem::Store)? {
            // Of before the lock was changed. To write anything now would put it over the one that opens.
            return Err(LockProblem::Damaged);
        }
        let boot = RefCell::new(Boot::default());
        let mut replicas = Replicas {
            revisions: Revisions::new(self.seed()),
            ..Replicas::default()
        };
        let vault = Rc::new(sealed.clone());
        let breathe = async || self.page().breathe().await;
        let joined = replicas.join(vault, &boot, |_| (), breathe).await;
        let mut unmended = match joined {
            Ok(Joined::Mended { unmended }) => unmended,
            Ok(Joined::Locked) => return Err(LockProblem::Damaged),
            Err(error) => return Err(LockProblem::Store(error)),
        };
        let read = boot.take();
        unmended.extend(write_lacking(&replicas, &read.journal, sealed.lacking()).await);
        self.may_open()?;
        self.use_sealed(Some(Rc::new(sealed.clone())));
        // What the durable copy could not take stands in the working copy alone.
        let wanted = unmended.is_empty().then(|| wanted_in_mirror(&read.journal));
        let lay = self.take_over(replicas, read, unmended, one_copy);
        if let Some(wanted) = wanted {
            let _ = sealed.tidy_mirror(wanted).await;
        }
        if lay {
            self.replicas().lay_ballast(self.seed()).await;
        }
        Ok(())
    }

    /// Whoever has left meanwhile wants nothing opened.
    fn may_open(&self) -> Result<(), LockProblem> {
        if self.page().is_left() {
            return Err(LockProblem::NotHere);
        }
        Ok(())
    }

    /// The locks as they are stored now, with those of the start: another tab may have set another one since.
    async fn locks_now(&self) -> Result<Vec<String>, LockProblem> {
        let mut locks = self.locks();
        let replicas = self.replicas();
        if let Some(mirror) = &replicas.mirror {
            let mirrored = load_mirror(&**mirror).unwrap_or_default();
            let mirrored = mirrored.into_iter().filter(|(key, _)| is_lock(key));
            locks.extend(mirrored.map(|(_, text)| text));
        }
        if let Some(vault) = &replicas.vault {
            let both = vec![LOCK.to_owned(), LOCK_AGAIN.to_owned()];
            let stored = vault.read(both).await.map_err(LockProblem::Store)?;
            let newer = vault.generation().await.map_err(LockProblem::Store)?;
            if stored.is_empty() && newer > Some(replicas.generation) {
                // It was taken away, or everything was.
                self.page().tell(Told::Reload);
            }
            locks.extend(stored.into_iter().map(|(_, text)| text));
        }
        Ok(locks)
    }

    /// The newest of the locks that were found at the start.
    pub(crate) fn shut_lock(&self) -> Result<Lock, LockProblem> {
        newest_lock(&self.locks())
    }

    /// Whether this passcode, or recovery code, opens the lock that is on.
    ///
    /// # Errors
    /// When it does not.
    pub(crate) async fn check_passcode(
        &self,
        crypto: &dyn Crypto,
        text: &str,
    ) -> Result<(), LockProblem> {
        let lock = self.sealed().map(|sealed| sealed.lock());
        let lock = lock.ok_or(LockProblem::NotHere)?;
        open_by_either(crypto, &lock, text).await.map(drop)
    }
}

/// Writes what the working copy alone has, at once: until then it stands there in plain words, where it was written before
/// the lock was known. The keys of what is still to be written.
async fn write_lacking(replicas: &Replicas, journal: &Journal, lacking: Vec<Put>) -> Vec<String> {
    let (mut puts, mut keys) = (Vec::new(), Vec::new());
    for mut put in lacking {
        let text = record::write(journal, &put.key);
        // What is neither could not be read, and was set aside by now.
        if text.is_some() || is_aside(&put.key) {
            put.text = text.or(put.text);
            keys.push(put.key.clone());
            puts.push(put);
        }
    }
    if puts.is_empty() || replicas.write(puts).await.is_ok() {
        return Vec::new();
    }
    keys
}

/// The newest of the locks that can be read: they are kept more than once, so that damage to one locks nobody out.
pub(crate) fn newest_lock(texts: &[String]) -> Result<Lock, LockProblem> {
    let mut newest: Option<Lock> = None;
    let mut problem = LockProblem::Damaged;
    for text in texts {
        match Lock::read(text) {
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

/// What this opens, typed as a passcode or as a recovery code.
async fn open_by(
    crypto: &dyn Crypto,
    lock: &Lock,
    by: By,
    text: &str,
) -> Result<Rc<dyn Cipher>, LockProblem> {
    let typed = match by {
        By::Passcode => Some(text.to_owned()),
        By::Code => code::read(text),
    };
    let typed = typed.ok_or(LockProblem::Wrong)?;
    let opened = keys::open(crypto, lock, by, typed).await;
    opened.ok_or(LockProblem::Wrong)
}

/// The same for a field that takes either.
pub(crate) async fn open_by_either(
    crypto: &dyn Crypto,
    lock: &Lock,
    text: &str,
) -> Result<Rc<dyn Cipher>, LockProblem> {
    match open_by(crypto, lock, By::Passcode, text).await {
        Ok(cipher) => Ok(cipher),
        Err(_) => open_by(crypto, lock, By::Code, text).await,
    }
}
