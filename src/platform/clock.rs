//! The time, as the device tells it. Nothing else in the crate reads a clock.

use std::rc::Rc;

use js_sys::Date;

use super::browser::{document, listen};
use super::timers::after;

/// A moment on the person's own wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The civil year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// 0 to 23.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
}

/// Milliseconds since the beginning of 1970, UTC; 0 for a clock set before it.
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds; `as` gives 0 for a negative or missing number"
)]
pub fn now_ms() -> u64 {
    Date::now() as u64
}

/// What the person's wall clock shows.
#[must_use]
pub fn local_time() -> LocalTime {
    let now = Date::new_0();
    LocalTime {
        year: i32::try_from(now.get_full_year()).unwrap_or(i32::MAX),
        month: now.get_month() + 1,
        day: now.get_date(),
        hour: now.get_hours(),
        minute: now.get_minutes(),
    }
}

/// Calls `tell` whenever the date may have changed: at every full minute while the page runs, and
/// when it is looked at again after sleep. For as long as the page lives.
pub fn on_new_time(tell: impl Fn() + 'static) {
    let tell: Rc<dyn Fn()> = Rc::new(tell);
    if let Some(document) = document() {
        let page = document.clone();
        let tell = Rc::clone(&tell);
        listen(&document, "visibilitychange", move |_| {
            if !page.hidden() {
                tell();
            }
        });
    }
    tell_each_minute(tell);
}

fn tell_each_minute(tell: Rc<dyn Fn()>) {
    // A little past the minute: timers may fire a moment early.
    let wait = 60_050 - now_ms() % 60_000;
    after(i32::try_from(wait).unwrap_or(60_000), move || {
        tell();
        tell_each_minute(tell);
    })
    .forget();
}
