//! Tables (RFC 4180) to take away: the whole diary for a spreadsheet, and the goals for Loop Habit Tracker.
//! `docs/tables.md` describes both. The names of columns and kinds belong to the form of the file, as those of a copy's
//! fields do: they are the same in every language.

mod rows;

use crate::domain::journal::Journal;
use crate::domain::way::Ways;
use rows::Row;

/// So that spreadsheets take the letters for what they are.
const MARK: &str = "\u{feff}";
/// The columns of the diary.
const COLUMNS: [&str; 9] = [
    "date", "kind", "what", "ways", "amount", "unit", "rhythm", "state", "note",
];

/// Everything that may be shown, one thing a line. Recovery parts that are switched off are not in it.
#[must_use]
pub fn everything(journal: &Journal) -> String {
    let mut text = MARK.to_owned();
    line(&mut text, &COLUMNS, cell);
    for row in rows::rows(journal) {
        let Row {
            date,
            kind,
            what,
            ways,
            amount,
            unit,
            rhythm,
            state,
            note,
        } = &row;
        let ways = names(*ways);
        let cells: [&str; 9] = [date, kind, what, &ways, amount, unit, rhythm, state, note];
        line(&mut text, &cells, cell);
    }
    text
}

/// The columns by which Loop Habit Tracker knows a file as that of `HabitBull`.
const LOOP_COLUMNS: [&str; 6] = [
    "HabitName",
    "HabitDescription",
    "HabitCategory",
    "CalendarDate",
    "Value",
    "CommentText",
];

/// The ticks of the goals that may be shown, in the form that Loop Habit Tracker imports as that of `HabitBull`.
///
/// As its importer reads it (`HabitBullCSVImporter`, in its older versions and the newest): the very first bytes are the names of the
/// columns, so there is no byte order mark; dates are `YYYY-MM-DD`; a value of 1 is done, and older versions read no
/// other. An amount would turn the whole habit into one that is measured, in whole numbers, with every 1 in it
/// misread: so an amount stands in the comment. A day without a tick has no line: it was not missed.
#[must_use]
pub fn for_loop(journal: &Journal) -> String {
    let mut text = String::new();
    line(&mut text, &LOOP_COLUMNS, loop_cell);
    for row in rows::ticks(journal) {
        let ways = names(row.ways);
        let comment = if row.amount.is_empty() {
            String::new()
        } else {
            [&*row.amount, &*row.unit].join(" ")
        };
        let cells = [&*row.what, "", &ways, &row.date, "1", comment.trim_end()];
        line(&mut text, &cells, loop_cell);
    }
    text
}

/// The names of Ways, as stored.
fn names(ways: Ways) -> String {
    let names: Vec<&str> = ways.iter().map(crate::domain::way::Way::slug).collect();
    names.join(" ")
}

fn line(text: &mut String, cells: &[&str], write: fn(&mut String, &str)) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        write(text, cell);
    }
    text.push_str("\r\n");
}

/// A cell that a spreadsheet takes for text, whatever it starts with: a formula could send what is in the table to
/// someone. The apostrophe is what one would type there for that.
fn cell(text: &mut String, words: &str) {
    let is_plain = |letter: char| !matches!(letter, '"' | ',' | ';' | '\n' | '\r' | '\t');
    put_cell(
        text,
        words,
        words.chars().all(is_plain) && words.trim() == words,
    );
}

/// The same for Loop, whose reader takes a backslash within quotes for the sign that the next letter is meant as it is.
fn loop_cell(text: &mut String, words: &str) {
    if words.chars().all(|letter| letter != '\\') {
        return cell(text, words);
    }
    let parts: Vec<&str> = words.split('\\').collect();
    put_cell(text, &parts.join("\\\\"), false);
}

fn put_cell(text: &mut String, words: &str, is_plain: bool) {
    let quote = if is_plain { "" } else { "\"" };
    text.push_str(quote);
    let first = words.chars().next();
    if first.is_some_and(|first| {
        matches!(
            first,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    }) {
        text.push('\'');
    }
    for letter in words.chars() {
        if letter == '"' {
            text.push('"');
        }
        text.push(letter);
    }
    text.push_str(quote);
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
