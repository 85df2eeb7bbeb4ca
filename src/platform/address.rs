//! The page's address: where the app is served, and the part after `#`.

mod hushed;

use super::browser::{listen, window};
use hushed::Turn;
pub use hushed::{hush, speak};
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What stands behind it is left unread: an address of 2 MB would hold a slow phone up. The longest link has 8 kB, however
/// it is encoded; one that is cut off here is still too long.
const LONGEST: usize = 100_000;

/// The folder of the page, as the address has it (percent-encoded), from `/` to `/`.
#[must_use]
pub fn base_path() -> String {
    let path = window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_default();
    folder_of(&path).to_owned()
}

fn folder_of(path: &str) -> &str {
    path.rfind('/')
        .and_then(|end| path.get(..=end))
        .unwrap_or("/")
}

/// The whole address of the page, without what stands after `#`.
#[must_use]
pub fn page() -> String {
    let href = window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// What stands after `#`, decoded; as it stands when it is not rightly encoded. While the address is hushed: what would
/// stand there.
#[must_use]
pub fn hash() -> String {
    hushed::page().unwrap_or_else(shown_hash)
}

fn shown_hash() -> String {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    let hash = hash.strip_prefix('#').unwrap_or(&hash);
    decoded(hash.get(..LONGEST).unwrap_or(hash))
}

/// The text decoded once; as it stands when it is not rightly encoded.
#[must_use]
pub fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}

/// Calls `act` whenever the part after `#` has changed, by whatever way.
pub fn on_hash_change(act: impl Fn() + 'static) {
    if let Some(window) = window() {
        let act: Rc<dyn Fn()> = Rc::new(act);
        hushed::tell(&act);
        listen(&window, "hashchange", move |_| act());
    }
}

/// Goes to another part after `#`; Back returns from it.
pub fn go(hash: &str) {
    if hushed::turn_to(hash, Turn::New) {
        return;
    }
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another part after `#` in place of the present one: Back skips it.
pub fn replace(hash: &str) {
    if hushed::turn_to(hash, Turn::InPlace) {
        return;
    }
    if let Some(window) = window() {
        let _ = window.location().replace(&["#", hash].concat());
    }
}

/// Writes another part after `#` into the bar and the history, in place of the present one, and stays on the page.
pub fn cover(hash: &str) {
    if hushed::turn_to(hash, Turn::Unseen) {
        return;
    }
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let url = ["#", hash].concat();
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// What is done before the page is loaded again; it calls what it is given when that is done.
type First = Box<dyn Fn(Box<dyn FnOnce()>)>;

thread_local! {
    static FIRST: OnceCell<First> = const { OnceCell::new() };
}

/// From now on this is done before the app loads the page again; what it is given loads it.
pub fn before_reload(first: First) {
    let _ = FIRST.with(|cell| cell.set(first));
}

/// Loads the page again.
pub fn reload() {
    reload_as(None);
}

/// Loads the page again, with this word in the browser's history for `start.js`: no link can carry one.
pub fn reload_as(word: Option<&str>) {
    let word = word.map(JsValue::from_str);
    let load = move || {
        let Some(window) = window() else {
            return;
        };
        if let (Some(word), Ok(history)) = (word, window.history()) {
            let _ = history.replace_state_with_url(&word, "", Some("./"));
        }
        let _ = window.location().reload();
    };
    FIRST.with(|first| match first.get() {
        Some(first) => first(Box::new(load)),
        None => load(),
    });
}

#[cfg(test)]
mod tests {
    use super::folder_of;

    #[test]
    fn the_folder_ends_at_the_last_slash() {
        let case = |path, expected| assert_eq!(folder_of(path), expected, "{path}");
        case("/", "/");
        case("/app/", "/app/");
        case("/app/index.html", "/app/");
        case("/a/b%20c/app/", "/a/b%20c/app/");
        case("", "/");
    }
}
