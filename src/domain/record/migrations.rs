//! From each stored version to the next.
//!
//! A record is brought up when it is read and written back in its new form only when it changes, so a store may hold
//! several versions at once. To change a stored shape: raise [`VERSION`], add the step (the length of [`STEPS`] asks
//! for it), and add `tests/fixtures/migrations/<from>.txt`, pairs of lines before and after. A step that was released
//! is never changed and never removed: the records it reads stay on people's devices for ever.

use super::VERSION;
use crate::domain::fields::Fields;

/// What one step does to the fields of a record: its envelope, with the body in `d`. `None`: it is no record of that
/// version. Fields that the step does not know stay as they are.
pub(super) type Step = fn(Fields) -> Option<Fields>;

/// The step at place `n` leads from version `n + 1` to `n + 2`. There has been one version.
const STEPS: [Step; COUNT] = [];

#[allow(
    clippy::cast_possible_truncation,
    reason = "a version is a small number"
)]
const COUNT: usize = VERSION as usize - 1;

/// The fields of a record of this version (1 at least) as the newest version has them.
pub(super) fn bring_up(from: u64, fields: Fields) -> Option<Fields> {
    walk(&STEPS, from, fields)
}

fn walk(steps: &[Step], from: u64, mut fields: Fields) -> Option<Fields> {
    let done = usize::try_from(from).ok()?.checked_sub(1)?;
    for step in steps.get(done..)? {
        fields = step(fields)?;
    }
    Some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::{object_of, text_of};
    use crate::domain::journal::Journal;
    use crate::domain::record::{read_text, write};
    use serde_json::Value;

    /// Two steps such as a later version may need: a field gets another name, then another form.
    const SAMPLES: [Step; 2] = [
        |mut fields| {
            let Value::Object(body) = fields.get_mut("d")? else {
                return None;
            };
            let words = body.remove("text")?;
            body.insert("words".into(), words);
            Some(fields)
        },
        |mut fields| {
            let body = fields.get_mut("d")?.as_object_mut()?;
            let words = body.get("words")?.as_str()?.to_uppercase();
            body.insert("words".into(), words.into());
            Some(fields)
        },
    ];

    #[test]
    fn a_record_walks_from_its_own_version_on() {
        let case = |from, before: &str, after: Option<&str>| {
            let walked = walk(&SAMPLES, from, object_of(before).unwrap());
            let text = walked.map(|fields| text_of(Value::Object(fields)));
            assert_eq!(text.as_deref(), after, "{from} {before}");
        };
        let newest = r#"{"d":{"new":[1],"words":"TEA"},"later":true}"#;
        case(
            1,
            r#"{"d":{"new":[1],"text":"Tea"},"later":true}"#,
            Some(newest),
        );
        case(
            2,
            r#"{"d":{"new":[1],"words":"Tea"},"later":true}"#,
            Some(newest),
        );
        case(3, newest, Some(newest));
        case(1, r#"{"d":{}}"#, None);
        case(1, r#"{"d":[]}"#, None);
        case(0, newest, None);
        case(4, newest, None);
    }

    /// Every version that was ever released has a fixture of records as they were and as they are now.
    #[test]
    fn every_step_has_its_fixture_and_every_fixture_holds() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/migrations");
        for place in 0..STEPS.len() {
            let file = [folder, "/", &(place + 1).to_string(), ".txt"].concat();
            let pairs = std::fs::read_to_string(&file).unwrap_or_default();
            let lines: Vec<&str> = pairs
                .lines()
                .filter(|line| !line.starts_with('#'))
                .collect();
            assert!(!lines.is_empty() && lines.len().is_multiple_of(2), "{file}");
            for pair in lines.chunks(2) {
                let (key, loaded) = read_text(pair[0]).unwrap();
                let mut journal = Journal::default();
                journal.absorb(loaded);
                assert_eq!(write(&journal, &key).as_deref(), Some(pair[1]), "{file}");
            }
        }
    }
}
