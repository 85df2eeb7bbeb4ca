//! Reading a file in small steps.

use super::csv::{Rows, column, text_of};
use super::gather::Gather;
use super::loop_zip::{self, Folder, List};
use super::sheet::{Columns, Sheet};
use super::values::order_of;
use super::zip::{self, Packed, Unpacking};
use super::{BringError, Found, MOST_BYTES, Origin, daylio, marks};
use crate::domain::day::Day;
use std::rc::Rc;

/// How many rows are read in a step.
const ROWS: usize = 250;

/// A file that was opened.
#[derive(Debug)]
pub enum Opened {
    /// It is known how to read it.
    Known(Box<Work>),
    /// A table: the person says what its columns are.
    Table(Sheet),
}

/// A file that is being read.
#[derive(Debug)]
pub struct Work {
    gather: Gather,
    stage: Stage,
    of: usize,
}

#[derive(Debug)]
enum Stage {
    Archive(Box<Archive>),
    Marks(Box<Rows>, Columns),
    HabitBull(Box<Rows>, Columns, [Option<usize>; 2]),
    Daylio(Box<Rows>, daylio::Columns),
}

#[derive(Debug)]
struct Archive {
    bytes: Vec<u8>,
    list: List,
    /// The folders that are still to be read, the last one first.
    folders: Vec<Folder>,
    /// How much of the files before this one has been read.
    read: usize,
    now: Now,
}

/// What of an archive is being read.
#[derive(Debug)]
enum Now {
    Between,
    Unpacking(Unpacking, Option<(usize, Option<bool>)>),
    Reading(Box<Rows>, (usize, Option<bool>)),
}

/// Opens a file. Nothing of it has been read then but what says what it is.
///
/// # Errors
/// When it is not a file that can be read here.
pub fn open(bytes: Vec<u8>, today: Day) -> Result<Opened, BringError> {
    if bytes.len() > MOST_BYTES {
        return Err(BringError::TooMuch);
    }
    if zip::is_zip(&bytes) {
        let files = zip::list(&bytes).map_err(BringError::Zip)?;
        let (table, folders) = loop_zip::parts(files).ok_or(BringError::NothingFound)?;
        return Ok(Opened::Known(Box::new(Work::archive(
            bytes, table, folders, today,
        ))));
    }
    let text = text_of(bytes)?;
    if text.trim().is_empty() {
        return Err(BringError::Empty);
    }
    let text = Rc::new(text);
    let sheet = Sheet::new(text).ok_or(BringError::Empty)?;
    let table = |origin, stage| {
        Ok(Opened::Known(Box::new(Work {
            gather: Gather::new(origin, today),
            stage,
            of: sheet.text.len(),
        })))
    };
    if let Some(columns) = daylio::columns(&sheet.header) {
        return table(Origin::Daylio, Stage::Daylio(sheet.rows(), columns));
    }
    if let Some((columns, more)) = habit_bull(&sheet) {
        return table(
            Origin::HabitBull,
            Stage::HabitBull(sheet.rows(), columns, more),
        );
    }
    if sheet.header.len() < 2 {
        return Err(BringError::NothingFound);
    }
    Ok(Opened::Table(sheet))
}

/// The columns of `HabitBull`'s table, with those of the description and the group.
fn habit_bull(sheet: &Sheet) -> Option<(Columns, [Option<usize>; 2])> {
    let at = |names: &[&str]| column(&sheet.header, names);
    let name = at(&["HabitName"])?;
    let date = at(&["CalendarDate", "Date"])?;
    let columns = Columns {
        date,
        name: Some(name),
        value: Some(at(&["Value"])?),
        note: at(&["CommentText", "Notes"]),
        order: order_of(sheet.texts(date)),
        title: String::new(),
    };
    Some((columns, [at(&["HabitDescription"]), at(&["HabitCategory"])]))
}

impl Sheet {
    /// The rows below the names of the columns.
    fn rows(&self) -> Box<Rows> {
        let mut rows = Rows::new(Rc::clone(&self.text), self.delimiter);
        if self.has_header {
            rows.next();
        }
        Box::new(rows)
    }

