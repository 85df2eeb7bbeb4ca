//! Forms: what is typed is kept as it is typed, until what was sent is saved.

use super::Tab;
use crate::platform::storage::Put;
use crate::store::page::{Notice, Told};
use crate::store::reserved_keys::DRAFT;
use crate::store::saver::Input;

impl Tab {
    /// Keeps (or with `None` drops) what is typed into the form at an address, as far as it has got.
    pub(crate) fn keep_draft(&self, address: &str, text: Option<String>) {
        if self.is_read_only() || self.is_locked() {
            return;
        }
        self.feed(Input::DraftBegun);
        let key = [DRAFT, address].concat();
        let (tab, replicas) = (self.clone(), self.replicas());
        self.page().spawn(Box::pin(async move {
            // Only a help: what is sent is what is saved, and said.
            if replicas.write_beside(Put { key, text }).await == Ok(true) {
                tab.page().tell(Told::Notice(Notice::Cleared));
            }
            tab.feed(Input::DraftEnded);
        }));
    }

    /// A form was sent; what was typed into it is kept until what it holds is saved.
    pub(crate) fn note_form(&self, address: String) {
        self.0.forms.borrow_mut().push(address);
    }

    /// Closes them where nothing is left to be saved.
    pub(crate) fn close_forms_if_saved(&self) {
        if self.is_at_rest() {
            self.close_forms();
        }
    }

    pub(super) fn close_forms(&self) {
        for address in self.0.forms.take() {
            self.keep_draft(&address, None);
        }
        self.page().tell(Told::CloseForms);
    }

    /// What was typed into the form at an address and not sent; empty when that is nothing.
    pub(crate) async fn read_draft(&self, address: &str) -> String {
        let key = [DRAFT, address].concat();
        let found = self.replicas().read(vec![key]).await.ok();
        let found = found.and_then(|mut found| found.pop());
        found.map(|(_, text)| text).unwrap_or_default()
    }
}
