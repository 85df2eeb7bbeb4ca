//! Making links: what a service can set, what comes of it on the screen and on paper, and that a link that was made opens.
use anyhow::{Context, Result, ensure};
use journeys::Stage;
use std::fs;

const MAKER: &str = "Make a link for a service";
/// What the page says below the button of a sheet: then it is there.
const READY: &str = "Only the sheet is printed.";
const NOT_YET: &str = "It will stand here once enough is filled in";
/// Words of drink, drugs and the like, in small letters.
const SUBSTANCES: [&str; 7] = [
    "drink",
    "alcohol",
    "drug",
    "naloxone",
    "recovery",
    "methadone",
    "sober",
];

/// A stage with a service's link made, as far as its name, a contact and a goal go.
async fn made() -> Result<Stage> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/links").await?;
    stage.heading(MAKER).await?;
    stage.sees(NOT_YET).await?;
    stage
        .type_into("Name of the service", "Riverside Hub")
        .await?;
    stage.type_into("A greeting", "Come as you are.").await?;
    stage.tap("Add a contact").await?;
    let contact = stage.within("Contact 1");
    contact.type_into("Who answers", "Front desk").await?;
    contact.type_into("Phone number", "020 7946 0000").await?;
    contact
        .type_into("When, in words", "Weekdays, 9 to 5")
        .await?;
    stage.tap("Add a goal").await?;
    stage
        .within("Goal 1")
        .type_into("What to do", "Come to the Tuesday lunch")
        .await?;
    stage
        .within("What a person will see")
        .sees("Come to the Tuesday lunch")
        .await?;
    Ok(stage)
}

/// The link as the page shows it.
async fn link(stage: &Stage) -> Result<String> {
    let link = stage
        .evaluate("document.querySelector('.address').textContent")
        .await?;
    Ok(link.as_str().context("no link")?.to_owned())
}

/// What the link carries.
async fn carried(stage: &Stage) -> Result<String> {
    let link = link(stage).await?;
    let (_, carried) = link.split_once("#/add/").context("it carries nothing")?;
    Ok(carried.to_owned())
}

#[tokio::test]
async fn a_link_that_was_made_opens_and_is_taken_in() -> Result<()> {
    let stage = made().await?;
    let carried = carried(&stage).await?;
    // What is said to be copied is the link, and only where it was.
    for refuses in [true, false] {
        let clipboard = format!(
            "void Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{
                async writeText(text) {{ if ({refuses}) throw Error('no'); window.clip = text; }} }} }})"
        );
        stage.evaluate(&clipboard).await?;
        stage.tap("Copy the link").await?;
        if refuses {
            stage.says("This browser could not copy it.").await?;
            stage.does_not_see("Copied.").await?;
        } else {
            stage.says("Copied.").await?;
        }
    }
    let copied = stage.evaluate("window.clip").await?;
    ensure!(copied == *link(&stage).await?, "{copied} was copied");
    stage.open(&format!("#/add/{carried}")).await?;
    stage.heading("Riverside Hub").await?;
    stage.sees("Come as you are.").await?;
    stage.sees("Front desk").await?;
    stage.sees("Come to the Tuesday lunch").await?;
    stage.tap("Add").await?;
    stage.saved().await?;
    stage.open("#/help").await?;
    stage
        .sees("Added by Riverside Hub, not checked by us")
        .await?;
    stage.finish().await
}

#[tokio::test]
async fn what_a_link_may_not_have_is_said_beside_its_field() -> Result<()> {
    let stage = made().await?;
    let contact = stage.within("Contact 1");
    for (field, wrong, why, right) in [
        (
            "Phone number",
            "0906 123 4567",
            "costs a lot to call",
            "020 7946 0000",
        ),
        (
            "Phone number",
            "116 124",
            "nearly that of a national help line",
            "020 7946 0000",
        ),
        (
            "Web page",
            "http://example.org",
            "Start it with https://",
            "https://example.org/here",
        ),
        (
            "Who answers",
            "Samaritan",
            "nearly that of a national help line",
            "Front desk",
        ),
        ("What for", "<b>Chat</b>", "code in them", "A chat"),
    ] {
        contact.type_into(field, wrong).await?;
        stage.sees(NOT_YET).await?;
        // Leaving the field is what tells.
        stage.within("What to show first").tick("Connect").await?;
        contact.sees(why).await?;
        contact.type_into(field, right).await?;
        stage.within("What to show first").untick("Connect").await?;
        contact.does_not_see(why).await?;
        stage
            .within("What a person will see")
            .sees("Front desk")
            .await?;
    }
    let name = "A name that is far longer than the forty letters it may have";
    stage.type_into("Name of the service", name).await?;
    stage.within("What to show first").tick("Give").await?;
    stage.sees("This is too long.").await?;
    stage.finish().await
}

