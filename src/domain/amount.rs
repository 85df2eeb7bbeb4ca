//! Amounts as people type and read them. They are whole numbers of thousandths, so that nothing is lost in rounding.

/// The largest amount that may be typed, in thousandths: a thousand million of anything.
const MOST: i64 = 1_000_000_000_000;

/// Reads what was typed: "2", "2.5", "2,5" or "10,000". `None`: it is no number, below 0, too large, or finer than a
/// thousandth.
#[must_use]
pub fn typed(text: &str) -> Option<i64> {
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let (whole, part) = match text.rsplit_once(['.', ',']) {
        Some((whole, part)) if is_decimal(&text, whole, part) => (whole, part),
        _ => (text.as_str(), ""),
    };
    let mut thousandths: i64 = 0;
    let whole: String = whole.chars().filter(|letter| *letter != ',').collect();
    if part.len() > 3 || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    for digit in whole.bytes().chain(part.bytes().chain(*b"000").take(3)) {
        if !digit.is_ascii_digit() {
            return None;
        }
        thousandths = thousandths
            .checked_mul(10)?
            .checked_add(i64::from(digit - b'0'))?;
    }
    (thousandths <= MOST).then_some(thousandths)
}

/// A comma before exactly three digits parts thousands, as in "10,000"; any other one, and a point, starts the decimals.
fn is_decimal(text: &str, whole: &str, part: &str) -> bool {
    let by_point = text.len() > whole.len() && text.as_bytes()[whole.len()] == b'.';
    by_point || part.len() != 3 || whole.is_empty() || whole == "0"
}

/// An amount as it is read: "2.5", with no more digits than it needs.
#[must_use]
pub fn say(thousandths: i64) -> String {
    let mut said = (thousandths / 1000).to_string();
    let part = thousandths % 1000;
    if part != 0 {
        let digits = (1000 + part.abs()).to_string();
        said.push('.');
        said.push_str(digits.get(1..).unwrap_or_default().trim_end_matches('0'));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_is_read() {
        for (text, expected) in [
            ("2", Some(2000)),
            (" 2.5 ", Some(2500)),
            ("2,5", Some(2500)),
            ("0,125", Some(125)),
            (".5", Some(500)),
            ("2.", Some(2000)),
            ("10,000", Some(10_000_000)),
            ("1,234,567", Some(1_234_567_000)),
            ("1,234.5", Some(1_234_500)),
            ("0", Some(0)),
            ("1000000000", Some(MOST)),
            ("1000000001", None),
            ("99999999999999999999", None),
            ("2.0005", None),
            ("-1", None),
            ("", None),
            (".", None),
            ("two", None),
            ("1e3", None),
            ("1.2.3", None),
            ("٣", None),
        ] {
            assert_eq!(typed(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_said_is_read_back(thousandths in 0..=MOST) {
            prop_assert_eq!(typed(&say(thousandths)), Some(thousandths));
        }

        #[test]
        fn nothing_typed_makes_it_panic(text in "\\PC{0,20}") {
            let _ = typed(&text);
        }
    }
}
