//! Lists of own lines: strengths, the plan for hard days, and appointments.
use anyhow::{Context, Result, ensure};
use journeys::{Link, Stage};
use waymark::content::ideas::{Filter, matching};
use waymark::domain::day::Day;
use waymark::domain::strengths::Capital;

/// Waits until a region has exactly one link that rings this number, and gives it.
async fn rings(stage: &Stage, region: &str, number: &str) -> Result<Link> {
    let href = format!("tel:{number}");
    let mut found = Vec::new();
    stage
        .wait_until(&format!("{region:?} rings {number}"), async || {
            found = stage.within(region).links().await?;
            found.retain(|link| link.href == href);
            Ok(found.len() == 1)
        })
        .await?;
    Ok(found.remove(0))
}

#[tokio::test]
async fn lines_come_change_and_go() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.tap("Help").await?;
    stage.tap("My plan for hard days").await?;
    stage.heading("My plan for hard days").await?;
    stage
        .sees("This stays on this device. No one is told what you write")
        .await?;
    for words in ["A walk by the canal", "Tea"] {
        stage.type_into("Add a line for What helps", words).await?;
        stage.tap("Add for What helps").await?;
        stage.says("Noted.").await?;
        stage.within("What helps").sees(words).await?;
        stage.holds("Add a line for What helps", "").await?;
    }
    let focused = stage.evaluate("document.activeElement.textContent").await?;
    ensure!(focused == "Add for What helps", "the focus is at {focused}");
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.within("What helps").does_not_see("Tea").await?;

    stage.tap("A walk by the canal").await?;
    stage.heading("A line of mine").await?;
    stage.holds("The words", "A walk by the canal").await?;
    stage.type_into("The words", " ").await?;
    stage.tap("Save").await?;
    stage.sees("Write a few words first.").await?;
    stage.type_into("The words", "A walk by the sea").await?;
    stage.tap("Save").await?;
    stage.says("Changed.").await?;
    stage.heading("My plan for hard days").await?;
    stage.tap("A walk by the sea").await?;
    stage.tap("Take it away").await?;
    stage.says("Taken away.").await?;
    stage.heading("My plan for hard days").await?;
    stage.within("What helps").does_not_see("sea").await?;
    stage.tap("Undo").await?;
    stage.within("What helps").sees("A walk by the sea").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.within("What helps").sees("A walk by the sea").await?;
    stage.within("My signs").does_not_see("A walk").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_wrong_number_is_refused_and_nothing_is_lost() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/plan").await?;
    let name = "First name or initials for People to call";
    let number = "Phone number for People to call";
    stage.type_into(name, "Sam").await?;
    for wrong in ["ring me", "12", "1234567890123456"] {
        stage.type_into(number, wrong).await?;
        stage.does_not_see("Write a phone number in digits").await?;
        stage.tap("Add for People to call").await?;
        stage
            .sees("Write a phone number in digits, or leave it empty.")
            .await?;
        stage.holds(number, wrong).await?;
        stage.holds(name, "Sam").await?;
    }
    stage.type_into(number, "+44 (0)7700 900-123").await?;
    stage.tap("Add for People to call").await?;
    stage.says("Noted.").await?;
    let link = rings(&stage, "People to call", "+447700900123").await?;
    ensure!(link.name == "Call Sam", "it is called {:?}", link.name);
    // First on the page, too, before anything to write.
    let first = stage
        .links()
        .await?
        .into_iter()
        .find(|link| link.href.starts_with("tel:"));
    ensure!(first.as_ref() == Some(&link), "{first:?} comes first");
    // Someone without a number is no link to ring.
    stage.type_into(name, "Jo at number 7").await?;
    stage.tap("Add for People to call").await?;
    stage
        .within("People to call")
        .sees("Jo at number 7")
        .await?;
    let calls = stage.links().await?;
    let calls = calls.iter().filter(|link| link.href.starts_with("tel:"));
    ensure!(calls.count() == 2, "not Sam alone can be rung");
    stage.finish().await
}

#[tokio::test]
async fn half_a_line_is_there_again() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/plan").await?;
    let (signs, reasons) = ("Add a line for My signs", "Add a line for My reasons");
    stage.type_into(signs, "I stay in").await?;
    stage
        .wait_until("it is kept", async || {
            let kept = stage.vault().await?;
            Ok(kept.values().any(|text| text.contains("I stay in")))
        })
        .await?;
    stage.open("#/").await?;
    stage.open("#/plan").await?;
    stage.holds(signs, "I stay in").await?;
    stage.holds(reasons, "").await?;
    stage.tap("Add for My signs").await?;
    stage.within("My signs").sees("I stay in").await?;
    stage
        .wait_until("nothing is left half-done", async || {
            let kept = stage.vault().await?;
            let begun = |key: &&String| key.starts_with("draft/") && key.contains("/plan?");
            Ok(kept.keys().find(begun).is_none())
        })
        .await?;
    stage.reload().await?;
    stage.within("My signs").sees("I stay in").await?;
    stage.holds(signs, "").await?;
    stage.finish().await
}

