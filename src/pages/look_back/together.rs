//! Two screens to show to someone beside you: last week, and the goals of the week. Notes and what went badly have no
//! place on them.

use super::review::goals_of;
use crate::content::milestones as bank;
use crate::content::text::{fill, looking_back, text};
use crate::domain::day::Day;
use crate::domain::insight::{petals, totals_between};
use crate::domain::journal::Journal;
use crate::domain::milestone::Milestone;
use crate::domain::way::Way;
use crate::pages::app;
use crate::pages::goals::plan_words;
use crate::pages::show::show;
use crate::route::Route;
use crate::state::device::{DayStyle, say_day};
use crate::ui::bloom::{blank, bloom};
use crate::ui::dom::{El, el, group, nothing};
use crate::ui::heading::{para, up};
use leptos::prelude::*;

/// Last week (or this one, while it is all there is), or the goals of this week (`plan`).
#[must_use]
pub fn together(plan: bool) -> El {
    super::with_all(move || together_now(plan))
}

fn together_now(plan: bool) -> El {
    let app = app();
    let l = looking_back();
    let today = app.today.get_untracked();
    let starts = app.journal.with_untracked(Journal::settings).week_starts;
    let (title, shown, inside) = if plan {
        (l.together_plan, l.next_goals, goals(today.week(starts)))
    } else {
        let days = [6, 5, 4, 3, 2, 1, 0].map(|ago| today.before(ago));
        (l.together_back, l.my_week, week(days, today))
    };
    let above = up(&Route::Week(None).href(), text().look_back);
    show(above, title, l.together_words, shown, inside)
}

fn week(days: [Day; 7], today: Day) -> El {
    let l = looking_back();
    let t = text();
    app().journal.with_untracked(|journal| {
        let totals = totals_between(journal, days[0], days[6]);
        let mut lines = vec![week_in_blooms(journal, days, today)];
        for way in Way::ALL {
            let count = totals.ways[way.index()];
            if count > 0 {
                lines.push(para("", &t.way_days(way, count)));
            }
        }
        if totals.days == 0 {
            lines.push(para("", l.nothing_this_week));
        }
        for (_, milestone) in journal.milestones() {
            if (days[0]..=days[6]).contains(&milestone.place()) && may_be_shown(milestone) {
                lines.push(para("", &milestone.words));
            }
        }
        group(lines)
    })
}

/// Whether a milestone's words are for others to read, too. One of the bank has to be known for that.
fn may_be_shown(milestone: &Milestone) -> bool {
    let is_open = |id| bank::milestone(id).is_some_and(|one| !one.is_discreet());
    !milestone.recovery && milestone.bank.as_deref().is_none_or(is_open)
}

fn goals(week: [Day; 7]) -> El {
    let app = app();
    let l = looking_back();
    let chosen = app.journal.with_untracked(|journal| {
        let review = journal.review_in(week.map(|day| day.before(7)));
        review
            .map(|(_, review)| review.next.clone())
            .unwrap_or_default()
    });
    let mut lines = Vec::new();
    for (id, goal) in untrack(|| goals_of(app, week)) {
        let is_chosen = chosen.is_empty() || chosen.iter().any(|next| next == id.as_str());
        if !goal.status.is_current() || goal.recovery || !is_chosen {
            continue;
        }
        let details = &goal.details;
        let with = if details.with.is_empty() {
            nothing()
        } else {
            para("", &fill(text().with_them, &[&details.with]))
        };
        let plan = plan_words(&details.when, &details.then);
        lines.push(el("div").class("one").with([
            el("b").say(&goal.words),
            with,
            if plan.is_empty() {
                nothing()
            } else {
                para("", &plan)
            },
        ]));
    }
    if lines.is_empty() {
        lines.push(para("", l.no_next));
    }
    group(lines)
}

/// Seven blooms; the words that follow say the same.
pub(super) fn week_in_blooms(journal: &Journal, days: [Day; 7], today: Day) -> El {
    el("div")
        .class("grid")
        .attr("aria-hidden", "true")
        .with(days.map(|day| day_bloom(journal, day, today)))
}

/// A day as a bloom with its letter.
fn day_bloom(journal: &Journal, day: Day, today: Day) -> El {
    let ways = petals(journal, day);
    let letter = el("span").say(&say_day(day, DayStyle::WeekdayNarrow));
    let picture = if day > today {
        blank()
    } else {
        bloom(ways.petals(), true)
    };
    el("span").class("cell").with([letter, picture])
}
