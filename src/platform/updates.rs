//! The service worker: the app without a network, and new versions when the person wants them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CacheStorage, EventTarget, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
};

use super::browser::{document, event_name, first_event, get, listen, navigator, root, window};

/// Never renamed: a worker of another name would never be replaced.
const WORKER: &str = "sw.js";
/// What the worker is asked: whether all is kept that the app needs to open without a network; and the same where the
/// tools are needed, too. It answers with a truth value, and once more after it has fetched what was gone.
const IS_WHOLE: [&str; 2] = ["is-whole", "is-whole-with-tools"];
/// What the worker is told when the tools have to be there without a network.
const KEEP_TOOLS: &str = "keep-tools";
/// What a waiting worker is told when the person wants it.
const USE_NEW_VERSION: &str = "use-new-version";

/// Hears whether the app needs no network.
type Hears = Rc<dyn Fn(bool)>;

thread_local! {
    static REGISTRATION: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
    /// What is asked about the kept files, and who hears the answers: the last page that wanted to know.
    static ASKS: RefCell<Option<(&'static str, Hears)>> = const { RefCell::new(None) };
}

/// Registers the worker once the page has loaded. `on_ready_update`: a new version waits to be used. Does nothing
/// where there are no workers.
pub fn start(on_ready_update: impl Fn() + 'static) {
    if let Some(workers) = workers() {
        spawn_local(register(workers, Rc::new(on_ready_update)));
    }
}

/// Says that this version has started and read what is stored. `start.js` passes it on to the worker, which from
/// then on needs the version before no more.
pub fn booted() {
    say("booted");
}

/// Says that it waits at the lock's screen: it has shown nothing yet, and is not to blame for it either.
pub fn waits() {
    say("waits");
}

/// Says that it begins to open a lock: should nothing come of it, that counts as a start that failed.
pub fn tries() {
    say("tries");
}

/// Says that a part of the program could not be loaded: what is kept of it may be broken.
pub fn failed() {
    say("failed");
}

fn say(how_it_stands: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-booted", how_it_stands);
    }
}

/// Tells whether everything is kept, as it was built, that the app needs to open without a network: what the worker finds
/// now, and whatever it finds later. `with_tools`: a lock is on, which does not open without them. Who asked before hears
/// no more.
pub fn on_offline_ready(with_tools: bool, tell: impl Fn(bool) + 'static) {
    let Some(workers) = workers() else {
        return tell(false);
    };
    let what = IS_WHOLE[usize::from(with_tools)];
    let is_first = ASKS.replace(Some((what, Rc::new(tell)))).is_none();
    if is_first {
        listen(&workers, "message", |event| {
            if let Some(whole) = get(&event, "data").and_then(|data| data.as_bool()) {
                hear(whole);
            }
        });
        // The first worker has come, or a new one; or what is gone can be had again.
        listen(&workers, "controllerchange", |_| spawn_local(ask()));
        if let Some(window) = window() {
            listen(&window, "online", |_| spawn_local(ask()));
        }
    }
    spawn_local(ask());
}

fn hear(whole: bool) {
    let hears = ASKS.with_borrow(|asks| asks.as_ref().map(|(_, hears)| Rc::clone(hears)));
    if let Some(hears) = hears {
        hears(whole);
    }
}

/// Without a worker that is in use, a network is needed.
async fn ask() {
    let what = ASKS.with_borrow(|asks| asks.as_ref().map(|(what, _)| *what));
    let (Some(workers), Some(what)) = (workers(), what) else {
        return;
    };
    let registered = JsFuture::from(workers.get_registration()).await;
    match registered.ok().and_then(|found| get(&found, "active")) {
        Some(worker) => {
            let worker: ServiceWorker = worker.unchecked_into();
            let _ = worker.post_message(&JsValue::from_str(what));
        }
        None => hear(false),
    }
}