#[tokio::test]
async fn the_print_is_the_plan_and_no_more() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/plan").await?;
    stage
        .type_into("Add a line for Safe places", "The library")
        .await?;
    stage.tap("Add for Safe places").await?;
    stage.within("Safe places").sees("The library").await?;
    stage
        .evaluate("void (print = () => { self.printed = document.title; })")
        .await?;
    stage.tap("Print").await?;
    ensure!(
        stage.evaluate("self.printed").await? == "My plan",
        "the paper has another title"
    );
    stage
        .evaluate("void dispatchEvent(new Event('afterprint'))")
        .await?;
    stage.title("More · Waymark").await?;
    let paper = serde_json::json!({ "media": "print" });
    stage.devtools("Emulation.setEmulatedMedia", paper).await?;
    let text = stage.evaluate("document.body.innerText").await?;
    let text = text.as_str().unwrap_or_default();
    let lines: Vec<_> = text.split('\n').filter(|line| !line.is_empty()).collect();
    ensure!(
        lines
            == [
                "My plan for hard days",
                "My signs",
                "What helps",
                "Safe places",
                "The library",
                "People to call",
                "My reasons"
            ],
        "{lines:?}"
    );
    stage.finish().await
}

#[tokio::test]
async fn strengths_lead_to_ideas_that_build_on_them() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/ideas").await?;
    stage.heading("Ideas").await?;
    stage.does_not_see("Build on what I have").await?;
    stage.open("#/strengths").await?;
    stage.heading("What I already have").await?;
    let label = "Add a line for A place and money";
    stage.type_into(label, "A bus pass").await?;
    stage.tap("Add for A place and money").await?;
    stage.within("A place and money").sees("A bus pass").await?;
    stage.tap("Ideas that build on these").await?;
    stage.heading("Ideas").await?;
    let ticks = stage.within("Build on what I have").ticks().await?;
    ensure!(ticks == ["Places"], "{ticks:?}");
    stage.within("Build on what I have").tick("Places").await?;
    let shown = stage
        .evaluate("[...document.querySelectorAll('.idea-head')].map(head => head.textContent)")
        .await?;
    let shown: Vec<String> = serde_json::from_value(shown)?;
    ensure!(shown.len() == 3, "{shown:?}");
    for words in shown {
        let all = matching(&Filter::default());
        let idea = all.iter().find(|idea| words.starts_with(idea.words));
        let fits = idea.is_some_and(|idea| idea.capitals.has(Capital::Place));
        ensure!(fits, "{words:?} does not build on a place");
    }
    stage.finish().await
}

/// Gives the appointment with Nia another day.
async fn put_off_to(stage: &Stage, day: Day) -> Result<()> {
    let rows = stage.within("Next time").buttons().await?;
    let row = rows.iter().find(|name| name.starts_with("Nia,"));
    stage.tap(row.context("Nia is not there")?).await?;
    stage.type_into("Which day?", &day.to_string()).await?;
    stage.tap("Save").await?;
    stage.heading("My worker and appointments").await
}

#[tokio::test]
async fn an_appointment_stands_on_today_while_it_is_near() -> Result<()> {
    let stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    stage.open("#/worker").await?;
    stage.heading("My worker and appointments").await?;
    stage
        .type_into(
            "Who, when and where? for Next time",
            "Nia, ten past four, by the pond",
        )
        .await?;
    stage
        .type_into("Which day? for Next time", &today.after(2).to_string())
        .await?;
    stage
        .type_into("Phone number for Next time", "07700 900 123")
        .await?;
    stage.tap("Add for Next time").await?;
    let day = stage.full_day(today.after(2)).await?;
    stage.within("Next time").sees(&day).await?;
    stage.open("#/").await?;
    stage.sees("A first thing").await?;
    stage.does_not_see("Nia").await?;

    for (ago, said) in [(1, "Nia, tomorrow"), (0, "Nia, today")] {
        stage.open("#/worker").await?;
        put_off_to(&stage, today.after(ago)).await?;
        stage.open("#/").await?;
        stage.tap(said).await?;
        stage.heading("My worker and appointments").await?;
    }
    stage.does_not_see("Earlier appointments").await?;
    put_off_to(&stage, today.before(1)).await?;
    stage
        .within("Next time")
        .does_not_see("ten past four")
        .await?;
    stage.tap("Earlier appointments").await?;
    stage
        .within("Earlier appointments")
        .sees("ten past four")
        .await?;
    stage.open("#/").await?;
    stage.sees("A first thing").await?;
    stage.does_not_see("Nia").await?;
    stage.finish().await
}

#[tokio::test]
async fn what_i_want_to_say_is_not_cut_short() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/more").await?;
    stage.tap("My worker and appointments").await?;
    let label = "Add a line for Three things I want to say";
    for words in ["One", "Two", "Three", "Four"] {
        stage.type_into(label, words).await?;
        stage.tap("Add for Three things I want to say").await?;
        stage
            .within("Three things I want to say")
            .sees(words)
            .await?;
    }
    stage.tap("What I can ask for").await?;
    stage.heading("What I can ask for").await?;
    stage.finish().await
}
