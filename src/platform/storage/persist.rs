//! What the browser says about keeping this site's data.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::platform::browser::{get, navigator};

/// Whether the browser promises not to clear this site's data by itself; `None` where it cannot say.
pub async fn persisted() -> Option<bool> {
    ask("persisted").await?.as_bool()
}

/// Asks for that promise and gives the answer; `None` where it cannot be asked for. Some browsers ask
/// the person, so this may take as long as they take.
pub async fn ask_to_persist() -> Option<bool> {
    ask("persist").await?.as_bool()
}

/// Bytes used by this origin and bytes it may use, both rough; `None` where the browser does not tell.
pub async fn estimate() -> Option<(f64, f64)> {
    let estimate = ask("estimate").await?;
    let bytes = |name| get(&estimate, name)?.as_f64();
    Some((bytes("usage")?, bytes("quota")?))
}

/// What the browser's storage manager answers to a question without arguments, if it knows it at all.
async fn ask(question: &str) -> Option<JsValue> {
    let manager = navigator("storage")?;
    let question: Function = get(&manager, question)?.dyn_into().ok()?;
    let promise: Promise = question.call0(&manager).ok()?.unchecked_into();
    JsFuture::from(promise).await.ok()
}
