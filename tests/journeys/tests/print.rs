//! Paper: every sheet as the printer gets it, read back from a PDF. What is on it, what is not, and where it breaks.
use anyhow::{Result, ensure};
use journeys::seed::paper::{DONE, GOAL, MILESTONES, NOTE, PART};
use journeys::{Engine, Paper, Stage, Theme, seed};
use serde_json::json;
use waymark::domain::day::Day;
use waymark::domain::journal::Journal;

journeys::on_every_engine! {
    a_sheet_opens_and_its_button_prints
}

const SHEETS: [&str; 6] = [
    "week",
    "blank-week",
    "goal",
    "milestones",
    "numbers",
    "session",
];
/// What the page says below the button: then the style of paper is loaded, and the sheet is there.
const READY: &str = "Only the sheet is printed.";
/// Words of drink, drugs and the like, in small letters.
const SUBSTANCES: [&str; 10] = [
    "drink",
    "drunk",
    "alcohol",
    "drug",
    "naloxone",
    "recovery",
    "hep c",
    "methadone",
    "sober",
    "lapse",
];

/// Keeps what is printed, and by which title.
const PRINTER: &str = "window.printed = []; window.print = () => printed.push(document.title);";

async fn show(stage: &Stage, sheet: &str) -> Result<()> {
    // Each sheet begins anew, with nothing ticked.
    stage.open("#/more/print").await?;
    stage.heading("Print").await?;
    stage.open(&format!("#/print/{sheet}")).await?;
    stage.sees(READY).await
}

/// A stage with more than fits a page, and the address of its full week.
async fn full() -> Result<(Stage, String)> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::paper::paper(today), today).await?;
    Ok((stage, format!("week/{}", today.before(7))))
}

/// Fails on what is never on paper: another size, colours, words outside the page, and what tells where it is from.
fn is_neutral(paper: &Paper) -> Result<String> {
    paper.is_a4()?;
    paper.is_black_on_white()?;
    for word in paper.words()? {
        let [left, top, right, bottom] = word.at;
        let inside = left > 28.0 && top > 28.0 && right < 567.5 && bottom < 814.0;
        ensure!(inside, "{word:?} is at the edge");
    }
    let text = paper.text()?;
    let small = text.to_lowercase();
    for word in [
        "waymark",
        "http",
        "127.0.0.1",
        "#/",
        "localhost",
        "leave",
        "look back",
    ] {
        ensure!(!small.contains(word), "{word:?} is on paper: {text}");
    }
    Ok(text)
}

/// Fails on what may be on paper only when it is ticked.
fn is_discreet(text: &str) -> Result<()> {
    let small = text.to_lowercase();
    for word in SUBSTANCES
        .iter()
        .copied()
        .chain([&*PART.to_lowercase(), &*NOTE.to_lowercase()])
    {
        ensure!(!small.contains(word), "{word:?} is on paper: {text}");
    }
    Ok(())
}

