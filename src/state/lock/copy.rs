//! Encrypted copies: saved and opened.

use super::keys::{self, Made};
use super::sealing::{names, open, seal};
use super::{LockProblem, typed};
use crate::domain::day::Day;
use crate::domain::merge::Preview;
use crate::domain::record;
use crate::exchange::backup::{self, Opened};
use crate::exchange::sealed::copy::{self, SealedCopy};
use crate::exchange::sealed::{By, Lock, code};
use crate::platform::clock;
use crate::platform::seal::{self, BrowserCrypto, Cipher};
use crate::state::App;
use crate::state::copies::{CopyError, ShareError};
use crate::state::keeper::CopyWriter;
use leptos::prelude::*;
use std::rc::Rc;

/// An encrypted copy that is still shut.
#[derive(Clone, Debug, PartialEq)]
pub struct LockedCopy(SealedCopy);

/// How many texts are opened at a time.
const BATCH: usize = 400;

impl LockedCopy {
    /// Whether a recovery code opens it.
    #[must_use]
    pub fn has_code(&self) -> bool {
        self.0.lock.way(By::Code).is_some()
    }
}

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
        let write = async |made| self.sealed_copy(lock, cipher, made).await;
        self.keep_copy_as(false, write).await
    }

    /// As [`App::keep_copy`], for anyone to open although a lock is on.
    ///
    /// # Errors
    /// Why it was not handed on.
    pub async fn keep_open_copy(self) -> Result<(), ShareError> {
        self.keep_copy_as(false, async |made| Some(self.open_copy(made)))
            .await
    }

    /// From now on copies are encrypted with the lock that is on.
    pub(super) fn lock_copies(self) {
        let write: CopyWriter = Rc::new(move |made| {
            Box::pin(async move {
                let (lock, cipher) = self.keeper.with_value(|keeper| {
                    let sealed = keeper.sealed.as_ref();
                    sealed.map(|sealed| sealed.lock_and_cipher())
                })?;
                self.sealed_copy(lock, cipher, made).await
            })
        });
        self.keeper
            .update_value(|keeper| keeper.writes_copy = Some(write));
    }

    async fn sealed_copy(self, lock: Lock, cipher: Rc<dyn Cipher>, made: Day) -> Option<String> {
        let keys = self.journal.with_untracked(record::stored_keys);
        let mut texts = Vec::new();
        for put in self.texts(&keys) {
            texts.push((put.key, put.text.unwrap_or_default()));
        }
        let names = names(&*cipher, keys).await.ok()?;
        let sealed = seal(&*cipher, lock.generation, &names, texts).await.ok()?;
        let sealed = names.into_iter().zip(sealed).collect();
        Some(copy::save(&lock, sealed, made))
    }

    /// Opens an encrypted copy and says what adding it would do. Nothing is changed.
    ///
    /// # Errors
    /// [`LockProblem::Wrong`] when it was something else that was typed.
    pub async fn open_locked_copy(
        self,
        shut: &LockedCopy,
        by: By,
        text: &str,
    ) -> Result<(Opened, Preview), LockProblem> {
        let SealedCopy {
            lock,
            made,
            sealed,
            intact,
        } = &shut.0;
        let text = match by {
            By::Passcode => seal::normal(text),
            By::Code => code::read(text).ok_or(LockProblem::Wrong)?,
        };
        let cipher = keys::open(&BrowserCrypto, lock, by, text).await;
        let cipher = cipher.ok_or(LockProblem::Wrong)?;
        let mut texts = Vec::new();
        for batch in sealed.chunks(BATCH) {
            texts.extend(open(&*cipher, lock.generation, batch).await);
        }
        let opened = backup::opened(*made, texts, *intact, clock::now_ms());
        let opened = opened.map_err(|_| LockProblem::TooNew)?;
        let preview = self
            .journal
            .with_untracked(|journal| journal.preview(&opened.records));
        Ok((opened, preview))
    }
}
