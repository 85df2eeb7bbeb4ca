//! Which writes to the durable copy a tab knows of: each raises the store's revision by one.

use super::Replicas;
use super::quota::write_vault;
use crate::domain::record;
use crate::platform::storage::{Put, StoreError, Vault, Written};
use crate::store::reserved_keys::{LOCK, LOCK_AGAIN, META, is_lock, meta_with, revision};
use std::cell::Cell;
use std::rc::Rc;

/// The revision up to which this tab knows all that the durable copy holds.
#[derive(Debug, Default)]
pub(crate) struct Revisions {
    pub(super) known: Cell<Option<u64>>,
    /// What a store that has none begins with: another number for every page and every write.
    next: Cell<u64>,
}

/// How many numbers a page has for itself.
const OF_A_PAGE: u64 = 1 << 20;
/// So many writes apart, two revisions have nothing to do with each other.
const FAR: u64 = 100_000;
/// Spreads them: an odd number close to 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
/// How many bits are left away so that JavaScript holds the rest exactly.
const TOO_MANY_BITS: u32 = 12;

impl Revisions {
    /// For a page with this number.
    pub(crate) fn new(seed: u32) -> Rc<Self> {
        Rc::new(Self {
            known: Cell::new(None),
            next: Cell::new(u64::from(seed) * OF_A_PAGE),
        })
    }

    /// Knows all up to this one.
    pub(crate) fn set(&self, revision: Option<u64>) {
        self.known.set(revision);
    }

    /// Whether nothing has been written since what is known.
    pub(super) fn is_known(&self, revision: Option<u64>) -> bool {
        revision.is_some() && self.known.get() == revision
    }

    /// A write made this revision: nothing lies between where it follows on what is known.
    fn follow(&self, revision: u64) {
        if self.known.get() == Some(revision.wrapping_sub(1)) {
            self.known.set(Some(revision));
        }
    }

    /// Whether what was known has been put away as a whole: two tabs that do so at the same moment raise the generation to
    /// the same number, but each begins with a revision of its own. One that an older version left without tells nothing;
    /// and at generation 0 nothing was ever put away: there the browser has cleared the store, and this page may be all
    /// that is left.
    fn ends_at(&self, revision: Option<u64>, was_emptied: bool) -> bool {
        let Some(known) = self.known.get() else {
            return false;
        };
        revision.map_or(was_emptied, |revision| revision.wrapping_sub(known) > FAR)
    }

    /// Far from every other, also of this page: an older version may have written in between, and then what follows on
    /// what is known is not all there is.
    pub(super) fn first(&self) -> u64 {
        let next = self.next.get();
        self.next.set(next + 1);
        next.wrapping_mul(SPREAD) >> TOO_MANY_BITS
    }
}

/// What came of looking whether anything was written elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// Nothing.
    Nothing,
    /// Everything was put in place of everything, or deleted.
    Replaced,
    /// Something, up to this revision.
    Something(Option<u64>),
}

impl Replicas {
    /// Takes note of what a write made of the revision.
    pub(super) fn note(&self, written: &Written) {
        let revision = written.first.as_deref().and_then(revision);
        if written.was_new {
            // Nothing was there that this tab does not know.
            self.revisions.set(revision);
        } else if let Some(revision) = revision {
            self.revisions.follow(revision);
        }
    }

    /// Looks, with one read of the durable copy where nothing was, whether another tab has written anything. The quick copy
    /// alone has no number of its writes.
    ///
    /// # Errors
    /// When the durable copy cannot be read.
    pub(crate) async fn news(&self) -> Result<News, StoreError> {
        let quick = self.mirror.as_ref().map(|mirror| {
            let stored = mirror.generation().ok().flatten();
            // The number of a wipe that has not ended may be of no use.
            (
                stored,
                stored > Some(self.generation) && !mirror.holds_older(),
            )
        });
        let (stored, is_replaced) = quick.unwrap_or_default();
        if is_replaced {
            return Ok(News::Replaced);
        }
        let Some(vault) = &self.vault else {
            let is_of_now = stored == Some(self.generation);
            return Ok(if is_of_now {
                News::Something(None)
            } else {
                News::Nothing
            });
        };
        let found = vault.read(vec![META.to_owned()]).await?.pop();
        let revision = found.as_ref().and_then(|(_, text)| revision(text));
        if self.revisions.is_known(revision) {
            return Ok(News::Nothing);
        }
        let stored = vault.generation().await?;
        // What the browser cleared has no number, and is begun again by who writes next.
        let was_emptied = found.is_none() && stored.is_some();
        let is_other = self.generation > 0 && self.revisions.ends_at(revision, was_emptied);
        Ok(if stored > Some(self.generation) || is_other {
            News::Replaced
        } else {
            News::Something(revision)
        })
    }

    /// What goes first with every write to the durable copy.
    pub(super) fn raising(&self) -> Put {
        meta_with(record::VERSION, self.revisions.first())
    }

    /// What the durable copy says of its revision, to be handed to [`Replicas::replace`] once all that it holds has been
    /// read. One that an older version left without is given one first.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub(crate) async fn revision_now(&self) -> Result<Put, StoreError> {
        let vault = self.vault.as_ref().ok_or(StoreError::Blocked)?;
        let read = || vault.read(vec![META.to_owned()]);
        let mut found = read().await?.pop();
        if found
            .as_ref()
            .and_then(|(_, text)| revision(text))
            .is_none()
        {
            let first = Rc::new(vec![self.raising()]);
            let written = write_vault(&**vault, self.generation, first).await?;
            self.note(&written);
            found = read().await?.pop();
        }
        let (key, text) = found.unwrap_or_default();
        Ok(Put::new(key, text))
    }
}

/// The revision that a durable copy is at, and what it is locked with.
pub(super) async fn read_state(
    vault: &dyn Vault,
) -> Result<(Option<u64>, Vec<String>), StoreError> {
    let (mut last, mut locks) = (None, Vec::new());
    let keys = [META, LOCK, LOCK_AGAIN].map(str::to_owned);
    for (key, text) in vault.read(keys.into()).await? {
        if is_lock(&key) {
            locks.push(text);
        } else {
            last = revision(&text);
        }
    }
    Ok((last, locks))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_first_revision_is_near_another_one() {
        let mut all = BTreeSet::new();
        for seed in [0, 1, 2, 7, u32::MAX] {
            let revisions = Revisions::new(seed);
            all.extend((0..200).map(|_| revisions.first()));
        }
        assert_eq!(all.len(), 5 * 200);
        let mut last = None;
        for revision in all {
            // So many writes may an older version come in between.
            let is_near = last.is_some_and(|last: u64| revision - last < FAR);
            assert!(!is_near, "{last:?} {revision}");
            assert!(revision < 1 << 53, "JavaScript does not hold {revision}");
            last = Some(revision);
        }
    }
}
