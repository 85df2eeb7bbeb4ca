//! Links that carry something in: shown first, taken in only when asked, and out again in one tap.
mod bad;
mod copies;

use anyhow::{Result, ensure};
use journeys::{Engine, Stage, Theme};
use waymark::domain::id::Id;
use waymark::domain::rhythm::Rhythm;
use waymark::domain::way::Way;
use waymark::exchange::link::{Contact, Link, StarterGoal, write};

journeys::on_every_engine! {
    a_service_is_shown_first_and_added_second
    a_plan_is_changed_and_accepted_one_by_one
    an_idea_comes_alone
    two_services_stand_side_by_side
    the_address_and_the_history_hold_nothing_of_it
}

fn contact(name: &str, number: &str, page: &str) -> Contact {
    Contact {
        name: name.to_owned(),
        number: number.to_owned(),
        page: page.to_owned(),
        what_for: "For a chat and a cup of tea.".to_owned(),
        hours: "Weekdays, 10 to 4".to_owned(),
    }
}

fn own(words: &str, way: Way, rhythm: Option<Rhythm>) -> StarterGoal {
    StarterGoal::Own {
        words: words.to_owned(),
        ways: vec![way],
        rhythm,
    }
}

fn bank(id: &str) -> Result<StarterGoal> {
    let id = Id::parse(id).ok_or_else(|| anyhow::anyhow!("{id} is no id"))?;
    Ok(StarterGoal::Bank(id, None))
}

fn hub() -> Result<Link> {
    Ok(Link {
        name: "The Hub".to_owned(),
        greeting: "Come as you are. The kettle is on.".to_owned(),
        contacts: vec![
            contact("Drop-in", "02079460000", "https://hub.example.org/drop-in"),
            contact("Night team", "08081570000", ""),
        ],
        nation: Some("wales".to_owned()),
        goals: vec![
            bank("A01")?,
            own(
                "Drop in for a cup of tea",
                Way::Connect,
                Some(Rhythm::Weekly(2)),
            ),
        ],
        ways: vec![Way::Give],
        groups: vec!["J".to_owned()],
        demo: true,
        ..Link::default()
    })
}

fn address(link: &Link) -> String {
    ["#/add/", &write(link)].concat()
}

/// How many records of a kind the durable copy has, deletions aside.
async fn kept(stage: &Stage, kind: &str) -> Result<usize> {
    let kept = stage.vault().await?;
    let is_kept =
        |(key, text): &(String, String)| key.starts_with(kind) && !text.contains("\"del\":true");
    Ok(kept.into_iter().filter(is_kept).count())
}

/// Whether a link leads to this address.
async fn leads_to(stage: &Stage, region: &str, href: &str) -> Result<()> {
    stage
        .wait_until(&format!("{region:?} leads to {href}"), async || {
            let links = stage.within(region).links().await?;
            Ok(links.iter().any(|link| link.href == href))
        })
        .await
}

async fn a_service_is_shown_first_and_added_second(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let mut link = hub()?;
    link.checked = Some(today.before(400));
    stage.open(&address(&link)).await?;
    stage.heading("The Hub").await?;
    for said in [
        "We have not checked them",
        "Come as you are. The kettle is on.",
        "They last checked this on",
        "This may be out of date.",
        "020 7946 0000",
        "0808 157 0000",
        "Help will show the lines for Wales.",
        "Drop in for a cup of tea",
    ] {
        stage.sees(said).await?;
    }
    leads_to(&stage, "Local help", "tel:02079460000").await?;
    leads_to(&stage, "Local help", "https://hub.example.org/drop-in").await?;
    stage.fits_the_screen().await?;
    // Nothing is ticked, and nothing is kept, before the person says so.
    ensure!(kept(&stage, "service/").await? + kept(&stage, "goal/").await? == 0);
    ensure!(kept(&stage, "settings").await? == 0);

    let goal = stage.within("Drop in for a cup of tea");
    let ticks = goal.ticks().await?;
    goal.tick(&ticks[0]).await?;
    stage.tap("Add").await?;
    stage.says("Added.").await?;
    stage.saved().await?;
    stage.is_at("#/").await?;
    stage.sees("Drop in for a cup of tea").await?;
    ensure!(kept(&stage, "service/").await? == 1 && kept(&stage, "goal/").await? == 1);

    stage.open("#/help").await?;
    stage.within("Where are you?").is_chosen("Wales").await?;
    stage.tap("Added by The Hub, not checked by us").await?;
    stage.sees("This may be out of date.").await?;
    let links = stage.links().await?;
    let places: Vec<usize> = ["tel:999", "tel:116123", "tel:02079460000"]
        .iter()
        .filter_map(|href| links.iter().position(|link| link.href == *href))
        .collect();
    ensure!(places.len() == 3 && places.is_sorted(), "{places:?}");
    let page = links.iter().find(|link| link.href.ends_with("/drop-in"));
    ensure!(
        page.is_some_and(|page| page.rel.contains("noreferrer") && page.target == "_blank"),
        "{page:?}"
    );

    // Once more: all that is left to add is the goal that was not ticked.
    stage.open(&address(&link)).await?;
    stage
        .within("Drop in for a cup of tea")
        .sees("You have this already.")
        .await?;
    stage.tap("Not now").await?;
    stage.is_at("#/").await?;
    ensure!(kept(&stage, "service/").await? == 1 && kept(&stage, "goal/").await? == 1);
    stage.finish().await
}

