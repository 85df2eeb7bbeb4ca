//! What stands in the stores beside the records, and how a stored text and a new one become one.

use crate::domain::fields::object_of;
use crate::domain::merge::merge_texts;
use crate::domain::record;
use crate::platform::storage::Put;

/// The key of what is true of the store as a whole.
pub(crate) const META: &str = "meta";
/// Keys of texts that could not be read and are kept as they were.
pub(crate) const ASIDE: &str = "aside/";
/// Keys of such texts that need no warning: the other copy had the record, or the person has been told.
pub(crate) const MENDED: &str = "mended/";
/// Keys of forms that were begun, by their address.
pub(crate) const DRAFT: &str = "draft/";
/// The key of room that is given back when a store is full.
pub(crate) const BALLAST: &str = "ballast";
/// The key, in a working copy that stands alone, of records that belong together.
pub(crate) const PENDING: &str = "pending";
/// The key, in both copies, of what a diary is locked with; and of the same once more.
pub(crate) const LOCK: &str = "lock";
pub(crate) const LOCK_AGAIN: &str = "lock2";
/// How much room the ballast takes, in bytes.
const BALLAST_BYTES: usize = 32 * 1024;
/// Between the parts of a text that is not a record. No record has it: JSON writes it as an escape.
const BETWEEN: char = '\u{1e}';

/// The newest store that this program can read: a plain one needs version 1 of the program, a locked one version 2.
pub(crate) const READER: u64 = 2;

/// The oldest version of the app that may write to the store.
pub(crate) fn meta() -> Put {
    meta_for(record::VERSION)
}

/// The same for a store that needs another version.
pub(crate) fn meta_for(version: u64) -> Put {
    let text = [META_START, &version.to_string(), "}"].concat();
    Put::new(META, text)
}

/// The same with a revision. It is raised by one where the store has one, and begins with this one where it has none:
/// see [`merge`]. Versions of before the revision leave it out when they write, so that it begins anew after them, with
/// a number that nobody has seen.
pub(crate) fn meta_with(version: u64, revision: u64) -> Put {
    let (version, revision) = (version.to_string(), revision.to_string());
    let text = [META_START, &version, REVISION_START, &revision, "}"].concat();
    Put::new(META, text)
}

/// The number of the last write, which a text under [`META`] carries.
pub(crate) fn revision(text: &str) -> Option<u64> {
    object_of(text)?.get("rev")?.as_u64()
}

/// Whether this is the key of a lock.
pub(crate) fn is_lock(key: &str) -> bool {
    key == LOCK || key == LOCK_AGAIN
}

const META_START: &str = r#"{"min_reader":"#;
const REVISION_START: &str = r#","rev":"#;
/// The largest whole number that JavaScript holds exactly: a revision beyond it is damage.
const LAST_REVISION: u64 = (1 << 53) - 1;

/// The version that a text under [`META`] names.
pub(crate) fn min_reader(text: &str) -> Option<u64> {
    object_of(text)?.get("min_reader")?.as_u64()
}

/// How what is stored and what is to be stored become one, in both copies. Every write brings [`meta`] along, first
/// of all, so that a tab of an older version is refused as soon as a newer one has written.
pub(crate) fn merge(stored: Option<&str>, new: &str) -> Option<String> {
    let Some(stored) = stored else {
        return Some(new.to_owned());
    };
    if new.starts_with(META_START) {
        let newer = min_reader(stored).is_some_and(|version| version > READER);
        return (!newer).then(|| raised(stored, new));
    }
    if stored == new || !new.starts_with('{') {
        return Some(new.to_owned());
    }
    merge_texts(stored, new)
}

/// What is true of the store from now on, with the revision that follows the stored one.
fn raised(stored: &str, new: &str) -> String {
    // Byte by byte: looking for words within words, and cutting texts, bring 4 kB of the standard library along.
    let comma = new.bytes().position(|byte| byte == b',');
    let start = comma.and_then(|comma| new.get(..comma));
    match (start, revision(stored)) {
        (Some(start), Some(last)) if last < LAST_REVISION => {
            let next = (last + 1).to_string();
            [start, REVISION_START, &next, "}"].concat()
        }
        _ => new.to_owned(),
    }
}

