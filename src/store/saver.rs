//! When "Saved" may be said: a state machine that is told what happens and answers what is to be done. It knows no
//! browser, no timer and no journal; whoever drives it (`tab.rs`, and the simulator's tests) carries its outputs out.
//!
//! Every change of a key gets a sequence number. A write carries the number of its time, and what it brought to the
//! device is the newest only where the key has not changed since. "Saved" is said when that is so for every key.

mod messages;

pub use messages::Saving;
pub(crate) use messages::{Input, Output, Wrote};

use crate::platform::storage::StoreError;

/// A record that is not known to be on the device as it is now.
#[derive(Debug)]
struct Pending {
    key: String,
    /// The number of its latest change.
    newest: u64,
    /// The number of the latest change that is on its way; 0 for none.
    on_its_way: u64,
}

/// A write that has not ended.
#[derive(Debug)]
struct Write {
    number: u64,
    keys: Vec<String>,
    /// The number of the latest change when it began.
    at: u64,
}

/// What is changed, on its way and saved.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is told on its own, and any may be with any"
)]
pub(crate) struct Saver {
    pending: Vec<Pending>,
    writes: Vec<Write>,
    /// Counts changes, and writes.
    count: u64,
    saving: Saving,
    may_write: bool,
    read_only: bool,
    /// Forms that are on their way as they are typed.
    drafts: u32,
    /// Whether the page is to load anew as soon as all is saved.
    shutting: bool,
    /// Whether that has been tried for a while, so that the person may see what could not be saved.
    may_reopen: bool,
}

impl Saver {
    /// Nothing changed; nothing may be written yet.
    pub(crate) fn new() -> Self {
        Self {
            pending: Vec::new(),
            writes: Vec::new(),
            count: 0,
            saving: Saving::Idle,
            may_write: false,
            read_only: false,
            drafts: 0,
            shutting: false,
            may_reopen: false,
        }
    }

    /// Whether changes may be written.
    pub(crate) fn may_write(&self) -> bool {
        self.may_write
    }

    /// Whether nothing may be changed, because a newer version has written here.
    pub(crate) fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether all that was changed is on the device.
    pub(crate) fn is_at_rest(&self) -> bool {
        self.pending.is_empty()
    }

    /// Whether nothing is on its way to the device.
    pub(crate) fn is_quiet(&self) -> bool {
        self.writes.is_empty() && self.drafts == 0
    }

    /// The keys of what is not known to be on the device as it is now.
    pub(crate) fn pending_keys(&self) -> Vec<String> {
        let keys = self.pending.iter();
        keys.map(|pending| pending.key.clone()).collect()
    }

    /// Takes in what happened; what is to be done, in this order.
    pub(crate) fn update(&mut self, input: Input) -> Vec<Output> {
        let mut outputs = Vec::new();
        match input {
            Input::Changed(keys) => {
                self.note(keys);
                self.say(Saving::Saving, &mut outputs);
                self.flush(&mut outputs);
            }
            Input::Unsaved(keys) => self.note(keys),
            Input::Ready { read_only } => {
                self.may_write = true;
                self.read_only |= read_only;
                self.flush(&mut outputs);
            }
            Input::TooNew => self.read_only = true,
            Input::Paused => self.may_write = false,
            Input::Replaced => {
                self.pending.clear();
                // Those on their way are of before; what becomes of them says nothing any more.
                self.writes.clear();
                self.say(Saving::Idle, &mut outputs);
            }
            Input::Retry => {
                if !self.pending.is_empty() {
                    self.say(Saving::Saving, &mut outputs);
                    self.flush(&mut outputs);
                }
            }
            Input::Ended { write, outcome } => self.end(write, outcome, &mut outputs),
            Input::Slow { write } => self.slow(write, &mut outputs),
            Input::DraftBegun => self.drafts += 1,
            Input::DraftEnded => {
                self.drafts = self.drafts.saturating_sub(1);
                self.shut_if_saved(&mut outputs);
            }
            Input::Shut => {
                self.shutting = true;
                self.may_reopen = false;
                self.flush(&mut outputs);
                self.shut_if_saved(&mut outputs);
                outputs.push(Output::LookAgain);
            }
            Input::StillOpen => self.still_open(&mut outputs),
            Input::Reopened => {
                // Whoever taps at once opens nothing: it is about to shut.
                if std::mem::take(&mut self.may_reopen) {
                    self.shutting = false;
                    outputs.push(Output::Uncover);
                }
            }
        }
        outputs
    }

