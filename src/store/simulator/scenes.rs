//! Scenes that are set by hand, on the device of the lives: what these come upon too seldom to be relied on.

mod calls;
mod copies;
mod covers;
mod swaps;

use super::device::Device;
use super::disk::Weather;
use super::oracle::mark;
use super::shell::SimPage;
use crate::domain::change::Key;
use crate::domain::commands::EntryDraft;
use crate::domain::day::Day;
use crate::domain::fields::Fields;
use crate::domain::way::Way;
use crate::exchange::sealed::By;
use crate::platform::storage::{LocalFuture, Mirror, load_mirror};
use crate::store::lock::LockProblem;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// Long enough for everything to come to its end.
const LONG: u64 = 60_000;
const PASSCODE: &str = "open sesame";

/// A device, which lets go of everything in the end.
struct Scene(Rc<Device>);

impl Deref for Scene {
    type Target = Rc<Device>;

    fn deref(&self) -> &Rc<Device> {
        &self.0
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl Scene {
    fn new() -> Self {
        Self(Device::new(1, false))
    }

    /// How the device behaves from now on, where it is not calm.
    fn weather(&self, change: impl FnOnce(&mut Weather)) {
        let mut weather = Weather::default();
        change(&mut weather);
        self.disk.set_weather(weather);
    }

    /// A page, after a while.
    fn opened(&self) -> Rc<SimPage> {
        let page = self.open();
        self.world.run_for(LONG);
        page
    }

    /// Ends all pages in peace, and opens another one in calm weather.
    fn opened_anew(&self) -> Rc<SimPage> {
        self.close_all();
        self.weather(|_| ());
        self.opened()
    }

    fn close_all(&self) {
        self.disk.flush_mirror();
        for page in self.pages() {
            self.kill(page.owner);
        }
    }

    /// Begins something on a page, and gives what will come of it.
    fn begin<T: 'static>(&self, page: &SimPage, work: LocalFuture<T>) -> Rc<RefCell<Option<T>>> {
        let outcome = Rc::new(RefCell::new(None));
        let place = Rc::clone(&outcome);
        let work = Box::pin(async move {
            let done = work.await;
            place.replace(Some(done));
        });
        self.world.spawn(page.owner, work);
        outcome
    }

    /// The same, and waits for it.
    fn end<T: 'static>(&self, page: &SimPage, work: LocalFuture<T>) -> T {
        let outcome = self.begin(page, work);
        self.world.run_for(LONG);
        outcome.take().expect("it comes to its end")
    }

    /// An entry that is written down, and on its way no more.
    fn logged(&self, page: &SimPage, number: u64) -> Key {
        let key = log(page, number);
        self.world.run_for(LONG);
        key
    }

    fn lock(&self, page: &SimPage, passcode: &str) -> Result<(), LockProblem> {
        self.end(page, set_lock(page, passcode))
    }

    fn unlock(&self, page: &SimPage, passcode: &str) -> Result<(), LockProblem> {
        let (tab, toy, text) = (
            page.tab().unwrap(),
            page.device.toy.clone(),
            passcode.to_owned(),
        );
        let work = async move { tab.unlock(&toy, By::Passcode, &text).await };
        self.end(page, Box::pin(work))
    }

    /// What the quick copy holds.
    fn mirrored(&self) -> Vec<(String, String)> {
        load_mirror(&self.disk.mirror()).unwrap()
    }

    /// Its generation.
    fn mirror_generation(&self) -> u64 {
        self.disk.mirror().generation().unwrap().unwrap_or_default()
    }
}

fn set_lock(page: &SimPage, passcode: &str) -> LocalFuture<Result<(), LockProblem>> {
    let (tab, toy) = (page.tab().unwrap(), page.device.toy.clone());
    let open_with = [(By::Passcode, passcode.to_owned())];
    Box::pin(async move { tab.set_lock(&toy, &open_with, Fields::new()).await })
}

fn day() -> Day {
    Day::parse("2026-11-28").unwrap()
}

fn draft(number: u64) -> EntryDraft {
    EntryDraft {
        words: mark(number),
        ways: Way::Connect.into(),
        ..EntryDraft::default()
    }
}

/// Writes down an entry of one day; its key.
fn log(page: &SimPage, number: u64) -> Key {
    let journal = page.journal.borrow().clone();
    let changed = journal.log(day(), &draft(number), day(), number).unwrap();
    page.apply(&changed).unwrap();
    changed.0[0].key.clone()
}

fn shows(page: &SimPage, key: &Key) -> bool {
    page.journal.borrow().body(key).is_some()
}