    /// Reads the table as these columns say.
    #[must_use]
    pub fn read(&self, columns: Columns, today: Day) -> Work {
        Work {
            gather: Gather::new(Origin::Table, today),
            stage: Stage::Marks(self.rows(), columns),
            of: self.text.len(),
        }
    }
}

impl Work {
    fn archive(
        bytes: Vec<u8>,
        table: Option<Packed>,
        mut folders: Vec<Folder>,
        today: Day,
    ) -> Self {
        let sizes = folders.iter().map(|folder| &folder.file).chain(&table);
        let of = sizes.map(|file| file.size).sum();
        folders.reverse();
        let now = match table {
            Some(table) => Now::Unpacking(Unpacking::new(table), None),
            None => Now::Between,
        };
        Self {
            gather: Gather::new(Origin::Loop, today),
            stage: Stage::Archive(Box::new(Archive {
                bytes,
                list: List::default(),
                folders,
                read: 0,
                now,
            })),
            of,
        }
    }

    /// How many bytes have been read, of how many.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let at = match &self.stage {
            Stage::Marks(rows, _) | Stage::HabitBull(rows, ..) | Stage::Daylio(rows, _) => {
                rows.at()
            }
            Stage::Archive(archive) => {
                archive.read
                    + match &archive.now {
                        Now::Between => 0,
                        // Unpacking is the smaller part of it.
                        Now::Unpacking(unpacking, _) => unpacking.done() / 4,
                        Now::Reading(rows, _) => rows.at(),
                    }
            }
        };
        (at.min(self.of), self.of)
    }

    /// Reads on for a moment. Everything that was found, at the end.
    ///
    /// # Errors
    /// When the file turns out not to be readable.
    pub fn step(mut self: Box<Self>) -> Result<Result<Found, Box<Self>>, BringError> {
        let gather = &mut self.gather;
        let more = match &mut self.stage {
            Stage::Archive(archive) => archive.step(gather)?,
            Stage::Marks(rows, columns) => {
                some_rows(rows, |row| marks::take(gather, row, columns))?
            }
            Stage::HabitBull(rows, columns, more) => some_rows(rows, |row| {
                marks::take_habit_bull(gather, row, columns, *more)
            })?,
            Stage::Daylio(rows, columns) => {
                some_rows(rows, |row| daylio::take(gather, row, *columns))?
            }
        };
        if more {
            return Ok(Err(self));
        }
        self.gather.finish().map(Ok)
    }
}

/// Takes in the next rows. Whether there may be more.
fn some_rows(
    rows: &mut Rows,
    mut take: impl FnMut(&[String]) -> Result<(), BringError>,
) -> Result<bool, BringError> {
    for _ in 0..ROWS {
        match rows.next() {
            Some(row) => take(&row)?,
            None => return Ok(false),
        }
    }
    Ok(true)
}

impl Archive {
    /// Reads on for a moment. Whether there is more.
    fn step(&mut self, gather: &mut Gather) -> Result<bool, BringError> {
        match &mut self.now {
            Now::Between => {
                let Some(folder) = self.folders.pop() else {
                    return Ok(false);
                };
                let thing = self.list.thing_of(gather, &folder)?;
                self.now = Now::Unpacking(Unpacking::new(folder.file), Some(thing));
            }
            Now::Unpacking(unpacking, thing) => {
                if let Some(bytes) = unpacking.step(&self.bytes).map_err(BringError::Zip)? {
                    let text = text_of(bytes)?;
                    if let Some(thing) = *thing {
                        self.now = Now::Reading(Box::new(Rows::new(Rc::new(text), b',')), thing);
                    } else {
                        self.read += text.len();
                        self.list = loop_zip::list(gather, text)?;
                        self.now = Now::Between;
                    }
                }
            }
            Now::Reading(rows, (thing, counts)) => {
                let more = some_rows(rows, |row| loop_zip::take(gather, row, *thing, *counts))?;
                if !more {
                    self.read += rows.at();
                    self.now = Now::Between;
                }
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
#[path = "work_tests.rs"]
mod tests;
