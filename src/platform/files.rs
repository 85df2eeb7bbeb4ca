//! Files that the person saves and opens.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
pub use web_sys::File;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::browser::{document, get, window};
use super::timers::after;

/// How long a browser may take to fetch a file that was handed to it.
const UNTIL_FETCHED_MS: i32 = 60_000;

/// Why a file could not be saved or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than the caller allows.
    TooLarge,
    /// Not UTF-8 text.
    NotText,
    /// The browser refused.
    Failed,
}

/// Hands a text to the browser to be saved under this name.
///
/// # Errors
/// `Failed` when the browser cannot make files. Whether the person keeps the file is not known.
pub fn save(name: &str, mime: &str, text: &str) -> Result<(), FileError> {
    offer(name, mime, text).map_err(|_| FileError::Failed)
}

fn offer(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    offer_blob(name, &blob)
}

/// Hands anything to the browser to be saved under this name.
pub(super) fn offer_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(blob)?;
    let link = document.create_element("a")?;
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.unchecked_into::<HtmlElement>().click();
    after(UNTIL_FETCHED_MS, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The text of a file beside the page, which the worker keeps for offline use; `None` when it cannot be had.
pub async fn fetch(name: &str) -> Option<String> {
    let fetch: Function = get(&window()?.into(), "fetch")?.dyn_into().ok()?;
    let asked = fetch.call1(&JsValue::UNDEFINED, &name.into()).ok()?;
    let response = JsFuture::from(asked.unchecked_into::<Promise>())
        .await
        .ok()?;
    if !get(&response, "ok")?.is_truthy() {
        return None;
    }
    let text: Function = get(&response, "text")?.dyn_into().ok()?;
    let text = text.call0(&response).ok()?.unchecked_into::<Promise>();
    JsFuture::from(text).await.ok()?.as_string()
}

/// The text of a file of at most `max_bytes`, without a byte order mark.
///
/// # Errors
/// `TooLarge` before anything is read; `NotText` for anything but UTF-8, which is refused, not
/// repaired; `Failed` when the file cannot be read.
pub async fn read_text(file: File, max_bytes: f64) -> Result<String, FileError> {
    text_of(read_bytes(file, max_bytes).await?)
}

/// The bytes of a file of at most `max_bytes`.
///
/// # Errors
/// `TooLarge` before anything is read; `Failed` when the file cannot be read.
pub async fn read_bytes(file: File, max_bytes: f64) -> Result<Vec<u8>, FileError> {
    if file.size() > max_bytes {
        return Err(FileError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| FileError::Failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn text_of(mut bytes: Vec<u8>) -> Result<String, FileError> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|_| FileError::NotText)
}

#[cfg(test)]
mod tests {
    use super::{FileError, text_of};

    #[test]
    fn only_utf_8_is_text() {
        let case = |bytes: &[u8], expected: Result<&str, FileError>| {
            assert_eq!(
                text_of(bytes.to_vec()).as_deref(),
                expected.as_deref(),
                "{bytes:?}"
            );
        };
        case(b"", Ok(""));
        case("caf\u{e9}".as_bytes(), Ok("caf\u{e9}"));
        case(b"\xEF\xBB\xBFtext", Ok("text"));
        case(b"\xEF\xBB\xBF\xEF\xBB\xBFtext", Ok("\u{feff}text"));
        case(b"caf\xE9", Err(FileError::NotText));
        case(b"\xFF\xFEt\0e\0", Err(FileError::NotText));
        case(b"\xED\xA0\x80", Err(FileError::NotText));
    }
}
