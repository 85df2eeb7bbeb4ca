//! Records from elsewhere, some of which a clock that was ahead may have stamped: brought near, so that a wrong clock there
//! cannot win for years over what is done here.
//!
//! What is brought near comes behind all that is here now, in its own order, and remembers the latest stamp it came with
//! (`was`, beside the stamp). A copy that is opened again brings nothing that was taken in before: what was done here
//! since stays, for as long as the thing is known, and whatever the clocks show by then.

use crate::domain::change::Key;
use crate::domain::fields::{Fields, Stored};
use crate::domain::journal::{Journal, Row};
use crate::domain::record::{Loaded, note_was, was};
use crate::domain::settings::each::Each;
use crate::domain::stamp::{Stamp, Stamps};

/// What is to become of a stamp.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It stays.
    Stays,
    /// It is brought near.
    Nears,
    /// It was taken in before: it loses.
    Loses,
}

impl Journal {
    /// Records from elsewhere as they are to be taken in here.
    #[must_use]
    pub fn receive(&self, mut records: Vec<Loaded>, now_ms: u64) -> Vec<Loaded> {
        let mut newest = self.latest();
        let mut ahead: Vec<&mut Stamp> = Vec::new();
        let mut rows: Vec<(&mut Row, Vec<Stamped>)> = Vec::new();
        for (key, row) in records.iter_mut().flat_map(|loaded| &mut loaded.rows) {
            let mut stamps = stamps_of(key, row);
            let mut taken_in = Stamp::default();
            for stamped in &mut stamps {
                stamped.fate = fate(self.rows.get(key), key, row, stamped, now_ms);
                match stamped.fate {
                    Fate::Stays => newest = newest.max(stamped.stamp),
                    Fate::Nears => taken_in = taken_in.max(stamped.stamp),
                    Fate::Loses => {
                        taken_in = taken_in.max(stamped.stamp);
                        stamped.stamp = Stamp::default();
                    }
                }
            }
            // Most stay as they are.
            if taken_in > Stamp::default() {
                note_was(row, taken_in);
                rows.push((row, stamps));
            }
        }
        for stamped in rows.iter_mut().flat_map(|(_, stamps)| stamps) {
            if stamped.fate == Fate::Nears {
                ahead.push(&mut stamped.stamp);
            }
        }
        ahead.sort_unstable();
        let mut near = Stamps::new(0);
        near.see(newest);
        for stamp in ahead {
            let device = stamp.device;
            *stamp = Stamp {
                device,
                ..near.next(now_ms)
            };
        }
        for (row, stamps) in rows {
            put_stamps(row, stamps);
        }
        records
    }
}

/// A stamp of a row: its own, or of the settings that of a field, or of all that are not named.
struct Stamped {
    stamp: Stamp,
    /// The field's name; none for the row, and for all that are not named.
    name: Option<String>,
    fate: Fate,
}

fn stamps_of(key: &Key, row: &Row) -> Vec<Stamped> {
    let stamped = |stamp, name| Stamped {
        stamp,
        name,
        fate: Fate::Stays,
    };
    if *key != Key::Settings {
        return vec![stamped(row.stamp, None)];
    }
    let each = Each::of(row);
    let mut stamps = vec![stamped(each.base, None)];
    for name in each.of.keys() {
        stamps.push(stamped(each.at(name), Some(name.clone())));
    }
    stamps
}

fn put_stamps(row: &mut Row, stamps: Vec<Stamped>) {
    let mut each = Each {
        base: Stamp::default(),
        of: Fields::new(),
    };
    for Stamped { stamp, name, .. } in stamps {
        match name {
            Some(name) => {
                each.of.insert(name, stamp.form());
            }
            None => each.base = stamp,
        }
    }
    each.put(row);
}

fn fate(here: Option<&Row>, key: &Key, row: &Row, stamped: &Stamped, now_ms: u64) -> Fate {
    let stamp = stamped.stamp;
    let Some(here) = here else {
        return if stamp.is_ahead(now_ms) {
            Fate::Nears
        } else {
            Fate::Stays
        };
    };
    let known = was(row);
    if stamp <= was(here) && known < was(here) {
        return Fate::Loses;
    }
    let here = match (&stamped.name, *key == Key::Settings) {
        (Some(name), _) => Each::of(here).at(name),
        (None, true) => Each::of(here).base,
        (None, false) => here.stamp,
    };
    // Written somewhere over what is here, which a clock that was ahead had stamped.
    let follows = known >= here && known > Stamp::default();
    if stamp > here && stamp.is_ahead(now_ms) || stamp < here && follows {
        return Fate::Nears;
    }
    Fate::Stays
}

#[cfg(test)]
#[path = "receive_laws_tests.rs"]
mod laws_tests;
#[cfg(test)]
#[path = "receive_tests.rs"]
mod tests;
