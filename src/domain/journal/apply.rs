//! Carrying out a change, and whether one can still be taken back without taking back a later one.

use super::{Journal, Row};
use crate::domain::change::{Changed, Key};
use crate::domain::record::{extra_beside, kept_key, stamp_in};
use crate::domain::settings::each;
use crate::domain::stamp::{Stamp, Stamps};
use serde_json::Value;

impl Journal {
    /// Carries out a change under the stamp that says when. Nothing is refused here: commands have done that. Of the
    /// settings only the choices that it changes are written.
    pub fn apply(&mut self, changed: &Changed, stamp: Stamp) {
        for change in &changed.0 {
            let stamp = self.over_foreign(&change.key, stamp);
            let old = self.rows.get(&change.key);
            let row = if change.key == Key::Settings {
                each::changed(old, change, stamp)
            } else {
                let body = change.after.clone();
                let extra = old.and_then(|old| extra_beside(old, body.as_ref()));
                Some(Row { stamp, body, extra })
            };
            if let Some(row) = row {
                self.rows.insert(change.key.clone(), row);
            }
        }
    }

    /// Lets go of what only a newer version can read there, for something that is written over it: its stamp.
    fn over_foreign(&mut self, key: &Key, stamp: Stamp) -> Stamp {
        if self.foreign.is_empty() {
            return stamp;
        }
        let Some(Value::String(text)) = self.foreign.remove(&kept_key(key)) else {
            return stamp;
        };
        let mut stamps = Stamps::new(stamp.device);
        stamps.see(stamp_in(&text));
        stamp.max(stamps.next(0))
    }

    /// What is no longer as a change left it that is to be taken back by `undo`: of the settings, only the choices that
    /// it touches count.
    #[must_use]
    pub fn changed_since(&self, undo: &Changed) -> Vec<Key> {
        let mut since = Vec::new();
        for change in &undo.0 {
            let changed = if change.key == Key::Settings {
                each::differs(self.rows.get(&Key::Settings), change)
            } else {
                self.body(&change.key) != change.before.as_ref()
            };
            if changed {
                since.push(change.key.clone());
            }
        }
        since
    }
}

#[cfg(test)]
#[path = "apply_tests.rs"]
mod tests;
