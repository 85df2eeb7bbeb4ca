//! Tables as text: which letters they are in, what stands between their fields, and their rows one by one.

use super::BringError;
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use std::rc::Rc;

/// More fields of a row than this are not looked at.
const MOST_FIELDS: usize = 64;

/// The text of a file: UTF-8, or UTF-16 that says so at its start.
pub(super) fn text_of(mut bytes: Vec<u8>) -> Result<String, BringError> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    let unit: fn([u8; 2]) -> u16 = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return String::from_utf8(bytes).map_err(|_| BringError::NotText),
    };
    if bytes.len() % 2 == 1 {
        return Err(BringError::NotText);
    }
    let pairs = bytes[2..].chunks_exact(2);
    char::decode_utf16(pairs.map(|two| unit([two[0], two[1]])))
        .collect::<Result<String, _>>()
        .map_err(|_| BringError::NotText)
}

/// What stands between the fields: what the first row has most of.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut counts = [0_usize; 3];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            b',' if !quoted => counts[0] += 1,
            b';' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let [commas, semicolons, tabs] = counts;
    if tabs > commas && tabs > semicolons {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    }
}

/// The rows of a table.
pub(super) struct Rows {
    text: Rc<String>,
    reader: Reader,
    at: usize,
    buffer: Vec<u8>,
}

impl Rows {
    pub(super) fn new(text: Rc<String>, delimiter: u8) -> Self {
        Self {
            text,
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            at: 0,
            buffer: vec![0; 256],
        }
    }

    /// How many bytes have been read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next row; `None` behind the last.
    pub(super) fn next(&mut self) -> Option<Vec<String>> {
        let mut row = Vec::new();
        let mut filled = 0;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let (found, read, wrote) = self.reader.read_field(rest, &mut self.buffer[filled..]);
            self.at += read;
            filled += wrote;
            match found {
                // An empty rest says that no more will come: the next answer is a field or the end.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => self.buffer.resize(self.buffer.len() * 2, 0),
                ReadFieldResult::Field { record_end } => {
                    if row.len() < MOST_FIELDS {
                        let field = String::from_utf8_lossy(&self.buffer[..filled]);
                        row.push(field.trim().to_owned());
                    }
                    filled = 0;
                    if record_end {
                        return Some(row);
                    }
                }
                ReadFieldResult::End => return None,
            }
        }
    }
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Rows")
    }
}

/// The place of a column in the first row, by any of its names.
pub(super) fn column(header: &[String], names: &[&str]) -> Option<usize> {
    let is_it = |field: &String| names.iter().any(|name| field.eq_ignore_ascii_case(name));
    header.iter().position(is_it)
}

/// A field of a row; empty when the row is too short, or there is no such column.
pub(super) fn field(row: &[String], place: Option<usize>) -> &str {
    place
        .and_then(|place| row.get(place))
        .map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let mut table = Rows::new(Rc::new(text.to_owned()), delimiter(text));
        std::iter::from_fn(|| table.next()).collect()
    }

    #[test]
    fn rows_are_read_as_spreadsheets_write_them() {
        for (text, expected) in [
            ("", vec![]),
            ("a,b", vec![vec!["a", "b"]]),
            ("a,b\r\n\r\nc,d\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a;b,c;d", vec![vec!["a", "b,c", "d"]]),
            ("a\tb\nc\td\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("\"a,\"\"b\"\"\n c\",d", vec![vec!["a,\"b\"\n c", "d"]]),
            ("a,\n,b", vec![vec!["a", ""], vec!["", "b"]]),
            ("\"never closed,x\ny", vec![vec!["never closed,x\ny"]]),
            ("a\rb", vec![vec!["a"], vec!["b"]]),
        ] {
            assert_eq!(rows(text), expected, "{text:?}");
        }
    }

    #[test]
    fn long_fields_and_long_rows_are_read() {
        let long = "é".repeat(100_000);
        assert_eq!(rows(&[&long, ",b"].concat()), [[long.as_str(), "b"]]);
        let wide = "x,".repeat(10_000);
        assert_eq!(rows(&wide)[0].len(), MOST_FIELDS);
    }

    #[test]
    fn text_is_text_or_refused() {
        let wide = |text: &str, to: fn(u16) -> [u8; 2]| {
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            units.flat_map(to).collect::<Vec<u8>>()
        };
        let case = |bytes: Vec<u8>, expected: Result<&str, BringError>| {
            let expected = expected.map(str::to_owned);
            assert_eq!(text_of(bytes.clone()), expected, "{bytes:?}");
        };
        case(b"\xEF\xBB\xBFa,b".to_vec(), Ok("a,b"));
        case("caf\u{e9}".into(), Ok("caf\u{e9}"));
        case(wide("a,é👩", u16::to_le_bytes), Ok("a,é👩"));
        case(wide("a,é👩", u16::to_be_bytes), Ok("a,é👩"));
        case(b"\xFF\xFEa".to_vec(), Err(BringError::NotText));
        case(b"\xFF\xFE\x00\xD8".to_vec(), Err(BringError::NotText));
        case(b"caf\xE9".to_vec(), Err(BringError::NotText));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,60}|[\",;\n\r\ta]{0,60}") {
            for row in rows(&text) {
                prop_assert!(!row.is_empty());
            }
        }
    }
}
