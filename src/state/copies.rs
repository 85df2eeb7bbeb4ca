//! Copies: saving and sharing one, offering it in its time, and opening one: what it holds is shown first and added
//! second.

use super::apart::Diary;
use super::{App, Said, links};
use crate::domain::change::Changed;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::merge::Preview;
use crate::domain::offer;
use crate::exchange::backup;
use crate::platform::storage::LocalFuture;
use crate::platform::{clock, files, share};
use leptos::prelude::*;

pub use crate::exchange::backup::{CopyError, Opened};
pub use crate::platform::share::ShareError;

impl App {
    /// Hands a copy of everything, encrypted while a lock is on and under a neutral name, to the browser to be saved. What
    /// was not handed on does not count as a copy.
    ///
    /// # Errors
    /// Why it was not handed on.
    pub async fn keep_copy(self) -> Result<(), ShareError> {
        let today = self.today_now();
        self.keep_copy_as(today, self.copy_text(today)).await
    }

    /// The same, to the device's own sheet for sharing.
    ///
    /// # Errors
    /// Why it was not handed on.
    pub async fn share_copy(self) -> Result<(), ShareError> {
        self.may_copy()?;
        let today = self.today_now();
        let text = self.copy_text(today).await.ok_or(ShareError::Failed)?;
        share::share(&name_of(today), &text).await?;
        self.offer_after(offer::AFTER_COPY, Some(today));
        Ok(())
    }

    fn copy_text(self, made: Day) -> LocalFuture<Option<String>> {
        Box::pin(async move {
            match self.tab().sealed() {
                Some(sealed) => sealed.copy_of(self.all_texts(), made).await,
                None => Some(self.open_copy(made)),
            }
        })
    }

    /// A copy that anyone can open.
    pub(super) fn open_copy(self, made: Day) -> String {
        self.journal
            .with_untracked(|journal| backup::save(journal, made))
    }

    /// What is shown so far may be the newest part alone.
    fn may_copy(self) -> Result<(), ShareError> {
        if self.loaded.get_untracked() {
            Ok(())
        } else {
            Err(ShareError::Failed)
        }
    }

    /// Saves a copy in the form that `text` gives it.
    pub(super) async fn keep_copy_as(
        self,
        today: Day,
        text: LocalFuture<Option<String>>,
    ) -> Result<(), ShareError> {
        self.may_copy()?;
        let before = self.journal.with_untracked(Journal::settings);
        // Noted first: a copy of what is restored from this one is then the same to the last byte.
        self.offer_after(offer::AFTER_COPY, Some(today));
        let noted = self.journal.with_untracked(Journal::settings);
        let name = [&name_of(today), ".json"].concat();
        let text = text.await;
        let saved = text.map(|text| files::save(&name, "application/json", &text));
        if saved != Some(Ok(())) {
            let now = self.journal.with_untracked(Journal::settings);
            self.set_all(offer::not_copied(now, &before, &noted));
            return Err(ShareError::Failed);
        }
        Ok(())
    }

    /// Whether to offer to keep a copy, as a page opens.
    #[must_use]
    pub fn is_copy_due(self) -> bool {
        let today = self.today.get_untracked();
        self.diary == Diary::Own
            && !self.is_read_only()
            && self
                .journal
                .with_untracked(|journal| offer::is_due(journal, today))
    }

    /// Does not offer a copy for a good while.
    pub fn put_off_copy(self) {
        self.offer_after(offer::AFTER_NOT_NOW, None);
    }

    /// Says what was done where there is nothing to take back.
    pub fn say(self, words: &str) {
        self.said.set(Some(Said::new(words, Changed::default())));
    }

    /// Reads the text of a copy and says what adding it would do. Nothing is changed.
    ///
    /// # Errors
    /// Why it is not a copy of ours.
    pub fn look_into_copy(self, text: &str) -> Result<(Opened, Preview), CopyError> {
        let mut opened = backup::open(text)?;
        links::without_misleading(&mut opened);
        let preview = self.journal.with_untracked(|journal| {
            journal.preview(&journal.receive(opened.records.clone(), clock::now_ms()))
        });
        Ok((opened, preview))
    }

    /// `copied`: the day on which a copy was kept, when one was.
    fn offer_after(self, further: u32, copied: Option<Day>) {
        let (mut settings, at) = self
            .journal
            .with_untracked(|journal| (journal.settings(), offer::after(journal, further)));
        settings.offer_at = at;
        settings.last_copy = copied.or(settings.last_copy);
        self.set_all(settings);
    }
}

/// A name that tells nothing.
fn name_of(day: Day) -> String {
    ["diary-", &day.to_string()].concat()
}
