//! A vault whose texts are sealed before they reach the device, and opened after. To everyone above it is a vault like
//! any other; below it are both copies, which hold the same sealed texts.
//!
//! A merge needs what is stored in plain words, and encryption cannot be waited for within a transaction. So what is
//! stored is read, opened, merged and sealed first, and written only if it still is what was read; if another tab was
//! quicker, it is done again.

mod opens;
mod store;
mod writing;

pub(crate) use store::{SealedStore, Stores};

use super::copy::sealed_copy;
use super::mirror_only::MirrorOnly;
use super::sealing::{Texts, load_all, names, open};
use crate::domain::day::Day;
use crate::domain::fields::Fields;
use crate::exchange::sealed::{Lock, NAME_START};
use crate::platform::seal::Cipher;
use crate::platform::storage::{
    LocalFuture, Merge, Mirror, Put, Puts, StoreError, Vault, Written, load_mirror, newest,
};
use crate::store::boot::MIRROR_CHARS;
use crate::store::reserved_keys::{BALLAST, LOCK, LOCK_AGAIN, META, READER, is_lock, meta_for};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Both copies of a locked device, and what opens them. Clones share it.
#[derive(Clone)]
pub(crate) struct SealedVault(Rc<Inner>);

struct Inner {
    vault: Rc<dyn Vault>,
    mirror: Option<Rc<dyn Mirror>>,
    cipher: Rc<dyn Cipher>,
    lock: RefCell<Lock>,
    /// Whether this lock is the one that is stored. One that is being set must not write a word beside the old one.
    is_stored: Cell<bool>,
    /// Sealed texts that only the working copy had, or had otherwise, by their names.
    mirrored: RefCell<BTreeMap<String, String>>,
    /// What the durable copy has to be given, as the working copy has it.
    lacking: RefCell<Vec<Put>>,
}

impl SealedVault {
    /// `None`: there is no store at all.
    pub(crate) fn new(
        stores: Stores,
        cipher: Rc<dyn Cipher>,
        lock: Lock,
        is_stored: bool,
    ) -> Option<Self> {
        let Stores { vault, mirror } = stores;
        let (vault, mirror) = match (vault, mirror) {
            (Some(vault), mirror) => (vault, mirror),
            (None, Some(mirror)) => (Rc::new(MirrorOnly(mirror)) as Rc<dyn Vault>, None),
            (None, None) => return None,
        };
        let mut mirrored = BTreeMap::new();
        if let Some(mirror) = &mirror {
            mirrored.extend(load_mirror(&**mirror).unwrap_or_default());
            mirrored.retain(|key, _| !stands_open(key));
        }
        Some(Self(Rc::new(Inner {
            vault,
            mirror,
            cipher,
            lock: RefCell::new(lock),
            is_stored: Cell::new(is_stored),
            mirrored: RefCell::new(mirrored),
            lacking: RefCell::default(),
        })))
    }

    /// What the working copy had and the durable one had not, once all was loaded.
    pub(crate) fn lacking(&self) -> Vec<Put> {
        self.0.lacking.take()
    }

    /// Brings the working copy to what it has to hold: see [`wanted_in_mirror`](crate::store::boot::wanted_in_mirror).
    pub(crate) async fn tidy_mirror(
        &self,
        (keys, always): (Vec<String>, usize),
    ) -> Result<(), StoreError> {
        let Some(mirror) = &self.0.mirror else {
            return Ok(());
        };
        let names = names(&*self.0.cipher, keys.clone()).await?;
        let sealed = load_all(&*self.0.vault, Some(NAME_START.to_owned())).await?;
        let sealed: BTreeMap<String, String> = sealed.into_iter().collect();
        let lock = self.lock();
        let mut puts = vec![meta_for(READER)];
        puts.extend(lock_texts(&lock));
        let mut placed = BTreeSet::new();
        let mut letters = 0;
        for (place, name) in names.iter().enumerate() {
            let Some(text) = sealed.get(name).filter(|_| placed.insert(name)) else {
                continue;
            };
            letters += text.len();
            if place >= always && letters > MIRROR_CHARS {
                break;
            }
            puts.push(Put::new(name, text));
        }
        let mut held: BTreeMap<String, String> = load_mirror(&**mirror)?.into_iter().collect();
        held.retain(|key, _| !stands_open(key));
        for put in &puts {
            held.remove(&put.key);
        }
        // What the durable copy has not got yet stays, sealed or of before the lock.
        let name_of: BTreeMap<&String, &String> = keys.iter().zip(&names).collect();
        held.retain(|key, _| match name_of.get(key) {
            Some(name) => sealed.contains_key(*name),
            None => sealed.contains_key(key) || !key.starts_with(NAME_START),
        });
        puts.extend(held.into_keys().map(Put::removal));
        mirror.write(lock.generation, &puts, newest)
    }
}

