//! Five ways by seven days, to be filled in by pen. Nothing of the person's is on it.

use super::app;
use super::frame::{Choices, Page};
use crate::content::text::{printing, text};
use crate::domain::journal::Journal;
use crate::domain::way::Way;
use crate::pages::goals::a_day_on;
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group};
use crate::ui::heading::para;
use crate::ui::icon::{WAYS, icon};
use leptos::prelude::*;

pub(super) fn page() -> El {
    let choices = Choices::new();
    Page {
        title: printing().blank_week,
        file: printing().file_week,
        above: para("soft", printing().blank_week_hint),
        ticks: Vec::new(),
        choices,
        draw: Box::new(sheet),
    }
    .show()
}

fn sheet() -> El {
    let p = printing();
    let starts = app().journal.with_untracked(Journal::settings).week_starts;
    let mut names = vec![el("td")];
    for (way, path) in Way::ALL.into_iter().zip(WAYS) {
        let name = el("span").say(text().way(way));
        names.push(el("th").attr("scope", "col").with([icon(path), name]));
    }
    let mut rows = Vec::new();
    for day in a_day_on(starts).week(starts) {
        let name = say_day(day, DayStyle::WeekdayLong);
        let cells = Way::ALL.map(|_| el("td"));
        let head = el("th").attr("scope", "row").say(&name);
        rows.push(el("tr").with([head]).with(cells));
    }
    group([
        el("header").with([
            el("h2").say(p.week),
            el("p")
                .class("fill")
                .with([el("span").say(p.week_of), el("i")]),
        ]),
        el("table").class("blank").with([
            el("thead").with([el("tr").with(names)]),
            el("tbody").with(rows),
        ]),
        para("key", p.good_day),
    ])
}
