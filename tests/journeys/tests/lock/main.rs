//! The lock, in real browsers: set, opened, changed and taken off, with nothing readable left in any store.
use anyhow::{Context, Result, ensure};
use journeys::{Engine, Stage};
use std::fs;

mod another_tab;
mod copies;
mod kills;
mod no_room;
mod shown;
mod sight;
mod while_locked;

journeys::on_every_engine! {
    set_and_opened_again
    a_wrong_passcode_slows_down_and_deletes_nothing
    forgotten_and_recovered
    changed_and_taken_off
    either_place_alone_opens
    it_works_with_no_network
    two_tabs_of_a_locked_diary
    leave_locks_and_drops_all
}

/// A browser may look the place up at the tap on Leave, although nobody goes there.
pub(crate) const WEATHER: &str = "https://www.bbc.co.uk/";
pub(crate) const PASSCODE: &str = "three plain words";
/// What no locked diary may show anywhere.
pub(crate) const PRIVATE: &str = "Tea with Mx Quill";

/// A diary with something private, a note that is typed, and a form that was begun.
pub(crate) async fn private_diary(engine: Engine) -> Result<Stage> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.log(PRIVATE, "Connect").await?;
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", PRIVATE).await?;
    stage
        .wait_until("the form that was begun is kept", async || {
            let vault = stage.vault().await?;
            Ok(vault
                .iter()
                .any(|(key, text)| key.starts_with("draft/") && text.contains(PRIVATE)))
        })
        .await?;
    Ok(stage)
}

pub(crate) async fn open_lock(stage: &Stage, passcode: &str) -> Result<()> {
    stage.heading("Locked").await?;
    stage.type_into("Passcode", passcode).await?;
    stage.tap("Open").await?;
    stage.within("Screens").sees("Look back").await
}

/// Nothing of the person's can be read: not in either store, the caches, the address, the history or the page.
pub(crate) async fn is_unreadable(stage: &Stage) -> Result<()> {
    let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
    let today = stage.today().await?.to_string();
    let elsewhere = "(async () => {
        let all = JSON.stringify(sessionStorage) + JSON.stringify(history.state) + location.href + document.title;
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const kept of await cache.keys()) all += kept.url;
        }
        return all;
    })()";
    let elsewhere = stage.evaluate(elsewhere).await?.to_string();
    let stores = format!("{mirror:?} {vault:?}");
    for marker in [
        PRIVATE, "Quill", "items", "words", "draft", "day/", "goal/", "settings", &today,
    ] {
        ensure!(!stores.contains(marker), "{marker} can be read in {stores}");
    }
    for marker in [PRIVATE, "Quill", "#/", &today] {
        ensure!(
            !elsewhere.contains(marker),
            "{marker} can be read in {elsewhere}"
        );
    }
    ensure!(
        vault.keys().any(|key| key.starts_with("s/")),
        "nothing is kept"
    );
    for place in [
        &vault,
        &mirror
            .iter()
            .map(|(key, text)| {
                (
                    key.rsplit_once('/')
                        .map_or(key.clone(), |(_, last)| last.to_owned()),
                    text.clone(),
                )
            })
            .collect(),
    ] {
        ensure!(
            place.contains_key("lock") && place.contains_key("lock2"),
            "the lock is not kept twice"
        );
    }
    Ok(())
}

async fn set_and_opened_again(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    stage.open("#/more/lock").await?;
    // What is missing is said, and nothing is locked.
    stage.tap("Turn the lock on").await?;
    stage.sees("Use six letters or numbers, or more.").await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.type_into("The same once more", "another").await?;
    stage.tap("Turn the lock on").await?;
    stage.sees("The two are not the same.").await?;
    stage.type_into("The same once more", PASSCODE).await?;
    stage.tap("Turn the lock on").await?;
    stage
        .sees("Write the code down, or save a copy, and tick that.")
        .await?;
    ensure!(
        !stage.vault().await?.contains_key("lock"),
        "it is locked already"
    );

    stage.set_lock(PASSCODE).await?;
    is_unreadable(&stage).await?;
    // It is open still, and the address stays bare.
    stage.tap("Today").await?;
    stage.within("Also").sees(PRIVATE).await?;
    ensure!(
        stage.address().await?.is_empty(),
        "the address tells what is open"
    );
    stage.tap("Goals").await?;
    stage.heading("Goals").await?;
    stage.back().await?;
    stage.within("Also").sees(PRIVATE).await?;
    is_unreadable(&stage).await?;

    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.title("Waymark").await?;
    stage.does_not_see(PRIVATE).await?;
    stage.axe().await?;
    is_unreadable(&stage).await?;
    // Help is there all the same.
    stage.tap("Help").await?;
    stage.sees("Samaritans").await?;
    stage.tap("Waymark").await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.log("Something after it", "Give").await?;
    is_unreadable(&stage).await?;
    stage.reload().await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees("Something after it").await?;
    // The form that was begun is there, too.
    stage.tap("Goals").await?;
    stage.tap("Add a goal").await?;
    stage.holds("What will you do?", PRIVATE).await?;
    stage.finish().await
}

