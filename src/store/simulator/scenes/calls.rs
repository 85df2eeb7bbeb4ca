//! Calls of other tabs, and of whoever else is on the line.

use super::*;

#[test]
fn a_call_is_believed_only_as_far_as_the_stores_bear_it_out() {
    let scene = Scene::new();
    let page = scene.opened();
    let key = scene.logged(&page, 1);
    let before = scene.disk.transactions();
    for _ in 0..1000 {
        page.tab().unwrap().wake();
    }
    scene.world.run_for(LONG);
    // One look, and one more for those that came meanwhile.
    let looks = scene.disk.transactions() - before;
    assert!(looks <= 4, "{looks} transactions");
    assert!(scene.pages().iter().any(|there| there.owner == page.owner));
    assert!(shows(&page, &key));
    // One that is borne out is heeded at once.
    let other = scene.opened();
    let second = scene.logged(&other, 2);
    assert!(shows(&page, &second));
    let tab = other.tab().unwrap();
    scene
        .end(&other, Box::pin(async move { tab.wipe().await }))
        .unwrap();
    assert!(scene.pages().iter().all(|there| there.owner != page.owner));
    assert_eq!(scene.oracle.borrow().failed(), None);
}

#[test]
fn a_look_that_never_ends_holds_up_the_next_ones_only_for_a_while() {
    let scene = Scene::new();
    let page = scene.opened();
    scene.weather(|weather| weather.hang_one_in = 1);
    page.tab().unwrap().wake();
    scene.world.run_for(LONG);
    scene.weather(|_| ());
    let before = scene.disk.transactions();
    page.tab().unwrap().wake();
    scene.world.run_for(LONG);
    assert!(scene.disk.transactions() > before, "it looks no more");
}

#[test]
fn a_call_at_the_start_is_heeded_after_it() {
    let scene = Scene::new();
    let first = scene.opened();
    scene.logged(&first, 1);
    let page = scene.open();
    page.tab().unwrap().wake();
    let key = log(&first, 2);
    scene.world.run_for(LONG);
    assert!(shows(&page, &key));
    assert_eq!(scene.oracle.borrow().failed(), None);
}
