//! rescue.html: what is kept can be seen and saved when the app itself cannot run, and it changes nothing.
use anyhow::{Context, Result, ensure};
use journeys::deploy::{Host, Version};
use journeys::{Stage, Theme, dist, seed};
use serde_json::json;
use std::fs;
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

/// The text of the file that a button hands over, and its name.
async fn saved(stage: &mut Stage, button: &str) -> Result<(String, String)> {
    stage.tap(button).await?;
    let file = stage.downloaded().await?;
    let name = file
        .file_name()
        .context("no name")?
        .to_string_lossy()
        .into_owned();
    Ok((fs::read_to_string(file)?, name))
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

#[tokio::test]
async fn its_copy_is_the_apps_own_copy() -> Result<()> {
    let (mut stage, today) = filled().await?;
    stage.start().await?;
    stage
        .log("Said “no” – and é, 👩‍👧, \\ \" all of it", "Give")
        .await?;
    let before = stage.vault().await?;
    stage.open(PAGE).await?;
    let (copy, name) = saved(&mut stage, "Save a copy").await?;
    ensure!(name == format!("diary-{today}.json"), "it is called {name}");
    stage.sees("The file is with your browser now.").await?;
    stage.lose_vault().await?;
    stage.open(PAGE).await?;
    let (of_mirror, _) = saved(&mut stage, "Save a copy").await?;
    ensure!(
        of_mirror == copy,
        "the working copy alone gives another file"
    );
    stage.start().await?;
    stage.open("#/more/kept").await?;
    let (own, _) = saved(&mut stage, "Save a copy").await?;
    ensure!(own == copy, "the app's own copy is another:\n{own}\n{copy}");

    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    stage.choose_copy(copy.as_bytes()).await?;
    stage.sees("A copy from").await?;
    stage.does_not_see("The file was changed").await?;
    stage.does_not_see("could not be read").await?;
    stage.tap("Add it all").await?;
    stage.says("The copy was added.").await?;
    stage.saved().await?;
    let records = |kept: std::collections::BTreeMap<String, String>| {
        kept.into_iter()
            .filter(|(key, _)| key.contains('/'))
            .collect::<Vec<_>>()
    };
    ensure!(
        records(stage.vault().await?) == records(before),
        "not everything is back"
    );
    stage.finish().await
}

/// A day's record with these items, as the app would write it.
fn day_record(day: Day, latest: u64, items: &str) -> String {
    with_sum(&format!(
        r#"{{"d":{{"items":{{{items}}}}},"h":[{latest},0,1],"id":"{day}","k":"day","v":1}}"#
    ))
}

fn item(id: &str, ms: u64, words: &str) -> String {
    format!(r#""{id}":{{"d":{{"ways":["give"],"words":"{words}"}},"h":[{ms},0,1]}}"#)
}

#[tokio::test]
async fn a_day_that_differs_is_merged_as_the_app_does() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let day = today.before(1);
    let key = format!("day/{day}");
    let mine = [item("a", 1, "Older"), item("b", 2, "Only here")].join(",");
    let theirs = [
        item("a", 5, "Newer"),
        r#""b":{"del":true,"h":[1,0,1]}"#.to_owned(),
        r#""c":{"del":true,"h":[3,0,1]}"#.to_owned(),
        item("d", 4, "Only there"),
    ];
    put(&stage, "mirror", &key, &day_record(day, 2, &mine)).await?;
    put(
        &stage,
        "vault",
        &key,
        &day_record(day, 5, &theirs.join(",")),
    )
    .await?;
    stage.open(PAGE).await?;
    for words in ["Newer", "Only here", "Only there"] {
        stage.within("Your days").sees(words).await?;
    }
    stage.does_not_see("Older").await?;
    let (copy, _) = saved(&mut stage, "Save a copy").await?;
    stage.open("#/more/kept").await?;
    stage.is_started().await?;
    let (own, _) = saved(&mut stage, "Save a copy").await?;
    ensure!(own == copy, "the app merges another way:\n{own}\n{copy}");
    stage.finish().await
}

#[tokio::test]
async fn what_is_damaged_can_be_saved() -> Result<()> {
    let (mut stage, today) = filled().await?;
    let damaged = "{\"sum\":\"00000000\",\"v\":1} <b>torn</b>";
    stage
        .damage(&format!("day/{}", today.before(2)), damaged)
        .await?;
    for is_set_aside in [false, true] {
        if is_set_aside {
            stage.start().await?;
            stage.sees("1 entry could not be read.").await?;
        }
        shows_the_week(&stage).await?;
        stage
            .sees("1 entry could not be read. It is still kept.")
            .await?;
        let (text, name) = saved(&mut stage, "Save the rest as text").await?;
        ensure!(name == format!("unread-{today}.txt"), "it is called {name}");
        ensure!(text.matches(damaged).count() == 1, "{text}");
    }
    stage.finish().await
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
    // A working copy that rolls back does not bring it back.
    let old = day_record(today, 1, &item("a", 1, "From before"));
    put(&stage, "mirror", &format!("day/{today}"), &old).await?;
    stage.open(PAGE).await?;
    stage.sees("There are no entries here.").await?;
    stage.does_not_see("From before").await?;
    stage.finish().await
}

#[tokio::test]
async fn markup_stays_text() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
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
    let stage = Stage::new().await?;
    stage
        .before_each_page(
            "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
                Object.defineProperty(self, name, { get() { throw new Error('blocked'); } });",
        )
        .await?;
    stage.open(PAGE).await?;
    stage
        .sees("This browser does not let this page see what is kept.")
        .await?;
    stage.sees("Samaritans").await?;
    stage.does_not_see("Save a copy").await?;
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

/// Goes from the calm page to this one.
async fn is_reached(stage: &Stage) -> Result<()> {
    stage.heading("Something went wrong").await?;
    stage.axe().await?;
    stage.fits_the_screen().await?;
    stage.tap("See or save what is kept").await?;
    stage.heading("What is kept here").await
}

#[tokio::test]
async fn reached_from_a_failed_start() -> Result<()> {
    let built = Version::built()?;
    let host = Host::with(&built.clone().without(&built.wasm()?))?;
    let stage = Stage::serving(host.folder()).await?;
    stage.open("").await?;
    is_reached(&stage).await?;
    stage.sees("There are no entries here.").await
}

#[tokio::test]
async fn reached_from_an_old_browser() -> Result<()> {
    for script in ["start.js", "rescue.js"] {
        let text = fs::read_to_string(dist().join(script))?;
        for new in ["=>", "`", "const ", "let ", "async ", "..."] {
            ensure!(
                !text.contains(new),
                "{script} has {new:?}: no old browser reads it"
            );
        }
    }
    for old in [
        "delete HTMLScriptElement.prototype.noModule",
        "delete self.WebAssembly",
    ] {
        let stage = Stage::new().await?;
        stage.start().await?;
        stage.log_first().await?;
        stage.before_each_page(old).await?;
        stage.open("").await?;
        is_reached(&stage).await?;
        stage.within("Your days").sees("A first thing").await?;
    }
    Ok(())
}

/// Makes the program ask for more room than there can be when it reads a chosen file: it panics.
const PANICS_ON_A_FILE: &str = "
    const poisoned = new ArrayBuffer(8);
    File.prototype.arrayBuffer = async () => poisoned;
    const list = Object.getPrototypeOf(Uint8Array.prototype);
    const { get } = Object.getOwnPropertyDescriptor(list, 'length');
    Object.defineProperty(list, 'length', {
        get() { return this.buffer === poisoned ? 2 ** 32 - 1 : get.call(this); },
    });";

#[tokio::test]
async fn reached_after_a_panic_in_a_handler() -> Result<()> {
    let (mut stage, _) = filled().await?;
    stage.before_each_page(PANICS_ON_A_FILE).await?;
    stage.open("").await?;
    stage.choose_copy(b"{}").await?;
    is_reached(&stage).await?;
    shows_the_week(&stage).await
}

#[tokio::test]
async fn reached_after_a_trap_in_a_handler() -> Result<()> {
    let (stage, _) = filled().await?;
    // What no panic can tell of: the engine itself stops the program.
    let trap = "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2,
        1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11]))";
    stage
        .evaluate(&format!(
            "void setTimeout(() => new WebAssembly.Instance({trap}))"
        ))
        .await?;
    is_reached(&stage).await
}