async fn a_wrong_passcode_slows_down_and_deletes_nothing(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    stage.set_lock(PASSCODE).await?;
    let before = stage.vault().await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    for _ in 0..2 {
        stage.type_into("Passcode", "not this one").await?;
        stage.tap("Open").await?;
        stage.sees("That is not it.").await?;
    }
    stage.type_into("Passcode", "nor this").await?;
    stage.tap("Open").await?;
    stage.sees("You can try again in").await?;
    // Not even the right one, and not after a reload.
    stage.type_into("Passcode", PASSCODE).await?;
    stage.tap("Open").await?;
    stage.sees("You can try again in").await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.tap("Open").await?;
    stage.sees("You can try again in").await?;
    ensure!(before == stage.vault().await?, "something was changed");
    stage
        .wait_until("the wait is over", async || {
            stage.tap("Open").await?;
            let bar = stage
                .within("Screens")
                .waiting(std::time::Duration::from_secs(1));
            Ok(bar.sees("Look back").await.is_ok())
        })
        .await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.finish().await
}

async fn forgotten_and_recovered(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    let code = stage.set_lock(PASSCODE).await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.tap("I forgot it").await?;
    let typed = code.to_lowercase().replace('-', " ");
    stage.type_into("Recovery code", &typed).await?;
    stage.within("I forgot it").tap("Open").await?;
    stage.sees("It is open. Choose a new passcode now.").await?;
    stage.heading("Lock").await?;
    change(&stage, &code, "another passcode").await?;
    stage.reload().await?;
    stage.heading("Locked").await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.tap("Open").await?;
    stage.sees("That is not it.").await?;
    open_lock(&stage, "another passcode").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.finish().await
}

/// Changes the passcode; the lock's page is open. Gives the new recovery code.
async fn change(stage: &Stage, now: &str, new: &str) -> Result<String> {
    stage.tap("Change the passcode").await?;
    let form = stage.within("Change the passcode");
    form.type_into("Passcode now, or recovery code", now)
        .await?;
    form.type_into("New passcode", new).await?;
    form.type_into("The same once more", new).await?;
    let code = stage
        .evaluate("document.querySelector('#new-code').textContent")
        .await?;
    form.tick("I have written it down").await?;
    stage
        .evaluate("document.querySelector('details[open] form button[type=submit]').click()")
        .await?;
    stage.says("The passcode is changed.").await?;
    code.as_str().map(str::to_owned).context("no code")
}

async fn changed_and_taken_off(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    let old_code = stage.set_lock(PASSCODE).await?;
    let before = stage.vault().await?;
    let new_code = change(&stage, PASSCODE, "another passcode").await?;
    ensure!(old_code != new_code, "the recovery code is the same");
    is_unreadable(&stage).await?;
    let after = stage.vault().await?;
    ensure!(
        after
            .keys()
            .filter(|key| key.starts_with("s/"))
            .all(|key| !before.contains_key(key)),
        "it is the same key"
    );
    // Only who knows it takes it off.
    stage.tap("Take the lock off").await?;
    let form = stage.within("Take the lock off");
    form.type_into("Passcode now, or recovery code", PASSCODE)
        .await?;
    stage.press(journeys::Key::Enter).await?;
    form.sees("That is not it.").await?;
    form.type_into("Passcode now, or recovery code", &old_code)
        .await?;
    form.does_not_see("That is not it.").await?;
    stage.press(journeys::Key::Enter).await?;
    form.sees("That is not it.").await?;
    form.type_into("Passcode now, or recovery code", "another passcode")
        .await?;
    stage.press(journeys::Key::Enter).await?;
    stage.says("The lock is off.").await?;
    let vault = stage.vault().await?;
    ensure!(!vault.contains_key("lock"), "there still is a lock");
    ensure!(
        vault.values().any(|text| text.contains(PRIVATE)),
        "it is not in plain words"
    );
    stage.reload().await?;
    stage.is_started().await?;
    stage.open("#/").await?;
    stage.within("Also").sees(PRIVATE).await?;
    ensure!(stage.address().await? == "#/", "the address is bare still");
    stage.finish().await
}

