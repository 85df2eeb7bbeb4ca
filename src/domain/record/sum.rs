//! The checksum that stands first in a stored text and covers every byte behind it.

const START: &str = r#"{"sum":""#;
/// The length of `{"sum":"89abcdef",`.
const END: usize = START.len() + 10;

/// The JSON object `text` with its checksum as the first field.
#[must_use]
pub fn with_sum(object: &str) -> String {
    let body = object.strip_prefix('{').unwrap_or(object);
    [START, &checksum(body), "\",", body].concat()
}

/// What stands behind the checksum of `text`, when the checksum is right.
#[must_use]
pub fn summed(text: &str) -> Option<&str> {
    let body = text.get(END..)?;
    let closed = text.get(END - 2..END) == Some("\",");
    (closed && sum_of(text)? == checksum(body)).then_some(body)
}

/// The checksum that `text` says it has.
#[must_use]
pub fn sum_of(text: &str) -> Option<&str> {
    text.strip_prefix(START)?.get(..8)
}

/// FNV-1a, 32 bits, as eight hexadecimal digits: finds every single damaged byte.
fn checksum(text: &str) -> String {
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let digit = |place: u32| char::from_digit((sum >> (place * 4)) & 15, 16).unwrap_or('0');
    (0..8).rev().map(digit).collect()
}
