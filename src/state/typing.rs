//! What is typed is kept a moment after the last letter, and before the app loads the page again.

use super::App;
use crate::platform::timers::{self, Timer};
use crate::platform::{address, clock};
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// How long after the last letter what is typed is kept, in milliseconds.
const PAUSE: i32 = 500;
/// How long to wait before looking again whether it is, in milliseconds.
const MOMENT: i32 = 20;
/// How long a page that is to be loaded again waits for a store that does not answer, in milliseconds.
const PATIENCE: u64 = 2500;

/// What keeps what is typed into one form.
pub type Keep = Rc<dyn Fn()>;

/// What was typed and is not on its way to the device yet.
#[derive(Default)]
pub(super) struct Typing {
    waiting: RefCell<Option<Keep>>,
    timer: RefCell<Option<Timer>>,
}

impl fmt::Debug for Typing {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Typing")
    }
}

impl App {
    /// Something was typed: keeps it when nothing more is typed for a moment. What was typed elsewhere is kept at once.
    pub fn keep_soon(self, keep: &Keep) {
        let beside = self.beside();
        let before = beside.typing.waiting.replace(Some(Rc::clone(keep)));
        if let Some(before) = before.filter(|before| !Rc::ptr_eq(before, keep)) {
            before();
        }
        let timer = timers::after(PAUSE, move || self.keep_typed());
        beside.typing.timer.replace(Some(timer));
    }

    /// Keeps now what was typed last.
    pub fn keep_typed(self) {
        let waiting = self.beside().typing.waiting.take();
        if let Some(keep) = waiting {
            keep();
        }
    }

    /// From now on the app loads the page again only when what was typed is on the device, or cannot be brought there.
    pub(super) fn keep_before_reload(self) {
        address::before_reload(Box::new(move |load| self.put_away(clock::now_ms(), load)));
    }

    fn put_away(self, began: u64, then: Box<dyn FnOnce()>) {
        // Somebody may go on typing.
        self.keep_typed();
        if self.tab().is_quiet() || clock::now_ms().abs_diff(began) > PATIENCE {
            then();
        } else {
            timers::after(MOMENT, move || self.put_away(began, then)).forget();
        }
    }
}
