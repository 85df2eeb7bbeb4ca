//! The device's own sheet for handing a file or words on: to another phone, a cloud folder, a message.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag};

use super::browser::{get, navigator, window};

/// Endings and types of a copy, the best first: some browsers refuse to share JSON (Chrome's list of types that may be
/// shared has plain text, but not JSON).
const KINDS: [(&str, &str); 2] = [(".json", "application/json"), (".txt", "text/plain")];

/// Why a file was not handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// The person closed the sheet.
    Cancelled,
    /// There is no sheet, or it refused.
    Failed,
}

/// Whether this device has a sheet that takes a copy.
#[must_use]
pub fn can_share() -> bool {
    shareable("diary", "{}").is_some()
}

/// Hands a text on as a file; `name` is without an ending. Call it from a tap. It ends when the person has chosen a
/// place, or closed the sheet; whether the file arrives there is not known.
///
/// # Errors
/// When it was not handed on.
pub async fn share(name: &str, text: &str) -> Result<(), ShareError> {
    hand_on(shareable(name, text)).await
}

/// Whether this device has a sheet for handing words on.
#[must_use]
pub fn can_share_words() -> bool {
    navigator("share").is_some()
}

/// Hands words on, and nothing else. Call it from a tap.
///
/// # Errors
/// When they were not handed on.
pub async fn share_words(words: &str) -> Result<(), ShareError> {
    let data = Object::new();
    let _ = Reflect::set(&data, &"text".into(), &words.into());
    hand_on(Some(data.into())).await
}

/// Puts words where the device's "Paste" finds them. Call it from a tap.
///
/// # Errors
/// When the browser cannot, or may not.
pub async fn copy_words(words: &str) -> Result<(), ShareError> {
    COPIED.set(true);
    let board = navigator("clipboard").ok_or(ShareError::Failed)?;
    let write: Option<Function> = get(&board, "writeText").and_then(|write| write.dyn_into().ok());
    let written = write.and_then(|write| write.call1(&board, &words.into()).ok());
    let written: Promise = written.ok_or(ShareError::Failed)?.unchecked_into();
    let written = JsFuture::from(written).await;
    written.map_or(Err(ShareError::Failed), |_| Ok(()))
}

/// Empties what "Paste" finds, if this page has put something there: whether it could, or `None` when there was nothing
/// of it. Call it from a tap: a browser may refuse later.
pub async fn clear_copied() -> Option<bool> {
    if !COPIED.replace(false) {
        return None;
    }
    Some(copy_words("").await.is_ok())
}

thread_local! {
    /// Whether this page has put words on the clipboard.
    static COPIED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the sheet takes this file, as what it would be given.
pub(super) fn data_of(file: &File) -> Option<JsValue> {
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(file)).ok()?;
    call("canShare", &data)?.is_truthy().then(|| data.into())
}

/// Opens the sheet with what it is to be given.
pub(super) async fn hand_on(data: Option<JsValue>) -> Result<(), ShareError> {
    let shared = data.and_then(|data| call("share", &data));
    let shared: Promise = shared.ok_or(ShareError::Failed)?.unchecked_into();
    match JsFuture::from(shared).await {
        Ok(_) => Ok(()),
        Err(error) if get(&error, "name") == Some("AbortError".into()) => {
            Err(ShareError::Cancelled)
        }
        Err(_) => Err(ShareError::Failed),
    }
}

/// The text as a file of the first kind that the sheet takes.
fn shareable(name: &str, text: &str) -> Option<JsValue> {
    let parts = Array::of1(&text.into());
    for (ending, kind) in KINDS {
        let options = FilePropertyBag::new();
        options.set_type(kind);
        let name = [name, ending].concat();
        let file = File::new_with_str_sequence_and_options(&parts, &name, &options).ok()?;
        let data = data_of(&file);
        if data.is_some() {
            return data;
        }
    }
    None
}

/// Calls a function of the navigator, where it has it and it does not throw.
fn call(name: &str, data: &JsValue) -> Option<JsValue> {
    let function: Function = navigator(name)?.dyn_into().ok()?;
    function
        .call1(&get(&window()?.into(), "navigator")?, data)
        .ok()
}
