//! The open database, which the browser or another tab may close at any time.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::request::{error_of, result_of};
use super::transaction::{Mode, Transaction};
use super::{STORE, StoreError};
use crate::platform::browser::{event_name, first_event, get, listen, window};
use crate::platform::storage::failure;

/// A connection that is made again when it was lost.
#[derive(Debug)]
pub(super) struct Connection {
    name: String,
    open: RefCell<Option<IdbDatabase>>,
}

impl Connection {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            open: RefCell::new(None),
        }
    }

    pub(super) async fn database(self: &Rc<Self>) -> Result<IdbDatabase, StoreError> {
        if let Some(database) = self.open.borrow().clone() {
            return Ok(database);
        }
        let database = open(&self.name).await?;
        for event in ["versionchange", "close"] {
            let connection = Rc::clone(self);
            let lost = database.clone();
            listen(&database, event, move |_| {
                lost.close();
                connection.close();
            });
        }
        self.open.replace(Some(database.clone()));
        Ok(database)
    }

    pub(super) fn close(&self) {
        if let Some(database) = self.open.take() {
            database.close();
        }
    }

    pub(super) async fn begin(self: &Rc<Self>, mode: Mode) -> Result<Transaction, StoreError> {
        let first = Transaction::start(&self.database().await?, mode);
        if first.is_ok() {
            return first;
        }
        // A connection may have died without a word: once more with a new one.
        self.close();
        Transaction::start(&self.database().await?, mode)
    }
}

async fn open(name: &str) -> Result<IdbDatabase, StoreError> {
    let factory = window()
        .and_then(|window| get(&window, "indexedDB"))
        .ok_or(StoreError::Blocked)?
        .unchecked_into::<IdbFactory>();
    let request = factory
        .open_with_u32(name, 1)
        .map_err(|error| failure(&error))?;
    let mut event = event_name(next_event(&request)).await;
    if event == "upgradeneeded" {
        let next = next_event(&request);
        let database = result_of(&request)?.unchecked_into::<IdbDatabase>();
        if let Err(error) = database.create_object_store(STORE) {
            // Version 1 without its store would be broken for ever: leave nothing instead.
            let _ = request.transaction().map(|upgrade| upgrade.abort());
            return Err(failure(&error));
        }
        event = event_name(next).await;
    }
    match event.as_str() {
        "success" => Ok(result_of(&request)?.unchecked_into()),
        "blocked" => {
            wasm_bindgen_futures::spawn_local(close_when_open(request));
            Err(StoreError::Failed(event))
        }
        _ => Err(error_of(&request)),
    }
}

fn next_event(request: &IdbOpenDbRequest) -> Promise {
    first_event(request, &["success", "error", "blocked", "upgradeneeded"])
}

/// A request given up on may still succeed, and its connection would then stand in others' way.
async fn close_when_open(request: IdbOpenDbRequest) {
    event_name(first_event(&request, &["success", "error"])).await;
    if let Ok(database) = result_of(&request) {
        database.unchecked_into::<IdbDatabase>().close();
    }
}
