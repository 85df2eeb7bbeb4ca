//! The durable copy in `IndexedDB`, written with the durability "strict".
//!
//! Version 1 for ever, one object store of texts by key; the key `gen` holds the generation.
//!
//! The bridge has no closures: a promise's own `resolve` listens for a request's events. The code
//! after an `await` then runs in a microtask of that event, while the transaction is still open.

use std::rc::Rc;

use super::{
    GENERATION, LocalFuture, Merge, Put, StoreError, Vault, named_failure, outdated,
    parse_generation,
};

mod connection;
mod request;
mod transaction;

use connection::Connection;
use transaction::{Mode, Start, Transaction};

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

    /// Does some work in a transaction of its own.
    fn run<T: 'static>(
        &self,
        mode: Mode,
        work: impl AsyncFnOnce(Transaction) -> Result<T, StoreError> + 'static,
    ) -> LocalFuture<Result<T, StoreError>> {
        let connection = Rc::clone(&self.connection);
        Box::pin(async move {
            let result = match connection.begin(mode).await {
                Ok(transaction) => work(transaction).await,
                Err(error) => Err(error),
            };
            if let Err(StoreError::Failed(_)) = result {
                // It may have been the connection's fault: the next call gets a new one.
                connection.close();
            }
            result
        })
    }

    /// Does all that is ever written.
    fn change(
        &self,
        generation: u64,
        puts: Vec<Put>,
        merge: Merge,
        start: Start,
    ) -> LocalFuture<Result<(), StoreError>> {
        self.run(Mode::Write, async move |transaction| {
            transaction.write(generation, &puts, merge, start).await
        })
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
        self.run(Mode::Read, async move |transaction| {
            transaction.load(after, limit).await
        })
    }

    fn read(&self, keys: Vec<String>) -> LocalFuture<Result<Vec<(String, String)>, StoreError>> {
        self.run(Mode::Read, async move |transaction| {
            transaction.read(keys).await
        })
    }

    fn write(
        &self,
        generation: u64,
        puts: Vec<Put>,
        merge: Merge,
    ) -> LocalFuture<Result<(), StoreError>> {
        self.change(generation, puts, merge, Start::AsItIs)
    }

    fn wipe(&self, generation: u64) -> LocalFuture<Result<(), StoreError>> {
        let replace: Merge = |_, new| Some(new.to_owned());
        self.change(generation, Vec::new(), replace, Start::Empty)
    }
}
