//! A tab of a version older than the revision: it writes `meta` without one, and never reads it.

use super::Scene;
use super::data::{entry, today};
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::domain::stamp::Stamps;
use crate::platform::storage::{Mirror, Put, StoreError, Vault};
use crate::store::reserved_keys::{META, min_reader};
use crate::store::simulator::world::Random;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What it wrote first with every write.
const ITS_META: &str = r#"{"min_reader":1}"#;
/// Its number as the owner of what it does: no page has it.
const OWNER: u32 = 1_000_000;

/// The older tab.
pub(in crate::store::simulator) struct OlderTab {
    vault: Rc<dyn Vault>,
    journal: RefCell<Journal>,
    stamps: RefCell<Stamps>,
    generation: Cell<u64>,
    opened: u64,
    /// Whether it has read all, and may write.
    is_ready: Cell<bool>,
}

/// Its merge: it knows no newer store than a plain one, and no revision.
fn merge(stored: Option<&str>, new: &str) -> Option<String> {
    let Some(stored) = stored else {
        return Some(new.to_owned());
    };
    if new == ITS_META {
        let newer = min_reader(stored).is_some_and(|version| version > 1);
        return (!newer).then(|| new.to_owned());
    }
    crate::store::reserved_keys::merge(Some(stored), new)
}

impl OlderTab {
    /// `mirrored`: the generation of the quick copy.
    async fn start(&self, mirrored: Option<u64>) -> Result<(), StoreError> {
        let stored = self.vault.generation().await?;
        self.generation
            .set(stored.max(mirrored).unwrap_or_default());
        for (key, text) in self.vault.load(None, 9_999).await? {
            if key == META && min_reader(&text).is_some_and(|version| version > 1) {
                return Err(StoreError::TooNew);
            }
            if let Ok(loaded) = record::read(&key, &text) {
                self.journal.borrow_mut().absorb(loaded);
            }
        }
        let latest = self.journal.borrow().latest();
        self.stamps.borrow_mut().see(latest);
        self.is_ready.set(true);
        Ok(())
    }
}

impl Scene {
    /// Ends it.
    pub(super) fn end_older(&self) {
        if self.older.take().is_some() {
            self.device.world.kill(OWNER);
        }
    }

    /// Opens one, in place of the last.
    pub(super) fn open_older(&self) {
        self.end_older();
        let older = Rc::new(OlderTab {
            vault: Rc::new(self.device.disk.vault(OWNER)),
            journal: RefCell::default(),
            stamps: RefCell::new(Stamps::new(OWNER)),
            generation: Cell::new(0),
            opened: self.device.world.now(),
            is_ready: Cell::new(false),
        });
        self.older.replace(Some(Rc::clone(&older)));
        let mirrored = self.device.disk.mirror().generation().unwrap();
        let start = async move { drop(older.start(mirrored).await) };
        self.device.world.spawn(OWNER, Box::pin(start));
    }

    /// Something is written down in it.
    pub(super) fn write_older(&self, random: &Random) {
        let Some(older) = self.older.borrow().clone() else {
            return;
        };
        if !older.is_ready.get() {
            return;
        }
        let journal = older.journal.borrow().clone();
        let changed = journal.log(today(), &entry(random), today(), random.next());
        let Ok(changed) = changed else { return };
        let stamp = older.stamps.borrow_mut().next(self.device.now_ms());
        older.journal.borrow_mut().apply(&changed, stamp);
        let mut puts = vec![Put::new(META, ITS_META)];
        for change in &changed.0 {
            let key = record::stored_key(&change.key);
            let text = record::write(&older.journal.borrow(), &key);
            puts.push(Put { key, text });
            let mut oracle = self.device.oracle.borrow_mut();
            oracle.came(
                self.device.world.now(),
                &change.key,
                stamp,
                change.after.as_ref(),
            );
        }
        let device = Rc::clone(&self.device);
        let work = async move {
            let generation = older.generation.get();
            let written = older.vault.write(generation, Rc::new(puts), merge).await;
            device.note(|| format!("the older tab writes: {written:?}"));
            if written.is_ok() {
                let mut oracle = device.oracle.borrow_mut();
                for change in changed.0 {
                    oracle.saved_by_older(older.opened, change.key, stamp, generation);
                }
            } else {
                older.is_ready.set(false);
            }
        };
        self.device.world.spawn(OWNER, Box::pin(work));
    }
}
