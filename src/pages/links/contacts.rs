//! The contacts of a service's link.

use super::pieces::{field, judge, numbered, several};
use crate::content::text::making;
use crate::state::links::{CONTACTS, Contact};
use crate::ui::dom::{El, group};
use crate::ui::field::Wrong;
use leptos::prelude::*;

/// What is typed of the contacts.
#[derive(Clone, Copy)]
pub(super) struct Contacts {
    typed: [Typed; CONTACTS],
    count: RwSignal<usize>,
}

/// What stands in the fields of one.
type Texts = [String; 5];

/// The fields of one: name, number, page, what for, hours.
#[derive(Clone, Copy)]
struct Typed([(RwSignal<String>, Wrong); 5]);

impl Contacts {
    pub(super) fn new() -> Self {
        let one = |()| Typed([(); 5].map(|()| (RwSignal::new(String::new()), RwSignal::new(None))));
        Self {
            typed: [(); CONTACTS].map(one),
            count: RwSignal::new(0),
        }
    }

    pub(super) fn fill(self, contacts: &[Contact]) {
        for (typed, contact) in self.typed.iter().zip(contacts) {
            let texts = [
                &contact.name,
                &contact.number,
                &contact.page,
                &contact.what_for,
                &contact.hours,
            ];
            typed.set(texts.map(String::clone));
        }
        self.count.set(contacts.len());
    }

    /// The contacts that have anything in them.
    pub(super) fn read(self) -> Vec<Contact> {
        let mut contacts = Vec::new();
        for typed in &self.typed[..self.count.get()] {
            let texts = typed.texts();
            if texts.iter().any(|text| !text.is_empty()) {
                contacts.push(contact(texts));
            }
        }
        contacts
    }

    /// Says beside each field what is wrong with it.
    pub(super) fn judge(self) {
        for typed in &self.typed[..self.count.get_untracked()] {
            typed.judge();
        }
    }

    pub(super) fn draw(self) -> El {
        let add = making().add_contact;
        several(self.count, CONTACTS, add, move |place| self.one(place))
    }

    fn one(self, place: usize) -> El {
        let m = making();
        let id = ["contact", &place.to_string(), "-"].concat();
        let labels = [
            (m.contact_name, "text"),
            (m.number, "tel"),
            (m.page, "text"),
            (m.what_for, "text"),
            (m.hours, "text"),
        ];
        let mut fields = Vec::new();
        for ((label, kind), (value, wrong)) in labels.into_iter().zip(self.typed[place].0) {
            let id = [&id, kind, &fields.len().to_string()].concat();
            fields.push(field(&id, label, kind, value, wrong));
        }
        let count = self.count;
        let take_away = move || {
            let last = count.get_untracked() - 1;
            for place in place..last {
                let next = untrack(|| self.typed[place + 1].texts());
                self.typed[place].set(next);
            }
            self.typed[last].set(Texts::default());
            count.set(last);
        };
        numbered(place, m.contact, group(fields), take_away)
    }
}

impl Typed {
    fn texts(self) -> Texts {
        self.0.map(|(value, _)| value.read().trim().to_owned())
    }

    fn set(self, texts: Texts) {
        for ((value, wrong), text) in self.0.into_iter().zip(texts) {
            value.set(text);
            wrong.set(None);
        }
    }

    /// Each field by itself, beside a name that nobody has; the name together with all others, once they are well.
    fn judge(self) {
        let whole = untrack(|| self.texts());
        if whole.iter().all(String::is_empty) {
            return;
        }
        let mut is_well = true;
        for (place, (_, wrong)) in self.0.into_iter().enumerate().rev() {
            let mut texts = whole.clone();
            for (other, text) in texts.iter_mut().enumerate() {
                if other != place && !(place == 0 && is_well) {
                    text.clear();
                }
            }
            if place > 0 {
                texts[0].push('-');
            }
            judge(wrong, &mut |link| {
                link.contacts.push(contact(texts.clone()));
            });
            is_well &= wrong.with_untracked(Option::is_none);
        }
    }
}

fn contact(texts: Texts) -> Contact {
    let [name, number, page, what_for, hours] = texts;
    Contact {
        name,
        number,
        page,
        what_for,
        hours,
    }
}
