//! What stands in the fields of other apps' files: dates, amounts, yes and no.

use crate::domain::day::Day;

/// In which order the parts of a date stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// 21/11/2026.
    #[default]
    DayFirst,
    /// 11/21/2026.
    MonthFirst,
    /// 2026-11-21.
    YearFirst,
}

impl DateOrder {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];
}

/// The most thousandths an amount may have: what a file says beyond is a mistake.
const MOST: i64 = 1_000_000_000_000;

/// The three numbers that a date begins with, and whether the first is a year: `2026-11-21`, `21.11.2026`, `11/21/26`,
/// perhaps with a time behind it.
fn parts(text: &str) -> Option<([u32; 3], bool)> {
    let bytes = text.as_bytes();
    let mut numbers = [0_u32; 3];
    let mut digits = [0_usize; 3];
    let mut place = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' if digits[place] < 4 => {
                numbers[place] = numbers[place] * 10 + u32::from(byte - b'0');
                digits[place] += 1;
            }
            b'-' | b'/' | b'.' if place < 2 && digits[place] > 0 => place += 1,
            // A point may end it, as it does in German; a time may follow.
            b' ' | b'T' | b',' | b'.' if place == 2 && at > 0 => break,
            _ => return None,
        }
    }
    let year_first = digits[0] == 4;
    let year = if year_first { 0 } else { 2 };
    let mut others = digits.iter().enumerate().filter(|(at, _)| *at != year);
    let fits = others.all(|(_, count)| (1..=2).contains(count));
    if !fits || !matches!(digits[year], 2 | 4) {
        return None;
    }
    if digits[year] == 2 {
        numbers[2] += 2000;
    }
    Some((numbers, year_first))
}

/// The day that a text says, in this order; four digits first are always a year.
pub(super) fn day(text: &str, order: DateOrder) -> Option<Day> {
    let ([a, b, c], year_first) = parts(text)?;
    let (year, month, day) = match order {
        _ if year_first => (a, b, c),
        DateOrder::MonthFirst => (c, a, b),
        DateOrder::DayFirst | DateOrder::YearFirst => (c, b, a),
    };
    Day::new(i32::try_from(year).ok()?, month, day)
}

/// The order in which most of these dates could be meant. Where both could be, as people in the United Kingdom write.
pub(super) fn order_of<'a>(texts: impl Iterator<Item = &'a str>) -> DateOrder {
    let (mut years, mut days, mut months) = (0, 0, 0);
    for text in texts {
        match parts(text) {
            Some((_, true)) => years += 1,
            Some(([first, ..], _)) if first > 12 => days += 1,
            Some(([_, second, _], _)) if second > 12 => months += 1,
            _ => {}
        }
    }
    // A year that stands first is seen as one in any order.
    if months > days {
        DateOrder::MonthFirst
    } else if days == 0 && years > 0 {
        DateOrder::YearFirst
    } else {
        DateOrder::DayFirst
    }
}

/// A number in thousandths: "3", "2.5", "2,5". More than three places are cut off.
pub(super) fn thousandths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.is_empty() || whole.len() > 10 || part.len() > 10 {
        return None;
    }
    let mut sum = 0_i64;
    for byte in whole.bytes().chain(part.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
    }
    for byte in whole.bytes().chain(part.bytes().chain([b'0'; 3]).take(3)) {
        sum = sum * 10 + i64::from(byte - b'0');
    }
    (sum <= MOST).then_some(sum)
}

/// Thousandths as a number: "2.5".
pub(super) fn in_full(thousandths: i64) -> String {
    let mut text = (thousandths / 1000).to_string();
    let part = thousandths % 1000;
    if part > 0 {
        text.push('.');
        for place in [100, 10, 1] {
            if part % (place * 10) > 0 {
                text.push_str(&(part / place % 10).to_string());
            }
        }
    }
    text
}

/// A whole number of thousandths.
pub(super) fn whole(text: &str) -> Option<i64> {
    let digits = text.len() <= 13 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = if digits {
        text.parse().ok()?
    } else {
        return None;
    };
    (number <= MOST).then_some(number)
}

