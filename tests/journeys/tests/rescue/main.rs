//! rescue.html: what is kept can be seen and saved when the app itself cannot run, and it changes nothing.
mod own;
mod reached;
mod saved;

use anyhow::{Result, ensure};
use journeys::{Stage, Theme, seed};
use serde_json::json;
use waymark::domain::day::Day;
use waymark::domain::record::with_sum;

const PAGE: &str = "rescue.html";

const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

/// A week of entries, stored by the app.
async fn filled() -> Result<(Stage, Day)> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::week(today), today).await?;
    Ok((stage, today))
}

/// Opens the page and finds the week in it.
async fn shows_the_week(stage: &Stage) -> Result<()> {
    stage.open(PAGE).await?;
    stage
        .within("Your days")
        .sees("Helped Sam carry the shopping Connect, Give")
        .await?;
    // A tick has the words of its goal.
    stage
        .within("Your days")
        .sees("A short walk Be active")
        .await?;
    stage
        .within("Your days")
        .sees("A good day. The rain stopped just in time.")
        .await?;
    stage.within("Goals").sees("Ring someone").await?;
    stage
        .within("Milestones")
        .sees("I joined the library.")
        .await?;
    stage
        .within("My own ideas")
        .sees("Sit by the canal Take notice")
        .await
}

/// One entry in a day's record.
fn item(id: &str, ms: u64, words: &str) -> String {
    format!(r#""{id}":{{"d":{{"ways":["give"],"words":"{words}"}},"h":[{ms},0,1]}}"#)
}

/// Gives one place alone this generation.
async fn number(stage: &Stage, place: &str, generation: &str) -> Result<()> {
    match place {
        "mirror" => {
            let set = format!(
                "void localStorage.setItem('wm:' + location.pathname.replace(/[^/]*$/, '') + ':gen', '{generation}')"
            );
            stage.evaluate(&set).await.map(drop)
        }
        _ => put(stage, "vault", "gen", generation).await,
    }
}

/// Puts a text into one place alone.
async fn put(stage: &Stage, place: &str, key: &str, text: &str) -> Result<()> {
    let (key, text) = (json!(key), json!(text));
    let script = match place {
        "mirror" => format!("localStorage.setItem(prefix + '0/' + {key}, {text}); return true;"),
        _ => format!(
            "return new Promise((done) => {{
                indexedDB.open(prefix, 1).onsuccess = ({{ target }}) => {{
                    const change = target.result.transaction('records', 'readwrite');
                    change.objectStore('records').put({text}, {key});
                    change.oncomplete = () => {{ target.result.close(); done(true); }};
                }};
            }});"
        ),
    };
    let prefix = "const prefix = 'wm:' + location.pathname.replace(/[^/]*$/, '') + ':';";
    stage
        .evaluate(&format!("(() => {{ {prefix} {script} }})()"))
        .await?;
    Ok(())
}

#[tokio::test]
async fn entries_from_both_places_and_from_each_alone() -> Result<()> {
    let (stage, _) = filled().await?;
    let before = (stage.mirror().await?, stage.vault().await?);
    shows_the_week(&stage).await?;
    stage.does_not_see("could not be read").await?;
    ensure!(
        (stage.mirror().await?, stage.vault().await?) == before,
        "it wrote"
    );
    stage.lose_vault().await?;
    shows_the_week(&stage).await?;
    let made = "indexedDB.databases().then((all) => all.length)";
    ensure!(stage.evaluate(made).await? == 0, "it made a database");
    stage.start().await?;
    stage
        .wait_until("the app has mended the durable copy", async || {
            Ok(stage.vault().await?.len() > 20)
        })
        .await?;
    stage.lose_mirror().await?;
    shows_the_week(&stage).await?;
    ensure!(stage.mirror().await?.is_empty(), "it wrote");
    stage.finish().await
}

/// A day's record with these items, as the app would write it.
fn day_record(day: Day, latest: u64, items: &str) -> String {
    with_sum(&format!(
        r#"{{"d":{{"items":{{{items}}}}},"h":[{latest},0,1],"id":"{day}","k":"day","v":1}}"#
    ))
}

