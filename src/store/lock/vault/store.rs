//! What the rest of the app knows of an open lock.

use crate::domain::day::Day;
use crate::domain::fields::Fields;
use crate::exchange::sealed::Lock;
use crate::platform::storage::{LocalFuture, Mirror, Put, Vault};
use std::rc::Rc;

/// What the rest of the app may ask of an open lock. It stands between, so that a first visit need not load what is
/// behind it.
pub(crate) trait SealedStore {
    /// What it is locked with.
    fn lock(&self) -> Lock;

    /// The text of an encrypted copy of these records; `None`: the browser cannot.
    fn copy_of(&self, puts: Vec<Put>, made: Day) -> LocalFuture<Option<String>>;

    /// The stores below.
    fn stores(&self) -> Stores;

    /// What goes with every write from now on, for `start.js`.
    fn set_look(&self, look: Fields);
}

/// The stores of a device as they are.
#[derive(Clone, Default)]
pub(crate) struct Stores {
    pub(crate) vault: Option<Rc<dyn Vault>>,
    pub(crate) mirror: Option<Rc<dyn Mirror>>,
}
