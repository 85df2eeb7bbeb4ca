//! Doing things later.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::browser::{function, window};

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

/// Lets the browser draw and answer taps before the caller goes on.
pub async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}