#[tokio::test]
async fn contacts_and_goals_come_and_go() -> Result<()> {
    let stage = made().await?;
    stage.tap("Add a contact").await?;
    stage
        .within("Contact 2")
        .type_into("Who answers", "Evening line")
        .await?;
    stage.tap("Remove Contact 1").await?;
    stage
        .within("Contact 1")
        .holds("Who answers", "Evening line")
        .await?;
    stage.within("Contact 1").holds("Phone number", "").await?;
    let seen = stage.within("What a person will see");
    seen.sees("Evening line").await?;
    seen.does_not_see("Front desk").await?;
    stage.tap("Add a goal").await?;
    stage.within("Goal 2").choose("Every day").await?;
    for _ in 2..5 {
        stage.tap("Add a goal").await?;
    }
    ensure!(
        !stage.buttons().await?.contains(&"Add a goal".to_owned()),
        "a sixth goal"
    );
    stage.tap("Remove Goal 1").await?;
    seen.does_not_see("Come to the Tuesday lunch").await?;
    stage.finish().await
}

#[tokio::test]
async fn settings_are_saved_and_opened_again() -> Result<()> {
    let mut stage = made().await?;
    stage.tick("Offer the made-up people").await?;
    stage.tap("Save these settings").await?;
    let file = stage.downloaded().await?;
    let before = link(&stage).await?;
    let name = file.file_name().unwrap_or_default().to_owned();
    ensure!(name == "settings.json", "{name:?}");
    let text = fs::read(&file)?;
    // The page keeps nothing of it.
    let kept = format!("{:?} {:?}", stage.mirror().await?, stage.vault().await?);
    ensure!(!kept.contains("Riverside"), "{kept}");
    stage.reload().await?;
    stage.sees(NOT_YET).await?;
    stage.holds("Name of the service", "").await?;
    let file = stage.new_file("settings.json", &text)?;
    stage.give_file("Open settings you saved", &file).await?;
    stage.holds("Name of the service", "Riverside Hub").await?;
    stage
        .within("Contact 1")
        .holds("Who answers", "Front desk")
        .await?;
    stage.is_ticked("Offer the made-up people").await?;
    stage
        .wait_until("the link is the same", async || {
            Ok(link(&stage).await? == before)
        })
        .await?;
    let file = stage.new_file("other.json", b"{\"not\":\"ours\"")?;
    stage.give_file("Open settings you saved", &file).await?;
    stage
        .sees("This file does not have settings from here.")
        .await?;
    stage.holds("Name of the service", "Riverside Hub").await?;
    stage.finish().await
}

#[tokio::test]
async fn the_code_is_saved_as_a_drawing_and_as_a_picture() -> Result<()> {
    let mut stage = made().await?;
    stage.tap("Save it for print (code.svg)").await?;
    let file = stage.downloaded().await?;
    ensure!(file.ends_with("code.svg"), "{file:?}");
    ensure!(fs::read_to_string(file)?.starts_with("<svg "), "no drawing");
    stage.tap("Save it as a picture (code.png)").await?;
    let file = stage.downloaded().await?;
    ensure!(file.ends_with("code.png"), "{file:?}");
    ensure!(fs::read(file)?.starts_with(b"\x89PNG"), "no picture");
    stage.finish().await
}

#[tokio::test]
async fn what_hangs_on_a_wall_can_be_read_by_a_phone() -> Result<()> {
    let mut stage = made().await?;
    let (whole, carried) = (link(&stage).await?, carried(&stage).await?);
    let page = whole.split('#').next().unwrap_or_default().to_owned();
    for (kind, words, top) in [
        ("poster", "Small things, day by day", 150),
        ("rooms", "Samaritans, 116 123", 55),
        ("leaflet", "How to keep a copy", 38),
    ] {
        stage.open(&format!("#/handout/{kind}/{carried}")).await?;
        stage.sees(READY).await?;
        let paper = stage.paper(kind).await?;
        ensure!(paper.is_a4()? == 1, "{kind} takes more than a page");
        paper.is_black_on_white()?;
        let text = paper.text()?;
        for words in [
            words,
            "From Riverside Hub",
            "Point your phone's camera here.",
        ] {
            ensure!(text.contains(words), "{words:?} is not on {kind}: {text}");
        }
        let small = text.to_lowercase();
        for word in SUBSTANCES {
            ensure!(!small.contains(word), "{word:?} is on {kind}");
        }
        // The large code, and those of the strips.
        let mut areas = vec![[12, top, 92, top + 85]];
        let mut says = vec![&whole];
        if kind == "rooms" {
            areas.extend(
                [15, 37, 60, 82, 105, 127, 150, 172].map(|left| [left, 200, left + 23, 240]),
            );
            says.extend([&page; 8]);
        }
        let read = paper.codes(&areas)?;
        ensure!(read.iter().eq(says), "{kind}: {read:?}");
    }
    stage.open("#/handout/poster/1.nonsense").await?;
    stage.heading_is_there().await?;
    stage.does_not_see(READY).await?;
    stage.finish().await
}

