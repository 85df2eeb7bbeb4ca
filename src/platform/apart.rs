//! Whether this tab shows a diary apart from the person's own. `start.js` finds that out and remembers it, so that it
//! holds from before the first paint on.

use super::address;
use super::browser::root;

/// The name of the diary that is shown in place of the person's own.
#[must_use]
pub fn name() -> Option<String> {
    root()?.get_attribute("data-apart")
}

/// Loads the page again with a diary apart: that of a made-up person, by name, or another that `start.js` knows; `end`
/// goes back to the person's own.
pub fn turn_to(name: &str) {
    address::reload_as(Some(&["apart/", name].concat()));
}
