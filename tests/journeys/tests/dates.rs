//! Your day is your day: midnight, travel, wrong clocks and odd calendars, in each engine.
use anyhow::{Context, Result, ensure};
use journeys::{Engine, Stage, seed};
use std::collections::BTreeMap;
use std::time::Duration;
use waymark::domain::day::Day;

journeys::on_every_engine! {
    midnight_while_the_page_is_open
    midnight_while_the_page_sleeps
    the_day_ends_at_four
    travel_changes_no_date
    a_wrong_clock_loses_nothing
    weeks_that_start_on_saturday
}

/// The app looks at the clock at every full minute: one of them may just have gone by.
const A_MINUTE_AND_MORE: Duration = Duration::from_secs(80);
const DAY: i64 = 24 * 60 * 60;

fn day(date: &str) -> Result<Day> {
    Day::parse(date).with_context(|| format!("no day: {date}"))
}

/// What is kept of goals, days, notes and milestones; the person's choices may change.
async fn records(stage: &Stage) -> Result<BTreeMap<String, String>> {
    let mut kept = stage.vault().await?;
    kept.retain(|key, _| key.contains('/'));
    Ok(kept)
}

/// The text that is kept of one day.
async fn kept_on(stage: &Stage, day: Day) -> Result<String> {
    let mut kept = stage.vault().await?;
    let text = kept.remove(&format!("day/{day}"));
    text.with_context(|| format!("nothing is kept of {day}"))
}

/// Sets the device's clock and opens the app anew.
async fn open_at(stage: &mut Stage, local: &str) -> Result<()> {
    stage.clock_shows(local).await?;
    stage.open("#/").await?;
    stage.reload().await?;
    stage.is_started().await
}

/// Nights in which the date changes: an ordinary one, two around a leap day, and two that have no
/// midnight, because the clocks go forward from it (00:00 is 01:00).
const NIGHTS: [(&str, &str, &str); 5] = [
    ("Europe/London", "2027-01-12", "2027-01-13"),
    ("Asia/Beirut", "2027-03-27", "2027-03-28"),
    ("America/Santiago", "2027-09-04", "2027-09-05"),
    ("Europe/London", "2028-02-28", "2028-02-29"),
    ("Europe/London", "2028-02-29", "2028-03-01"),
];

async fn midnight_while_the_page_is_open(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    for (place, (zone, before, after)) in NIGHTS.into_iter().enumerate() {
        let (old, new) = (day(before)?, day(after)?);
        stage.travel_to(zone).await?;
        open_at(&mut stage, &format!("{before}T23:50:00")).await?;
        if place == 0 {
            stage.log_first().await?;
        }
        stage.log("Before midnight", "Connect").await?;
        // The page's next look at the clock is some seconds away, and comes after midnight.
        open_at(&mut stage, &format!("{before}T23:50:52")).await?;
        stage.heading(&stage.full_day(old).await?).await?;
        let kept = kept_on(&stage, old).await?;
        stage.clock_shows(&format!("{before}T23:59:58")).await?;
        let heading = stage.full_day(new).await?;
        let sees = stage.waiting(A_MINUTE_AND_MORE);
        sees.within(&heading).sees("Nothing noted yet.").await?;
        stage.heading(&heading).await?;
        stage.log("After midnight", "Give").await?;
        ensure!(kept_on(&stage, old).await? == kept, "{before} has changed");
        ensure!(kept_on(&stage, new).await?.contains("After midnight"));
    }
    stage.finish().await
}

async fn midnight_while_the_page_sleeps(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let old = stage.start().await?;
    stage.log_first().await?;
    // Early in a minute, so that it is not the next minute that brings the new day.
    open_at(&mut stage, &format!("{old}T22:10:01")).await?;
    stage.tap("Add a note").await?;
    stage.write_day_note("Written before midnight").await?;
    let kept = records(&stage).await?;
    stage.set_clock_later(8 * 60 * 60)?;
    // As the browser tells a page that is looked at again.
    stage
        .evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        .await?;
    stage.heading(&stage.full_day(old.after(1)).await?).await?;
    stage.log("In the morning", "Give").await?;
    let now = records(&stage).await?;
    ensure!(
        kept.iter().all(|(key, text)| now.get(key) == Some(text)),
        "the day before has changed"
    );
    ensure!(
        kept_on(&stage, old.after(1))
            .await?
            .contains("In the morning")
    );
    stage.open(&format!("#/day/{old}")).await?;
    stage
        .holds("A note for this day", "Written before midnight")
        .await?;
    stage.finish().await
}

async fn the_day_ends_at_four(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let old = stage.start().await?;
    let date = old.after(1);
    stage.log_first().await?;
    stage.open("#/more/days").await?;
    let ends = stage.within("My day ends at");
    ends.choose("4 in the morning").await?;
    stage.saved().await?;
    for (time, day, words) in [
        ("03:59:00", old, "One minute before four"),
        ("04:00:00", date, "At four"),
    ] {
        open_at(&mut stage, &format!("{date}T{time}")).await?;
        stage.heading(&stage.full_day(day).await?).await?;
        stage.log(words, "Connect").await?;
        ensure!(
            kept_on(&stage, day).await?.contains(words),
            "{words:?} is not on {day}"
        );
    }
    let kept = records(&stage).await?;
    for choice in ["6 in the morning", "Midnight"] {
        stage.open("#/more/days").await?;
        stage.within("My day ends at").choose(choice).await?;
        stage.saved().await?;
        ensure!(records(&stage).await? == kept, "{choice} changed a date");
    }
    stage.finish().await
}

