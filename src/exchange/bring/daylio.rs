//! Daylio's table: `full_date,date,weekday,time,mood,activities,note_title,note`, and in newer versions `scales`.
//! Activities stand between bars; a day may have several rows, the newest first.

use super::csv::{column, field};
use super::gather::Gather;
use super::values::{DateOrder, Value};
use super::{BringError, Why};

/// Where the columns are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    date: usize,
    mood: Option<usize>,
    activities: Option<usize>,
    scales: Option<usize>,
    title: Option<usize>,
    note: Option<usize>,
}

/// The columns of a table whose first row this is; `None` when it is not Daylio's.
pub(super) fn columns(header: &[String]) -> Option<Columns> {
    Some(Columns {
        date: column(header, &["full_date"])?,
        mood: Some(column(header, &["mood"])?),
        activities: column(header, &["activities"]),
        scales: column(header, &["scales"]),
        title: column(header, &["note_title"]),
        note: column(header, &["note"]),
    })
}

/// Takes in one row.
pub(super) fn take(
    gather: &mut Gather,
    row: &[String],
    columns: Columns,
) -> Result<(), BringError> {
    gather.row()?;
    let date = field(row, Some(columns.date));
    let Some(day) = gather.day(date, DateOrder::YearFirst) else {
        return Ok(());
    };
    gather.mood(day, field(row, columns.mood));
    for activity in field(row, columns.activities).split('|') {
        let activity = activity.trim();
        if !activity.is_empty() {
            let place = gather.thing_named(activity)?;
            gather.put(day, place, Value::Done, "");
        }
    }
    let scales = field(row, columns.scales);
    if !scales.is_empty() {
        gather.leave(Why::Scales, scales);
    }
    for text in [field(row, columns.title), &plain(field(row, columns.note))] {
        gather.note(day, text);
    }
    Ok(())
}

/// Notes of newer versions have line breaks as marks of web pages. The standard library's search costs 2 kB more.
fn plain(note: &str) -> String {
    let mut parts = note.split('<');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let line = part.strip_prefix("br>");
        plain.push(if line.is_some() { '\n' } else { '<' });
        plain.push_str(line.unwrap_or(part));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn line_breaks_are_lines() {
        for note in [
            "",
            "<",
            "<br",
            "br>",
            "<br>",
            "a<br><br>b",
            "a < b<br/>c<<br>d",
            "<b>e</b>",
        ] {
            assert_eq!(plain(note), note.replace("<br>", "\n"), "{note}");
        }
    }
}
