//! Dates and numbers in the person's language, by the browser's own `Intl`.
//!
//! Dates are formatted as UTC, so that no time zone can turn a civil day into its neighbour.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::browser::get;

/// How a day is written. The examples are British English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayStyle {
    /// "Saturday 21 November"
    Full,
    /// "Saturday 21 November 2026"
    FullWithYear,
    /// "21 November 2026"
    Long,
    /// "21 November"
    DayAndMonth,
    /// "21 Nov"
    Short,
    /// "21 Nov 2026"
    ShortWithYear,
    /// "S"
    WeekdayNarrow,
    /// "Sat"
    WeekdayShort,
    /// "Saturday"
    WeekdayLong,
    /// "November 2026"
    Month,
    /// "November"
    MonthOnly,
}

impl DayStyle {
    /// `Intl`'s weekday, day, month and year; empty: left out.
    fn parts(self) -> [&'static str; 4] {
        match self {
            Self::Full => ["long", "numeric", "long", ""],
            Self::FullWithYear => ["long", "numeric", "long", "numeric"],
            Self::Long => ["", "numeric", "long", "numeric"],
            Self::DayAndMonth => ["", "numeric", "long", ""],
            Self::Short => ["", "numeric", "short", ""],
            Self::ShortWithYear => ["", "numeric", "short", "numeric"],
            Self::WeekdayNarrow => ["narrow", "", "", ""],
            Self::WeekdayShort => ["short", "", "", ""],
            Self::WeekdayLong => ["long", "", "", ""],
            Self::Month => ["", "", "long", "numeric"],
            Self::MonthOnly => ["", "", "long", ""],
        }
    }
}

/// A civil day (`month` from 1) in a language given by its tag, such as `en-GB`; a tag that the browser
/// does not understand gives its own language.
#[must_use]
pub fn day(tag: &str, year: i32, month: u32, day: u32, style: DayStyle) -> String {
    let date = Date::new(&JsValue::from_f64(0.0));
    let (month, day) = (i32::try_from(month), i32::try_from(day));
    if let (Ok(month), Ok(day), Ok(year)) = (month, day, u32::try_from(year)) {
        date.set_utc_full_year_with_month_date(year, month - 1, day);
    }
    // Some browsers put a comma after the weekday, some do not.
    format(tag, Some(style), &date).replace(',', "")
}

/// A whole number in a language given by its tag.
#[must_use]
pub fn number(tag: &str, n: u32) -> String {
    format(tag, None, &JsValue::from_f64(f64::from(n)))
}

/// A text in small letters.
#[must_use]
pub fn lower_case(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// A formatter is costly to make and drawn with many times: one is kept for each style in use.
struct Kept {
    tag: String,
    style: Option<DayStyle>,
    format: Function,
}

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

fn format(tag: &str, style: Option<DayStyle>, value: &JsValue) -> String {
    KEPT.with_borrow_mut(|kept| {
        let found = kept
            .iter()
            .position(|one| one.tag == tag && one.style == style);
        let format = if let Some(at) = found {
            &kept[at].format
        } else {
            let format = formatter(tag, style)?;
            kept.push(Kept {
                tag: tag.to_owned(),
                style,
                format,
            });
            &kept.last()?.format
        };
        format.call1(&JsValue::NULL, value).ok()?.as_string()
    })
    .unwrap_or_default()
}

/// The bound `format` function of a new formatter.
fn formatter(tag: &str, style: Option<DayStyle>) -> Option<Function> {
    let options = Object::new();
    let set = |name: &str, value: &str| {
        let _ = Reflect::set(
            &options,
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        );
    };
    let class = if let Some(style) = style {
        set("timeZone", "UTC");
        set("calendar", "gregory");
        for (name, value) in ["weekday", "day", "month", "year"]
            .into_iter()
            .zip(style.parts())
        {
            if !value.is_empty() {
                set(name, value);
            }
        }
        "DateTimeFormat"
    } else {
        "NumberFormat"
    };
    let class: Function = get(&get(&js_sys::global(), "Intl")?, class)?.unchecked_into();
    let construct = |tag: &JsValue| Reflect::construct(&class, &Array::of2(tag, &options)).ok();
    let formatter =
        construct(&JsValue::from_str(tag)).or_else(|| construct(&JsValue::UNDEFINED))?;
    Some(get(&formatter, "format")?.unchecked_into())
}
