//! One device's two stores under bad luck, shared by all of its tabs.

mod items;
mod mirror;
mod queue;
mod records;
mod vault;
mod weather;

pub(crate) use mirror::DiskMirror;
pub(crate) use vault::DiskVault;
pub(crate) use weather::Weather;

use super::world::{NOBODY, Random, Slot, World};
use crate::platform::storage::{LocalFuture, StoreError, Vault};
use items::Items;
use queue::{Queue, failed};
use records::Records;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use weather::{Fate, is_fault};

/// The storage of one device. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Disk(Rc<Device>);

struct Device {
    world: World,
    weather: RefCell<Weather>,
    records: RefCell<Records>,
    queue: Queue,
    items: RefCell<Items>,
    /// The number of the working copy's last call.
    call: Cell<u64>,
    faults: Cell<u64>,
}

impl Disk {
    /// An empty one, with nothing going wrong.
    pub(crate) fn new(world: &World) -> Self {
        let device = Rc::new(Device {
            world: world.clone(),
            weather: RefCell::default(),
            records: RefCell::default(),
            queue: Queue::default(),
            items: RefCell::default(),
            call: Cell::new(0),
            faults: Cell::new(0),
        });
        let known = Rc::downgrade(&device);
        world.at_kill(Rc::new(move |owner| {
            if let Some(device) = known.upgrade() {
                device.leave_of(owner);
            }
        }));
        Self(device)
    }

    /// From now on it behaves like this. What has come to its turn already keeps its fate, but not its room.
    pub(crate) fn set_weather(&self, weather: Weather) {
        self.0.weather.replace(weather);
    }

    /// How it behaves now.
    pub(crate) fn weather(&self) -> Weather {
        self.0.weather.borrow().clone()
    }

    /// An open connection to the durable copy.
    pub(crate) fn vault(&self, owner: u32) -> DiskVault {
        DiskVault {
            device: Rc::clone(&self.0),
            owner,
        }
    }

    /// Opens the durable copy, which takes its time and may fail, or never come about.
    pub(crate) fn open_vault(&self, owner: u32) -> LocalFuture<Result<Rc<dyn Vault>, StoreError>> {
        let disk = self.clone();
        Box::pin(async move {
            let drawn = disk.0.weather.borrow().fate(disk.0.world.random());
            disk.0.count_fault(is_fault(drawn));
            disk.0.world.sleep(drawn.1).await;
            if disk.0.weather.borrow().blocked {
                disk.0.count_fault(true);
                return Err(StoreError::Blocked);
            }
            match drawn.0 {
                Fate::Done => Ok(Rc::new(disk.vault(owner)) as Rc<dyn Vault>),
                Fate::Fails | Fate::FailsAfterCommit => Err(failed()),
                Fate::Hangs { .. } => Slot::new().await,
            }
        })
    }

    /// The working copy.
    pub(crate) fn mirror(&self) -> DiskMirror {
        DiskMirror {
            device: Rc::clone(&self.0),
        }
    }

    /// What killing the whole browser does to the stores: what was not committed is gone, and the working copy is as
    /// it was at some time since it was last written down. The tabs are the caller's to kill, before this.
    pub(crate) fn crash(&self) {
        self.0.count_fault(true);
        self.0.leave_all(None);
        let random = self.0.world.random();
        let tears = random.one_in(self.0.weather.borrow().tear_one_in);
        let now = self.0.world.now();
        let has_lost = self.0.items.borrow_mut().roll_back(tears, now, random);
        self.0.count_fault(has_lost);
    }

    /// What closing the browser in peace does: the working copy is written down.
    pub(crate) fn flush_mirror(&self) {
        self.0.items.borrow_mut().flush();
    }

    /// The browser throws the working copy away.
    pub(crate) fn lose_mirror(&self) {
        self.0.count_fault(true);
        self.0.items.take();
    }

    /// The browser throws the durable copy away; what is going on there fails.
    pub(crate) fn lose_vault(&self) {
        self.0.count_fault(true);
        self.0.records.take();
        let aborted = StoreError::Failed("AbortError".to_owned());
        self.0.leave_all(Some(&aborted));
    }

    /// Spoils or removes one item of the working copy, which may be the generation number.
    pub(crate) fn damage_mirror(&self) {
        let random = self.0.world.random();
        let mut items = self.0.items.borrow_mut();
        let all: Vec<(String, String)> = items.all().clone().into_iter().collect();
        let Some((key, text)) = random.pick(&all) else {
            return;
        };
        let half = text.chars().take(text.chars().count() / 2).collect();
        let spoilt = [None, Some(half), Some(format!("{text}?"))];
        let spoilt = random.pick(&spoilt).cloned().flatten();
        self.0.begin_call();
        let (call, now) = (self.0.call.get(), self.0.world.now());
        items.change(key, spoilt, call, now, random);
        drop(items);
        self.0.count_fault(true);
    }

    /// Every key and text of both stores.
    pub(crate) fn all_text(&self) -> String {
        let records = self.0.records.borrow();
        let items = self.0.items.borrow();
        let all = records.by_key.iter().chain(items.all());
        all.flat_map(|(key, text)| [&**key, "\n", &**text, "\n"])
            .collect()
    }

    /// Every key and text of the durable copy.
    pub(crate) fn vault_text(&self) -> String {
        let records = self.0.records.borrow();
        let all = records.by_key.iter();
        all.flat_map(|(key, text)| [&**key, "\n", &**text, "\n"])
            .collect()
    }

    /// What the durable copy holds under a key.
    pub(crate) fn vault_record(&self, key: &str) -> Option<String> {
        self.0.records.borrow().by_key.get(key).cloned()
    }

    /// The generation of the durable copy.
    pub(crate) fn vault_generation(&self) -> Option<u64> {
        self.0.records.borrow().generation
    }

    /// How many transactions of the durable copy have been started.
    pub(crate) fn transactions(&self) -> u64 {
        self.0.queue.started()
    }

    /// How often something went wrong so far.
    pub(crate) fn faults(&self) -> u64 {
        self.0.faults.get()
    }
}

impl Device {
    fn count_fault(&self, is_one: bool) {
        self.faults.set(self.faults.get() + u64::from(is_one));
    }

    /// A call of the working copy begins.
    fn begin_call(&self) {
        self.call.set(self.call.get() + 1);
    }

    /// One step of such a call: an item is changed or removed.
    fn change_item(&self, key: &str, text: Option<String>) -> Result<(), StoreError> {
        let random = self.world.random();
        if random.one_in(self.weather.borrow().mirror_fail_one_in) {
            self.count_fault(true);
            return Err(failed());
        }
        let (call, now) = (self.call.get(), self.world.now());
        let mut items = self.items.borrow_mut();
        items.change(key, text, call, now, random);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
