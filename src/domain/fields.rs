//! How values stand in a stored object. Every stored type takes the fields it knows out of the object, so that what
//! is left are the fields of a newer version, which are kept; and it puts its own back beside them.

use serde::Serialize;
use serde_json::{Map, Value};

/// The fields of a stored object, by name.
pub type Fields = Map<String, Value>;

/// A value that stands in a field.
pub(crate) trait Stored: Sized {
    /// Reads it. `None`: it has the wrong form.
    fn read(value: &Value) -> Option<Self>;

    /// The form in which it is stored.
    fn form(&self) -> Value;

    /// Whether this has the form of a name, or of names: one that is not known may be a newer version's.
    fn has_name(_: &Value) -> bool {
        false
    }
}

/// Whether only a newer version can read it: it is a name, and none that is known.
pub(super) fn is_newer<T: Stored>(value: &Value) -> bool {
    T::has_name(value) && T::read(value).is_none()
}

/// Whether it is a list of texts.
pub(super) fn has_texts(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|names| names.iter().all(Value::is_string))
}

/// Whether it is a text, or an object with one field whose name is none of these.
pub(super) fn has_other_name(value: &Value, known: &[&str]) -> bool {
    let Value::Object(fields) = value else {
        return value.is_string();
    };
    let name = fields.keys().next().filter(|_| fields.len() == 1);
    name.is_some_and(|name| !known.contains(&name.as_str()))
}

/// A field that has to be there. `None`: it is not, or it has the wrong form.
pub(crate) fn take<T: Stored>(from: &mut Fields, name: &str) -> Option<T> {
    T::read(&from.remove(name)?)
}

/// A field that may be left out and is `otherwise` then. `None`: it has the wrong form.
pub(super) fn take_or<T: Stored>(from: &mut Fields, name: &str, otherwise: T) -> Option<T> {
    match from.remove(name) {
        Some(value) => T::read(&value),
        None => Some(otherwise),
    }
}

/// As [`take_or`], for a name. One that only a newer version can read stays where it is and is `otherwise` here.
pub(super) fn take_name<T: Stored>(from: &mut Fields, name: &str, otherwise: T) -> Option<T> {
    if from.get(name).is_some_and(is_newer::<T>) {
        return Some(otherwise);
    }
    take_or(from, name, otherwise)
}

/// As [`take_or`], for a field that is left out when it is what it is by default.
pub(super) fn take_or_default<T: Stored + Default>(from: &mut Fields, name: &str) -> Option<T> {
    take_or(from, name, T::default())
}

/// Puts a field in.
pub(crate) fn put<T: Stored>(to: &mut Fields, name: &str, value: &T) {
    to.insert(name.to_owned(), value.form());
}

/// Puts a field in, unless it is what it is by default.
pub(crate) fn put_unless_default<T>(to: &mut Fields, name: &str, value: &T)
where
    T: Stored + Default + PartialEq,
{
    if *value != T::default() {
        put(to, name, value);
    }
}

/// The object that a JSON text is. `None`: it is no JSON, or something else.
#[must_use]
pub fn object_of(text: &str) -> Option<Fields> {
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

/// JSON text with its fields in the order of their names, the same on every device.
pub(crate) fn text_of(mut value: Value) -> String {
    // Costs nothing in the app, whose objects are sorted maps. A crate of the tests lets them keep the order in which
    // fields were put in, for this crate too.
    value.sort_all_objects();
    json(&value)
}

fn json(value: &impl Serialize) -> String {
    // Only a map whose keys are no texts fails, or a writer that does; there is neither.
    serde_json::to_string(value).unwrap_or_default()
}

/// An object with one field.
pub(crate) fn object_with(name: &str, value: Value) -> Value {
    let mut fields = Fields::new();
    fields.insert(name.to_owned(), value);
    Value::Object(fields)
}

impl Stored for String {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }

    fn form(&self) -> Value {
        Value::String(self.clone())
    }
}

impl Stored for bool {
    fn read(value: &Value) -> Option<Self> {
        value.as_bool()
    }

    fn form(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Stored for u8 {
    fn read(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }

    fn form(&self) -> Value {
        Value::from(*self)
    }
}

impl Stored for u32 {
    fn read(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }

    fn form(&self) -> Value {
        Value::from(*self)
    }
}

impl Stored for u16 {
    fn read(value: &Value) -> Option<Self> {
        value.as_u64()?.try_into().ok()
    }

    fn form(&self) -> Value {
        Value::from(*self)
    }
}

impl Stored for i64 {
    fn read(value: &Value) -> Option<Self> {
        value.as_i64()
    }

    fn form(&self) -> Value {
        Value::from(*self)
    }
}

impl<T: Stored> Stored for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        let mut read = Self::new();
        for value in value.as_array()? {
            read.push(T::read(value)?);
        }
        Some(read)
    }

    fn form(&self) -> Value {
        let mut form = Vec::new();
        for value in self {
            form.push(value.form());
        }
        Value::Array(form)
    }
}

/// `null` stands for none.
impl<T: Stored> Stored for Option<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::read(value).map(Some),
        }
    }

    fn form(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::form)
    }

    fn has_name(value: &Value) -> bool {
        T::has_name(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_fields_are_taken_and_the_others_stay() {
        let mut fields = object_of(r#"{"a":"x","b":true,"c":3,"d":null,"new":[1]}"#).unwrap();
        assert_eq!(take(&mut fields, "a"), Some("x".to_owned()));
        assert_eq!(take_or(&mut fields, "b", false), Some(true));
        assert_eq!(take_or(&mut fields, "c", 1_u8), Some(3));
        assert_eq!(take_or_default(&mut fields, "d"), Some(None::<String>));
        assert_eq!(take_or(&mut fields, "e", 7_u8), Some(7));
        assert_eq!(take::<String>(&mut fields, "e"), None);
        assert_eq!(text_of(Value::Object(fields)), r#"{"new":[1]}"#);
    }

    #[test]
    fn wrong_forms_are_not_read() {
        for wrong in ["null", "1.5", "256", "-1", "[]", "{}", r#""1""#] {
            let value: Value = serde_json::from_str(wrong).unwrap();
            assert_eq!(u8::read(&value), None, "{wrong}");
            assert_eq!(bool::read(&value), None, "{wrong}");
        }
        for text in ["", "null", "[]", "1", "{", "{} {}"] {
            assert_eq!(object_of(text), None, "{text}");
        }
    }

    #[test]
    fn defaults_are_left_out() {
        let mut fields = Fields::new();
        put_unless_default(&mut fields, "a", &false);
        put_unless_default(&mut fields, "b", &None::<String>);
        put_unless_default(&mut fields, "c", &Some("x".to_owned()));
        put(&mut fields, "d", &None::<String>);
        assert_eq!(text_of(Value::Object(fields)), r#"{"c":"x","d":null}"#);
    }
}
