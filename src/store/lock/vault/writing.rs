//! Writing what is sealed.

use super::{Inner, lock_texts, stands_open};
use crate::exchange::sealed::{instead_of, swap, without_condition};
use crate::platform::storage::{Merge, Put, StoreError, Written, newest};
use crate::store::lock::sealing::{Texts, names, seal};
use crate::store::reserved_keys::{
    self, BALLAST, META, READER, meta_for, meta_with, min_reader, revision,
};
use std::rc::Rc;

/// How often a write is tried again because another tab was quicker.
const MOST_TRIES: u32 = 50;

impl Inner {
    /// Each put merged with what is stored, sealed, and written if that is still what is stored.
    pub(super) async fn write(
        &self,
        generation: u64,
        puts: &[Put],
        merge: Merge,
    ) -> Result<Written, StoreError> {
        if !self.is_stored.get() {
            // Not even to make room.
            return Err(StoreError::Full);
        }
        let mut keys = Vec::new();
        for put in puts {
            keys.push(put.key.clone());
        }
        let names = names(&*self.cipher, keys).await?;
        for _ in 0..MOST_TRIES {
            let sealed = Rc::new(self.sealed_puts(puts, &names, merge).await?);
            match self
                .vault
                .write(generation, Rc::clone(&sealed), swapped)
                .await
            {
                Ok(written) => {
                    let has_meta = sealed.first().is_some_and(|put| put.key == META);
                    self.write_mirror(generation, &sealed[usize::from(has_meta)..]);
                    return Ok(written);
                }
                // Another tab was quicker, or it is of a newer version.
                Err(StoreError::TooNew) if !self.is_too_new().await => {}
                Err(error) => return Err(error),
            }
        }
        Err(StoreError::Failed("busy".to_owned()))
    }

    async fn is_too_new(&self) -> bool {
        let found = self.vault.read(vec![META.to_owned()]).await;
        let found = found.unwrap_or_default().pop();
        found.is_some_and(|(_, text)| min_reader(&text) > Some(READER))
    }

    /// The puts as they are stored, each merged with what is there.
    async fn sealed_puts(
        &self,
        puts: &[Put],
        names: &[String],
        merge: Merge,
    ) -> Result<Vec<Put>, StoreError> {
        let there = self.vault.read(names.to_vec()).await?;
        let opened = self.open(&there).await;
        let mut done = Vec::new();
        // A write that is none of records, such as one that makes room, leaves the revision as it is.
        done.extend(raising(puts));
        done.extend(lock_texts(&self.lock.borrow()));
        let (mut to_seal, mut their_names, mut instead) = (Vec::new(), Vec::new(), Vec::new());
        for (put, name) in puts.iter().zip(names) {
            let Some(new) = put.text.as_deref() else {
                let open = stands_open(&put.key);
                done.push(Put::removal(if open { &put.key } else { name }));
                continue;
            };
            if put.key == BALLAST {
                done.push(put.clone());
            }
            if stands_open(&put.key) {
                continue;
            }
            let place = there.iter().position(|(stored, _)| stored == name);
            let plain = place.and_then(|place| opened[place].as_ref());
            // What does not open is damaged, and was set aside when it was loaded.
            let text = merge(plain.map(|(_, text)| &**text), new).ok_or(StoreError::TooNew)?;
            if plain.is_some_and(|(_, stored)| *stored == text) {
                continue;
            }
            to_seal.push((put.key.clone(), text));
            their_names.push(name.clone());
            instead.push(place.map(|place| there[place].1.clone()));
        }
        // Whatever damage has done to the store's own number: it is the lock's that opens them.
        let generation = self.lock.borrow().generation;
        let sealed = seal(&*self.cipher, generation, &their_names, to_seal).await?;
        for ((name, text), instead) in their_names.into_iter().zip(sealed).zip(instead) {
            done.push(Put::new(name, instead_of(instead.as_deref(), &text)));
        }
        Ok(done)
    }

    /// The working copy follows; when it cannot, the durable one carries on.
    fn write_mirror(&self, generation: u64, sealed: &[Put]) {
        if let Some(mirror) = &self.mirror {
            let followed: Merge = |_, new| Some(without_condition(new).to_owned());
            let meta = meta_for(READER);
            let _ = mirror.write(generation, std::slice::from_ref(&meta), newest);
            let _ = mirror.write(generation, sealed, followed);
        }
    }

    /// All of it in one transaction, sealed for the new generation. Of none, nothing is left but its number.
    pub(super) async fn replace(
        &self,
        generation: u64,
        puts: &[Put],
        only_if: Option<Put>,
    ) -> Result<(), StoreError> {
        let mut lock = self.lock.borrow().clone();
        lock.generation = generation;
        let mut all = Vec::new();
        if !puts.is_empty() {
            let mut texts = Texts::new();
            for put in puts {
                if let Some(text) = put.text.clone()
                    && !stands_open(&put.key)
                {
                    texts.push((put.key.clone(), text));
                }
            }
            let keys = texts.iter().map(|(key, _)| key.clone()).collect();
            let names = names(&*self.cipher, keys).await?;
            let sealed = seal(&*self.cipher, generation, &names, texts).await?;
            all.push(raising(puts).unwrap_or_else(|| meta_for(READER)));
            all.extend(lock_texts(&lock));
            for (name, text) in names.into_iter().zip(sealed) {
                all.push(Put::new(name, text));
            }
        }
        let is_empty = all.is_empty();
        self.vault
            .replace(generation, Rc::new(all), only_if)
            .await?;
        self.lock.borrow_mut().generation = generation;
        self.is_stored.set(true);
        // What the working copy had before counts no more.
        self.mirrored.take();
        match &self.mirror {
            // What is left in it would not count, but whether there was something could still be seen.
            Some(mirror) if is_empty => mirror.wipe(generation),
            Some(mirror) => {
                let _ = mirror.wipe(generation);
                let mut texts = vec![meta_for(READER)];
                texts.extend(lock_texts(&lock));
                let _ = mirror.write(generation, &texts, newest);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

/// What goes first with every write of records: the revision that they bring, for a locked store.
fn raising(puts: &[Put]) -> Option<Put> {
    let text = puts.first()?.text.as_deref()?;
    revision(text).map(|revision| meta_with(READER, revision))
}

/// As the stores are told to join what is there and what is new.
fn swapped(stored: Option<&str>, new: &str) -> Option<String> {
    if min_reader(new).is_some() {
        return reserved_keys::merge(stored, new);
    }
    swap(stored, new)
}
