//! Loading the later parts of the program: see `src/app/later.rs`.

/// A part that is not loaded with the first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The rarer screens. The worker keeps it for everyone.
    Second,
    /// The tools that most people never open. It needs the second one, and is kept once it was used.
    Third,
}

#[cfg(not(debug_assertions))]
mod part {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(raw_module = "./load-later.js")]
    extern "C" {
        /// `.ci/load-later.js`: at once when the part is here. A number, 0 or 1, goes over as it is: no glue is made.
        #[wasm_bindgen(js_name = "__load_later")]
        pub(super) fn load(third: i32) -> js_sys::Promise;
    }
}

/// Loads a part, unless it is here. Says whether it is.
#[cfg(not(debug_assertions))]
pub async fn load(part: Part) -> bool {
    wasm_bindgen_futures::JsFuture::from(part::load(part as i32))
        .await
        .is_ok()
}

/// A debug build is not split.
#[cfg(debug_assertions)]
pub async fn load(_: Part) -> bool {
    std::future::ready(true).await
}
