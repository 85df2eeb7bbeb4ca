//! Loading the second part of the program: see `src/app/later.rs`.

#[cfg(not(debug_assertions))]
mod part {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(raw_module = "./load-later.js")]
    extern "C" {
        /// `.ci/load-later.js`: at once when the part is here.
        #[wasm_bindgen(js_name = "__load_later")]
        pub(super) fn load() -> js_sys::Promise;
    }
}

/// Loads the second part, unless it is here. Says whether it is.
#[cfg(not(debug_assertions))]
pub async fn load() -> bool {
    wasm_bindgen_futures::JsFuture::from(part::load())
        .await
        .is_ok()
}

/// A debug build is not split.
#[cfg(debug_assertions)]
pub async fn load() -> bool {
    std::future::ready(true).await
}
