//! A device with two stores, which is locked, opened and stopped.

use super::*;
use crate::platform::storage::load_mirror;

/// A device, with the two stores of it.
#[derive(Clone)]
pub(super) struct Device {
    pub(super) mirror: MemoryMirror,
    pub(super) vault: MemoryVault,
    pub(super) faults: Faults,
}

impl Device {
    /// One with a few records and a draft, in plain words.
    pub(super) fn plain() -> (Self, Journal) {
        let faults = Faults::default();
        let device = Self {
            mirror: MemoryMirror::with(&faults),
            vault: MemoryVault::with(&faults),
            faults,
        };
        let journal = journal();
        let replicas = device.open().0;
        for key in record::stored_keys(&journal) {
            let text = record::write(&journal, &key).unwrap();
            now(replicas.write(vec![Put::new(key, text)])).unwrap();
        }
        let draft = Put::new([DRAFT, "#/goal"].concat(), MARKER);
        now(replicas.write_beside(draft)).unwrap();
        (device, journal)
    }

    /// A device of its own with what this one holds, which does not fail.
    pub(super) fn as_it_is(&self) -> Self {
        let faults = Faults::default();
        let (mirror, vault) = (MemoryMirror::with(&faults), MemoryVault::with(&faults));
        let copy = |from: Vec<(String, String)>| -> Vec<Put> {
            from.into_iter()
                .map(|(key, text)| Put::new(key, text))
                .collect()
        };
        if let Some(generation) = self.mirror.generation().unwrap() {
            let puts = copy(load_mirror(&self.mirror).unwrap());
            mirror.write(generation, &puts, newest).unwrap();
        }
        if let Some(generation) = now(self.vault.generation()).unwrap() {
            let puts = copy(now(self.vault.load(None, 9_999)).unwrap());
            now(vault.replace(generation, Rc::new(puts), None)).unwrap();
        }
        Self {
            mirror,
            vault,
            faults,
        }
    }

    pub(super) fn stores(&self) -> Stores {
        Stores {
            vault: Some(Rc::new(self.vault.clone())),
            mirror: Some(Rc::new(self.mirror.clone())),
        }
    }

    /// What a start finds: the stores, what was read, and whether they are locked.
    pub(super) fn open(&self) -> (Replicas, Boot, bool) {
        let mirror: Rc<dyn Mirror> = Rc::new(self.mirror.clone());
        let (mut replicas, boot) = Replicas::open(Some(mirror), 7);
        let boot = RefCell::new(boot);
        let vault = Rc::new(self.vault.clone());
        let outdated = |_| ();
        let joined = now(replicas.join(vault, &boot, outdated, async || ())).unwrap();
        (replicas, boot.take(), joined == Joined::Locked)
    }

    /// Locks it, from whatever it is now, as [`App::set_lock`] does.
    pub(super) fn lock(
        &self,
        before: &Replicas,
        puts: Vec<Put>,
        passcode: &str,
    ) -> Result<SealedVault, StoreError> {
        let made = now(keys::make(&Quick, &[(By::Passcode, passcode.to_owned())])).unwrap();
        let Made { lock, cipher } = made;
        let mark = Put::new(LOCK, lock.write());
        let _ = self.mirror.write(before.generation, &[mark], newest);
        let sealed = SealedVault::new(self.stores(), cipher, lock, false).unwrap();
        let mut after = Replicas {
            mirror: None,
            vault: Some(Rc::new(sealed.clone())),
            ..before.clone()
        };
        let keys: Vec<String> = puts.iter().map(|put| put.key.clone()).collect();
        let all = keys.len();
        now(before.make_room());
        now(after.replace(puts, None))?;
        let _ = now(sealed.tidy_mirror((keys, all)));
        Ok(sealed)
    }

    /// A locked one.
    pub(super) fn locked() -> (Self, Journal) {
        let (device, journal) = Self::plain();
        let (before, boot, _) = device.open();
        let puts = everything(&boot.journal);
        device.lock(&before, puts, "open sesame").unwrap();
        (device, journal)
    }

    /// Opens a locked one, as [`App::unlock`] does. `None`: with something else.
    pub(super) fn unlock(&self, passcode: &str) -> Option<(Replicas, Boot, SealedVault)> {
        let (_, boot, is_locked) = self.open();
        assert!(is_locked, "it is not locked");
        let lock = newest_lock(&boot)?;
        let typed = passcode.to_owned();
        let cipher = now(keys::open(&Quick, &lock, By::Passcode, typed))?;

        let sealed = SealedVault::new(self.stores(), cipher, lock, true).unwrap();
        if !now(sealed.opens()).unwrap() {
            return None;
        }
        let mut replicas = Replicas {
            revisions: Revisions::new(8),
            ..Replicas::default()
        };
        let boot = RefCell::new(Boot::default());
        let vault = Rc::new(sealed.clone());
        let joined = now(replicas.join(vault, &boot, |_| (), async || ()));
        // A device that fails may stop it.
        joined.ok().filter(|joined| *joined != Joined::Locked)?;
        Some((replicas, boot.take(), sealed))
    }

    /// Everything that stands in both stores, as one text.
    pub(super) fn all_text(&self) -> String {
        let mut texts = now(self.vault.load(None, 9_999)).unwrap();
        texts.extend(load_mirror(&self.mirror).unwrap());
        texts
            .into_iter()
            .map(|(key, text)| [key, text].join("\n"))
            .collect()
    }

    /// Nothing of the person's can be read in either store: no word, no date, no kind.
    pub(super) fn is_unreadable(&self) {
        let all = self.all_text();
        for marker in [
            MARKER, "Quill", DAY, "2026", "goal", "day/", "draft", "items", "settings",
        ] {
            assert!(!all.contains(marker), "{marker} stands in a locked store");
        }
    }
}
