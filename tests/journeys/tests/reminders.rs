//! Reminders with no server: a calendar file, saved through the page, and taken in by a calendar program of others.
use anyhow::{Context, Result, ensure};
use journeys::calendar::{Calendar, Event};
use journeys::{Engine, Key, Stage, seed};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use waymark::domain::day::Day;
use waymark::domain::goal::Rest;
use waymark::domain::reminder::{Reminder, Repeats, Subject};
use waymark::domain::rhythm::{Rhythm, Weekdays};
use waymark::exchange::calendar::{self, File};

journeys::on_every_engine! {
    a_changed_file_takes_the_place_of_the_old_one
}

const WALK: &str = "A short walk Every day";

/// One event: its properties, by name.
type Properties = BTreeMap<String, String>;

/// The events of a file that has been saved, and the file.
async fn saved(stage: &mut Stage) -> Result<(Vec<Properties>, PathBuf)> {
    stage.tap("Save the calendar file").await?;
    stage
        .says("The file is with your browser now. Open it from your downloads.")
        .await?;
    stage.saved().await?;
    let path = stage.downloaded().await?;
    let name = path.file_name().and_then(|name| name.to_str());
    let expected = format!("calendar-{}.ics", stage.today().await?);
    ensure!(name == Some(&*expected), "it is called {name:?}");
    let text = fs::read_to_string(&path)?;
    ensure!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    ensure!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
    ensure!(text.lines().all(|line| line.len() <= 76), "{text}");
    let mut events = Vec::new();
    for line in text.replace("\r\n ", "").lines() {
        let (name, value) = line.split_once(':').context("a line with no name")?;
        if line == "BEGIN:VEVENT" {
            events.push(Properties::new());
        } else if let Some(event) = events.last_mut() {
            event.insert(name.to_owned(), value.to_owned());
        }
    }
    Ok((events, path))
}

fn is(event: &Properties, name: &str, value: &str) -> Result<()> {
    ensure!(
        event.get(name).map(String::as_str) == Some(value),
        "{name} is not {value}: {event:#?}"
    );
    Ok(())
}

async fn a_changed_file_takes_the_place_of_the_old_one(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    let today = stage.start().await?;
    let tomorrow = today.after(1);
    stage.make_goal("A short walk", "Be active").await?;
    stage.tap("More").await?;
    stage.tap("Reminders").await?;
    stage.sees("Turn on a reminder first.").await?;
    stage.tick(WALK).await?;
    stage.holds("Time for: A short walk", "09:00").await?;
    stage.type_into("Time for: A short walk", "08:15").await?;
    stage.sees("No calendar file saved yet.").await?;
    let (events, first) = saved(&mut stage).await?;
    stage.sees("The last file has all of this.").await?;
    let [event] = &events[..] else {
        anyhow::bail!("{events:#?}")
    };
    is(event, "SUMMARY", "Something for today")?;
    is(event, "SEQUENCE", "1")?;
    is(event, "RRULE", "FREQ=DAILY")?;
    is(event, "ACTION", "DISPLAY")?;
    let start = event.get("DTSTART").context("no start")?;
    // It is noon on the device.
    ensure!(
        *start == format!("{}T081500", tomorrow.to_string().replace('-', "")),
        "{start}"
    );
    let uid = event.get("UID").context("no name")?;
    ensure!(
        !fs::read_to_string(&first)?.contains("walk"),
        "it tells of the goal"
    );
    let calendar = Calendar::new()?;
    calendar.import(&first)?;
    let times = |events: &[Event]| -> Vec<String> {
        events
            .iter()
            .map(|event| format!("{} {}", event.time, event.title))
            .collect()
    };
    ensure!(times(&calendar.events(tomorrow, 3)?) == ["08:15 Something for today"; 3]);

    stage.type_into("Time for: A short walk", "19:30").await?;
    stage
        .sees("You changed something since the last file. Save it again.")
        .await?;
    stage.saved().await?;
    stage.reload().await?;
    stage
        .sees("You changed something since the last file.")
        .await?;
    stage.holds("Time for: A short walk", "19:30").await?;
    let (events, second) = saved(&mut stage).await?;
    is(&events[0], "UID", uid)?;
    is(&events[0], "SEQUENCE", "2")?;
    calendar.import(&second)?;
    let found = calendar.events(tomorrow, 3)?;
    ensure!(
        times(&found) == ["19:30 Something for today"; 3],
        "{found:#?}"
    );

    stage.untick(WALK).await?;
    stage
        .sees("You changed something since the last file.")
        .await?;
    let (events, third) = saved(&mut stage).await?;
    ensure!(events.len() == 1);
    is(&events[0], "UID", uid)?;
    is(&events[0], "SEQUENCE", "3")?;
    is(&events[0], "STATUS", "CANCELLED")?;
    ensure!(!events[0].contains_key("TRIGGER") && !events[0].contains_key("RRULE"));
    stage.sees("The last file has all of this.").await?;
    calendar.import(&third)?;
    ensure!(calendar.events(tomorrow, 30)?.is_empty());
    ensure!(
        calendar
            .events(today, 1)?
            .iter()
            .all(|event| event.cancelled)
    );
    stage.finish().await
}

