//! What a person, a browser and a device do: each act is drawn from one number, and carries one of its own, so that the
//! others stay what they are when some are left out.

mod data;
mod locking;
mod luck;
mod many;
mod older;

pub(super) use locking::try_to_open;
pub(super) use luck::calm;
use older::OlderTab;

use super::device::Device;
use super::shell::SimPage;
use super::world::{Random, mixed};
use std::cell::RefCell;
use std::rc::Rc;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Log,
    Edit,
    Delete,
    DayNote,
    Goal,
    Tick,
    Milestone,
    Settings,
    Draft,
    SendForm,
    Undo,
    Import,
    ReplaceAll,
    Wipe,
    SetLock,
    RemoveLock,
    Unlock,
    UnlockOld,
    Shut,
    TapOpen,
    Leave,
    Retry,
    SaveAll,
    QuietUnread,
    Freeze,
    Thaw,
    Kill,
    Crash,
    EvictMirror,
    EvictVault,
    Weather,
    Calm,
    Clock,
    Wait,
    Wake,
    OlderTab,
    OlderWrite,
    Quiet,
}

/// How often each is done, of all of these together.
const OFTEN: [(u64, Kind); 40] = [
    (40, Kind::Open),
    (14, Kind::Close),
    (90, Kind::Log),
    (50, Kind::Edit),
    (35, Kind::Delete),
    (35, Kind::DayNote),
    (20, Kind::Goal),
    (35, Kind::Tick),
    (20, Kind::Milestone),
    (25, Kind::Settings),
    (25, Kind::Draft),
    (20, Kind::SendForm),
    (30, Kind::Undo),
    (20, Kind::Import),
    (8, Kind::ReplaceAll),
    (16, Kind::Wipe),
    (24, Kind::SetLock),
    (10, Kind::RemoveLock),
    (60, Kind::Unlock),
    (12, Kind::UnlockOld),
    (14, Kind::Shut),
    (10, Kind::TapOpen),
    (3, Kind::Leave),
    (14, Kind::Retry),
    (3, Kind::SaveAll),
    (4, Kind::QuietUnread),
    (16, Kind::Freeze),
    (20, Kind::Thaw),
    (12, Kind::Kill),
    (14, Kind::Crash),
    (5, Kind::EvictMirror),
    (3, Kind::EvictVault),
    (45, Kind::Weather),
    (40, Kind::Calm),
    (10, Kind::Clock),
    (70, Kind::Wait),
    (30, Kind::Wake),
    (6, Kind::OlderTab),
    (14, Kind::OlderWrite),
    (8, Kind::Quiet),
];

/// One act.
#[derive(Clone, Copy, Debug)]
pub(super) struct Act {
    pub(super) kind: Kind,
    roll: u64,
}

impl Act {
    /// The act with this number in the life of this seed.
    pub(super) fn drawn(seed: u64, number: u64) -> Self {
        let random = Random::new(mixed(seed).wrapping_add(mixed(number + 1)));
        let all = OFTEN.iter().map(|(often, _)| often).sum();
        let mut place = random.below(all);
        let mut kind = Kind::Wait;
        for (often, drawn) in OFTEN {
            if place < often {
                kind = drawn;
                break;
            }
            place -= often;
        }
        let roll = random.next();
        Self { kind, roll }
    }
}

/// A device, and what stands beside the app: a tab of an older version.
pub(super) struct Scene {
    pub(super) device: Rc<Device>,
    older: RefCell<Option<Rc<OlderTab>>>,
}

impl Scene {
    pub(super) fn new(device: Rc<Device>) -> Self {
        Self {
            device,
            older: RefCell::default(),
        }
    }

    /// Does it, and lets a moment go by.
    pub(super) fn act(&self, act: Act) {
        let device = &self.device;
        let random = Random::new(act.roll);
        device.note(|| format!("> {:?}", act.kind));
        // What comes of it hangs on this act, not on how much chance earlier ones have used.
        device.world.random().begin(act.roll);
        match act.kind {
            Kind::Open if device.pages().len() < 4 => drop(device.open()),
            Kind::Weather => device.disk.set_weather(luck::weather(&random)),
            Kind::Calm => device.disk.set_weather(calm()),
            Kind::Wait => device.world.run_for(luck::wait(&random)),
            Kind::Clock => device.set_clock(luck::clock(&random)),
            Kind::Crash => {
                self.end_older();
                device.crash();
            }
            Kind::EvictMirror => device.disk.lose_mirror(),
            Kind::EvictVault => self.evict_vault(),
            Kind::OlderTab => self.open_older(),
            Kind::OlderWrite => self.write_older(&random),
            Kind::Quiet => self.be_quiet(),
            kind => self.at_page(kind, &random),
        }
        device.world.run_for(random.between((0, 300)));
        device.oracle.borrow_mut().looks_at(device);
    }

    /// What is done to, or on, one of the pages.
    fn at_page(&self, kind: Kind, random: &Random) {
        let device = &self.device;
        let mut pages = device.pages();
        let needs_frozen = kind == Kind::Thaw;
        pages.retain(|page| needs_frozen == page.is_frozen.get());
        let Some(page) = random.pick(&pages).cloned() else {
            if !needs_frozen && device.pages().len() < 4 {
                device.open();
            }
            return;
        };
        match kind {
            Kind::Thaw => {
                page.is_frozen.set(false);
                device.world.thaw(page.owner);
            }
            Kind::Freeze => {
                page.is_frozen.set(true);
                device.world.freeze(page.owner);
            }
            Kind::Close | Kind::Kill => {
                if kind == Kind::Close {
                    device.disk.flush_mirror();
                }
                device.kill(page.owner);
            }
            _ if page.is_there() => on_page(kind, &page, random),
            _ => {}
        }
    }

    fn evict_vault(&self) {
        let now = self.device.world.now();
        self.end_older();
        self.device.disk.lose_vault();
        for page in self.device.pages() {
            // The next write says that all was cleared; what was saved before is there again once the person asks.
            page.changed.take();
        }
        self.device.oracle.borrow_mut().forget(now);
    }

    /// Calm weather, and time for everything to come to its end.
    pub(super) fn be_quiet(&self) {
        let device = &self.device;
        device.disk.set_weather(calm());
        for page in device.pages() {
            page.is_frozen.set(false);
            device.world.thaw(page.owner);
        }
        device.world.run_for(120_000);
        for page in device.pages() {
            on_page(Kind::Retry, &page, &Random::new(1));
        }
        device.world.run_for(60_000);
        // Twice: to look what others did may bring something that others have not got.
        for _ in 0..2 {
            for page in device.pages() {
                on_page(Kind::Wake, &page, &Random::new(1));
            }
            device.world.run_for(10_000);
        }
        device.oracle.borrow_mut().is_quiet(device);
    }
}

/// What a person does on a page.
fn on_page(kind: Kind, page: &Rc<SimPage>, random: &Random) {
    match kind {
        Kind::Unlock => locking::unlock(page, random, false),
        Kind::UnlockOld => locking::unlock(page, random, true),
        Kind::SetLock => locking::set_lock(page, random),
        Kind::RemoveLock => locking::remove_lock(page),
        Kind::Shut => locking::shut(page),
        Kind::TapOpen => locking::tap_open(page),
        Kind::Leave => locking::leave(page),
        Kind::Wipe => many::wipe(page),
        Kind::ReplaceAll => many::replace_all(page, random),
        Kind::Import => many::import(page, random),
        _ => data::do_it(kind, page, random),
    }
}
