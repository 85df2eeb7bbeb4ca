//! Doing things later.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::browser::{function, window};
use super::clock::now_ms;

/// Something that will be done later, unless this is dropped first.
#[derive(Debug)]
#[must_use = "dropping a timer cancels it"]
pub struct Timer {
    id: Option<i32>,
}

/// Calls `act` once, after so many milliseconds.
pub fn after(ms: i32, act: impl FnOnce() + 'static) -> Timer {
    let mut act = Some(act);
    let call = function(Box::new(move |_| {
        if let Some(act) = act.take() {
            act();
        }
    }));
    let id = window().and_then(|window| {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&call, ms)
            .ok()
    });
    Timer { id }
}

impl Timer {
    /// Lets it happen, whatever becomes of the caller.
    pub fn forget(mut self) {
        self.id = None;
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.id, window()) {
            window.clear_timeout_with_handle(id);
        }
    }
}

/// How long one piece of work may keep the processor before others have their turn, in milliseconds. On a phone that is
/// six times as slow it is the same time, for less work.
const SLICE: u64 = 8;

thread_local! {
    /// When others had their turn last, in milliseconds since 1970.
    static RESTED: Cell<u64> = const { Cell::new(0) };
}

/// As [`pause`], but only when it is a while since the last one.
pub async fn breathe() {
    if now_ms().abs_diff(RESTED.get()) >= SLICE {
        pause().await;
        RESTED.set(now_ms());
    }
}

/// Lets the browser draw and answer taps before the caller goes on.
pub async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}
