//! Any table: what its columns seem to be, which the person may put right, and its first rows.

use super::csv::{Rows, column, delimiter, field};
use super::values::{DateOrder, day, order_of};
use crate::domain::day::Day;
use std::rc::Rc;

/// How many rows are looked at to guess what the columns are.
const LOOKED_AT: usize = 200;

/// What the columns of a table are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The day.
    pub date: usize,
    /// What was done.
    pub name: Option<usize>,
    /// Whether, or how much.
    pub value: Option<usize>,
    /// What was written beside it.
    pub note: Option<usize>,
    /// The order of the parts of a date.
    pub order: DateOrder,
    /// What to call it all when no column says what was done.
    pub title: String,
}

/// A table whose columns are not known for sure.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(super) text: Rc<String>,
    pub(super) delimiter: u8,
    /// The names of the columns; empty ones where the first row has no names.
    pub header: Vec<String>,
    /// Whether the first row has the names.
    pub has_header: bool,
    /// What the columns seem to be; `None` when none of them has dates.
    pub guess: Option<Columns>,
    /// The first rows.
    first: Vec<Vec<String>>,
}

impl Sheet {
    /// Looks at a table. `None`: there is nothing in it.
    pub(super) fn new(text: Rc<String>) -> Option<Self> {
        let delimiter = delimiter(&text);
        let mut rows = Rows::new(Rc::clone(&text), delimiter);
        let mut first = Vec::new();
        while first.len() < LOOKED_AT
            && let Some(row) = rows.next()
        {
            first.push(row);
        }
        let top = first.first()?;
        let is_date = |field: &String| {
            DateOrder::ALL
                .iter()
                .any(|order| day(field, *order).is_some())
        };
        let has_header = !top.iter().any(is_date);
        let width = first.iter().map(Vec::len).max().unwrap_or_default();
        let mut header = if has_header {
            first.remove(0)
        } else {
            Vec::new()
        };
        header.resize(width, String::new());
        let mut sheet = Self {
            text,
            delimiter,
            guess: None,
            header,
            has_header,
            first,
        };
        sheet.guess = sheet.guessed();
        Some(sheet)
    }

    fn guessed(&self) -> Option<Columns> {
        let header = &self.header;
        let named = |names: &[&str]| column(header, names);
        let dates = |place: usize| {
            let is_date = |text: &&str| {
                DateOrder::ALL
                    .iter()
                    .any(|order| day(text, *order).is_some())
            };
            self.texts(place).filter(is_date).count()
        };
        let by_name = named(&["date", "day", "full_date", "calendardate", "when", "datum"]);
        let by_look = || (0..header.len()).find(|place| dates(*place) * 2 > self.first.len());
        let date = by_name.filter(|place| dates(*place) > 0).or_else(by_look)?;
        let other = |place: &usize| *place != date;
        let note = named(&[
            "note",
            "notes",
            "comment",
            "comments",
            "commenttext",
            "text",
            "remarks",
        ]);
        let value = named(&[
            "value", "amount", "count", "quantity", "done", "status", "duration", "minutes",
            "number",
        ]);
        let name = named(&[
            "name",
            "habit",
            "habitname",
            "activity",
            "activities",
            "what",
            "task",
            "title",
            "goal",
            "thing",
            "event",
        ]);
        let free = |place: &usize| other(place) && Some(*place) != note && Some(*place) != value;
        let name = name.filter(free).or_else(|| (0..header.len()).find(free));
        let value = value.filter(other).filter(|place| Some(*place) != name);
        let note = note.filter(other).filter(|place| Some(*place) != name);
        Some(Columns {
            date,
            name,
            value,
            note,
            order: order_of(self.texts(date)),
            title: String::new(),
        })
    }

    /// The order in which the dates of a column seem to be.
    #[must_use]
    pub fn order_of(&self, date: usize) -> DateOrder {
        order_of(self.texts(date))
    }

    pub(super) fn texts(&self, place: usize) -> impl Iterator<Item = &str> {
        self.first
            .iter()
            .filter_map(move |row| row.get(place).map(String::as_str))
    }

    /// The first rows as these columns read them: the day, when it can be read, and the texts of the other columns.
    #[must_use]
    pub fn sample(&self, columns: &Columns, count: usize) -> Vec<(Option<Day>, [String; 3])> {
        let mut sample = Vec::new();
        for row in self.first.iter().take(count) {
            let day = day(field(row, Some(columns.date)), columns.order);
            let texts = [columns.name, columns.value, columns.note];
            sample.push((day, texts.map(|place| field(row, place).to_owned())));
        }
        sample
    }
}
