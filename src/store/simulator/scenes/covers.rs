//! A page that is covered, with something that is not saved.

use super::*;
use crate::store::saver::Input;

#[test]
fn a_page_stays_covered_while_something_is_not_saved() {
    let scene = Scene::new();
    let page = scene.opened();
    scene.lock(&page, PASSCODE).unwrap();
    scene.weather(|weather| weather.vault_room = Some(0));
    let key = log(&page, 1);
    let tab = page.tab().unwrap();
    for _ in 0..2 {
        page.is_covered.set(true);
        tab.feed(Input::Shut);
        // Whoever taps at once opens nothing, and it does not open by itself after.
        tab.feed(Input::Reopened);
        scene.world.run_for(LONG);
        assert!(page.is_covered.get() && !tab.is_at_rest());
        assert!(page.is_there() && page.tab().is_some(), "it was lost");
        page.has_tapped_open.set(true);
        tab.feed(Input::Reopened);
        page.has_tapped_open.set(false);
        assert!(page.is_open() && shows(&page, &key));
    }
    // Once there is room it shuts, and nothing is lost.
    page.is_covered.set(true);
    tab.feed(Input::Shut);
    scene.weather(|_| ());
    scene.world.run_for(LONG);
    let page = scene.pages().pop().unwrap();
    assert!(page.said.borrow().locked);
    scene.unlock(&page, PASSCODE).unwrap();
    assert!(shows(&page, &key));
    assert_eq!(scene.oracle.borrow().failed(), None);
}