async fn a_plan_is_changed_and_accepted_one_by_one(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let link = Link {
        goals: vec![
            own("Walk to the park", Way::Active, Some(Rhythm::Daily)),
            own("Ring my sister", Way::Connect, Some(Rhythm::Weekly(1))),
            own(
                "Take the bus into town",
                Way::Learn,
                Some(Rhythm::Once(today)),
            ),
        ],
        ..Link::default()
    };
    stage.open(&address(&link)).await?;
    stage.heading("A plan").await?;
    let before = (stage.mirror().await?, stage.vault().await?);
    let walk = stage.within("Walk to the park");
    walk.tap("Change the words").await?;
    walk.type_into("What will you do?", "").await?;
    stage.tap("Add").await?;
    walk.sees("Write a few words first.").await?;
    walk.type_into("What will you do?", "Walk to the gate")
        .await?;
    let sister = stage.within("Ring my sister");
    let ticks = sister.ticks().await?;
    sister.untick(&ticks[0]).await?;
    let after = (stage.mirror().await?, stage.vault().await?);
    ensure!(
        after == before,
        "something is kept before \"Add\": {after:?}"
    );
    stage.tap("Add").await?;
    stage.says("Added.").await?;
    stage.saved().await?;
    stage.is_at("#/").await?;
    stage.sees("Walk to the gate").await?;
    stage.sees("Take the bus into town").await?;
    stage.does_not_see("Ring my sister").await?;
    ensure!(kept(&stage, "service/").await? == 0 && kept(&stage, "goal/").await? == 2);
    stage.tap("Undo").await?;
    stage.says("Taken back.").await?;
    stage.saved().await?;
    ensure!(kept(&stage, "goal/").await? == 0);
    stage.finish().await
}

async fn an_idea_comes_alone(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    let link = Link {
        goals: vec![bank("C01")?],
        ..Link::default()
    };
    // The first page that this person ever sees of the app.
    stage.open(&address(&link)).await?;
    stage.heading("An idea").await?;
    stage.tap("Add").await?;
    stage.says("Added.").await?;
    stage.saved().await?;
    ensure!(kept(&stage, "goal/").await? == 1);
    stage.open(&address(&link)).await?;
    stage.sees("You have all of this already.").await?;
    ensure!(!stage.buttons().await?.contains(&"Add".to_owned()));
    stage.finish().await
}

async fn two_services_stand_side_by_side(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/more").await?;
    stage.sees("About").await?;
    stage.does_not_see("Services you added").await?;
    let mut other = hub()?;
    "The Mill".clone_into(&mut other.name);
    other.contacts = vec![contact("Front desk", "01539123456", "")];
    for link in [hub()?, other] {
        stage.open(&address(&link)).await?;
        stage.heading(&link.name).await?;
        stage.tap("Add").await?;
        stage.says("Added.").await?;
        stage.saved().await?;
        stage.heading("Someone to talk to").await?;
    }
    stage.tap("Added by The Hub, not checked by us").await?;
    stage.tap("Added by The Mill, not checked by us").await?;
    stage.sees("01539 123456").await?;
    stage.tap("More").await?;
    stage.tap("Services you added").await?;
    stage.heading("Services you added").await?;
    stage.within("The Mill").sees("01539 123456").await?;
    stage.tap("Remove The Hub").await?;
    stage.does_not_see("020 7946 0000").await?;
    stage.sees("The Mill").await?;
    stage.saved().await?;
    ensure!(kept(&stage, "service/").await? == 1);
    stage.tap("Undo").await?;
    stage.within("The Hub").sees("020 7946 0000").await?;
    stage.saved().await?;
    stage.reload().await?;
    stage.within("The Hub").sees("020 7946 0000").await?;
    stage.finish().await
}