/// Lets the waiting version take over, and loads the page again as soon as it has.
pub fn use_new_version() {
    let waiting = REGISTRATION.with_borrow(|kept| kept.as_ref()?.waiting());
    match (waiting, workers()) {
        (Some(waiting), Some(workers)) => {
            let taken_over = first_event(&workers, &["controllerchange"]);
            spawn_local(async move {
                event_name(taken_over).await;
                super::address::reload();
            });
            let _ = waiting.post_message(&JsValue::from_str(USE_NEW_VERSION));
        }
        // Another tab was first.
        _ => super::address::reload(),
    }
}

/// The browser's workers. Reading them throws in some frames and gives nothing without https.
fn workers() -> Option<ServiceWorkerContainer> {
    Some(navigator("serviceWorker")?.unchecked_into())
}

async fn register(workers: ServiceWorkerContainer, on_ready_update: Rc<dyn Fn()>) {
    // The first paint comes before the worker's downloads.
    if let Some(window) = window()
        && document().is_some_and(|document| document.ready_state() != "complete")
    {
        event_name(first_event(&window, &["load"])).await;
    }
    // Refused in private windows and by some settings: the app then needs its network.
    let Ok(registered) = JsFuture::from(workers.register(WORKER)).await else {
        return;
    };
    let registration: ServiceWorkerRegistration = registered.unchecked_into();
    REGISTRATION.set(Some(registration.clone()));
    if registration.waiting().is_some() && workers.controller().is_some() {
        on_ready_update();
    }
    watch(&registration, &workers, &on_ready_update);
    let found = registration.clone();
    listen(&registration, "updatefound", move |_| {
        watch(&found, &workers, &on_ready_update);
    });
}

/// Tells when the version that is being installed, if any, is ready to be used.
fn watch(
    registration: &ServiceWorkerRegistration,
    workers: &ServiceWorkerContainer,
    on_ready_update: &Rc<dyn Fn()>,
) {
    let Some(worker) = get(registration, "installing") else {
        return;
    };
    let worker: EventTarget = worker.unchecked_into();
    let on_ready_update = Rc::clone(on_ready_update);
    // Without a controller this is the first version, not a new one. Asked now: WebKit tells of the
    // step when the first version may have taken the page over already.
    let is_new = workers.controller().is_some();
    let installing = worker.clone();
    listen(&worker, "statechange", move |_| {
        let installed = get(&installing, "state").is_some_and(|state| state == "installed");
        if installed && is_new {
            on_ready_update();
        }
    });
}

/// Deletes every file that is kept for use without a network, and lets the worker go: whether all of it went. The page
/// that is open has what it needs until it is loaded anew.
pub async fn forget_files(prefix: &str) -> bool {
    let mut all_went = true;
    if let Some(caches) = window().and_then(|window| get(&window, "caches")) {
        let caches: CacheStorage = caches.unchecked_into();
        let names = JsFuture::from(caches.keys()).await;
        all_went = names.is_ok();
        for name in Array::from(&names.unwrap_or_default()).iter() {
            // Others on this origin have theirs.
            let ours = name.as_string().filter(|name| name.starts_with(prefix));
            if let Some(name) = ours {
                all_went &= JsFuture::from(caches.delete(&name)).await.is_ok();
            }
        }
    }
    if let Some(registration) = REGISTRATION.take() {
        all_went &= match registration.unregister() {
            Ok(leaves) => JsFuture::from(leaves).await.is_ok(),
            Err(_) => false,
        };
    }
    all_went
}

/// Has the worker keep the third part of the program, which a locked diary does not open without.
pub fn keep_tools() {
    let Some(workers) = workers() else {
        return;
    };
    let Ok(ready) = workers.ready() else {
        return;
    };
    spawn_local(async move {
        // Where no worker ever comes, the app needs its network anyway.
        if let Ok(registration) = JsFuture::from(ready).await {
            // One that waits may be the next to answer.
            for which in ["active", "waiting", "installing"] {
                if let Some(worker) = get(&registration, which) {
                    let worker: ServiceWorker = worker.unchecked_into();
                    let _ = worker.post_message(&JsValue::from_str(KEEP_TOOLS));
                }
            }
        }
    });
}