#[tokio::test]
async fn an_idea_is_handed_on() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/ideas/share/C01").await?;
    stage.heading("Share this idea").await?;
    let (whole, carried) = (link(&stage).await?, carried(&stage).await?);
    stage.open(&format!("#/handout/card/{carried}")).await?;
    stage.sees(READY).await?;
    let paper = stage.paper("idea").await?;
    ensure!(paper.is_a4()? == 1, "more than a page");
    let quarters = [[15, 14], [105, 14], [15, 132], [105, 132]];
    let read = paper.codes(&quarters.map(|[left, top]| [left, top, left + 90, top + 118]))?;
    ensure!(read == vec![whole; 4], "{read:?}");
    stage.open(&format!("#/add/{carried}")).await?;
    stage.heading("An idea").await?;
    stage.finish().await
}

#[tokio::test]
async fn own_words_are_in_a_link_only_once_that_is_asked_for() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/ideas").await?;
    stage.type_into("My own idea", "Hum in the bath").await?;
    stage.tap("Keep this idea").await?;
    stage
        .tap_in("My own ideas", "Hum in the bath Connect")
        .await?;
    stage.tap("Share").await?;
    stage.heading("Share this idea").await?;
    stage.sees("Hum in the bath").await?;
    ensure!(
        !stage.text().await?.contains("#/add/"),
        "a link is there already"
    );
    stage.tap("Make the link").await?;
    let carried = carried(&stage).await?;
    stage.open(&format!("#/add/{carried}")).await?;
    stage.sees("Hum in the bath").await?;
    stage.finish().await
}

#[tokio::test]
async fn goals_chosen_together_go_to_a_phone() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    let before = stage.vault().await?;
    stage.open("#/together/send").await?;
    stage.heading("Send goals to a phone").await?;
    stage
        .within("Goal 1")
        .type_into("What to do", "Ring my sister")
        .await?;
    stage.within("Goal 1").choose("2 times a week").await?;
    stage.tap("Add a goal").await?;
    stage
        .within("Goal 2")
        .type_into("What to do", "Walk to the river")
        .await?;
    stage.within("Goal 2").choose("Be active").await?;
    let carried = carried(&stage).await?;
    // No name is in it, and nothing of it is kept here.
    let Ok(read) = waymark::exchange::link::read(&carried, &[]) else {
        anyhow::bail!("{carried} is no link");
    };
    ensure!(read.name.is_empty() && read.contacts.is_empty(), "{read:?}");
    ensure!(stage.vault().await? == before, "something is kept");
    // On the person's own phone.
    let phone = Stage::new().await?;
    phone.start().await?;
    phone.open(&format!("#/add/{carried}")).await?;
    phone.heading("A plan").await?;
    phone.sees("Ring my sister").await?;
    phone.tap("Add").await?;
    phone.saved().await?;
    phone.open("#/goals").await?;
    phone.sees("Ring my sister 2 times a week").await?;
    phone.finish().await?;
    stage.finish().await
}

#[tokio::test]
async fn every_page_of_it_fits_and_can_be_read() -> Result<()> {
    let mut stage = made().await?;
    let carried = carried(&stage).await?;
    for (theme, width) in [
        (journeys::Theme::Light, 320),
        (journeys::Theme::Dark, 320),
        (journeys::Theme::Light, 1280),
    ] {
        stage.emulate(theme, width, 800).await?;
        for address in [
            "#/links",
            "#/together/send",
            "#/ideas/share/C01",
            &format!("#/handout/rooms/{carried}"),
            &format!("#/handout/leaflet/{carried}"),
        ] {
            stage.open(address).await?;
            stage.heading_is_there().await?;
            if address == "#/links" {
                stage.tap("Add a contact").await?;
                stage.tap("Add a goal").await?;
            }
            stage.fits_the_screen().await?;
            stage.axe().await?;
        }
    }
    stage.finish().await
}
