//! The start: the first of the working copy is shown as soon as it is known to count, and then all is read.

use super::{PATIENCE, Tab};
use crate::domain::journal::Journal;
use crate::domain::record;
use crate::platform::storage::{LocalFuture, StoreError, Vault};
use crate::store::boot::Boot;
use crate::store::page::{Notice, Told};
use crate::store::replicas::{Joined, Replicas};
use crate::store::saver::Input;
use std::rc::Rc;

/// How long a start may take that is believed to work although a store hangs, in milliseconds.
const LONG: i32 = 20_000;

impl Tab {
    /// Opens the durable copy, shows what counts, mends both, and from then on writes.
    pub(crate) fn start(&self, opening: LocalFuture<Result<Rc<dyn Vault>, StoreError>>) {
        let tab = self.clone();
        self.page().spawn(Box::pin(async move {
            if !tab.join_vault(opening).await {
                tab.0.opening.set(false);
                tab.go_on_alone();
                tab.say_it_works();
            }
        }));
        self.watch_start(0);
        let tab = self.clone();
        // A version that works without a store that hangs still works.
        self.page()
            .after(LONG, Box::new(move || tab.say_it_works()));
    }

    /// Goes on alone when the durable copy has not come a step further in a while. One that is large is read for longer.
    fn watch_start(&self, seen: u32) {
        let tab = self.clone();
        let look = move || {
            let steps = tab.0.steps.get();
            if steps == seen {
                tab.go_on_alone();
            } else if !tab.may_write() && !tab.is_locked() {
                tab.watch_start(steps);
            }
        };
        self.page().after(PATIENCE, Box::new(look));
    }

    /// The start has come a step further.
    fn step(&self) {
        self.0.steps.set(self.0.steps.get() + 1);
    }

    /// Begins with this store, in memory, and no other.
    pub(crate) fn start_apart(&self, vault: Rc<dyn Vault>) -> Replicas {
        self.0.opening.set(false);
        let mut replicas = self.replicas();
        replicas.vault = Some(vault);
        self.use_replicas(replicas.clone());
        self.see_latest();
        replicas
    }

    /// The diary apart is filled.
    pub(crate) fn begin_apart(&self) {
        self.begin(Vec::new());
        self.say_it_works();
    }

    /// Only a version that has shown that it can read what is stored is vouched for: not at the lock's screen.
    fn say_it_works(&self) {
        if self.may_write() {
            self.page().tell(Told::Works);
        }
    }

    /// Shows the first of the working copy, once.
    fn draw(&self) {
        if self.0.is_drawn.replace(true) {
            return;
        }
        let boot = &self.0.boot;
        let locked = !boot.borrow().locks.is_empty();
        if !locked {
            let mut first = boot.borrow().journal.clone();
            self.page().journal(&mut |journal| {
                journal.join(std::mem::take(&mut first));
                true
            });
            self.see_latest();
        }
        self.0.is_locked.set(locked);
        self.page().tell(Told::Drawable(locked));
    }

    /// Whether the durable copy is there, read and mended.
    async fn join_vault(&self, opening: LocalFuture<Result<Rc<dyn Vault>, StoreError>>) -> bool {
        let Ok(vault) = opening.await else {
            return false;
        };
        let mut replicas = self.replicas();
        let before = replicas.generation;
        let one_copy = replicas.mirror.is_none();
        let on_agreed = |outdated: Option<Boot>| {
            if let Some(outdated) = outdated {
                self.forget_outdated(&outdated.journal);
            }
            self.draw();
        };
        let breathe = async || {
            self.step();
            self.page().breathe().await;
        };
        let joined = replicas.join(vault, &self.0.boot, on_agreed, breathe).await;
        let joined = match joined {
            Ok(joined) => joined,
            Err(StoreError::Stale) => {
                self.page().tell(Told::Reload);
                return true;
            }
            Err(_) => return false,
        };
        if self.sealed().is_some() {
            // Opened from the working copy alone, since this took so long: the next start brings both together.
            return true;
        }
        let Joined::Mended { unmended } = joined else {
            self.stay_locked(replicas);
            return true;
        };
        if self.replicas().generation != before {
            // Everything was deleted meanwhile, and what was just read may be from before.
            self.page().tell(Told::Reload);
            return true;
        }
        let read = self.0.boot.take();
        if self.take_over(replicas, read, unmended, one_copy) {
            self.replicas().lay_ballast(self.0.seed).await;
        }
        true
    }

