//! What the durable copy holds, and what one transaction does to it.

use crate::platform::storage::{Merge, Put, Puts, StoreError, Written, outdated};
use std::collections::BTreeMap;
use std::ops::Bound;

/// The durable copy as it was committed.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    pub(super) generation: Option<u64>,
    pub(super) by_key: BTreeMap<String, String>,
}

/// What a transaction does.
pub(super) enum Work {
    Generation,
    Load {
        after: Option<String>,
        limit: u32,
    },
    Read {
        keys: Vec<String>,
    },
    Write {
        generation: u64,
        puts: Puts,
        merge: Merge,
        start: Start,
    },
}

/// What a write finds.
pub(super) enum Start {
    /// What was stored before.
    AsItIs,
    /// Nothing: it is all removed, but only where a key still holds a text.
    Empty(Option<Put>),
}

/// What came of a transaction: only what was asked for is filled in.
#[derive(Default)]
pub(super) struct Done {
    pub(super) generation: Option<u64>,
    pub(super) records: Vec<(String, String)>,
    pub(super) written: Written,
}

impl Work {
    pub(super) fn is_write(&self) -> bool {
        matches!(self, Self::Write { .. })
    }

    /// Does all of it, or nothing.
    pub(super) fn run(
        &self,
        stored: &mut Records,
        room: Option<usize>,
    ) -> Result<Done, StoreError> {
        let mut done = Done::default();
        match self {
            Self::Generation => done.generation = stored.generation,
            Self::Load { after, limit } => done.records = stored.load(after.as_deref(), *limit),
            Self::Read { keys } => done.records = stored.read(keys),
            Self::Write {
                generation,
                puts,
                merge,
                start,
            } => done.written = stored.write(*generation, puts, *merge, start, room)?,
        }
        Ok(done)
    }
}

impl Records {
    fn load(&self, after: Option<&str>, limit: u32) -> Vec<(String, String)> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        self.by_key
            .range::<str, _>((from, Bound::Unbounded))
            .take(usize::try_from(limit).unwrap_or(usize::MAX))
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect()
    }

    fn read(&self, keys: &[String]) -> Vec<(String, String)> {
        keys.iter()
            .filter_map(|key| Some((key.clone(), self.by_key.get(key)?.clone())))
            .collect()
    }

    fn write(
        &mut self,
        generation: u64,
        puts: &[Put],
        merge: Merge,
        start: &Start,
        room: Option<usize>,
    ) -> Result<Written, StoreError> {
        let afresh = self.is_afresh(generation, puts, start)?;
        let none = BTreeMap::new();
        let kept = if afresh { &none } else { &self.by_key };
        let mut changes: Changes = BTreeMap::new();
        let mut is_text_new = false;
        for put in puts {
            let stored = standing(kept, &changes, &put.key);
            let text = match put.text.as_deref() {
                Some(new) => Some(merge(stored, new).ok_or(StoreError::TooNew)?),
                None => None,
            };
            is_text_new |= text.is_some() && text.as_deref() != stored;
            changes.insert(&put.key, text);
        }
        if is_text_new && room.is_some_and(|room| bytes_after(kept, &changes) > room) {
            return Err(StoreError::Full);
        }
        let first = puts.first().map(|put| standing(kept, &changes, &put.key));
        let written = Written {
            was_new: self.generation.is_none(),
            first: first.flatten().map(str::to_owned),
        };
        // Nothing can go wrong from here on.
        if afresh {
            self.by_key.clear();
        }
        for (key, text) in changes {
            match text {
                Some(text) => self.by_key.insert(key.to_owned(), text),
                None => self.by_key.remove(key),
            };
        }
        self.generation = Some(generation);
        Ok(written)
    }

    /// Whether what is stored counts as not there.
    fn is_afresh(&self, generation: u64, puts: &[Put], start: &Start) -> Result<bool, StoreError> {
        let Start::Empty(only_if) = start else {
            return outdated(self.generation, generation);
        };
        if let Some(only_if) = only_if
            && self.by_key.get(&only_if.key) != only_if.text.as_ref()
        {
            return Err(StoreError::Changed);
        }
        outdated(self.generation, generation)?;
        if !puts.is_empty() && self.generation == Some(generation) {
            // Another tab has just put something in place of everything.
            return Err(StoreError::Stale);
        }
        Ok(true)
    }
}

/// What a write stores under its keys, and `None` where it removes something.
type Changes<'a> = BTreeMap<&'a str, Option<String>>;

/// The text under a key, so far.
fn standing<'a>(
    kept: &'a BTreeMap<String, String>,
    changes: &'a Changes<'_>,
    key: &str,
) -> Option<&'a str> {
    match changes.get(key) {
        Some(text) => text.as_deref(),
        None => kept.get(key).map(String::as_str),
    }
}

fn bytes_after(kept: &BTreeMap<String, String>, changes: &Changes<'_>) -> usize {
    let kept = kept.iter();
    let kept = kept.filter(|(key, _)| !changes.contains_key(&***key));
    let kept: usize = kept.map(|(key, text)| key.len() + text.len()).sum();
    let new = changes
        .iter()
        .filter_map(|(key, text)| Some((key, text.as_ref()?)));
    kept + new.map(|(key, text)| key.len() + text.len()).sum::<usize>()
}