fn says(text: &str, words: &[&str]) -> Result<()> {
    for words in words {
        ensure!(text.contains(words), "{words:?} is not on paper: {text}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_gives_anything_away() -> Result<()> {
    for journal in [Some(seed::paper::paper as fn(Day) -> Journal), None] {
        let mut stage = Stage::new().await?;
        let today = stage.start().await?;
        if let Some(journal) = journal {
            stage.fill(&journal(today), today).await?;
        }
        for sheet in SHEETS {
            for large in [false, true] {
                show(&stage, sheet).await?;
                if large {
                    stage.tick("Large print").await?;
                }
                let paper = stage
                    .paper(&format!("{sheet}-{}-{large}", journal.is_some()))
                    .await?;
                let text = is_neutral(&paper)?;
                is_discreet(&text)?;
                let is_blank = sheet == "blank-week";
                ensure!(
                    !is_blank || !(text.contains("thing") || text.contains(GOAL)),
                    "{text}"
                );
                let fits = !matches!(
                    (sheet, large, journal),
                    ("milestones" | "week" | "numbers", true, Some(_)) | ("milestones", ..)
                );
                let pages = paper.is_a4()?;
                ensure!(!fits || pages == 1, "{sheet} takes {pages} pages");
            }
        }
        stage.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_full_week_breaks_between_its_days() -> Result<()> {
    let (mut stage, week) = full().await?;
    show(&stage, &week).await?;
    let paper = stage.paper("full-week").await?;
    let pages = paper.texts()?;
    ensure!(pages.len() == 2, "{} pages", pages.len());
    let text = is_neutral(&paper)?;
    for thing in 0..DONE {
        says(&text, &[&format!("Day{}thing{}", thing % 7, thing / 7)])?;
    }
    let names = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    for (day, name) in names.iter().enumerate() {
        let page = pages.iter().find(|page| page.contains(name));
        let things = page.map_or(0, |page| page.matches(&format!("Day{day}thing")).count());
        ensure!(
            things == 8 + usize::from(day < 4),
            "{name} is torn: {things} things"
        );
    }
    // The heads of the columns stand on each page, the rest once.
    for page in &pages {
        says(page, &["Day What I did"])?;
    }
    says(
        &text,
        &[
            "You connected on 7 days",
            GOAL,
            "Every day · Done on 1 day",
            "2 times a week",
        ],
    )?;
    ensure!(
        text.matches("Donaudampf").count() == 10 || text.contains("Donau"),
        "{text}"
    );
    // Of the goals that are ticked, the week has what was done.
    is_discreet(&text)?;

    stage.tick("Show my notes").await?;
    let text = is_neutral(&stage.paper("full-week-notes").await?)?;
    says(&text, &["Noteof0", "Noteof6", "Notebeside"])?;
    ensure!(!text.contains(PART), "{text}");
    stage.untick("Show my notes").await?;
    stage.tick("Show the recovery parts").await?;
    let text = is_neutral(&stage.paper("full-week-parts").await?)?;
    ensure!(
        text.matches("Partentry").count() == 7 && text.contains("Partgoal"),
        "{text}"
    );
    ensure!(!text.contains(NOTE), "{text}");
    // Another week begins with nothing ticked.
    stage.tap("Earlier").await?;
    stage.is_not_ticked("Show the recovery parts").await?;
    stage.finish().await
}

#[tokio::test]
async fn a_week_with_a_day_longer_than_a_page() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.log_first().await?;
    let lines: Vec<_> = (0..150).map(|line| format!("Line{line}of it")).collect();
    stage.open(&format!("#/day/{today}")).await?;
    stage.tap("Add a note").await?;
    stage
        .paste_into("A note for this day", &lines.join("\n"))
        .await?;
    stage.says("Saved").await?;
    show(&stage, "week").await?;
    stage.tick("Show my notes").await?;
    let paper = stage.paper("long-note").await?;
    let text = is_neutral(&paper)?;
    for line in lines {
        says(&text, &[&line])?;
    }
    says(&paper.texts()?[0], &["My week", "Line0of", "A first thing"])?;
    stage.finish().await
}

#[tokio::test]
async fn milestones_in_years_with_their_dates() -> Result<()> {
    let (mut stage, _) = full().await?;
    let today = stage.today().await?;
    show(&stage, "milestones").await?;
    let paper = stage.paper("full-milestones").await?;
    let text = is_neutral(&paper)?;
    for stone in 0..MILESTONES {
        says(
            &text,
            &[&format!("Stone{stone} that I reached in my own time")],
        )?;
    }
    // A day, a month, and no date: as they were given.
    says(&text, &[&format!("time {}", stage.long_day(today).await?)])?;
    let day = today.before(33);
    let month = stage.say_day(day, "month: 'long', year: 'numeric'").await?;
    says(
        &text,
        &[&format!("Stone1 that I reached in my own time {month}")],
    )?;
    is_discreet(&text)?;
    // No year stands alone at the foot of a page, and no milestone is torn.
    for page in paper.texts()? {
        let last = page.split(' ').next_back().unwrap_or_default();
        let is_year = |word: &str| word.len() == 4 && word.starts_with("20");
        let before = page.split(' ').rev().nth(1).unwrap_or_default();
        ensure!(
            !is_year(last) || !before.ends_with("time"),
            "a page ends with {last}"
        );
    }

    stage.tick("Show private ones too").await?;
    let text = is_neutral(&stage.paper("full-milestones-private").await?)?;
    says(
        &text,
        &[
            "I had a good time without drink or drugs.",
            "I had a test for hep C.",
        ],
    )?;
    ensure!(!text.contains("naloxone") && !text.contains(NOTE), "{text}");
    stage.tick("Show the recovery parts").await?;
    stage.tick("Show my notes").await?;
    let text = is_neutral(&stage.paper("full-milestones-all").await?)?;
    says(&text, &["I carry naloxone.", "Notestone"])?;
    stage.finish().await
}

#[tokio::test]
async fn a_goal_two_or_four_times() -> Result<()> {
    let (mut stage, _) = full().await?;
    show(&stage, "goal").await?;
    let chosen = stage.text().await?;
    ensure!(!chosen.contains(PART), "{chosen}");
    let text = is_neutral(&stage.paper("goal-four").await?)?;
    ensure!(
        text.matches("Sun").count() == 4 && text.matches("Every day").count() == 4,
        "{text}"
    );
    stage.choose("Two").await?;
    let text = is_neutral(&stage.paper("goal-two").await?)?;
    ensure!(text.matches(GOAL).count() == 2, "{text}");
    says(
        &text,
        &[
            "Be active",
            "If it rains",
            "then",
            "With Samantha",
            "Every day · 2.5 km",
        ],
    )?;
    stage.choose("Ring someone").await?;
    let text = is_neutral(&stage.paper("goal-weekly").await?)?;
    says(&text, &["Ring someone 2 times a week"])?;
    ensure!(!text.contains("Mon") && text.contains("1 2"), "{text}");
    stage.choose("A blank card").await?;
    let text = is_neutral(&stage.paper("goal-blank").await?)?;
    says(&text, &["I will", "Mon Tue Wed Thu Fri Sat Sun"])?;
    stage.tick("Show the recovery parts").await?;
    stage.choose("Partgoal").await?;
    let text = is_neutral(&stage.paper("goal-part").await?)?;
    says(&text, &["Partgoal"])?;
    // Its words go with the parts.
    stage.untick("Show the recovery parts").await?;
    is_discreet(&is_neutral(&stage.paper("goal-part-off").await?)?)?;
    stage.finish().await
}

#[tokio::test]
async fn other_paper_has_no_address_either() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    let journal = seed::with_parts(today);
    stage.fill(&journal, today).await?;
    stage.open("#/plan").await?;
    stage.heading("My plan for hard days").await?;
    says(&is_neutral(&stage.paper("plan").await?)?, &["Abena"])?;
    let id = journal.milestones()[0].0.clone();
    stage.open(&format!("#/milestones/{id}/card")).await?;
    stage.heading("A card to keep").await?;
    is_neutral(&stage.paper("card").await?)?;
    stage.finish().await
}

#[tokio::test]
async fn people_and_numbers_on_a_card() -> Result<()> {
    let (mut stage, _) = full().await?;
    show(&stage, "numbers").await?;
    let paper = stage.paper("numbers-all").await?;
    let text = is_neutral(&paper)?;
    says(
        &text,
        &[
            "Emergency 999",
            "NHS urgent mental health 111",
            "Lifeline 0808 808 8000",
            "Samaritans 116 123",
            "Shout Text SHOUT to 85258",
            "Choose the mental health option.",
        ],
    )?;
    for person in 0..7 {
        says(&text, &[&format!("Person{person} 07700 900 10{person}")])?;
    }
    let place = |word: &str| text.find(word).unwrap_or(usize::MAX);
    ensure!(
        place("Emergency") < place("NHS") && place("Shout") < place("Person0"),
        "{text}"
    );
    // Two sides of a bank card, 85 by 54 mm, and what is left over on one, each with its dashes around.
    let sizes = "[...document.querySelectorAll('.wallet')].map(side => {
        const { width, height } = side.getBoundingClientRect();
        return [width, height].map(size => Math.round(size / 96 * 25.4));
    })";
    stage
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    let sizes = stage.evaluate(sizes).await?;
    ensure!(sizes == json!([[85, 109], [85, 55]]), "{sizes}");
    stage
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))
        .await?;

    stage.open("#/help").await?;
    stage.choose("Northern Ireland").await?;
    show(&stage, "numbers").await?;
    let text = is_neutral(&stage.paper("numbers-ni").await?)?;
    ensure!(text.contains("Lifeline") && !text.contains("111"), "{text}");
    stage.finish().await
}