#[tokio::test]
async fn all_that_can_be_reminded_of() -> Result<()> {
    let mut stage = Stage::new().await?;
    let today = stage.start().await?;
    stage.fill(&seed::week(today), today).await?;
    let meeting = today.after(5);
    stage.open("#/worker").await?;
    stage
        .type_into(
            "Who, when and where? for Next time",
            "Sam, half past two; at the hub",
        )
        .await?;
    stage
        .type_into("Which day? for Next time", &meeting.to_string())
        .await?;
    stage.tap("Add for Next time").await?;
    stage.says("Noted.").await?;
    stage.open("#/more/reminders").await?;
    let checkups = "Check-ups Every 4 weeks.";
    for name in [
        "Ring someone 2 times a week",
        "Meetings On the day of each one in \"Next time\".",
        checkups,
    ] {
        stage.tick(name).await?;
    }
    stage.sees("you get that many reminders").await?;
    stage.type_into("Time for: Meetings", "07:05").await?;
    let (events, path) = saved(&mut stage).await?;
    let by = |events: &[Properties], words: &str| {
        let mut found = events
            .iter()
            .filter(|event| event.get("SUMMARY").is_some_and(|said| said == words));
        let event = found.next().cloned();
        ensure!(found.next().is_none(), "{words} stands there twice");
        event.with_context(|| format!("{words} is not in {events:#?}"))
    };
    ensure!(events.len() == 3, "{events:#?}");
    is(
        &by(&events, "Something for today")?,
        "RRULE",
        "FREQ=WEEKLY;BYDAY=MO,TH",
    )?;
    is(
        &by(&events, "A few minutes for me")?,
        "RRULE",
        "FREQ=WEEKLY;INTERVAL=4",
    )?;
    let planned = by(&events, "Something planned today")?;
    let start = format!("{}T070500", meeting.to_string().replace('-', ""));
    is(&planned, "DTSTART", &start)?;
    let text = fs::read_to_string(&path)?;
    ensure!(
        ["Sam", "hub", "Ring"]
            .iter()
            .all(|word| !text.contains(word)),
        "{text}"
    );

    stage
        .tick("Use my own words Goals of the extra parts keep the plain words.")
        .await?;
    stage
        .sees("You changed something since the last file.")
        .await?;
    let (events, path) = saved(&mut stage).await?;
    by(&events, "Ring someone")?;
    by(&events, "Sam\\, half past two\\; at the hub")?;
    let calendar = Calendar::new()?;
    calendar.import(&path)?;
    let found = calendar.events(meeting, 1)?;
    ensure!(
        found
            .iter()
            .any(|event| event.title == "Sam, half past two; at the hub"),
        "{found:#?}"
    );

    // A rest of a goal that the calendar reminds of.
    stage.open("#/goals").await?;
    stage.tap("Ring someone 2 times a week").await?;
    stage.tap("Let it go").await?;
    stage.saved().await?;
    stage.open("#/more/reminders").await?;
    stage
        .sees("You changed something since the last file.")
        .await?;
    let (events, _) = saved(&mut stage).await?;
    let gone = by(&events, "No more reminders")?;
    is(&gone, "STATUS", "CANCELLED")?;
    is(&gone, "SEQUENCE", "3")?;
    stage.finish().await
}

#[tokio::test]
async fn by_keys_alone_and_for_everyone() -> Result<()> {
    let stage = Stage::new().await?;
    stage.start().await?;
    stage.make_goal("A short walk", "Be active").await?;
    stage.open("#/more/reminders").await?;
    stage.heading("Reminders").await?;
    let mut on = false;
    for _ in 0..20 {
        stage.press(Key::Tab).await?;
        if stage.focus().await?.starts_with("A short walk") {
            stage.press(' ').await?;
            on = true;
            break;
        }
    }
    ensure!(on, "Tab does not reach the switch");
    stage.is_ticked(WALK).await?;
    stage.sees("No calendar file saved yet.").await?;
    stage.axe().await?;
    let small = "[...document.querySelectorAll('main label.row, main button, main a, main summary, main input[type=time]')]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 48)
        .map(one => one.outerHTML.slice(0, 120))";
    let small = stage.evaluate(small).await?;
    ensure!(
        small.as_array().is_some_and(Vec::is_empty),
        "too small to tap: {small:#}"
    );
    stage.finish().await
}

fn reminder(key: &str, rhythm: Rhythm, first: Day) -> Reminder {
    Reminder {
        key: key.to_owned(),
        about: Subject::Goal,
        words: format!(
            "Words of {key}, in a long line; with é, “quotes” and a backslash \\ that has to be folded"
        ),
        at: 545,
        by_night: false,
        repeats: Repeats::As(rhythm),
        first,
        last: None,
        rests: Vec::new(),
    }
}

