//! Calling the app's other tabs. Everything on the same origin hears the line and can call on it, so nothing is said on it
//! and nothing that comes over it is believed: a call is a reason to look at what is stored.

use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

use super::browser::listen;

/// A line to the other tabs of this app; a silent one where the browser has none.
#[derive(Debug)]
pub struct Tabs {
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// Joins the tabs that use this name. `on_call`: another one has called, or somebody else has.
    pub fn open(name: &str, on_call: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            listen(channel, "message", move |_| on_call());
        }
        Self { channel }
    }

    /// Calls the others. Versions of before that listened for the keys that changed take no notice.
    pub fn call(&self) {
        if let Some(channel) = &self.channel {
            // A channel that the browser closed is no reason to stop: each tab reads the stores anyway.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }
}