#[tokio::test]
async fn what_is_deleted_or_not_to_be_shown_stays_away() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let hidden =
        r#""r":{"d":{"recovery":true,"ways":["give"],"words":"A quiet thing"},"h":[1,0,1]}"#;
    stage
        .damage(
            &format!("day/{}", today.before(1)),
            &day_record(today.before(1), 1, hidden),
        )
        .await?;
    stage.open(PAGE).await?;
    stage.sees("A first thing").await?;
    stage.does_not_see("A quiet thing").await?;
    stage.recovery_parts(true).await?;
    stage.saved().await?;
    stage.open(PAGE).await?;
    stage.sees("A quiet thing").await?;
    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    // One of the two places rolls back to before: that does not bring anything back.
    let old = day_record(today, 1, &item("a", 1, "From before"));
    let key = format!("day/{today}");
    put(&stage, "mirror", &key, &old).await?;
    for (mirror, vault) in [("0", "1"), ("2", "1")] {
        number(&stage, "mirror", mirror).await?;
        number(&stage, "vault", vault).await?;
        stage.open(PAGE).await?;
        stage.reload().await?;
        stage.sees("There are no entries here.").await?;
        stage.does_not_see("From before").await?;
        put(&stage, "vault", &key, &old).await?;
        // Next the other way round: a wipe of the mirror that ended has left nothing in it.
        let emptied = "Object.keys(localStorage).filter(key => /day/.test(key))
            .forEach(key => localStorage.removeItem(key))";
        stage.evaluate(&format!("void {emptied}")).await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn markup_stays_text() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    let hostile = "<img src=x onerror='window.caught=1'><script>caught=2</script>";
    stage.log(hostile, "Give").await?;
    stage.make_goal(hostile, "Give").await?;
    stage.open(PAGE).await?;
    stage.within("Your days").sees(hostile).await?;
    stage.within("Goals").sees(hostile).await?;
    let ran = "'caught' in window || document.querySelectorAll('#app img, #app script').length > 0";
    ensure!(stage.evaluate(ran).await? == false, "it became markup");
    stage.finish().await
}

#[tokio::test]
async fn with_no_network() -> Result<()> {
    let (mut stage, _) = filled().await?;
    stage.is_ready_offline().await?;
    stage.offline().await?;
    stage.restart().await?;
    shows_the_week(&stage).await?;
    let styled = "getComputedStyle(document.querySelector('.noted')).whiteSpace";
    ensure!(
        stage.evaluate(styled).await? == "pre-wrap",
        "its own style is not kept"
    );
    stage.finish().await
}

#[tokio::test]
async fn with_storage_blocked() -> Result<()> {
    let (stage, _) = filled().await?;
    let before = (stage.mirror().await?, stage.vault().await?);
    stage
        .before_each_page(
            "if (location.hash === '#blocked') for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
                Object.defineProperty(self, name, { get() { throw new Error('blocked'); } });",
        )
        .await?;
    stage.open(&format!("{PAGE}#blocked")).await?;
    stage
        .sees("This browser does not let this page see what is kept.")
        .await?;
    stage.sees("Samaritans").await?;
    stage.does_not_see("Save a copy").await?;
    stage.does_not_see("Helped Sam").await?;
    // Nothing is lost by that.
    stage.go_beside().await?;
    let after = (stage.mirror().await?, stage.vault().await?);
    ensure!(after == before, "something changed");
    shows_the_week(&stage).await?;
    stage.finish().await
}

#[tokio::test]
async fn a_place_that_never_answers_is_not_waited_for() -> Result<()> {
    let (stage, _) = filled().await?;
    stage
        .before_each_page("IDBFactory.prototype.open = () => ({});")
        .await?;
    shows_the_week(&stage).await?;
    stage
        .sees("Only one of the two places could be read.")
        .await?;
    stage.finish().await
}

#[tokio::test]
async fn a_left_tab_stays_shut() -> Result<()> {
    let (mut stage, _) = filled().await?;
    stage.allow(NEUTRAL);
    shows_the_week(&stage).await?;
    stage.tap("Leave").await?;
    stage.is_at(NEUTRAL).await?;
    stage.open(PAGE).await?;
    stage.heading("This page is closed").await?;
    stage.title("Page").await?;
    let page = stage
        .evaluate("document.documentElement.outerHTML")
        .await?
        .to_string();
    ensure!(
        !page.contains("Sam") && !page.contains("Waymark could"),
        "{page}"
    );
    stage.tap("Open").await?;
    stage.is_started().await?;
    stage.finish().await
}

#[tokio::test]
async fn it_shuts_no_one_out() -> Result<()> {
    let (mut stage, today) = filled().await?;
    stage
        .damage(&format!("day/{}", today.before(2)), "torn")
        .await?;
    for theme in [Theme::Light, Theme::Dark] {
        for (width, height) in [(320, 740), (1280, 800)] {
            stage.emulate(theme, width, height).await?;
            shows_the_week(&stage).await?;
            stage.axe().await?;
            stage.fits_the_screen().await?;
        }
    }
    stage.emulate(Theme::Light, 320, 740).await?;
    stage.enlarge_text(2).await?;
    stage.fits_the_screen().await?;
    stage.finish().await
}