impl SealedStore for SealedVault {
    fn lock(&self) -> Lock {
        self.0.lock.borrow().clone()
    }

    fn copy_of(&self, puts: Vec<Put>, made: Day) -> LocalFuture<Option<String>> {
        let inner = Rc::clone(&self.0);
        let lock = self.lock();
        Box::pin(async move { sealed_copy(&lock, &*inner.cipher, puts, made).await })
    }

    fn stores(&self) -> Stores {
        let Inner { vault, mirror, .. } = &*self.0;
        Stores {
            vault: Some(Rc::clone(vault)),
            mirror: mirror.clone(),
        }
    }

    fn set_look(&self, look: Fields) {
        self.0.lock.borrow_mut().look = look;
    }
}

/// Whether a key is that of a text which is not sealed.
fn stands_open(key: &str) -> bool {
    is_lock(key) || key == META || key == BALLAST
}

/// What stands in both copies unsealed beside the number of who may read it: the lock, twice.
fn lock_texts(lock: &Lock) -> [Put; 2] {
    let lock = lock.write();
    [Put::new(LOCK, lock.clone()), Put::new(LOCK_AGAIN, lock)]
}

impl Inner {
    async fn name(&self, key: String) -> Result<String, StoreError> {
        let name = names(&*self.cipher, vec![key]).await?.pop();
        Ok(name.unwrap_or_default())
    }

    async fn open(&self, texts: &[(String, String)]) -> Vec<Option<(String, String)>> {
        let generation = self.lock.borrow().generation;
        open(&*self.cipher, generation, texts).await
    }

    /// One page of what is stored, opened. What does not open keeps the name it is stored under.
    async fn load(&self, after: Option<String>, limit: u32) -> Result<Texts, StoreError> {
        let after = match after {
            Some(key) if key.starts_with(NAME_START) => key,
            Some(key) => self.name(key).await?,
            None => NAME_START.to_owned(),
        };
        let page = self.vault.load(Some(after), limit).await?;
        let is_last = page.len() < limit as usize;
        let opened = self.open(&page).await;
        let mut found = Texts::new();
        for (stored, opened) in page.into_iter().zip(opened) {
            let mut mirrored = self.mirrored.borrow_mut();
            if mirrored.get(&stored.0) == Some(&stored.1) {
                mirrored.remove(&stored.0);
            }
            found.push(opened.unwrap_or(stored));
        }
        if is_last {
            self.add_mirrored(&mut found).await;
            // It stands before all that is sealed, and must not be the last of them.
            for ballast in self.vault.read(vec![BALLAST.to_owned()]).await? {
                found.insert(0, ballast);
            }
        }
        Ok(found)
    }

    /// Adds what only the working copy holds, or holds otherwise.
    async fn add_mirrored(&self, found: &mut Texts) {
        let left: Texts = self.mirrored.take().into_iter().collect();
        for (opened, (name, text)) in self.open(&left).await.into_iter().zip(left.clone()) {
            let (key, text) = match opened {
                Some(opened) => opened,
                // Damaged here: the durable copy has it, or nobody.
                None if name.starts_with(NAME_START) => continue,
                // A plain record, of before the lock was set.
                None => (name, text),
            };
            let lacking = Put::new(key.clone(), text.clone());
            self.lacking.borrow_mut().push(lacking);
            found.push((key, text));
        }
    }

    async fn read(&self, keys: Vec<String>) -> Result<Texts, StoreError> {
        if keys.first().is_some_and(|key| key == META) {
            // It is not sealed. What is asked for with it is the lock, and that is open here.
            return self.vault.read(vec![META.to_owned()]).await;
        }
        let names = names(&*self.cipher, keys).await?;
        let texts = self.vault.read(names).await?;
        Ok(self.open(&texts).await.into_iter().flatten().collect())
    }
}

impl Vault for SealedVault {
    fn generation(&self) -> LocalFuture<Result<Option<u64>, StoreError>> {
        let inner = Rc::clone(&self.0);
        Box::pin(async move {
            let stored = inner.vault.generation().await?;
            // A number that was lost is known from the lock.
            Ok(stored.or(Some(inner.lock.borrow().generation)))
        })
    }

    fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let inner = Rc::clone(&self.0);
        Box::pin(async move { inner.load(after, limit).await })
    }

    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let inner = Rc::clone(&self.0);
        Box::pin(async move { inner.read(keys).await })
    }

    fn write(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
    ) -> LocalFuture<Result<Written, StoreError>> {
        let inner = Rc::clone(&self.0);
        Box::pin(async move { inner.write(generation, &puts, merge).await })
    }

    fn replace(
        &self,
        generation: u64,
        puts: Puts,
        only_if: Option<Put>,
    ) -> LocalFuture<Result<(), StoreError>> {
        let inner = Rc::clone(&self.0);
        Box::pin(async move { inner.replace(generation, &puts, only_if).await })
    }
}
