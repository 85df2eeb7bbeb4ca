//! A calendar program of others (khal), for the files that the app makes for one; `.ci/install-browsers` installs it.
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use waymark::domain::day::Day;

/// A calendar of its own, empty at first.
pub struct Calendar {
    folder: TempDir,
}

/// Something in the calendar on one day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// The date, `2026-11-21`.
    pub day: String,
    /// The time of day, `09:05`.
    pub time: String,
    /// What the calendar shows.
    pub title: String,
    /// Whether the calendar shows it as called off.
    pub cancelled: bool,
    /// What it is known by.
    pub uid: String,
}

const FIELDS: &str = "{start-date}\t{start-time}\t{title}\t{status}\t{uid}";

impl Calendar {
    /// A calendar with nothing in it.
    pub fn new() -> Result<Self> {
        let folder = TempDir::new()?;
        let place = folder.path().display();
        fs::create_dir(folder.path().join("events"))?;
        let config = format!(
            "[calendars]\n[[mine]]\npath = {place}/events\ntype = calendar\n\
             [locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
             datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n\
             local_timezone = Europe/London\ndefault_timezone = Europe/London\n\
             [default]\ndefault_calendar = mine\n[sqlite]\npath = {place}/cache\n"
        );
        fs::write(folder.path().join("config"), config)?;
        Ok(Self { folder })
    }

    /// Takes a file in, as a person does who opens it.
    pub fn import(&self, file: &Path) -> Result<()> {
        let file = file.to_str().context("a path that is no text")?;
        self.run(&["import", "--batch", file]).map(|_| ())
    }

    /// What is in it from a day on, for so many days, in order.
    pub fn events(&self, from: Day, days: u32) -> Result<Vec<Event>> {
        let (from, days) = (from.to_string(), format!("{days}d"));
        let arguments = ["list", "--format", FIELDS, "--day-format", "", &from, &days];
        let mut events = Vec::new();
        for line in self
            .run(&arguments)?
            .lines()
            .filter(|line| !line.is_empty())
        {
            let parts: Vec<_> = line.split('\t').collect();
            let [day, time, title, status, uid] = parts[..] else {
                continue;
            };
            events.push(Event {
                day: day.to_owned(),
                time: time.to_owned(),
                title: title.to_owned(),
                cancelled: status.trim() == "CANCELLED",
                uid: uid.to_owned(),
            });
        }
        events.sort();
        Ok(events)
    }

    fn run(&self, arguments: &[&str]) -> Result<String> {
        let home = self.folder.path();
        let done = Command::new("khal")
            .arg("--config")
            .arg(home.join("config"))
            .args(arguments)
            .env("HOME", home)
            .env("LC_ALL", "C.UTF-8")
            .output()
            .context("khal is not there: `make browsers` installs it")?;
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&done.stderr).into_owned();
        ensure!(done.status.success(), "khal {arguments:?}: {said}{wrong}");
        Ok(said)
    }
}
