//! One question to the database and its answer.

use wasm_bindgen::JsValue;
use web_sys::IdbRequest;

use super::{StoreError, named_failure};
use crate::platform::browser::{event_name, first_event};
use crate::platform::storage::failure;

/// The answer to a request, listened for from now on, wherever it is awaited.
pub(super) fn answer(
    request: Result<IdbRequest, JsValue>,
) -> impl Future<Output = Result<JsValue, StoreError>> {
    let waiting = request.map(|request| (first_event(&request, &["success", "error"]), request));
    async move {
        let (promise, request) = waiting.map_err(|error| failure(&error))?;
        match event_name(promise).await.as_str() {
            "success" => result_of(&request),
            _ => Err(error_of(&request)),
        }
    }
}

/// A request that nobody waits for: should it fail, its transaction fails and says why.
pub(super) fn send(request: Result<IdbRequest, JsValue>) -> Result<(), StoreError> {
    request.map(drop).map_err(|error| failure(&error))
}

pub(super) fn result_of(request: &IdbRequest) -> Result<JsValue, StoreError> {
    request.result().map_err(|error| failure(&error))
}

pub(super) fn error_of(request: &IdbRequest) -> StoreError {
    let error = request.error().ok().flatten();
    named_failure(error.map(|error| error.name()).unwrap_or_default())
}