#[tokio::test]
async fn the_word_for_it_is_the_persons_own() -> Result<()> {
    let (stage, _) = full().await?;
    stage.open("#/more/words").await?;
    stage.choose("Getting well").await?;
    for sheet in ["week", "goal", "milestones"] {
        show(&stage, sheet).await?;
        let ticks = stage.ticks().await?;
        ensure!(
            ticks
                .iter()
                .any(|tick| tick == "Show the parts about getting well"),
            "{ticks:?}"
        );
    }
    stage.open("#/more/parts").await?;
    stage.untick("Show the parts about getting well").await?;
    for sheet in ["week", "goal", "milestones"] {
        show(&stage, sheet).await?;
        let ticks = stage.ticks().await?;
        ensure!(
            !ticks.iter().any(|tick| tick.contains("parts")),
            "{ticks:?}"
        );
    }
    stage.finish().await
}

#[tokio::test]
async fn with_no_network() -> Result<()> {
    let mut stage = Stage::new().await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("#/print/week").await?;
    stage.is_started().await?;
    stage.sees(READY).await?;
    let text = is_neutral(&stage.paper("offline").await?)?;
    says(&text, &["My week", "A first thing", "You gave on 1 day"])?;
    stage.finish().await
}

#[tokio::test]
async fn the_style_of_paper_cannot_be_had() -> Result<()> {
    use journeys::deploy::{Host, Version};
    let host = Host::with(&Version::built()?.without("print.css"))?;
    let stage = Stage::serving(host.folder()).await?;
    stage.start().await?;
    stage.open("#/print/session").await?;
    stage.heading("A sheet to fill in together").await?;
    stage.sees("This part could not be loaded.").await?;
    stage.does_not_see(READY).await
    // Not to its end: what was not found is counted there.
}

