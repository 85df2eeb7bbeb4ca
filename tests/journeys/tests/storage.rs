//! What said "Saved" is there: in both places, after the loss of either, beside damage, in two tabs.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage, seed};
use std::collections::BTreeMap;

journeys::on_every_engine! {
    it_is_kept_in_both_places
    either_place_brings_all_back
    the_word_to_older_versions_comes_back_too
    damage_hides_nothing_else
    two_tabs_keep_what_both_did
    what_is_deleted_in_one_tab_is_gone_in_the_other
}

/// The records alone, without what is true of the store as a whole.
fn records(mut kept: BTreeMap<String, String>) -> BTreeMap<String, String> {
    kept.retain(|key, _| key.contains('/'));
    kept
}

async fn it_is_kept_in_both_places(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.log("Tea with Ali", "Connect").await?;
    let day = format!("day/{today}");
    let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
    let copies = [mirror.get(&format!("0/{day}")), vault.get(&day)];
    for text in copies.into_iter().flatten() {
        ensure!(
            text.contains("Tea with Ali") && text.contains("A first thing"),
            "{text}"
        );
    }
    ensure!(copies[0] == copies[1] && copies[0].is_some(), "{copies:?}");
    stage.reload().await?;
    stage.within("Also").sees("Tea with Ali").await?;
    stage.log("Right before the crash", "Give").await?;
    stage.crash().await?;
    stage.start().await?;
    stage.within("Also").sees("Right before the crash").await?;
    stage.within("Also").sees("Tea with Ali").await?;
    stage.finish().await
}

async fn either_place_brings_all_back(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.fill(&seed::week(today), today).await?;
    let before = records(stage.vault().await?);
    for lose_vault in [true, false, true] {
        if lose_vault {
            stage.lose_vault().await?;
        } else {
            stage.lose_mirror().await?;
        }
        stage.start().await?;
        stage
            .within("Also")
            .sees("Helped Sam carry the shopping")
            .await?;
        stage.is_ticked("A short walk").await?;
        stage
            .wait_until("both are whole again", async || {
                Ok(records(stage.vault().await?) == before
                    && stage.mirror().await?.len() > before.len())
            })
            .await?;
    }
    stage.open("#/milestones").await?;
    stage.sees("I joined the library.").await?;
    stage.finish().await
}

async fn the_word_to_older_versions_comes_back_too(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    for lose_vault in [false, true] {
        if lose_vault {
            stage.lose_vault().await?;
        } else {
            stage.lose_mirror().await?;
        }
        stage.start().await?;
        stage.within("Also").sees("A first thing").await?;
        stage
            .wait_until("both say which versions may write", async || {
                let (mirror, vault) = (stage.mirror().await?, stage.vault().await?);
                Ok(vault.contains_key("meta") && mirror.contains_key("0/meta"))
            })
            .await?;
    }
    stage.finish().await
}

/// Texts that are no record.
const GARBAGE: [&str; 6] = [
    "",
    "null",
    "[]",
    "\u{feff}{}",
    "{\"sum\":\"00000000\",\"v\":1}",
    "\"{}\"",
];

async fn damage_hides_nothing_else(engine: Engine) -> Result<()> {
    // Reading them is the app's own work: the other engines only show that they give them back.
    let kinds = if engine == Engine::Chromium { 6 } else { 1 };
    for garbage in GARBAGE.into_iter().take(kinds) {
        let mut stage = Stage::on(engine).await?;
        let today = stage.start().await?;
        stage.fill(&seed::week(today), today).await?;
        stage
            .damage(&format!("day/{}", today.before(2)), garbage)
            .await?;
        stage.reload().await?;
        stage
            .sees("1 entry could not be read. It is kept safe, and the rest is here.")
            .await?;
        stage.start().await?;
        stage
            .within("Also")
            .sees("Helped Sam carry the shopping")
            .await?;
        stage.is_ticked("A short walk").await?;
        stage.open(&format!("#/day/{}", today.before(1))).await?;
        stage.within("Also").sees("Read ten pages").await?;
        let kept = stage.vault().await?;
        let aside = kept
            .iter()
            .filter(|(key, text)| key.starts_with("aside/") && *text == garbage);
        ensure!(aside.count() == 1, "{garbage:?} is not kept aside");
        // The day can be written again, and still nothing is thrown away.
        stage.open(&format!("#/day/{}", today.before(2))).await?;
        stage.log("Written anew", "Give").await?;
        stage.reload().await?;
        stage.within("Also").sees("Written anew").await?;
        stage.finish().await?;
    }
    Ok(())
}

async fn two_tabs_keep_what_both_did(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.make_goal("Stretch", "Be active").await?;
    stage.make_goal("Read", "Keep learning").await?;
    stage.start().await?;
    stage.is_not_ticked("Read").await?;
    stage.new_tab().await?;
    stage.start().await?;
    stage.tick("Stretch").await?;
    stage.log("In the second tab", "Give").await?;
    stage.go_to_tab(0).await?;
    stage.tick("Read").await?;
    stage.log("In the first tab", "Connect").await?;
    for tab in [0, 1, 1] {
        stage.go_to_tab(tab).await?;
        stage.is_ticked("Stretch").await?;
        stage.is_ticked("Read").await?;
        stage.within("Also").sees("In the first tab").await?;
        stage.within("Also").sees("In the second tab").await?;
        stage.reload().await?;
    }
    stage.finish().await
}

async fn what_is_deleted_in_one_tab_is_gone_in_the_other(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.new_tab().await?;
    stage.start().await?;
    stage.within("Also").sees("A first thing").await?;
    stage.open("#/more/delete").await?;
    stage.tap("Delete everything").await?;
    stage.tap("Yes, delete it all").await?;
    stage.sees("Everything is deleted.").await?;
    stage.go_to_tab(0).await?;
    stage.heading("Small things, every day").await?;
    ensure!(records(stage.vault().await?).is_empty(), "a record is left");
    ensure!(
        !stage
            .mirror()
            .await?
            .keys()
            .any(|key| key.starts_with("0/")),
        "a record is left"
    );
    stage.finish().await
}
