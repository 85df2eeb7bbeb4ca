//! What must hold in the end, when all is quiet and the diary has been opened once more.

use super::{Made, Oracle, marks_in};
use crate::domain::change::Key;
use crate::store::simulator::device::Device;
use crate::store::simulator::shell::SimPage;
use std::rc::Rc;

impl Oracle {
    /// All has been quiet for a while, and every tab has looked what others did.
    pub(in crate::store::simulator) fn is_quiet(&mut self, device: &Device) {
        let mut first: Option<Rc<SimPage>> = None;
        for page in device.pages() {
            let Some(tab) = page.tab() else { continue };
            // A step that waits for an answer which never comes holds everything back, and the page shows that it waits.
            if page.is_busy.get() {
                continue;
            }
            if !tab.is_at_rest() && !tab.is_read_only() && !tab.is_locked() {
                self.fail(format!("6 page {} is not at rest", page.owner));
            }
            // One that has gone on with the quick copy alone hears of nothing.
            let is_alone = !tab.has_vault() || page.is_mirror_only();
            // And one that holds what the browser threw away has nothing to look at.
            if !page.is_open() || is_alone || Some(page.opened) <= self.forgotten() {
                continue;
            }
            match &first {
                None => first = Some(page),
                Some(first) => {
                    let pages = (first.owner, page.owner);
                    for key in different(first, &page) {
                        if !self.alone.contains(&key) {
                            let stamp = |page: &SimPage| {
                                let journal = page.journal.borrow();
                                journal.row(&key).map(|row| row.stamp)
                            };
                            let stamps = (stamp(first), stamp(&page));
                            self.fail(format!("4 pages {pages:?} show {key:?} of {stamps:?}"));
                        }
                    }
                }
            }
        }
    }

    /// What the last page shows, and what is left on the device.
    pub(in crate::store::simulator) fn ends(&mut self, page: &SimPage) {
        let journal = page.journal.borrow();
        let mut lost = Vec::new();
        for (key, kept) in &self.kept {
            let there = journal.row(key).map(|row| row.stamp);
            if there < Some(kept.stamp) {
                lost.push(format!("{key:?} of {:?}, not {there:?}", kept.stamp));
            }
        }
        for lost in lost {
            self.fail(format!("1 what was saved is lost: {lost}"));
        }
        let is_locked = page.tab().is_some_and(|tab| tab.sealed().is_some());
        let text = page.device.disk.all_text();
        let mut found = Vec::new();
        for word in marks_in(&text) {
            let gone = self.words.get(word).is_some_and(Made::is_gone);
            if is_locked {
                found.push(format!("3 {word} stands in a locked device"));
            } else if gone {
                found.push(format!("2 {word} was deleted, and is there"));
            }
        }
        for found in found {
            self.fail(found);
        }
    }
}

impl Made {
    fn is_gone(&self) -> bool {
        self.gone.is_some()
    }
}

/// What two pages show differently.
fn different(first: &SimPage, second: &SimPage) -> Vec<Key> {
    let (one, other) = (first.journal.borrow(), second.journal.borrow());
    let all = one.keys().chain(other.keys());
    let different = all.filter(|key| one.row(key) != other.row(key));
    different.cloned().collect()
}
