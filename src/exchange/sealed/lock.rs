//! The lock itself: the key to all that is sealed, wrapped once for each way to open it. It is stored twice in both
//! copies, and stands in an encrypted copy.

use super::{MOST_ROUNDS, ROOT_BYTES, ROUNDS};
use crate::domain::fields::{Fields, object_of, text_of};
use crate::domain::record;
use crate::exchange::base64;
use serde_json::Value;

/// The form of a lock that this version writes, and the newest it can read.
const VERSION: u64 = 1;
/// The one way of hashing that this version knows.
const HASH: &str = "PBKDF2-HMAC-SHA-256";
/// The bounds of a salt, in bytes.
const SALT: std::ops::RangeInclusive<usize> = 16..=64;
/// The bytes of a wrapped root: its nonce, itself, and the tag that authenticates it.
const WRAPPED_BYTES: usize = 12 + ROOT_BYTES + 16;

/// What opens a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// What the person chose.
    Passcode,
    /// The recovery code, for when that was forgotten.
    Code,
}

impl By {
    /// Its stored name.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["passcode", "code"][self as usize]
    }

    /// What is authenticated with the wrapped root.
    #[must_use]
    pub fn bound_to(self) -> String {
        ["waymark/lock/1/", self.name()].concat()
    }
}

/// One way to open a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is typed.
    pub by: By,
    /// How often it is hashed, [`ROUNDS`] to [`MOST_ROUNDS`].
    pub rounds: u32,
    /// What it is hashed with.
    pub salt: Vec<u8>,
    /// The root, sealed with the hash; the nonce first.
    pub wrapped: Vec<u8>,
}

/// A lock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lock {
    /// The generation of what it seals.
    pub generation: u64,
    /// The ways that this version knows.
    pub ways: Vec<Way>,
    /// What `public/start.js` has to know before anything is open, by the names that the settings have for it.
    pub look: Fields,
    /// Ways that this version does not know.
    foreign: Vec<Value>,
    extra: Fields,
}

/// Why a text is no lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockError {
    /// Damaged, or with numbers that no lock of ours has.
    Damaged,
    /// Made by a newer version.
    TooNew,
}

impl Lock {
    /// Reads a stored lock, and checks its sum.
    ///
    /// # Errors
    /// When it is damaged, out of bounds, or from a newer version.
    pub fn read(text: &str) -> Result<Self, LockError> {
        record::summed(text).ok_or(LockError::Damaged)?;
        Self::from_fields(object_of(text).ok_or(LockError::Damaged)?)
    }

    /// Reads a lock that stands in a file.
    ///
    /// # Errors
    /// As [`Lock::read`], but for its sum.
    pub fn from_fields(mut fields: Fields) -> Result<Self, LockError> {
        fields.remove("sum");
        match fields.remove("v").as_ref().and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(LockError::TooNew),
            _ => return Err(LockError::Damaged),
        }
        let mut lock = Self::default();
        let generation = fields.remove("generation").as_ref().and_then(Value::as_u64);
        lock.generation = generation.ok_or(LockError::Damaged)?;
        if let Some(Value::Object(look)) = fields.remove("d") {
            lock.look = look;
        }
        let Some(Value::Array(ways)) = fields.remove("ways") else {
            return Err(LockError::Damaged);
        };
        for way in ways {
            match Way::read(&way)? {
                Some(known) => lock.ways.push(known),
                None => lock.foreign.push(way),
            }
        }
        lock.extra = fields;
        if lock.ways.is_empty() {
            // There may be ways in that a newer version knows.
            let newer = !lock.foreign.is_empty();
            return Err(if newer {
                LockError::TooNew
            } else {
                LockError::Damaged
            });
        }
        Ok(lock)
    }

    /// The lock as it stands in a file.
    #[must_use]
    pub fn fields(&self) -> Fields {
        let mut fields = self.extra.clone();
        let mut ways = Vec::new();
        for way in &self.ways {
            ways.push(way.form());
        }
        ways.extend(self.foreign.iter().cloned());
        fields.insert("d".into(), Value::Object(self.look.clone()));
        fields.insert("generation".into(), self.generation.into());
        fields.insert("v".into(), VERSION.into());
        fields.insert("ways".into(), Value::Array(ways));
        fields
    }

    /// The text that is stored.
    #[must_use]
    pub fn write(&self) -> String {
        record::with_sum(&text_of(Value::Object(self.fields())))
    }

    /// The way to open it by this.
    #[must_use]
    pub fn way(&self, by: By) -> Option<&Way> {
        self.ways.iter().find(|way| way.by == by)
    }
}

