//! What the saver is told, and what it answers.

use crate::platform::storage::StoreError;

/// What happened.
#[derive(Debug)]
pub(crate) enum Input {
    /// Records under these storage keys were changed.
    Changed(Vec<String>),
    /// Records under these keys are newer here than on the device, from before.
    Unsaved(Vec<String>),
    /// The stores are read: from now on it may write. `read_only`: a newer version has written there.
    Ready {
        /// Whether nothing may be written.
        read_only: bool,
    },
    /// A newer version has written where this one reads.
    TooNew,
    /// Nothing may be written for now: everything is being put in place of everything.
    Paused,
    /// Everything was put in place of everything: nothing of before is to be written any more.
    Replaced,
    /// The person, or the page, wants another try.
    Retry,
    /// A write has ended.
    Ended {
        /// Its number.
        write: u64,
        /// How.
        outcome: Result<Wrote, StoreError>,
    },
    /// A write takes so long that the person has to know.
    Slow {
        /// Its number.
        write: u64,
    },
    /// A form is being kept as it is typed.
    DraftBegun,
    /// That has ended.
    DraftEnded,
    /// The lock is to be shut as soon as all is saved.
    Shut,
    /// The page has been covered for a while, and is not shut yet.
    StillOpen,
    /// The person tapped "Open" on the cover.
    Reopened,
}

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// Write what the journal holds under these keys.
    Write {
        /// The number to name it by.
        write: u64,
        /// The storage keys.
        keys: Vec<String>,
    },
    /// Say how the latest change stands.
    Say(Saving),
    /// All that was sent is on the device: forms may close.
    CloseForms,
    /// Load the page anew: what it shows is not what is stored any more, or its lock is to shut.
    Reload,
    /// The browser had cleared what was stored.
    SayCleared,
    /// A newer version has written here.
    SayTooNew,
    /// Look again in a while whether the lock can be shut.
    LookAgain,
    /// Show the page again: something could not be saved, and the person wants to see it.
    Uncover,
}

/// How the latest change stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been changed yet.
    Idle,
    /// On its way to the durable copy.
    Saving,
    /// On the device: it is there after a crash.
    Saved,
    /// Not on the device. It is still on the page.
    NotSaved(StoreError),
    /// There is no store: it lasts as long as the page.
    NotKept,
}

/// Where a write went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrote {
    /// To the device.
    Down,
    /// To a durable copy that was empty: the browser cleared it while the app was open.
    Anew,
    /// To no store at all: there is none.
    Nowhere,
    /// There was nothing to write.
    Nothing,
}
