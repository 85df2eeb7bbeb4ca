//! Loop Habit Tracker's archive: `Habits.csv`, and for each of them a folder `NNN Name` with `Checkmarks.csv`.
//! The tables at the top and all scores say nothing that is not in there, and are not read.
//!
//! Versions differ: the oldest have no `Position`, `Type` or `Archived?`, `NumRepetitions` and `Interval` in place of the
//! frequency, no first row in `Checkmarks.csv`, and numbers (2, 1, 0, 3, −1) in place of words.

use super::csv::{Rows, column, field};
use super::gather::Gather;
use super::values::{DateOrder, Value, thousandths, whole};
use super::zip::Packed;
use super::{BringError, Often, Why};
use crate::domain::rhythm::Rhythm;
use std::rc::Rc;

/// A folder of the archive with what was noted of one thing.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) file: Packed,
    /// The number that its name begins with.
    number: Option<usize>,
    /// The rest of its name.
    name: String,
}

/// The table of all things, when there is one, and the folders, in the order of the archive. `None`: it is not Loop's.
pub(super) fn parts(files: Vec<Packed>) -> Option<(Option<Packed>, Vec<Folder>)> {
    // Unpacked and packed again by hand, it all stands in a folder.
    let top = files.iter().find_map(|file| {
        let folder = file.name.strip_suffix("Habits.csv")?;
        (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
    });
    let base = top.clone().unwrap_or_default();
    let mut table = None;
    let mut folders = Vec::new();
    for file in files {
        let Some(path) = file.name.strip_prefix(base.as_str()) else {
            continue;
        };
        if path == "Habits.csv" {
            table = Some(file);
            continue;
        }
        let Some(folder) = path
            .strip_suffix("/Checkmarks.csv")
            .filter(|name| !name.bytes().any(|byte| byte == b'/'))
        else {
            continue;
        };
        let digits = folder.bytes().take_while(u8::is_ascii_digit).count();
        let (number, name) = folder.split_at_checked(digits).unwrap_or_default();
        folders.push(Folder {
            number: number.parse().ok(),
            name: name.trim().to_owned(),
            file,
        });
    }
    (table.is_some() || !folders.is_empty()).then_some((table, folders))
}

/// A line of `Habits.csv`.
#[derive(Debug)]
struct Listed {
    place: usize,
    position: usize,
    /// The name as it is in the name of the folder.
    folded: String,
    /// Amounts or yes and no; the oldest versions know yes and no only.
    counts: bool,
    taken: bool,
}

/// The things that `Habits.csv` lists.
#[derive(Debug, Default)]
pub(super) struct List(Vec<Listed>);

/// Takes in `Habits.csv`.
pub(super) fn list(gather: &mut Gather, text: String) -> Result<List, BringError> {
    let mut rows = Rows::new(Rc::new(text), b',');
    let header = rows.next().unwrap_or_default();
    let at = |names: &[&str]| column(&header, names);
    let name = at(&["Name"]).ok_or(BringError::NothingFound)?;
    let (position, kind) = (at(&["Position"]), at(&["Type"]));
    let (question, description) = (at(&["Question"]), at(&["Description"]));
    let (times, days) = (
        at(&["FrequencyNumerator", "NumRepetitions"]),
        at(&["FrequencyDenominator", "Interval"]),
    );
    let (unit, target_kind, target) = (at(&["Unit"]), at(&["Target Type"]), at(&["Target Value"]));
    let archived = at(&["Archived?"]);
    let mut list = List::default();
    while let Some(row) = rows.next() {
        gather.row()?;
        let name = field(&row, Some(name));
        if name.is_empty() {
            gather.leave(Why::NoName, &row.concat());
            continue;
        }
        let place = gather.new_thing(name)?;
        let counts = field(&row, kind).eq_ignore_ascii_case("NUMERICAL");
        let often = often(field(&row, times), field(&row, days));
        for text in [field(&row, question), field(&row, description)] {
            if !text.is_empty() {
                gather.leave(Why::About, text);
            }
        }
        if often.is_some_and(|often| !often.is_same) {
            gather.leave(Why::Rhythm, name);
        }
        let most = field(&row, target_kind).eq_ignore_ascii_case("AT_MOST");
        let target = thousandths(field(&row, target)).filter(|target| counts && *target > 0);
        if most && target.is_some() {
            gather.leave(Why::AtMost, name);
        }
        if let Some(thing) = gather.thing(place) {
            thing.often = often;
            thing.target = target.filter(|_| !most);
            field(&row, unit).clone_into(&mut thing.unit);
            thing.archived = field(&row, archived).eq_ignore_ascii_case("true");
            thing.has_amounts = counts;
        }
        list.0.push(Listed {
            place,
            position: whole(field(&row, position))
                .and_then(|position| usize::try_from(position).ok())
                .unwrap_or(list.0.len() + 1),
            folded: folded(name),
            counts,
            taken: false,
        });
    }
    Ok(list)
}

/// What a folder's name keeps of a name.
fn folded(name: &str) -> String {
    let kept = name
        .bytes()
        .filter(|byte| byte.is_ascii_alphanumeric() || b" ._-".contains(byte));
    let kept: String = kept.map(char::from).take(100).collect();
    kept.trim().to_owned()
}

impl List {
    /// The thing whose days are in this folder, and whether they are amounts: by number and name, else by either. One
    /// that is not listed is made.
    pub(super) fn thing_of(
        &mut self,
        gather: &mut Gather,
        folder: &Folder,
    ) -> Result<(usize, Option<bool>), BringError> {
        let same = |listed: &Listed| Some(listed.position) == folder.number;
        let alike = |listed: &Listed| listed.folded == folder.name;
        let free = |wanted: &dyn Fn(&Listed) -> bool| {
            self.0
                .iter()
                .position(|listed| !listed.taken && wanted(listed))
        };
        let found = free(&|listed| same(listed) && alike(listed))
            .or_else(|| free(&alike))
            .or_else(|| free(&same));
        if let Some(listed) = found.and_then(|found| self.0.get_mut(found)) {
            listed.taken = true;
            return Ok((listed.place, Some(listed.counts)));
        }
        Ok((gather.new_thing(&folder.name)?, None))
    }
}

/// How often, from so many times in so many days.
fn often(times: &str, days: &str) -> Option<Often> {
    let (times, days) = (whole(times)?, whole(days)?);
    if times == 0 || days == 0 {
        return None;
    }
    let exactly = |rhythm| Often {
        rhythm,
        is_same: true,
    };
    Some(match (times, days) {
        (1, 1) => exactly(Rhythm::Daily),
        (1..=6, 7) => exactly(Rhythm::Weekly(u8::try_from(times).unwrap_or(1))),
        _ if times == days => exactly(Rhythm::Daily),
        _ if times > days => Often {
            rhythm: Rhythm::Daily,
            is_same: false,
        },
        _ => {
            // Rounded up: "twice in three days" is nearer to 5 times a week than to 4.
            let weekly = ((times * 7 + days - 1) / days).clamp(1, 7);
            Often {
                rhythm: Rhythm::Weekly(u8::try_from(weekly).unwrap_or(1)),
                is_same: false,
            }
        }
    })
}

/// Takes in one row of a `Checkmarks.csv`.
pub(super) fn take(
    gather: &mut Gather,
    row: &[String],
    thing: usize,
    counts: Option<bool>,
) -> Result<(), BringError> {
    gather.row()?;
    let date = field(row, Some(0));
    let said = field(row, Some(1));
    if date.eq_ignore_ascii_case("Date") {
        return Ok(());
    }
    let Some(day) = gather.day(date, DateOrder::YearFirst) else {
        return Ok(());
    };
    let value = match said {
        "YES_MANUAL" => Value::Done,
        "SKIP" | "3" => Value::Rest,
        "NO" | "0" => Value::NotDone,
        "UNKNOWN" | "-1" => Value::Unknown,
        "YES_AUTO" | "1" if counts != Some(true) => {
            gather.leave(Why::ByItself, "");
            Value::Unknown
        }
        "2" if counts != Some(true) => Value::Done,
        _ => match whole(said) {
            Some(amount) if counts != Some(false) => Value::Amount(amount),
            _ => {
                gather.leave(Why::Value, said);
                Value::Unknown
            }
        },
    };
    gather.put(day, thing, value, field(row, Some(2)));
    Ok(())
}
