//! One thing as it stands in a record: its body with what is unknown, or that it was deleted.

use super::Extra;
use crate::domain::change::Body;
use crate::domain::checkup::CheckUp;
use crate::domain::entry::{Entry, Note};
use crate::domain::fields::{Fields, Stored, text_of};
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
    let extra = (!(envelope.is_empty() && rest.is_empty())).then(|| {
        Box::new(Extra {
            envelope,
            body: rest,
        })
    });
    Some(Row { stamp, body, extra })
}

fn take_body(kind: &str, from: &mut Fields) -> Option<Body> {
    Some(match kind {
        "settings" => Body::Settings(Box::new(Settings::take(from)?)),
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
        body: mut known,
    } = row.extra.as_deref().cloned().unwrap_or_default();
    fields.insert("h".into(), row.stamp.form());
    let Some(body) = &row.body else {
        fields.insert("del".into(), Value::Bool(true));
        return fields;
    };
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
    fields.insert("d".into(), Value::Object(known));
    fields
}

/// A text to tell two rows apart by.
pub(in crate::domain) fn row_text(row: &Row) -> String {
    text_of(Value::Object(write_row(row)))
}