impl Way {
    /// `None`: one that this version does not know.
    fn read(value: &Value) -> Result<Option<Self>, LockError> {
        let text = |name| value.get(name).and_then(Value::as_str);
        let by = match text("by").ok_or(LockError::Damaged)? {
            "passcode" => By::Passcode,
            "code" => By::Code,
            _ => return Ok(None),
        };
        if text("hash").ok_or(LockError::Damaged)? != HASH {
            return Ok(None);
        }
        let bytes = |name| base64::decode(text(name)?.as_bytes());
        let rounds = value.get("rounds").and_then(Value::as_u64);
        let way = Self {
            by,
            rounds: rounds
                .and_then(|rounds| rounds.try_into().ok())
                .unwrap_or_default(),
            salt: bytes("salt").unwrap_or_default(),
            wrapped: bytes("wrapped").unwrap_or_default(),
        };
        if way.is_sound() {
            Ok(Some(way))
        } else {
            Err(LockError::Damaged)
        }
    }

    /// Within the bounds: neither so few rounds that it is none, nor so many that nobody waits for the end.
    fn is_sound(&self) -> bool {
        (ROUNDS..=MOST_ROUNDS).contains(&self.rounds)
            && SALT.contains(&self.salt.len())
            && self.wrapped.len() == WRAPPED_BYTES
    }

    fn form(&self) -> Value {
        let mut fields = Fields::new();
        fields.insert("by".into(), self.by.name().into());
        fields.insert("hash".into(), HASH.into());
        fields.insert("rounds".into(), self.rounds.into());
        fields.insert("salt".into(), base64::encode(&self.salt).into());
        fields.insert("wrapped".into(), base64::encode(&self.wrapped).into());
        Value::Object(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lock() -> Lock {
        let way = |by| Way {
            by,
            rounds: ROUNDS,
            salt: vec![7; 16],
            wrapped: vec![9; WRAPPED_BYTES],
        };
        Lock {
            generation: 3,
            ways: vec![way(By::Passcode), way(By::Code)],
            ..Lock::default()
        }
    }

    #[test]
    fn a_lock_comes_back_with_what_a_newer_version_put_in() {
        assert_eq!(Lock::read(&lock().write()), Ok(lock()));
        let mut fields = lock().fields();
        fields.insert("more".into(), 5.into());
        if let Some(Value::Array(ways)) = fields.get_mut("ways") {
            ways.push(serde_json::json!({"by": "face", "x": 1}));
        }
        let text = record::with_sum(&text_of(Value::Object(fields)));
        let read = Lock::read(&text).unwrap();
        assert_eq!(read.write(), text);
        assert_eq!(read.ways, lock().ways);
    }

    #[test]
    fn numbers_out_of_bounds_are_refused() {
        let case = |name: &str, value: Value, sound: bool| {
            let mut fields = lock().fields();
            fields["ways"][0][name] = value.clone();
            let text = record::with_sum(&text_of(Value::Object(fields)));
            assert_eq!(Lock::read(&text).is_ok(), sound, "{name} {value}");
        };
        for rounds in [0_u64, 1, 599_999, 5_000_001, 1 << 31, 1 << 32, 1 << 40] {
            case("rounds", rounds.into(), false);
        }
        case("rounds", (-1).into(), false);
        case("rounds", "600000".into(), false);
        case("rounds", 600_000.into(), true);
        case("rounds", 5_000_000.into(), true);
        case("salt", "".into(), false);
        case("salt", base64::encode(&[1; 15]).into(), false);
        case("salt", base64::encode(&[1; 65]).into(), false);
        case("salt", base64::encode(&[1; 64]).into(), true);
        case("wrapped", base64::encode(&[1; 59]).into(), false);
        case("wrapped", base64::encode(&[1; 61]).into(), false);
    }

    #[test]
    fn damage_and_newer_versions_are_told_apart() {
        let text = lock().write();
        for place in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= 1;
            let flipped = String::from_utf8_lossy(&bytes).into_owned();
            assert_eq!(Lock::read(&flipped), Err(LockError::Damaged), "{place}");
        }
        for text in ["", "{}", "null", "[]"] {
            assert_eq!(Lock::read(text), Err(LockError::Damaged), "{text}");
        }
        let mut fields = lock().fields();
        fields.insert("v".into(), 2.into());
        let newer = record::with_sum(&text_of(Value::Object(fields)));
        assert_eq!(Lock::read(&newer), Err(LockError::TooNew));
    }

    proptest! {
        #[test]
        fn any_text_is_a_lock_or_refused(text in ".{0,200}", place in 0_usize..500, letter in any::<char>()) {
            let _ = Lock::read(&text);
            let mut changed: Vec<char> = lock().write().chars().collect();
            let place = place % changed.len();
            changed[place] = letter;
            let changed: String = changed.into_iter().collect();
            let _ = Lock::from_fields(object_of(&changed).unwrap_or_default());
        }
    }
}
