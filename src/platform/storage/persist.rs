//! What the browser says about keeping this site's data.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use crate::platform::browser::navigator;

/// Whether the browser promises not to clear this site's data by itself; `None` where it cannot say.
pub async fn persisted() -> Option<bool> {
    answer(manager()?.persisted()).await?.as_bool()
}

/// Asks for that promise and gives the answer; `None` where it cannot be asked for. Some browsers ask
/// the person, so this may take as long as they take.
pub async fn ask_to_persist() -> Option<bool> {
    answer(manager()?.persist()).await?.as_bool()
}

/// Bytes used by this origin and bytes it may use, both rough; `None` where the browser does not tell.
pub async fn estimate() -> Option<(f64, f64)> {
    let estimate: StorageEstimate = answer(manager()?.estimate()).await?.unchecked_into();
    Some((estimate.get_usage()?, estimate.get_quota()?))
}

fn manager() -> Option<StorageManager> {
    Some(navigator("storage")?.unchecked_into())
}

/// What a promise came to, if the browser made one and kept it.
async fn answer(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}