/// A place, [`ASIDE`] or [`MENDED`], to keep a text that could not be read. The sum keeps two damaged forms of one record apart, and the same
/// one from being kept twice.
pub(crate) fn kept_key(place: &str, key: &str, text: &str) -> String {
    let summed = record::with_sum(text);
    [place, record::sum_of(&summed).unwrap_or_default(), "/", key].concat()
}

/// Room to give back. The text repeats so seldom that no store packs it smaller.
pub(crate) fn ballast(mut seed: u32) -> Put {
    let mut text = String::with_capacity(BALLAST_BYTES);
    while text.len() < BALLAST_BYTES {
        // Marsaglia, "Xorshift RNGs" (2003).
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        text.push(char::from(b'?' + (seed >> 8 & 63) as u8));
    }
    Put::new(BALLAST, text)
}

/// Records that belong together as one text, which is stored whole or not at all.
pub(crate) fn pending(puts: &[Put]) -> Put {
    let mut text = String::new();
    for put in puts {
        text.push_str(&put.key);
        text.push(BETWEEN);
        text.push_str(put.text.as_deref().unwrap_or_default());
        text.push(BETWEEN);
    }
    Put::new(PENDING, text)
}

/// The records of a text that [`pending`] made.
pub(crate) fn read_pending(text: &str) -> Vec<Put> {
    let mut puts = Vec::new();
    let mut parts = text.split(BETWEEN);
    while let (Some(key), Some(text)) = (parts.next(), parts.next()) {
        puts.push(Put::new(key, text));
    }
    puts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_version_is_refused_by_what_a_newer_one_left() {
        let mine = meta().text.unwrap();
        let case = |stored: &str, expected: bool| {
            assert_eq!(merge(Some(stored), &mine).is_some(), expected, "{stored}");
        };
        case(&mine, true);
        case(r#"{"min_reader":0}"#, true);
        case(r#"{"min_reader":999}"#, false);
        // A locked store, of which this one can read all.
        case(r#"{"min_reader":2}"#, true);
        case(r#"{"min_reader":3,"more":[1]}"#, false);
        // Damage is not a newer version.
        for damaged in [
            "",
            "null",
            r#"{"min_reader":"999"}"#,
            r#"{"min_reader":-1}"#,
        ] {
            assert_eq!(
                merge(Some(damaged), &mine).as_ref(),
                Some(&mine),
                "{damaged}"
            );
        }
    }

    #[test]
    fn every_write_raises_the_revision() {
        let case = |stored: Option<&str>, new: u64, expected: u64| {
            let new = meta_with(1, new).text.unwrap();
            let merged = merge(stored, &new).unwrap();
            assert_eq!(revision(&merged), Some(expected), "{stored:?}");
            assert_eq!(min_reader(&merged), Some(1));
        };
        case(None, 70, 70);
        case(Some(r#"{"min_reader":1,"rev":5}"#), 70, 6);
        case(Some(r#"{"min_reader":2,"rev":5}"#), 70, 6);
        // The same text again is a write all the same.
        case(Some(r#"{"min_reader":1,"rev":70}"#), 70, 71);
        // An older version has written, or damage.
        case(Some(r#"{"min_reader":1}"#), 70, 70);
        case(Some(r#"{"min_reader":1,"rev":"5"}"#), 70, 70);
        case(Some(r#"{"min_reader":1,"rev":9007199254740991}"#), 70, 70);
        // The quick copy has none.
        let merged = merge(Some(r#"{"min_reader":1,"rev":5}"#), &meta().text.unwrap());
        assert_eq!(merged, meta().text);
    }

    #[test]
    fn records_that_belong_together_come_back_as_they_were() {
        let puts = vec![
            Put::new("day/2026-11-21", r#"{"a":"\u001e"}"#),
            Put::new("goal/x", "{}"),
        ];
        assert_eq!(read_pending(pending(&puts).text.unwrap().as_str()), puts);
        assert_eq!(read_pending(""), []);
    }

    #[test]
    fn ballast_has_its_size_and_does_not_repeat() {
        let text = ballast(7).text.unwrap();
        assert_eq!(text.len(), BALLAST_BYTES);
        let start = &text[..32];
        assert_eq!(text.matches(start).count(), 1);
        assert!(!text.contains('\u{1e}') && !text.starts_with('{'));
    }
}