async fn travel_changes_no_date(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    stage.fill(&seed::with_parts(today), today).await?;
    let kept = records(&stage).await?;
    // From the first zone of the world to see a day to one of the last.
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        stage.travel_to(zone).await?;
        stage.start().await?;
        for address in ["#/look-back", "#/goals", "#/milestones"] {
            stage.open(address).await?;
            stage.heading_is_there().await?;
        }
        stage.open(&format!("#/day/{}", today.before(1))).await?;
        stage.within("Also").sees("Read ten pages").await?;
        ensure!(
            records(&stage).await? == kept,
            "{zone} changed what is kept"
        );
    }
    stage.finish().await
}

async fn a_wrong_clock_loses_nothing(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let first = stage.start().await?;
    stage.make_goal("Stretch", "Be active").await?;
    let mut done: Vec<(Day, String)> = Vec::new();
    for (place, offset) in [0, -DAY, 3653 * DAY, -365 * DAY, 0].into_iter().enumerate() {
        stage.set_clock(offset)?;
        stage.open("#/").await?;
        stage.reload().await?;
        stage.is_started().await?;
        let today = stage.today().await?;
        let wanted = offset / DAY;
        ensure!(today.days_since(first) == wanted, "it is {today}");
        stage.heading(&stage.full_day(today).await?).await?;
        let words = format!("Done at step {place}");
        stage.log(&words, "Give").await?;
        done.push((today, words));
        // What is changed with the clock set back is changed all the same.
        stage.open("#/goals").await?;
        let (old, new) = (goal_name(place), goal_name(place + 1));
        stage.tap(&format!("{old} Every day")).await?;
        stage.type_into("What will you do?", &new).await?;
        stage.tap("Save").await?;
        stage.says("Changed.").await?;
        stage.saved().await?;
    }
    stage.restart().await?;
    stage.start().await?;
    for (day, words) in &done {
        ensure!(
            kept_on(&stage, *day).await?.contains(words.as_str()),
            "{words:?} is not on {day}"
        );
        stage.open(&format!("#/day/{day}")).await?;
        if *day <= first {
            stage.within("Also").sees(words).await?;
        }
    }
    stage.open("#/goals").await?;
    stage.within("Be active").sees(&goal_name(5)).await?;
    stage.finish().await
}

/// What the goal is called after so many changes.
fn goal_name(changes: usize) -> String {
    match changes {
        0 => "Stretch".to_owned(),
        changes => format!("Stretch, version {changes}"),
    }
}

async fn weeks_that_start_on_saturday(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.open("#/more/days").await?;
    stage.within("My week starts on").choose("Saturday").await?;
    stage.saved().await?;
    open_at(&mut stage, "2028-02-25T12:00:00").await?;
    stage.open("#/goals/new").await?;
    stage.type_into("What will you do?", "Swim").await?;
    stage.tick("Be active").await?;
    stage.choose("Some times a week").await?;
    stage.within("How many times a week?").choose("3").await?;
    stage.tap("Save").await?;
    stage.says("Goal kept.").await?;
    // Friday ends a week; Saturday to Tuesday, over the end of February, are in the next.
    for (date, before) in [("25", 0), ("26", 0), ("29", 1)] {
        open_at(&mut stage, &format!("2028-02-{date}T12:00:00")).await?;
        let so_far = match before {
            0 => "3 times a week".to_owned(),
            before => format!("{before} of 3 this week"),
        };
        stage.sees(&so_far).await?;
        stage.tick("Swim").await?;
        stage.saved().await?;
        stage
            .sees(&format!("{} of 3 this week", before + 1))
            .await?;
    }
    let days = stage.within("Days of this week").text().await?;
    let mut numbers: Vec<u32> = days
        .split(' ')
        .filter_map(|word| word.parse().ok())
        .collect();
    numbers.dedup(); // a day that has come has its number in its name, too
    ensure!(numbers == [26, 27, 28, 29, 1, 2, 3], "the week is {days:?}");
    stage.finish().await
}

/// The oldest day there is, and the one before it, which there is not.
#[tokio::test]
async fn dates_of_long_ago() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.open("#/milestones/new").await?;
    stage.type_into("What did you reach?", "Born").await?;
    for date in [["31", "12", "1899"], ["", "", "1899"], ["1", "1", "0000"]] {
        for (label, value) in ["Day", "Month", "Year"].into_iter().zip(date) {
            stage.type_into(label, value).await?;
        }
        let said = "There is no such day. Check the numbers.";
        stage.does_not_see(said).await?;
        stage.tap("I reached this").await?;
        stage.sees(said).await?;
    }
    for (label, value) in [("Day", "1"), ("Month", "1"), ("Year", "1900")] {
        stage.type_into(label, value).await?;
    }
    stage.reach().await?;
    stage.reload().await?;
    stage.sees("Born 1 January 1900").await?;
    let first = day("1900-01-01")?;
    stage.open(&format!("#/day/{first}")).await?;
    stage.heading(&stage.full_day(first).await?).await?;
    stage.log("On the oldest day", "Give").await?;
    stage.reload().await?;
    stage.within("Also").sees("On the oldest day").await?;
    ensure!(kept_on(&stage, first).await?.contains("On the oldest day"));
    stage.finish().await
}