/// The same without a browser: every form of a reminder, in a calendar program of others.
#[test]
fn a_calendar_program_knows_the_same_days() -> Result<()> {
    let first = Day::parse("2027-03-15").context("no day")?;
    let mut with_rest = reminder(
        "rest",
        Rhythm::Weekdays(Weekdays::default().toggled(1).toggled(6)),
        first,
    );
    with_rest.rests.push(Rest {
        from: first.after(5),
        to: Some(first.after(15)),
    });
    with_rest.rests.push(Rest {
        from: first.after(40),
        to: None,
    });
    let mut checkup = reminder("checkup", Rhythm::Daily, first.after(3));
    checkup.repeats = Repeats::Weeks(4);
    let mut night = reminder("night", Rhythm::Weekly(2), first);
    (night.at, night.by_night) = (30, true);
    let wanted = vec![
        reminder("daily", Rhythm::Daily, first),
        with_rest,
        checkup,
        night,
        reminder("once", Rhythm::Once(first.after(20)), first),
    ];
    let folder = tempfile::tempdir()?;
    let calendar = Calendar::new()?;
    let take_in = |wanted: &[Reminder], gone: &[String], number: u32| -> Result<()> {
        let file = File {
            reminders: wanted,
            taken_back: gone,
            name: "00m3x9q7ab2c",
            number,
            made_ms: 1_800_000_000_000,
            today: first,
            no_more: "No more reminders",
        };
        let path = folder.path().join(format!("{number}.ics"));
        fs::write(
            &path,
            calendar::write(&file, &|reminder| reminder.words.clone()),
        )?;
        calendar.import(&path)
    };
    let expected = |wanted: &[Reminder]| {
        let mut events = Vec::new();
        for reminder in wanted {
            let Some(dates) = reminder.dates() else {
                continue;
            };
            for ahead in 0..60 {
                let day = first.after(ahead);
                let mut alone = reminder.clone();
                (alone.first, alone.rests) = (day, Vec::new());
                // The rule of a check-up goes by its own first day.
                let is_on = match reminder.repeats {
                    Repeats::Weeks(_) => {
                        day >= dates.start && day.days_since(dates.start) % 28 == 0
                    }
                    Repeats::As(_) => alone.dates().is_some_and(|dates| dates.start == day),
                };
                let within = dates.start <= day && dates.until.is_none_or(|until| day <= until);
                let shown = day.after(reminder.by_night.into());
                let listed = shown < first.after(60);
                if is_on && within && listed && !dates.left_out.contains(&day) {
                    events.push(Event {
                        day: shown.to_string(),
                        time: format!("{:02}:{:02}", reminder.at / 60, reminder.at % 60),
                        title: reminder.words.clone(),
                        cancelled: false,
                        uid: format!("{}.00m3x9q7ab2c", reminder.key),
                    });
                }
            }
        }
        events.sort();
        events
    };
    let found = |days: u32| -> Result<Vec<Event>> {
        let mut events = calendar.events(first, days)?;
        events.retain(|event| !event.cancelled);
        Ok(events)
    };
    take_in(&wanted, &[], 1)?;
    assert_eq!(found(60)?, expected(&wanted));
    // The same file once more, and then one with other times and without two of them.
    take_in(&wanted, &[], 1)?;
    assert_eq!(found(60)?, expected(&wanted));
    let mut fewer = wanted[..3].to_vec();
    fewer[0].at = 1200;
    take_in(&fewer, &["night".to_owned(), "once".to_owned()], 2)?;
    assert_eq!(found(60)?, expected(&fewer));
    Ok(())
}

#[tokio::test]
async fn a_dot_stands_on_the_icon_while_something_is_left() -> Result<()> {
    let stage = Stage::new().await?;
    stage
        .before_each_page(
            "window.dots = [];
            Object.defineProperty(navigator, 'setAppBadge', { value: async () => dots.push('on') });
            Object.defineProperty(navigator, 'clearAppBadge', { value: async () => dots.push('off') });",
        )
        .await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.make_goal("Walk", "Be active").await?;
    ensure!(
        stage.evaluate("dots.join()").await? == "",
        "it asks for a dot that nobody wants"
    );
    stage.open("#/more/reminders").await?;
    let switch = "A dot on the icon While something is left for today. It works once the app is on your home screen.";
    stage.tick(switch).await?;
    stage.saved().await?;
    ensure!(stage.evaluate("dots.join()").await? == "on");
    stage.open("#/").await?;
    stage.tick("Walk").await?;
    stage.saved().await?;
    ensure!(stage.evaluate("dots.join()").await? == "on,off");
    // What another visit left is put right.
    stage.reload().await?;
    stage.is_started().await?;
    ensure!(stage.evaluate("dots.join()").await? == "off");
    stage.untick("Walk").await?;
    stage.saved().await?;
    stage.open("#/more/reminders").await?;
    stage.untick(switch).await?;
    stage.saved().await?;
    ensure!(stage.evaluate("dots.join()").await? == "off,on,off");
    stage.finish().await
}
