//! Everything put in place of everything, and what comes in between.

use super::*;
use crate::domain::journal::Journal;
use crate::store::saver::Saving;

/// How long each call takes, in milliseconds.
const CALL: u64 = 20;
/// How much later something comes in between each time.
const MOMENT: u64 = 10;
/// What opens it before.
const OLD: &str = "the old one";

/// What puts everything in place of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    SetLock,
    ChangeLock,
    RemoveLock,
    ReplaceAll,
    Wipe,
}

const STEPS: [Step; 5] = [
    Step::SetLock,
    Step::ChangeLock,
    Step::RemoveLock,
    Step::ReplaceAll,
    Step::Wipe,
];

impl Step {
    /// A device on which it can be taken, with an entry, its page, and another one.
    fn prepared(self) -> (Scene, Rc<SimPage>, Rc<SimPage>) {
        let scene = Scene::new();
        let page = scene.opened();
        scene.logged(&page, 1);
        if matches!(self, Self::ChangeLock | Self::RemoveLock) {
            scene.lock(&page, OLD).unwrap();
        }
        let other = scene.opened();
        if other.said.borrow().locked {
            scene.unlock(&other, OLD).unwrap();
        }
        scene.weather(|weather| weather.latency = (CALL, CALL));
        (scene, page, other)
    }

    /// Takes it; whether that worked.
    fn take(self, page: &SimPage) -> LocalFuture<bool> {
        let tab = page.tab().unwrap();
        let lock = set_lock(page, PASSCODE);
        Box::pin(async move {
            match self {
                Self::SetLock | Self::ChangeLock => lock.await.is_ok(),
                Self::RemoveLock => tab.remove_lock().await.is_ok(),
                Self::ReplaceAll => tab.replace_all(Journal::default()).await.is_ok(),
                Self::Wipe => tab.wipe().await.is_ok(),
            }
        })
    }

    /// Whether it leaves the entries there are.
    fn keeps(self) -> bool {
        !matches!(self, Self::ReplaceAll | Self::Wipe)
    }
}

/// What a start finds, opened with whatever opens it. Nothing can be read of what is locked.
fn found(scene: &Scene) -> Rc<SimPage> {
    let page = scene.opened_anew();
    if page.said.borrow().locked {
        assert!(!scene.disk.vault_text().contains(&mark(1)));
        let opened = [PASSCODE, OLD].map(|passcode| scene.unlock(&page, passcode).is_ok());
        assert!(opened.contains(&true));
    }
    page
}

/// A step that is under way.
struct Going {
    scene: Scene,
    /// The page that takes it, and another one.
    page: Rc<SimPage>,
    other: Rc<SimPage>,
    step: Step,
    is_done: Rc<RefCell<Option<bool>>>,
}

/// Takes every step again and again: each time `between` comes a moment later, until the step has ended before.
fn at_every_moment(between: impl Fn(&Going)) {
    for step in STEPS {
        for moment in 0.. {
            let (scene, page, other) = step.prepared();
            let is_done = scene.begin(&page, step.take(&page));
            scene.world.run_for(moment * MOMENT);
            if is_done.borrow().is_some() {
                assert!(moment > 1, "{step:?} takes no time");
                break;
            }
            let going = Going {
                scene,
                page,
                other,
                step,
                is_done,
            };
            between(&going);
            let oracle = going.scene.oracle.borrow();
            assert_eq!(oracle.failed(), None, "{step:?} {moment}");
        }
    }
}

#[test]
fn what_is_tapped_meanwhile_waits() {
    at_every_moment(|going| {
        let Going {
            scene, page, step, ..
        } = going;
        let tab = page.tab().unwrap();
        // Before that, the key of a new lock is made.
        let is_making = matches!(step, Step::SetLock | Step::ChangeLock);
        assert!(is_making || !tab.may_write(), "{step:?}");
        let key = scene.logged(page, 2);
        let mut pages = scene.pages().into_iter();
        let is_there = pages.any(|other| other.owner == page.owner);
        assert!(is_there, "{step:?}: it was loaded anew");
        assert!(tab.is_at_rest());
        assert_eq!(shows(page, &key), step.keeps(), "{step:?}");
        assert_eq!(shows(&found(scene), &key), step.keeps(), "{step:?}");
    });
}

#[test]
fn what_another_tab_saves_meanwhile_is_kept() {
    at_every_moment(|going| {
        let Going { scene, step, .. } = going;
        if going.other.tab().is_none() {
            // It has heard of it, and is being loaded anew.
            return;
        }
        let key = scene.logged(&going.other, 2);
        assert_eq!(
            going.is_done.take(),
            Some(true),
            "{step:?}: it did not wait"
        );
        let is_saved = going.other.said.borrow().saving == Saving::Saved;
        let is_there = shows(&found(scene), &key);
        assert!(is_there || !is_saved || !step.keeps(), "{step:?}");
    });
}

#[test]
fn a_kill_meanwhile_leaves_all_of_before_or_all_of_after() {
    at_every_moment(|going| {
        going.scene.kill(going.page.owner);
        let found = found(&going.scene);
        let count = found.journal.borrow().entries(day(), day()).count();
        assert!(count == 1 || !going.step.keeps(), "{:?}", going.step);
    });
}

#[test]
fn a_lock_is_not_set_while_something_is_not_saved() {
    let (scene, page, _) = Step::SetLock.prepared();
    let is_done = scene.begin(&page, set_lock(&page, PASSCODE));
    scene.world.run_for(1);
    scene.weather(|weather| weather.vault_room = Some(0));
    let key = scene.logged(&page, 2);
    assert_eq!(is_done.take(), Some(Err(LockProblem::NotSaved)));
    assert!(shows(&page, &key) && !page.tab().unwrap().is_at_rest());
}

#[test]
fn a_lock_that_the_quick_copy_missed_is_known_before_anything_is_shown() {
    let (scene, page, _) = Step::SetLock.prepared();
    let is_done = scene.begin(&page, set_lock(&page, PASSCODE));
    // So long may it take to make the key.
    for _ in 0..10_000 {
        if page.tab().unwrap().may_write() {
            scene.world.run_for(1);
        }
    }
    scene.weather(|weather| weather.mirror_fail_one_in = 1);
    scene.world.run_for(LONG);
    assert_eq!(is_done.take(), Some(Ok(())));
    scene.close_all();
    // The durable copy is late: at first there is only the quick one to go by.
    scene.weather(|weather| weather.latency = (4_000, 4_000));
    let page = scene.open();
    scene.world.run_for(3_000);
    assert!(page.said.borrow().drawable && page.said.borrow().locked);
    assert_eq!(page.journal.borrow().count(), 0);
}
