//! What the store needs of the page it works for. The app implements it with signals, the simulator with plain values.

use super::saver::Saving;
use crate::domain::journal::Journal;
use crate::platform::storage::LocalFuture;

/// What a person has to know about how their entries are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Only the quick copy works here.
    OneCopy,
    /// Nothing can be kept here.
    NoCopy,
    /// A newer version wrote here: read only.
    TooNew,
    /// So many records could not be read; they are kept aside.
    SetAside(usize),
    /// Records were damaged in one copy and put right from the other.
    Rescued,
    /// The browser cleared what was kept while the app was open.
    Cleared,
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// The journal may be drawn now; `true`: the lock's screen instead.
    Drawable(bool),
    /// All has been read: `true`. What is stored is not what is shown any more, or is shut: `false`.
    Loaded(bool),
    /// Whether the lock is shut.
    Locked(bool),
    /// This version has started and read what is stored.
    Works,
    /// How the latest change stands.
    Saving(Saving),
    /// These notices, and no others.
    Notices(Vec<Notice>),
    /// One notice more.
    Notice(Notice),
    /// All that was sent is saved: forms may close.
    CloseForms,
    /// What was just done, and what was sent, is not of this diary any more.
    ForgetDone,
    /// To be loaded anew.
    Reload,
    /// The cover may go.
    Uncover,
}

/// A page, and the little that the store asks of it.
pub(crate) trait Page {
    /// Lets `look` see and change the journal that is shown; it is drawn anew when that answers `true`.
    fn journal(&self, look: &mut dyn FnMut(&mut Journal) -> bool);

    /// Tells it something.
    fn tell(&self, told: Told);

    /// Calls the app's other tabs, to look at what is stored.
    fn call_tabs(&self);

    /// Whether the person has left, and nothing may be opened.
    fn is_left(&self) -> bool;

    /// The device's clock, in milliseconds since 1970.
    fn now_ms(&self) -> u64;

    /// Lets others have the processor, when the caller has had it for a while.
    fn breathe(&self) -> LocalFuture<()>;

    /// Does something after so many milliseconds.
    fn after(&self, ms: i32, act: Box<dyn FnOnce()>);

    /// Does something beside.
    fn spawn(&self, work: LocalFuture<()>);
}
