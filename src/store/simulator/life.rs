//! One life: its acts one after another, and then a quiet end at which everything is counted.

mod shrinking;

pub(super) use shrinking::shrunk;

use super::acts::{Act, Scene, calm, try_to_open};
use super::device::Device;
use super::shell::SimPage;
use super::world::mixed;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

/// A life.
#[derive(Clone)]
pub(super) struct Life {
    pub(super) seed: u64,
    pub(super) acts: Vec<Act>,
}

/// What came of one that went well.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Report {
    pub(super) acts: u64,
    pub(super) faults: u64,
}

/// What was wrong in one.
#[derive(Clone, Debug)]
pub(super) struct Wrong {
    /// The rule's number first.
    pub(super) what: String,
    /// What happened, where it was told.
    pub(super) diary: Vec<String>,
}

impl Life {
    /// The life of this seed.
    pub(super) fn from(seed: u64, acts: u64) -> Self {
        let acts = (0..acts).map(|number| Act::drawn(seed, number));
        Self {
            seed,
            acts: acts.collect(),
        }
    }

    /// Lives it.
    pub(super) fn run(&self, tells: bool) -> Result<Report, Wrong> {
        let device = Device::new(self.seed, tells);
        let lived = catch_unwind(AssertUnwindSafe(|| self.live(&device)));
        let failed = match lived {
            Ok(()) => device.oracle.borrow().failed().map(str::to_owned),
            Err(panic) => Some(format!("6 it panics: {}", words_of(&*panic))),
        };
        let faults = device.disk.faults();
        let diary = device.diary();
        // What a panic left borrowed may not be let go of.
        let _ = catch_unwind(AssertUnwindSafe(|| device.end()));
        match failed {
            Some(what) => Err(Wrong { what, diary }),
            None => Ok(Report {
                acts: self.acts.len() as u64,
                faults,
            }),
        }
    }

    fn live(&self, device: &Rc<Device>) {
        let scene = Scene::new(Rc::clone(device));
        device.open();
        for act in &self.acts {
            scene.act(*act);
            if device.oracle.borrow().failed().is_some() {
                return;
            }
        }
        device.note(|| "the end".to_owned());
        device.world.random().begin(mixed(self.seed));
        scene.be_quiet();
        device.crash();
        device.disk.set_weather(calm());
        // As it is after a crash in calm weather: read, mended, and opened.
        let last = device.open();
        device.world.run_for(60_000);
        let last = device.pages().pop().unwrap_or(last);
        if device.oracle.borrow().failed().is_none() {
            open(device, &last);
            device.oracle.borrow_mut().ends(&last);
        }
    }
}

/// Opens the last page, with what has to open it.
fn open(device: &Rc<Device>, page: &Rc<SimPage>) {
    let openers = device.oracle.borrow().locks.openers();
    let old = device.oracle.borrow().locks.old_ones();
    if !page.said.borrow().locked {
        if !openers.contains(&None) {
            device.oracle.borrow_mut().fail("3 the lock is gone");
        }
        return;
    }
    let newest_last = openers.into_iter().flatten().rev();
    // What must not open it comes first.
    for opener in old.into_iter().take(1).chain(newest_last) {
        let by_code = device.world.random().one_in(2);
        try_to_open(page, opener, by_code);
        device.world.run_for(60_000);
        if !page.said.borrow().locked {
            return;
        }
    }
    device.oracle.borrow_mut().fail("3 nothing opens it");
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    let word = panic.downcast_ref::<&str>().map(|word| (*word).to_owned());
    text.or(word).unwrap_or_default()
}