async fn either_place_alone_opens(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    stage.set_lock(PASSCODE).await?;
    stage.lose_vault().await?;
    stage.open("#/").await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage
        .wait_until("both places have it again", async || {
            let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
            let sealed = |key: &&String| key.contains("s/");
            Ok(vault.keys().filter(sealed).count() >= mirror.keys().filter(sealed).count())
        })
        .await?;
    is_unreadable(&stage).await?;
    stage.lose_mirror().await?;
    stage.open("#/").await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage
        .wait_until("both places have it again", async || {
            Ok(stage
                .mirror()
                .await?
                .keys()
                .any(|key| key.ends_with("/lock2")))
        })
        .await?;
    stage.finish().await
}

async fn it_works_with_no_network(engine: Engine) -> Result<()> {
    let mut stage = private_diary(engine).await?;
    stage.is_ready_offline().await?;
    stage.set_lock(PASSCODE).await?;
    stage
        .wait_until("what opens the lock is kept", async || {
            let tools = "caches.keys().then(names => Promise.all(names.map(name =>
                caches.open(name).then(cache => cache.keys())))).then(all =>
                all.flat().some(({ url }) => url.includes('/tools-')))";
            Ok(stage.evaluate(tools).await? == true)
        })
        .await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("#/").await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.log("With no network", "Give").await?;
    stage.reload().await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees("With no network").await?;
    stage.finish().await
}

async fn two_tabs_of_a_locked_diary(engine: Engine) -> Result<()> {
    let stage = private_diary(engine).await?;
    stage.open("#/").await?;
    stage.new_tab().await?;
    stage.open("#/").await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.set_lock(PASSCODE).await?;
    // The other tab has nothing in plain words any more.
    stage.go_to_tab(0).await?;
    stage.heading("Locked").await?;
    is_unreadable(&stage).await?;
    open_lock(&stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await?;
    stage.log("From the first tab", "Give").await?;
    stage.go_to_tab(1).await?;
    stage.tap("Today").await?;
    stage.within("Also").sees("From the first tab").await?;
    stage.log("From the second tab", "Give").await?;
    stage.go_to_tab(0).await?;
    stage.within("Also").sees("From the second tab").await?;
    is_unreadable(&stage).await?;
    stage.finish().await
}

async fn leave_locks_and_drops_all(engine: Engine) -> Result<()> {
    let mut stage = private_diary(engine).await?;
    stage.allow(WEATHER);
    stage.set_lock(PASSCODE).await?;
    stage.tap("Today").await?;
    stage.within("Also").sees(PRIVATE).await?;
    // With nowhere to go, the cover stays.
    stage.say_offline(true).await?;
    stage.tap("Leave").await?;
    stage.heading("This page is closed").await?;
    is_unreadable(&stage).await?;
    returns_locked(&stage).await?;
    stage.finish().await
}

/// Nothing of the person's is behind the cover, and the way back is the lock's.
pub(crate) async fn returns_locked(stage: &Stage) -> Result<()> {
    let page = "document.documentElement.outerHTML";
    ensure!(
        !stage.evaluate(page).await?.to_string().contains("Quill"),
        "it is in the page"
    );
    stage.say_offline(false).await?;
    stage.tap("Open").await?;
    open_lock(stage, PASSCODE).await?;
    stage.within("Also").sees(PRIVATE).await
}

/// A file that was saved, as text.
pub(crate) async fn saved_file(stage: &mut Stage) -> Result<String> {
    Ok(fs::read_to_string(stage.downloaded().await?)?)
}