    /// What the working copy held does not count. What was changed on this page since does.
    fn forget_outdated(&self, outdated: &Journal) {
        let mut changed = self.0.mirror_only.borrow().clone();
        changed.extend(self.0.saver.borrow().pending_keys());
        self.0.locks.borrow_mut().clear();
        self.page().journal(&mut |journal| {
            let mut kept = Journal::default();
            for put in super::texts(journal, &changed) {
                if let Ok(mut loaded) = record::read(&put.key, &put.text.unwrap_or_default()) {
                    // A record may hold more than what was changed: all entries of a day.
                    loaded
                        .rows
                        .retain(|(key, row)| outdated.row(key) != Some(row));
                    kept.absorb(loaded);
                }
            }
            *journal = kept;
            true
        });
    }

    fn stay_locked(&self, replicas: Replicas) {
        self.use_replicas(replicas);
        self.0.opening.set(false);
        self.0.locks.replace(self.0.boot.take().locks);
        self.0.mirror_only.borrow_mut().clear();
        self.0.forms.borrow_mut().clear();
        self.feed(Input::Paused);
        self.feed(Input::Replaced);
        // What was noted while the store did not answer is not of this diary.
        self.page().tell(Told::Loaded(false));
        self.page().tell(Told::ForgetDone);
        self.page().tell(Told::Notices(Vec::new()));
        self.page().journal(&mut |journal| {
            let any = *journal != Journal::default();
            *journal = Journal::default();
            any
        });
        // Not drawn anew while somebody types the passcode.
        if !self.0.is_locked.replace(true) {
            self.page().tell(Told::Locked(true));
        }
        self.look_if_called();
    }

    /// Goes on with what was read. `one_copy`: there is one copy only. Whether room is to be taken up that can be given back.
    pub(in crate::store) fn take_over(
        &self,
        replicas: Replicas,
        read: Boot,
        unmended: Vec<String>,
        one_copy: bool,
    ) -> bool {
        self.use_replicas(replicas);
        self.0.opening.set(false);
        self.0.locks.borrow_mut().clear();
        if self.0.is_locked.replace(false) {
            self.page().tell(Told::Locked(false));
        }
        let mut notices = Vec::new();
        if one_copy {
            notices.push(Notice::OneCopy);
        }
        self.add_notices(&read, &mut notices);
        let lay = !read.ballast && !read.too_new;
        let too_new = read.too_new;
        let mut read = Some(read.journal);
        self.page().journal(&mut |journal| {
            if let Some(read) = read.take() {
                // The smaller one, with what was tapped meanwhile, goes into the larger one.
                let shown = std::mem::replace(journal, read);
                journal.join(shown);
            }
            true
        });
        self.see_latest();
        // What was written while there was no durable copy goes there now.
        let mut keys = unmended;
        keys.append(&mut self.0.mirror_only.borrow_mut());
        self.begin_with(keys, notices, too_new);
        self.say_it_works();
        let mut is_new = true;
        self.look(|journal| is_new = journal.is_new());
        lay && !is_new
    }

    /// What a person has to know of what was read.
    fn add_notices(&self, read: &Boot, notices: &mut Vec<Notice>) {
        if read.too_new {
            notices.push(Notice::TooNew);
        }
        let aside = read.aside_keys();
        if !aside.is_empty() {
            notices.push(Notice::SetAside(aside.len()));
        }
        if read.rescued > 0 {
            notices.push(Notice::Rescued);
        }
        self.0.aside.replace(aside);
    }

    /// Goes on with the working copy, or with none, until the durable one is there after all.
    fn go_on_alone(&self) {
        self.draw();
        if self.may_write() || self.is_locked() || self.has_vault() {
            return;
        }
        let replicas = self.replicas();
        let mut notices = vec![if replicas.mirror.is_some() {
            Notice::OneCopy
        } else {
            Notice::NoCopy
        }];
        let mut boot = self.0.boot.borrow_mut();
        replicas.go_on_alone(&mut boot);
        self.add_notices(&boot, &mut notices);
        let too_new = boot.too_new;
        let mut all = boot.journal.clone();
        drop(boot);
        self.page().journal(&mut |journal| {
            journal.join(std::mem::take(&mut all));
            true
        });
        self.see_latest();
        self.begin_with(Vec::new(), notices, too_new);
    }

    fn begin(&self, notices: Vec<Notice>) {
        self.begin_with(Vec::new(), notices, false);
    }

    /// What was changed meanwhile is written now, and these records too.
    fn begin_with(&self, keys: Vec<String>, notices: Vec<Notice>, read_only: bool) {
        self.page().tell(Told::Notices(notices));
        self.page().tell(Told::Loaded(true));
        if !keys.is_empty() {
            self.feed(Input::Unsaved(keys));
        }
        self.feed(Input::Ready { read_only });
    }
}
