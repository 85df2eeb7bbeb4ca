//! The four questions over time, each by itself: never added up, and compared with nothing.

use super::feelings::{high, low};
use crate::content::checkup::QUESTIONS;
use crate::content::text::{checkups, fill, text};
use crate::domain::checkup::{CheckUp, HIGHEST};
use crate::domain::day::Day;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::{details, para};
use crate::ui::line_chart::line_chart;

/// The question that runs the other way: a high number is not a good one.
const OTHER_WAY: usize = 3;

/// A card for each question that was answered.
pub(super) fn charts(found: &[(Day, CheckUp)]) -> El {
    let mut cards = Vec::new();
    for question in 0..QUESTIONS.len() {
        let mut answers = Vec::new();
        for (day, checkup) in found {
            if let Some(answer) = checkup.answers[question] {
                answers.push((*day, answer));
            }
        }
        cards.push(card(question, &answers));
    }
    group(cards)
}

fn card(question: usize, answers: &[(Day, u8)]) -> El {
    let c = checkups();
    let inside = match answers {
        [] => return nothing(),
        [(day, answer)] => group([
            para("", &fill(c.on_day, &[&long(*day), &said(*answer)])),
            para(
                "hint",
                &[&low(question), ". ", &high(question), "."].concat(),
            ),
        ]),
        [first, .., latest] => over_time(question, answers, *first, *latest),
    };
    let other_way = if question == OTHER_WAY {
        para("hint", c.other_way)
    } else {
        nothing()
    };
    el("section")
        .class("card pad")
        .with([el("h2").say(QUESTIONS[question]), other_way, inside])
}

/// A line with both ends in words, the first and the latest answer, and all of them as a table.
fn over_time(question: usize, answers: &[(Day, u8)], first: (Day, u8), latest: (Day, u8)) -> El {
    let c = checkups();
    let mut points = Vec::new();
    for (day, answer) in answers {
        points.push((day.days_since(first.0), i64::from(*answer)));
    }
    let label = fill(c.line_of, &[&answers.len().to_string()]);
    let short = |day| el("span").say(&say_day(day, DayStyle::ShortWithYear));
    let in_words = fill(
        c.first_and_latest,
        &[
            &said(first.1),
            &long(first.0),
            &said(latest.1),
            &long(latest.0),
        ],
    );
    group([
        el("figure").class("chart").with([
            para("hint", &high(question)),
            line_chart(&points, i64::from(HIGHEST), &label),
            para("hint", &low(question)),
            el("p")
                .class("ends hint")
                .attr("aria-hidden", "true")
                .with([short(first.0), short(latest.0)]),
        ]),
        para("", &in_words),
        details("", text().as_table, false, table(answers)),
    ])
}

fn table(answers: &[(Day, u8)]) -> El {
    let head = |scope, label: &str| el("th").attr("scope", scope).say(label);
    let mut rows = Vec::new();
    for (day, answer) in answers {
        rows.push(el("tr").with([head("row", &long(*day)), el("td").say(&said(*answer))]));
    }
    let names = [
        head("col", text().table_day),
        head("col", checkups().answer),
    ];
    el("table").class("answers").with([
        el("thead").with([el("tr").with(names)]),
        el("tbody").with(rows),
    ])
}

fn long(day: Day) -> String {
    say_day(day, DayStyle::Long)
}

fn said(answer: u8) -> String {
    u32::from(answer).to_string()
}
