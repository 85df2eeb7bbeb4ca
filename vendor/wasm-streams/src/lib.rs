//! What `server_fn` names of the crate `wasm-streams`, and nothing behind it.
//!
//! Leptos brings `server_fn`, which brings `wasm-streams`, whose exported classes the linker may never
//! leave out: 5 kB of the first use that nothing calls, since Waymark has no server. `[patch.crates-io]`
//! in the project's `Cargo.toml` puts this in its place. Remove both when Leptos can do without.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

use futures_core::Stream;
use wasm_bindgen::JsValue;
use web_sys::ReadableStream as Raw;

/// A stream of bytes from or to a server: there is never one.
#[derive(Debug)]
pub struct ReadableStream(Raw);

impl ReadableStream {
    /// Takes a stream of the browser's.
    #[must_use]
    pub fn from_raw(raw: Raw) -> Self {
        Self(raw)
    }

    /// Would make a stream for the browser.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unimplemented!("Waymark has no server")
    }

    /// Gives the stream of the browser's back.
    #[must_use]
    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// Would read what the browser has.
    ///
    /// # Panics
    /// At the first look.
    #[must_use]
    pub fn into_stream(self) -> IntoStream {
        IntoStream(self.0)
    }
}

/// What would come from the browser.
#[derive(Debug)]
pub struct IntoStream(#[expect(dead_code, reason = "kept for as long as the stream")] Raw);

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        unimplemented!("Waymark has no server")
    }
}
