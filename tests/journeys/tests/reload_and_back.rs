//! Reload and back work on every screen; the title is neutral and the focus on the heading.
use anyhow::{Result, ensure};
use journeys::{Engine, Stage, every_address, rests_at, seed};

journeys::on_every_engine! {
    every_address_is_there_again
    back_goes_back
    a_form_that_is_done_with_is_not_gone_back_to
    an_address_that_leads_nowhere
}

/// All that a title may say: the places of the bar, and Help.
const TITLES: [&str; 7] = [
    "Waymark",
    "Today · Waymark",
    "Goals · Waymark",
    "Milestones · Waymark",
    "Look back · Waymark",
    "More · Waymark",
    "Help · Waymark",
];

async fn every_address_is_there_again(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    for address in every_address(&journal, today) {
        stage.open(&address).await?;
        stage.is_at(rests_at(&address)).await?;
        stage.reload().await?;
        let before = stage.heading_is_there().await?;
        ensure!(
            before == "This page is not here" || address != "#/nowhere",
            "{address}: {before}"
        );
        ensure!(
            before != "This page is not here" || address == "#/nowhere",
            "{address}"
        );
        let title = stage.evaluate("document.title").await?;
        ensure!(
            TITLES.iter().any(|known| title == *known),
            "{address} is called {title}"
        );
        stage.reload().await?;
        stage.is_at(rests_at(&address)).await?;
        stage.heading(&before).await?;
    }
    stage.finish().await
}

async fn back_goes_back(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    for (tap, heading, address) in [
        ("Goals", "Goals", "#/goals"),
        ("See ideas", "Ideas", "#/ideas"),
        ("Give", "Ideas", "#/ideas/give"),
        ("Milestones", "Milestones", "#/milestones"),
        ("Look back", "This week", "#/look-back"),
        ("More", "More", "#/more"),
        ("Recovery parts", "Recovery parts", "#/more/parts"),
        ("Help", "Someone to talk to", "#/help"),
    ] {
        stage.tap(tap).await?;
        stage.is_at(address).await?;
        stage.heading(heading).await?;
        stage.focus_is_on(heading).await?;
    }
    for (address, heading) in [
        ("#/more/parts", "Recovery parts"),
        ("#/more", "More"),
        ("#/look-back", "This week"),
        ("#/milestones", "Milestones"),
        ("#/ideas/give", "Ideas"),
        ("#/ideas", "Ideas"),
        ("#/goals", "Goals"),
    ] {
        stage.back().await?;
        stage.is_at(address).await?;
        stage.heading(heading).await?;
        stage.focus_is_on(heading).await?;
    }
    stage.finish().await
}

async fn a_form_that_is_done_with_is_not_gone_back_to(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/goals").await?;
    stage.tap("Add a goal").await?;
    stage.type_into("What will you do?", "Stretch").await?;
    stage.tick("Be active").await?;
    stage.tap("Save").await?;
    stage.heading("Goals").await?;
    stage.focus_is_on("Goals").await?;
    stage.back().await?;
    stage.does_not_see("What will you do?").await?;
    stage.heading("Goals").await?;
    stage.finish().await
}

async fn an_address_that_leads_nowhere(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    let before = stage.records().await?;
    for address in [
        "#/x",
        "#/day/2026-02-30",
        "#/goals/new/%3Cb%3E",
        "#/more/other",
    ] {
        stage.open(address).await?;
        stage.reload().await?;
        stage.heading("This page is not here").await?;
    }
    stage.sees("Your entries are safe.").await?;
    stage.tap("Go to today").await?;
    stage.within("Also").sees("A first thing").await?;
    ensure!(stage.records().await? == before, "something changed");
    for address in ["#/goals/gone", "#/milestones/gone", "#/day/2026-11-01/gone"] {
        stage.open(address).await?;
        stage.sees("This is no longer here.").await?;
    }
    stage.finish().await
}
