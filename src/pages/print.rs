//! What can be printed: a list, and for each sheet a page that shows it as it will be on paper, with what is to be on
//! it to choose above. Paper is seen by others, so notes and the recovery parts are off until they are ticked, and no
//! sheet has the name of this app.

mod blank_week;
mod frame;
mod goal;
mod guide;
mod handout;
mod milestones;
mod numbers;
mod session;
mod week;

use super::{app, nowhere};
use crate::content::text::{Printing, printing, text};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::route::Route;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{heading, para, row_link, up};

/// A sheet: its name in the address, what it is called, and what it is for.
type Named = (&'static str, &'static str, &'static str);

fn named(p: &Printing) -> [Named; 6] {
    [
        ("week", p.week, p.week_hint),
        ("blank-week", p.blank_week, p.blank_week_hint),
        ("goal", p.goal, p.goal_hint),
        ("milestones", p.milestones, p.milestones_hint),
        ("numbers", p.numbers, p.numbers_hint),
        ("session", p.session, p.session_hint),
    ]
}

/// The list of what can be printed.
#[must_use]
pub fn list() -> El {
    let p = printing();
    let mut rows = Vec::new();
    for (name, title, hint) in named(p) {
        rows.extend(Id::parse(name).map(|name| {
            let to = Route::Print(name, None).href();
            row_link(&to, title, hint)
        }));
    }
    group([
        up(&Route::More.href(), text().more),
        heading(p.title),
        para("soft", p.intro),
        el("nav")
            .class("card")
            .attr("aria-label", p.title)
            .with(rows),
        para("hint", p.all_large),
    ])
}

/// The page of something to hang up or hand out, with what its link carries.
#[must_use]
pub fn handout(name: &Id, carried: &str) -> El {
    handout::page(name.as_str(), carried)
}

/// The page of a sheet, perhaps for the week of a day or for a goal.
#[must_use]
pub fn sheet(name: &Id, of: Option<&Id>) -> El {
    match name.as_str() {
        "week" => week::page(of.and_then(|day| Day::parse(day.as_str()))),
        "blank-week" => blank_week::page(),
        "goal" => goal::page(of),
        "milestones" => milestones::page(),
        "numbers" => numbers::page(),
        "session" => session::page(),
        "guide" => guide::page(),
        _ => nowhere::nowhere(),
    }
}
