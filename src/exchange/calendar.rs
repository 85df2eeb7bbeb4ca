//! A calendar file (RFC 5545) that lets the person's own calendar remind them, with no server.
//!
//! Content lines are written by hand: what is needed is some fifteen properties, folding and four escapes, 1 kB of the
//! second part, while the `icalendar` crate brings its own dates and a random UID for each event, where ours have to be
//! the same in every file. Tests read the files back with parsers of others.
//!
//! - Times are floating: nine in the morning is nine wherever the person is, also after the clocks change.
//! - A reminder keeps its UID for ever and `SEQUENCE` grows with every file, so that a calendar puts the new one in place
//!   of the old. One that is not wanted any more comes once more as cancelled, without its alarm and its repetition: a
//!   calendar that knows nothing of `STATUS` is quiet then, too.
//! - It is published (`METHOD:PUBLISH`) and has no organiser: with one, calendars take it for an invitation.

use crate::domain::day::{Day, WeekdayNumber};
use crate::domain::reminder::{Dates, Reminder, Repeats};
use crate::domain::rhythm::Rhythm;

/// What a file is made of.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// What to be reminded of.
    pub reminders: &'a [Reminder],
    /// The names of reminders that are not wanted any more.
    pub taken_back: &'a [String],
    /// What tells this person's reminders from those of others.
    pub name: &'a str,
    /// The number of this file among all that were saved.
    pub number: u32,
    /// The moment it is made, in milliseconds since 1970.
    pub made_ms: u64,
    /// The day that a calendar shows a reminder on which was taken back, should it show it at all.
    pub today: Day,
    /// What is said of one that was taken back.
    pub no_more: &'a str,
}

/// The text of the file. `say`: what the calendar shows of a reminder.
#[must_use]
pub fn write(file: &File, say: &dyn Fn(&Reminder) -> String) -> String {
    let mut text = String::new();
    let number = file.number.to_string();
    let made = utc(file.made_ms);
    for words in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminders//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        line(&mut text, &[words]);
    }
    let begin = |text: &mut String, key: &str| {
        line(text, &["BEGIN:VEVENT"]);
        line(text, &["UID:", key, ".", file.name]);
        line(text, &["DTSTAMP:", &made]);
        line(text, &["SEQUENCE:", &number]);
    };
    for reminder in file.reminders {
        if let Some(dates) = reminder.dates() {
            begin(&mut text, &reminder.key);
            event(&mut text, reminder, &dates, &say(reminder));
        }
    }
    for key in file.taken_back {
        begin(&mut text, key);
        line(&mut text, &["DTSTART:", &on(file.today, 0)]);
        line(&mut text, &["STATUS:CANCELLED"]);
        line(&mut text, &["SUMMARY:", &escaped(file.no_more)]);
        line(&mut text, &["TRANSP:TRANSPARENT"]);
        line(&mut text, &["END:VEVENT"]);
    }
    line(&mut text, &["END:VCALENDAR"]);
    text
}

/// An event behind its name and number.
fn event(text: &mut String, reminder: &Reminder, dates: &Dates, words: &str) {
    let words = escaped(words);
    let by_night = u64::from(reminder.by_night);
    let on = |day: Day| on(day.after(by_night), reminder.at);
    line(text, &["DTSTART:", &on(dates.start)]);
    line(text, &["DURATION:PT10M"]);
    if let Some(mut rule) = rule(reminder) {
        if let Some(until) = dates.until {
            rule.push_str(";UNTIL=");
            rule.push_str(&on(until));
        }
        line(text, &["RRULE:", &rule]);
    }
    for day in &dates.left_out {
        line(text, &["EXDATE:", &on(*day)]);
    }
    line(text, &["SUMMARY:", &words]);
    // For calendars that others see: not their business, and no reason to think the person is busy.
    line(text, &["CLASS:PRIVATE"]);
    line(text, &["TRANSP:TRANSPARENT"]);
    line(text, &["BEGIN:VALARM"]);
    line(text, &["ACTION:DISPLAY"]);
    line(text, &["DESCRIPTION:", &words]);
    line(text, &["TRIGGER:PT0S"]);
    line(text, &["END:VALARM"]);
    line(text, &["END:VEVENT"]);
}

/// How it repeats; `None`: it does not.
fn rule(reminder: &Reminder) -> Option<String> {
    let by_night = u8::from(reminder.by_night);
    match reminder.repeats {
        Repeats::As(Rhythm::Once(_)) => None,
        Repeats::Weeks(weeks) => {
            Some(["FREQ=WEEKLY;INTERVAL=", &weeks.max(1).to_string()].concat())
        }
        Repeats::As(_) => {
            let Some(days) = reminder.repeats.weekdays() else {
                return Some("FREQ=DAILY".to_owned());
            };
            let mut rule = String::from("FREQ=WEEKLY;BYDAY=");
            let mut between = "";
            for weekday in days.iter() {
                rule.push_str(between);
                rule.push_str(name(weekday + by_night));
                between = ",";
            }
            Some(rule)
        }
    }
}

/// A day of the week, 1 to 8: the last is the first again.
fn name(weekday: WeekdayNumber) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][usize::from((weekday + 6) % 7)]
}

/// A time of day on the person's own clock: `20261121T090000`.
fn on(day: Day, minutes: u16) -> String {
    let minutes = u32::from(minutes);
    [
        &compact(day),
        "T",
        &two(minutes / 60),
        &two(minutes % 60),
        "00",
    ]
    .concat()
}

/// A moment by the world's clock: `20261121T090000Z`.
fn utc(ms: u64) -> String {
    let seconds = ms / 1000;
    let day = Day::FIRST.after(seconds / 86_400);
    let of_day = |unit: u64, of: u64| two(u32::try_from(seconds / unit % of).unwrap_or(0));
    let time = [of_day(3600, 24), of_day(60, 60), of_day(1, 60)].concat();
    [&compact(day), "T", &time, "Z"].concat()
}

fn compact(day: Day) -> String {
    let day = day.to_string();
    day.split('-').collect()
}

fn two(number: u32) -> String {
    let number = (100 + number % 100).to_string();
    number.get(1..).unwrap_or_default().to_owned()
}

/// A text as a value: what has a meaning of its own gets a backslash before it, and no control character is left.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// The most bytes a line may have, its end aside.
const WIDTH: usize = 75;

/// One content line, folded between letters, and before a space rather than behind it: some readers drop white space at
/// the end of a line.
fn line(text: &mut String, parts: &[&str]) {
    let whole = parts.concat();
    let mut letters = whole.chars().peekable();
    let mut width = 0;
    while let Some(letter) = letters.next() {
        let mut needs = letter.len_utf8();
        if letter.is_whitespace() {
            needs += letters.peek().map_or(0, |next| next.len_utf8());
        }
        if width + needs > WIDTH {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(letter);
        width += letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
#[path = "calendar_days_tests.rs"]
mod days_tests;
#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
