//! The durable copy in `IndexedDB`, written with the durability "strict".
//!
//! Version 1 for ever, one object store of texts by key; the key `gen` holds the generation.
//!
//! The bridge has no closures: a promise's own `resolve` listens for a request's events. The code
//! after an `await` then runs in a microtask of that event, while the transaction is still open.

use std::rc::Rc;

use super::{
    GENERATION, LocalFuture, Merge, Put, Puts, StoreError, Vault, Written, named_failure, newest,
    outdated, parse_generation,
};

mod connection;
mod request;
mod transaction;

use connection::Connection;
use transaction::{Done, Mode, Start, Work};

/// The one object store.
const STORE: &str = "records";

/// A database of ours. Clones share the connection.
#[derive(Clone, Debug)]
pub struct IndexedVault {
    connection: Rc<Connection>,
}

impl IndexedVault {
    /// Opens the database of this name, making it when there is none.
    ///
    /// The answer is `Blocked` where the page may not use `IndexedDB`, or what else the browser said.
    #[must_use]
    pub fn open(name: String) -> LocalFuture<Result<Self, StoreError>> {
        Box::pin(async move {
            let connection = Rc::new(Connection::new(name));
            connection.database().await?;
            Ok(Self { connection })
        })
    }

    /// Does some work in a transaction of its own. One function for every kind of it: each further one would be
    /// a state machine of its own.
    fn run(&self, work: Work) -> LocalFuture<Result<Done, StoreError>> {
        let connection = Rc::clone(&self.connection);
        Box::pin(async move {
            let mode = match work {
                Work::Write { .. } => Mode::Write,
                _ => Mode::Read,
            };
            let result = match connection.begin(mode).await {
                Ok(transaction) => transaction.work(work).await,
                Err(error) => Err(error),
            };
            if let Err(StoreError::Failed(_)) = result {
                // It may have been the connection's fault: the next call gets a new one.
                connection.close();
            }
            result
        })
    }

    fn records(&self, work: Work) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        let done = self.run(work);
        Box::pin(async move { done.await.map(|done| done.records) })
    }
}

impl Vault for IndexedVault {
    fn generation(&self) -> LocalFuture<Result<Option<u64>, StoreError>> {
        let stored = self.read(vec![GENERATION.to_owned()]);
        Box::pin(async move {
            let stored = stored.await?.pop();
            Ok(stored.and_then(|(_, text)| parse_generation(&text)))
        })
    }

    fn load(
        &self,
        after: Option<String>,
        limit: u32,
    ) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        self.records(Work::Load { after, limit })
    }

    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        self.records(Work::Read { keys })
    }

    fn write(
        &self,
        generation: u64,
        puts: Puts,
        merge: Merge,
    ) -> LocalFuture<Result<Written, StoreError>> {
        let start = Start::AsItIs;
        let done = self.run(Work::Write {
            generation,
            puts,
            merge,
            start,
        });
        Box::pin(async move { done.await.map(|done| done.written) })
    }

    fn replace(
        &self,
        generation: u64,
        puts: Puts,
        only_if: Option<Put>,
    ) -> LocalFuture<Result<(), StoreError>> {
        let start = Start::Empty(only_if);
        let done = self.run(Work::Write {
            generation,
            puts,
            merge: newest,
            start,
        });
        Box::pin(async move { done.await.map(drop) })
    }
}