async fn a_sheet_opens_and_its_button_prints(engine: Engine) -> Result<()> {
    let stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.open("#/more").await?;
    stage.tap("Print").await?;
    stage.heading("Print").await?;
    let list = [
        ("My week", "My week"),
        ("A blank week", "My week"),
        ("A goal on a card", "Notes"),
        ("My milestones", "Notes"),
        ("My people and numbers", "Notes"),
        ("A sheet to fill in together", "Notes"),
    ];
    stage
        .evaluate(&format!("void (() => {{ {PRINTER} }})()"))
        .await?;
    for (name, title) in list {
        let rows = stage.buttons().await?;
        let row = rows.iter().find(|row| row.starts_with(name));
        ensure!(row.is_some(), "{name} is not in {rows:?}");
        stage.tap(row.map_or(name, String::as_str)).await?;
        stage.heading(name).await?;
        stage.sees(READY).await?;
        stage.tick("Large print").await?;
        stage.tap("Print this sheet").await?;
        let printed = stage.evaluate("printed.splice(0)").await?;
        ensure!(printed == json!([title]), "{name}: {printed}");
        stage
            .evaluate("void dispatchEvent(new Event('afterprint'))")
            .await?;
        stage.title("More · Waymark").await?;
        stage.back().await?;
        stage.heading("Print").await?;
    }
    stage.finish().await
}

#[tokio::test]
async fn everyone_can_use_the_pages() -> Result<()> {
    let (mut stage, week) = full().await?;
    for (theme, width) in [
        (Theme::Light, 320),
        (Theme::Dark, 320),
        (Theme::Light, 1280),
        (Theme::Dark, 1280),
    ] {
        stage.emulate(theme, width, 800).await?;
        for sheet in [
            &*week,
            "blank-week",
            "goal",
            "milestones",
            "numbers",
            "session",
        ] {
            show(&stage, sheet).await?;
            stage.fits_the_screen().await?;
            stage.axe().await?;
            // As wide as the room, and white in both modes.
            let paper = "(() => {
                const sheet = document.querySelector('.sheet');
                const { width } = sheet.getBoundingClientRect();
                const room = document.querySelector('.printing').getBoundingClientRect().width;
                const { color, backgroundColor } = getComputedStyle(sheet);
                return [Math.round(width - room), color, backgroundColor];
            })()";
            let paper = stage.evaluate(paper).await?;
            ensure!(
                paper == json!([0, "rgb(0, 0, 0)", "rgb(255, 255, 255)"]),
                "{sheet}: {paper}"
            );
            if width == 320 {
                stage.tick("Look closer").await?;
                stage.fits_the_screen().await?;
                stage.axe().await?;
            }
        }
    }
    stage.finish().await
}
