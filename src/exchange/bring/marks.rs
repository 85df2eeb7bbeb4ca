//! The rows of a table that has one thing on one day in each row: `HabitBull`'s, and any other's.

use super::csv::field;
use super::gather::Gather;
use super::sheet::Columns;
use super::values::{Value, value};
use super::{BringError, Why};

/// Takes in one row.
pub(super) fn take(
    gather: &mut Gather,
    row: &[String],
    columns: &Columns,
) -> Result<(), BringError> {
    gather.row()?;
    let Some(day) = gather.day(field(row, Some(columns.date)), columns.order) else {
        return Ok(());
    };
    let note = field(row, columns.note);
    let name = match columns.name {
        Some(_) => field(row, columns.name),
        None => columns.title.as_str(),
    };
    if columns.name.is_none() && columns.value.is_none() && columns.note.is_some() {
        // Nothing but dates and words: a diary.
        gather.note(day, note);
        return Ok(());
    }
    if name.is_empty() {
        if note.is_empty() {
            gather.leave(Why::NoName, field(row, Some(columns.date)));
        }
        gather.note(day, note);
        return Ok(());
    }
    let place = gather.thing_named(name)?;
    let said = field(row, columns.value);
    let value = if columns.value.is_some() {
        value(said)
    } else {
        Value::Done
    };
    if value == Value::Unknown {
        gather.leave(Why::Value, said);
    }
    gather.put(day, place, value, note);
    Ok(())
}

/// Takes in one row of `HabitBull`'s table, which has more of each thing.
pub(super) fn take_habit_bull(
    gather: &mut Gather,
    row: &[String],
    columns: &Columns,
    more: [Option<usize>; 2],
) -> Result<(), BringError> {
    take(gather, row, columns)?;
    let name = field(row, columns.name);
    if name.is_empty() {
        return Ok(());
    }
    for (place, why) in more.into_iter().zip([Why::About, Why::Group]) {
        gather.leave_once(why, name, field(row, place));
    }
    Ok(())
}
