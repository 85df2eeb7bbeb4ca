//! Encrypted copies: saved and opened.

use super::{LockProblem, typed};
use crate::domain::merge::Preview;
use crate::exchange::backup::{self, Opened};
use crate::exchange::sealed::copy::{self, SealedCopy};
use crate::platform::clock;
use crate::platform::seal::{self, BrowserCrypto};
use crate::state::App;
use crate::state::copies::{CopyError, ShareError};
use crate::state::links;
use crate::store::lock::copy::sealed_copy;
use crate::store::lock::keys::{self, Made};
use crate::store::lock::open_by_either;
use crate::store::lock::sealing::open;
use leptos::prelude::*;

/// An encrypted copy that is still shut.
#[derive(Clone, Debug, PartialEq)]
pub struct LockedCopy(SealedCopy);

/// How many texts are opened at a time.
const BATCH: usize = 400;

/// Reads the text of an encrypted copy. Nothing is opened.
///
/// # Errors
/// Why it is none of ours.
pub fn locked_copy(text: &str) -> Result<LockedCopy, CopyError> {
    copy::read(text).map(LockedCopy)
}

impl App {
    /// As [`App::keep_copy`], encrypted with this passcode alone: for a diary without a lock.
    ///
    /// # Errors
    /// Why it was not handed on.
    pub async fn keep_locked_copy(self, passcode: &str) -> Result<(), ShareError> {
        let made = keys::make(&BrowserCrypto, &[typed(passcode)]).await;
        let Made { lock, cipher } = made.ok_or(ShareError::Failed)?;
        let today = self.today_now();
        // Made once it is noted that there is one.
        let text = async move { sealed_copy(&lock, &*cipher, self.all_texts(), today).await };
        self.keep_copy_as(today, Box::pin(text)).await
    }

    /// As [`App::keep_copy`], for anyone to open although a lock is on.
    ///
    /// # Errors
    /// Why it was not handed on.
    pub async fn keep_open_copy(self) -> Result<(), ShareError> {
        let today = self.today_now();
        let text = async move { Some(self.open_copy(today)) };
        self.keep_copy_as(today, Box::pin(text)).await
    }

    /// Opens an encrypted copy, by its passcode or its recovery code, and says what adding it would do. Nothing is
    /// changed.
    ///
    /// # Errors
    /// [`LockProblem::Wrong`] when it was something else that was typed.
    pub async fn open_locked_copy(
        self,
        shut: &LockedCopy,
        text: &str,
    ) -> Result<(Opened, Preview), LockProblem> {
        let SealedCopy {
            lock,
            made,
            sealed,
            intact,
        } = &shut.0;
        let cipher = open_by_either(&BrowserCrypto, lock, &seal::normal(text)).await?;
        let mut texts = Vec::new();
        for batch in sealed.chunks(BATCH) {
            texts.extend(open(&*cipher, lock.generation, batch).await);
        }
        let opened = backup::opened(*made, texts, *intact);
        let mut opened = opened.map_err(|_| LockProblem::TooNew)?;
        links::without_misleading(&mut opened);
        let preview = self.journal.with_untracked(|journal| {
            journal.preview(&journal.receive(opened.records.clone(), clock::now_ms()))
        });
        Ok((opened, preview))
    }
}
