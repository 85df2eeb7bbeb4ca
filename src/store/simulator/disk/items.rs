//! The items of `localStorage`, and which of their changes a crash may take back.
//!
//! A browser keeps changes in memory and writes them down together: Chromium 5 s after the first of them, and at
//! most 60 times an hour. Each change reaches the browser as a message of its own.

use super::Random;
use std::collections::BTreeMap;

/// How long after the first change it is written down.
const FLUSH_MS: u64 = 5_000;
/// How much later it is where it was written down a short while ago.
const FLUSH_LATER_MS: u64 = 60_000;

/// All items, by their full keys.
#[derive(Default)]
pub(super) struct Items {
    by_key: BTreeMap<String, String>,
    /// The changes that are not written down yet, the oldest first.
    unwritten: Vec<Change>,
    /// When they will be.
    flush_at: Option<u64>,
}

/// One change, by what was there before it.
struct Change {
    key: String,
    before: Option<String>,
    /// The call that made it.
    call: u64,
}

impl Items {
    pub(super) fn get(&self, key: &str) -> Option<&String> {
        self.by_key.get(key)
    }

    pub(super) fn all(&self) -> &BTreeMap<String, String> {
        &self.by_key
    }

    pub(super) fn bytes(&self) -> usize {
        let items = self.by_key.iter();
        items.map(|(key, text)| key.len() + text.len()).sum()
    }

    /// Changes one item, or removes it.
    pub(super) fn change(
        &mut self,
        key: &str,
        text: Option<String>,
        call: u64,
        now: u64,
        random: &Random,
    ) {
        self.flush_if_due(now);
        let before = match text {
            Some(text) => self.by_key.insert(key.to_owned(), text),
            None => self.by_key.remove(key),
        };
        let key = key.to_owned();
        self.unwritten.push(Change { key, before, call });
        self.flush_at.get_or_insert_with(|| {
            let later = random.one_in(2);
            now + FLUSH_MS + random.below(if later { FLUSH_LATER_MS } else { 1 })
        });
    }

    /// What a crash does: all changes after some point since the last flush are gone. Answers whether there were any.
    pub(super) fn roll_back(&mut self, tears: bool, now: u64, random: &Random) -> bool {
        self.flush_if_due(now);
        let points: Vec<usize> = (0..=self.unwritten.len())
            .filter(|&point| tears || self.is_between_calls(point))
            .collect();
        let point = random.pick(&points).copied().unwrap_or_default();
        let lost = self.unwritten.split_off(point);
        for change in lost.iter().rev() {
            match &change.before {
                Some(text) => self.by_key.insert(change.key.clone(), text.clone()),
                None => self.by_key.remove(&change.key),
            };
        }
        self.flush();
        !lost.is_empty()
    }

    /// Writes all changes down, as when the browser is closed in peace.
    pub(super) fn flush(&mut self) {
        self.unwritten.clear();
        self.flush_at = None;
    }

    /// Nothing has changed since, so it does not matter that it is done late.
    fn flush_if_due(&mut self, now: u64) {
        if self.flush_at.is_some_and(|at| at <= now) {
            self.flush();
        }
    }

    fn is_between_calls(&self, point: usize) -> bool {
        let call = |change: usize| self.unwritten.get(change).map(|change| change.call);
        point == 0 || call(point - 1) != call(point)
    }
}