async fn the_address_and_the_history_hold_nothing_of_it(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open(&address(&hub()?)).await?;
    stage.heading("The Hub").await?;
    stage.is_at("#/add/").await?;
    // Somewhere else, and back: it is still there, and not in the address.
    stage.tap("Give").await?;
    stage
        .wait_until("the ideas are open", async || {
            Ok(stage.address().await? == "#/ideas/give")
        })
        .await?;
    stage.back().await?;
    stage.heading("The Hub").await?;
    stage.is_at("#/add/").await?;
    stage.tap("Add").await?;
    stage.saved().await?;
    stage.is_at("#/help").await?;
    // The form gave its place in the history to what came after it.
    stage.back().await?;
    stage.is_at("#/").await?;
    stage.open("#/add/").await?;
    stage.heading("This link does not work").await?;
    ensure!(kept(&stage, "service/").await? == 1);
    stage.finish().await
}

#[tokio::test]
async fn the_recovery_parts_come_on_only_when_ticked() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let mut link = hub()?;
    link.recovery = true;
    stage.open(&address(&link)).await?;
    stage.is_not_ticked("Show the recovery parts").await?;
    stage.tap("Add").await?;
    stage.saved().await?;
    stage.open("#/more/parts").await?;
    stage.is_not_ticked("Show the recovery parts").await?;
    "The Mill".clone_into(&mut link.name);
    stage.open(&address(&link)).await?;
    stage.tick("Show the recovery parts").await?;
    stage.tap("Add").await?;
    stage.saved().await?;
    stage.open("#/more/parts").await?;
    stage.is_ticked("Show the recovery parts").await?;
    stage.open(&address(&hub()?)).await?;
    stage.heading("The Hub").await?;
    stage.does_not_see("Show the recovery parts").await?;
    stage.finish().await
}

#[tokio::test]
async fn what_a_service_brings_is_accessible() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let mut link = hub()?;
    link.recovery = true;
    link.checked = Some(today.before(400));
    stage.open(&address(&link)).await?;
    stage.heading("The Hub").await?;
    let open_all = "document.querySelectorAll('details').forEach(one => { one.open = true; })";
    for theme in [Theme::Light, Theme::Dark] {
        stage.emulate(theme, 320, 640).await?;
        stage.evaluate(open_all).await?;
        stage.fits_the_screen().await?;
        stage.axe().await?;
    }
    stage.tap("Add").await?;
    stage.saved().await?;
    for place in ["#/help", "#/services"] {
        stage.open(place).await?;
        stage.sees("The Hub").await?;
        for theme in [Theme::Light, Theme::Dark] {
            stage.emulate(theme, 320, 640).await?;
            stage.evaluate(open_all).await?;
            stage.fits_the_screen().await?;
            stage.axe().await?;
        }
    }
    stage.finish().await
}

#[tokio::test]
async fn ideas_of_a_newer_version_are_not_said_to_be_there() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let unknown = Link {
        goals: vec![bank("Z99")?],
        ..Link::default()
    };
    stage.open(&address(&unknown)).await?;
    stage.heading("An idea").await?;
    stage.sees("made for a newer version of this app").await?;
    stage.does_not_see("You have all of this already.").await?;
    let buttons = stage.buttons().await?;
    ensure!(!buttons.iter().any(|name| name == "Add"), "{buttons:?}");
    stage.finish().await
}

#[tokio::test]
async fn groups_of_a_link_stand_first_until_the_person_says_otherwise() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open(&address(&hub()?)).await?;
    stage.tap("Add").await?;
    stage.saved().await?;
    let settings = stage.vault().await?.remove("settings").unwrap_or_default();
    ensure!(settings.contains(r#""group_order":["J"]"#), "{settings}");
    stage.finish().await
}

#[tokio::test]
async fn goals_of_a_service_stay_when_it_is_removed() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open(&address(&hub()?)).await?;
    stage.heading("The Hub").await?;
    let goal = stage.within("Drop in for a cup of tea");
    let ticks = goal.ticks().await?;
    goal.tick(&ticks[0]).await?;
    stage.tap("Add").await?;
    stage.saved().await?;
    stage.open("#/services").await?;
    stage.tap("Remove The Hub").await?;
    stage.sees("There are none.").await?;
    stage.saved().await?;
    stage.open("#/goals").await?;
    stage.reload().await?;
    stage.sees("Drop in for a cup of tea").await?;
    ensure!(kept(&stage, "service/").await? == 0 && kept(&stage, "goal/").await? == 1);
    stage.finish().await
}
