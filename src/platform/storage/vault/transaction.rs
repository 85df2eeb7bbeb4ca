//! What is read or written as a whole.

use js_sys::{Array, Function, Map, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbTransaction};

use super::request::{answer, send};
use super::{Merge, Puts, STORE, StoreError, Written, named_failure, outdated};
use crate::platform::browser::{event_name, first_event};
use crate::platform::storage::{GENERATION, Put, failure, parse_generation};

/// What a transaction is for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mode {
    Read,
    Write,
}

/// What a write finds in the store.
#[derive(Debug)]
pub(super) enum Start {
    /// What was stored before.
    AsItIs,
    /// Nothing: it is all removed, but only where a key still holds a text.
    Empty(Option<Put>),
}

/// What a transaction does.
pub(super) enum Work {
    /// At most `limit` records whose keys come after `after`.
    Load { after: Option<String>, limit: u32 },
    /// The records of these keys.
    Read { keys: Vec<String> },
    /// All of these puts.
    Write {
        generation: u64,
        puts: Puts,
        merge: Merge,
        start: Start,
    },
}

/// What came of it.
#[derive(Default)]
pub(super) struct Done {
    /// The records that were asked for.
    pub(super) records: Vec<(String, String)>,
    /// What came of a write.
    pub(super) written: Written,
}

/// A transaction that is undone when it is dropped before its end.
pub(super) struct Transaction {
    raw: IdbTransaction,
    store: IdbObjectStore,
    end: Promise,
}

impl Transaction {
    pub(super) fn start(database: &IdbDatabase, mode: Mode) -> Result<Self, StoreError> {
        let raw = begin(database, mode).map_err(|error| failure(&error))?;
        let end = first_event(&raw, &["complete", "abort"]);
        let store = raw.object_store(STORE).map_err(|error| failure(&error))?;
        Ok(Self { raw, store, end })
    }

    pub(super) async fn work(self, work: Work) -> Result<Done, StoreError> {
        let mut done = Done::default();
        match work {
            Work::Load { after, limit } => done.records = self.load(after, limit).await?,
            Work::Read { keys } => done.records = self.read(keys).await?,
            Work::Write {
                generation,
                puts,
                merge,
                start,
            } => done.written = self.write(generation, &puts, merge, start).await?,
        }
        Ok(done)
    }

    async fn generation(&self) -> Result<Option<u64>, StoreError> {
        let stored = answer(self.store.get(&GENERATION.into())).await?;
        Ok(stored.as_string().as_deref().and_then(parse_generation))
    }

    fn put_generation(&self, generation: u64) -> Result<(), StoreError> {
        self.put(&GENERATION.into(), &generation.to_string().into())
    }

    fn clear(&self) -> Result<(), StoreError> {
        send(self.store.clear())
    }

    /// Waits until all of it is on the device.
    async fn commit(self) -> Result<(), StoreError> {
        if event_name(self.end.clone()).await == "complete" {
            return Ok(());
        }
        let error = self.raw.error();
        Err(named_failure(
            error.map(|error| error.name()).unwrap_or_default(),
        ))
    }

    async fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let from = JsValue::from_str(&after.unwrap_or_default());
        let range =
            IdbKeyRange::lower_bound_with_open(&from, true).map_err(|error| failure(&error))?;
        // One more than asked for: the generation's key may be among them.
        let most = limit.saturating_add(1);
        let keys = answer(self.store.get_all_keys_with_key_and_limit(&range, most));
        let texts = answer(self.store.get_all_with_key_and_limit(&range, most));
        let keys: Array = keys.await?.unchecked_into();
        let texts: Array = texts.await?.unchecked_into();
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        Ok(keys
            .iter()
            .zip(texts.iter())
            .map(|(key, value)| (text(key), text(value)))
            .filter(|(key, _)| key != GENERATION)
            .take(usize::try_from(limit).unwrap_or(usize::MAX))
            .collect())
    }

    async fn read(&self, keys: Vec<String>) -> Result<Vec<(String, String)>, StoreError> {
        let mut records = Vec::new();
        for key in keys {
            let stored = answer(self.store.get(&key.as_str().into())).await?;
            if let Some(text) = stored.as_string() {
                records.push((key, text));
            }
        }
        Ok(records)
    }

    async fn write(
        self,
        generation: u64,
        puts: &[Put],
        merge: Merge,
        start: Start,
    ) -> Result<Written, StoreError> {
        let stored = self.generation().await?;
        let (empty, only_if) = match start {
            Start::AsItIs => (false, None),
            Start::Empty(only_if) => (true, only_if),
        };
        if let Some(put) = only_if
            && answer(self.store.get(&put.key.as_str().into()))
                .await?
                .as_string()
                != put.text
        {
            return Err(StoreError::Changed);
        }
        let afresh = outdated(stored, generation)? || empty;
        if empty && !puts.is_empty() && stored == Some(generation) {
            // Another tab has just put something in place of everything.
            return Err(StoreError::Stale);
        }
        // First everything is read and merged, then everything is written without a pause: should
        // the merge stop the program, the browser finds nothing to commit.
        let merged = self.merged(puts, merge, afresh).await?;
        if afresh {
            self.clear()?;
        }
        if afresh || stored.is_none() {
            self.put_generation(generation)?;
        }
        let mut written = Ok(());
        merged.for_each(&mut |text, key| {
            if written.is_ok() {
                written = self.put(&key, &text);
            }
        });
        written?;
        let first = puts.first().map(|put| merged.get(&put.key.as_str().into()));
        self.commit().await?;
        Ok(Written {
            was_new: stored.is_none(),
            first: first.and_then(|text| text.as_string()),
        })
    }

    /// What to write: a text or, to remove it, null for each key. What is stored already is left out.
    async fn merged(&self, puts: &[Put], merge: Merge, afresh: bool) -> Result<Map, StoreError> {
        let merged = Map::new();
        for put in puts {
            let key = JsValue::from_str(&put.key);
            let Some(new) = put.text.as_deref() else {
                merged.set(&key, &JsValue::NULL);
                continue;
            };
            let stored = if afresh || merged.has(&key) {
                merged.get(&key)
            } else {
                answer(self.store.get(&key)).await?
            };
            let stored = stored.as_string();
            let text = merge(stored.as_deref(), new).ok_or(StoreError::TooNew)?;
            if stored.as_ref() != Some(&text) {
                merged.set(&key, &JsValue::from_str(&text));
            }
        }
        Ok(merged)
    }

    fn put(&self, key: &JsValue, text: &JsValue) -> Result<(), StoreError> {
        send(if text.is_null() {
            self.store.delete(key)
        } else {
            self.store.put_with_key(text, key)
        })
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        // Of no effect once it has ended.
        let _ = self.raw.abort();
    }
}

fn begin(database: &IdbDatabase, mode: Mode) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    let mode = match mode {
        Mode::Read => "readonly",
        Mode::Write => {
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            "readwrite"
        }
    };
    // web-sys keeps the durability among its unstable names, so the call is made by hand.
    Reflect::get(database, &"transaction".into())?
        .unchecked_into::<Function>()
        .call3(database, &STORE.into(), &mode.into(), &options)
        .map(JsCast::unchecked_into)
}