/// What a field says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// It was done.
    Done,
    /// It was not.
    NotDone,
    /// A rest.
    Rest,
    /// It was done this much, in thousandths; more than nothing.
    Amount(i64),
    /// Something else.
    Unknown,
}

const DONE: [&str; 8] = ["yes", "y", "true", "done", "x", "✓", "✔", "✅"];
const NOT_DONE: [&str; 7] = ["", "no", "n", "false", "not done", "-", "–"];
const REST: [&str; 4] = ["skip", "skipped", "rest", "paused"];

/// What the value of any table says.
pub(super) fn value(text: &str) -> Value {
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    match thousandths(text) {
        Some(0) => Value::NotDone,
        Some(amount) => Value::Amount(amount),
        None if is(&DONE) => Value::Done,
        None if is(&NOT_DONE) => Value::NotDone,
        None if is(&REST) => Value::Rest,
        None => Value::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_in_their_order() {
        use DateOrder::{DayFirst, MonthFirst, YearFirst};
        for (text, order, expected) in [
            ("2026-11-21", DayFirst, Some("2026-11-21")),
            ("2026-1-5", MonthFirst, Some("2026-01-05")),
            ("2026/11/21 14:30", YearFirst, Some("2026-11-21")),
            ("2026-11-21T14:30:00Z", DayFirst, Some("2026-11-21")),
            ("21/11/2026", DayFirst, Some("2026-11-21")),
            ("21.11.26", DayFirst, Some("2026-11-21")),
            ("1.2.2026", DayFirst, Some("2026-02-01")),
            ("1.2.2026", MonthFirst, Some("2026-01-02")),
            ("11/21/2026", MonthFirst, Some("2026-11-21")),
            ("11/21/2026", DayFirst, None),
            ("2026-02-30", DayFirst, None),
            ("0000-01-01", DayFirst, None),
            ("1899-12-31", DayFirst, None),
            ("٢٠٢٦-٠١-٠٥", DayFirst, None),
            ("", DayFirst, None),
            ("-", DayFirst, None),
            ("1/2", DayFirst, None),
            ("1/2/3/4", DayFirst, None),
            ("Nov 21, 2026", DayFirst, None),
            ("12345-01-01", DayFirst, None),
            ("=2026-11-21", DayFirst, None),
        ] {
            let found = day(text, order).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{text} {order:?}");
        }
    }

    #[test]
    fn the_order_is_guessed_from_what_can_be() {
        for (texts, expected) in [
            (&["2026-11-21", "2026-01-02"][..], DateOrder::YearFirst),
            (&["01/02/2026", "21/11/2026"], DateOrder::DayFirst),
            (&["01/02/2026", "11/21/2026"], DateOrder::MonthFirst),
            (&["01/02/2026"], DateOrder::DayFirst),
            (&["", "x"], DateOrder::DayFirst),
        ] {
            assert_eq!(order_of(texts.iter().copied()), expected, "{texts:?}");
        }
    }

    #[test]
    fn values_say_what_they_say() {
        for (text, expected) in [
            ("1", Value::Amount(1000)),
            ("0", Value::NotDone),
            ("2.5", Value::Amount(2500)),
            ("2,5", Value::Amount(2500)),
            ("0.0004", Value::NotDone),
            ("1e999", Value::Unknown),
            ("-3", Value::Unknown),
            ("99999999999", Value::Unknown),
            ("Yes", Value::Done),
            ("✓", Value::Done),
            ("FALSE", Value::NotDone),
            ("", Value::NotDone),
            ("Skip", Value::Rest),
            ("=1+1", Value::Unknown),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
        for (thousandths, expected) in [
            (1000, "1"),
            (2500, "2.5"),
            (50, "0.05"),
            (1230, "1.23"),
            (7, "0.007"),
        ] {
            assert_eq!(in_full(thousandths), expected);
        }
        assert_eq!(whole("5000"), Some(5000));
        assert_eq!(whole("20000000000"), Some(20_000_000_000));
        assert_eq!(whole("-1"), None);
        assert_eq!(whole(""), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,20}|[0-9./-]{0,14}") {
            let _ = (value(&text), whole(&text), thousandths(&text));
            for order in DateOrder::ALL {
                let _ = day(&text, order);
            }
        }
    }
}