    /// Remembers that these records are newer here than on the device.
    fn note(&mut self, keys: Vec<String>) {
        self.count += 1;
        for key in keys {
            let known = self.pending.iter_mut().find(|pending| pending.key == key);
            if let Some(pending) = known {
                pending.newest = self.count;
            } else {
                self.pending.push(Pending {
                    key,
                    newest: self.count,
                    on_its_way: 0,
                });
            }
        }
    }

    fn say(&mut self, saving: Saving, outputs: &mut Vec<Output>) {
        if self.saving != saving {
            self.saving = saving.clone();
            outputs.push(Output::Say(saving));
        }
    }

    /// Begins a write of what is not on its way.
    fn flush(&mut self, outputs: &mut Vec<Output>) {
        if !self.may_write || self.pending.is_empty() {
            return;
        }
        if self.read_only {
            return self.say(Saving::NotSaved(StoreError::TooNew), outputs);
        }
        let mut keys = Vec::new();
        for pending in &mut self.pending {
            if pending.on_its_way < pending.newest {
                pending.on_its_way = pending.newest;
                keys.push(pending.key.clone());
            }
        }
        if keys.is_empty() {
            return;
        }
        let at = self.count;
        // Writes have numbers of their own from the same count, so that a change after one is later than it.
        self.count += 1;
        let number = self.count;
        self.writes.push(Write {
            number,
            keys: keys.clone(),
            at,
        });
        outputs.push(Output::Write {
            write: number,
            keys,
        });
    }

    fn end(&mut self, number: u64, outcome: Result<Wrote, StoreError>, outputs: &mut Vec<Output>) {
        let place = self.writes.iter().position(|write| write.number == number);
        // Everything was put in place of everything since.
        let Some(place) = place else {
            return;
        };
        let write = self.writes.swap_remove(place);
        match outcome {
            Ok(went) => self.end_well(&write, went, outputs),
            Err(StoreError::Stale) => outputs.push(Output::Reload),
            Err(error) => {
                if error == StoreError::TooNew {
                    self.read_only = true;
                    outputs.push(Output::SayTooNew);
                }
                self.give_up(&write.keys, write.at, error, outputs);
            }
        }
    }

    fn end_well(&mut self, write: &Write, went: Wrote, outputs: &mut Vec<Output>) {
        if went == Wrote::Anew {
            outputs.push(Output::SayCleared);
        }
        self.pending
            .retain(|pending| pending.newest > write.at || !write.keys.contains(&pending.key));
        if !self.pending.is_empty() {
            return;
        }
        let stands = match went {
            Wrote::Nowhere => Saving::NotKept,
            // Unless there was something to save before, and it was.
            Wrote::Nothing if self.saving != Saving::Saved => Saving::Idle,
            _ => Saving::Saved,
        };
        self.say(stands, outputs);
        outputs.push(Output::CloseForms);
        self.shut_if_saved(outputs);
    }

    /// What a write had with it waits again, unless a later one has it with it.
    fn give_up(&mut self, keys: &[String], at: u64, why: StoreError, outputs: &mut Vec<Output>) {
        let mut any = false;
        for pending in &mut self.pending {
            if (1..=at).contains(&pending.on_its_way) && keys.contains(&pending.key) {
                pending.on_its_way = 0;
                any = true;
            }
        }
        if any {
            self.say(Saving::NotSaved(why), outputs);
        }
    }

    /// A store that never answers must not leave anyone believing that all is well.
    fn slow(&mut self, number: u64, outputs: &mut Vec<Output>) {
        let write = self.writes.iter().find(|write| write.number == number);
        if let Some(Write { keys, at, .. }) = write {
            let (keys, at) = (keys.clone(), *at);
            // It may still end well, and stays among the writes.
            self.give_up(&keys, at, StoreError::Blocked, outputs);
        }
    }

    fn shut_if_saved(&mut self, outputs: &mut Vec<Output>) {
        if self.shutting && self.is_at_rest() && self.drafts == 0 {
            outputs.push(Output::Reload);
        }
    }

    /// Shutting must not lose what is not saved: the page stays covered, and the store is asked again and again.
    fn still_open(&mut self, outputs: &mut Vec<Output>) {
        if !self.shutting {
            return;
        }
        if self.is_at_rest() {
            // A form that cannot be kept as it was typed was never said to be saved.
            return outputs.push(Output::Reload);
        }
        self.may_reopen = true;
        self.flush(outputs);
        outputs.push(Output::LookAgain);
    }
}

#[cfg(test)]
#[path = "saver_tests.rs"]
mod tests;
