//! One thing as it stands in a record: its body with what is unknown, or that it was deleted.

use super::Extra;
use crate::domain::change::Body;
use crate::domain::checkup::CheckUp;
use crate::domain::entry::{Entry, Note};
use crate::domain::fields::{Fields, Stored, put, text_of};
use crate::domain::goal::Goal;
use crate::domain::journal::Row;
use crate::domain::line::Line;
use crate::domain::milestone::Milestone;
use crate::domain::mood::Mood;
use crate::domain::own_idea::OwnIdea;
use crate::domain::review::Review;
use crate::domain::service::Service;
use crate::domain::settings::Settings;
use crate::domain::stamp::Stamp;
use crate::domain::start_date::StartDate;
use serde_json::Value;

/// Reads a thing of this kind. What is left over is kept with it.
pub(super) fn read_row(kind: &str, mut envelope: Fields) -> Option<Row> {
    let stamp = Stamp::read(&envelope.remove("h")?)?;
    let deleted = envelope.remove("del") == Some(Value::Bool(true));
    let mut rest = Fields::new();
    let body = match envelope.remove("d") {
        _ if deleted => None,
        Some(Value::Object(fields)) => {
            rest = fields;
            Some(take_body(kind, &mut rest)?)
        }
        _ => return None,
    };
    let extra = Extra {
        envelope,
        body: rest,
    };
    Some(Row {
        stamp,
        body,
        extra: extra.boxed(),
    })
}

fn take_body(kind: &str, from: &mut Fields) -> Option<Body> {
    Some(match kind {
        "settings" => Body::Settings(Box::new(Settings::take(from))),
        "goal" => Body::Goal(Box::new(Goal::take(from)?)),
        "milestone" => Body::Milestone(Milestone::take(from)?),
        "idea" => Body::Idea(OwnIdea::take(from)?),
        "note" => Body::Note(Note::take(from)?),
        "entry" => Body::Entry(Entry::take(from)?),
        "checkup" => Body::CheckUp(CheckUp::take(from)?),
        "line" => Body::Line(Line::take(from)?),
        "since" => Body::Start(StartDate::take(from)?),
        "mood" => Body::Mood(Mood::take(from)?),
        "review" => Body::Review(Review::take(from)?),
        "service" => Body::Service(Box::new(Service::take(from)?)),
        _ => return None,
    })
}

/// The fields of a thing, beside which a record of one thing has those that name it.
pub(super) fn write_row(row: &Row) -> Fields {
    let Extra {
        envelope: mut fields,
        body: kept,
    } = row.extra.as_deref().cloned().unwrap_or_default();
    fields.insert("h".into(), row.stamp.form());
    let Some(body) = &row.body else {
        fields.insert("del".into(), Value::Bool(true));
        return fields;
    };
    let mut all = known(body);
    for (name, value) in kept {
        // A known name among them has a value that this version cannot read.
        all.insert(name, value);
    }
    fields.insert("d".into(), Value::Object(all));
    fields
}

/// The fields of a body that this version knows.
fn known(body: &Body) -> Fields {
    let mut known = Fields::new();
    match body {
        Body::Settings(settings) => settings.put(&mut known),
        Body::Goal(goal) => goal.put(&mut known),
        Body::Milestone(milestone) => milestone.put(&mut known),
        Body::Idea(idea) => idea.put(&mut known),
        Body::Note(note) => note.put(&mut known),
        Body::Entry(entry) => entry.put(&mut known),
        Body::CheckUp(checkup) => checkup.put(&mut known),
        Body::Line(line) => line.put(&mut known),
        Body::Start(start) => start.put(&mut known),
        Body::Mood(mood) => mood.put(&mut known),
        Body::Review(review) => review.put(&mut known),
        Body::Service(service) => service.put(&mut known),
    }
    known
}

/// What is kept beside a body that takes the place of another: all, but what could not be read of a field that was
/// given another value.
pub(in crate::domain) fn extra_beside(old: &Row, after: Option<&Body>) -> Option<Box<Extra>> {
    let mut extra = (**old.extra.as_ref()?).clone();
    if let (Some(before), Some(after), false) = (&old.body, after, extra.body.is_empty()) {
        let (before, after) = (known(before), known(after));
        for (name, value) in std::mem::take(&mut extra.body) {
            if before.get(&name) == after.get(&name) {
                extra.body.insert(name, value);
            }
        }
    }
    extra.boxed()
}

/// The field beside the stamp that says what stamp the thing had when it was taken in from a copy whose clock was ahead.
pub(in crate::domain) const WAS: &str = "was";

/// The latest stamp, of a clock that was ahead, with which this was taken in; the earliest there is where it was not.
pub(in crate::domain) fn was(row: &Row) -> Stamp {
    let was = row.extra.as_ref().and_then(|extra| extra.envelope.get(WAS));
    was.and_then(Stamp::read).unwrap_or_default()
}

/// Notes that a form with this stamp was taken in.
pub(in crate::domain) fn note_was(row: &mut Row, stamp: Stamp) {
    if stamp > was(row) {
        let extra = row.extra.get_or_insert_default();
        put(&mut extra.envelope, WAS, &stamp);
    }
}

/// A text to tell two rows apart by: what was taken in before is no part of what they are.
pub(in crate::domain) fn row_text(row: &Row) -> String {
    let mut fields = write_row(row);
    fields.remove(WAS);
    text_of(Value::Object(fields))
}
