//! Telling the app's other tabs which records changed.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::browser::listen;

/// A line to the other tabs of this app; a silent one where the browser has none.
#[derive(Debug)]
pub struct Tabs {
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// Joins the tabs that use this name. `on_keys` gets the keys that another tab says it changed.
    pub fn open(name: &str, on_keys: impl Fn(Vec<String>) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            listen(channel, "message", move |event| {
                let data = event.unchecked_into::<MessageEvent>().data();
                if Array::is_array(&data) {
                    let keys = data.unchecked_into::<Array>();
                    on_keys(keys.iter().filter_map(|key| key.as_string()).collect());
                }
            });
        }
        Self { channel }
    }

    /// Tells the other tabs that these keys changed.
    pub fn tell(&self, keys: &[String]) {
        if let Some(channel) = &self.channel {
            let message = Array::new();
            for key in keys {
                message.push(&JsValue::from_str(key));
            }
            // A channel that the browser closed is no reason to stop: each tab reads the stores anyway.
            let _ = channel.post_message(&message);
        }
    }
}
