//! The later parts of the program, which a first visit does not load. The second part has the screens that are opened
//! rarely; the worker keeps it for everyone. The third has tools that most people never open, and is kept once it was
//! used: nobody pays for it with their data or their room who does not want it.
//!
//! One function each, `draw` and `draw_tool`, is the only way into it. `.ci/split-program` follows what the linker knows
//! of who calls whom: what only that function reaches goes into a file of its own, what both reach into another, and
//! everything else stays in the main part. So a screen is moved by moving its line between `draw` in `src/app.rs` and
//! those here. A debug build is not split.

use super::section;
use crate::content::text::text;
use crate::pages::{
    checkup, demo, goals, ideas, lines, links, lock, look_back, milestones, more, opened, plan,
    practitioner, print, read, services, sight, starts, unsaved,
};
use crate::platform::later::Part;
use crate::platform::{address, focus, later, updates};
use crate::route::Route;
use crate::ui::dom::{El, group, nothing, slot};
use crate::ui::heading::{button, heading, para};
use leptos::task::spawn_local;
use second_part::{second_part, third_part};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the second and the third part are loaded.
static ARE_HERE: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];

/// The part that has a screen.
fn part_of(route: &Route) -> Part {
    match route {
        Route::Bring
        | Route::Lock
        | Route::LockedCopies
        | Route::LinkMaker
        | Route::Handout(..) => Part::Third,
        _ => Part::Second,
    }
}

/// A screen of a later part, which is loaded the first time.
pub(super) fn screen(route: &Route) -> El {
    let part = part_of(route);
    let is_here = &ARE_HERE[part as usize];
    if is_here.load(Ordering::Relaxed) {
        return draw_in(part, route);
    }
    let route = route.clone();
    let asked_at = address::hash();
    let (place, found) = slot();
    spawn_local(async move {
        let loaded = later::load(part).await;
        is_here.store(loaded, Ordering::Relaxed);
        if address::hash() != asked_at {
            return;
        }
        place.show(|| {
            if loaded {
                draw_in(part, &route)
            } else {
                updates::failed();
                not_loaded(&route)
            }
        });
        if route != Route::Help {
            focus::focus_heading();
        }
    });
    found
}

fn draw_in(part: Part, route: &Route) -> El {
    match part {
        Part::Second => draw(route),
        Part::Third => draw_tool(route),
    }
}

fn not_loaded(route: &Route) -> El {
    let t = text();
    let title = match route {
        // It has its own, and all national lines.
        Route::Help => nothing(),
        _ => heading(section(route).map_or(t.app, |section| section.name(t))),
    };
    group([
        title,
        para("", t.not_loaded),
        button("pill", t.try_again, address::reload),
    ])
}

second_part! {
    /// The screens of the second part, which has to be here.
    fn draw(route: &Route) -> El {
        match route {
            Route::Goals => goals::goals(),
            Route::NewGoal(idea) => goals::new(idea.as_ref()),
            Route::Goal(id) => goals::edit(id),
            Route::Ideas(way) => ideas::ideas(*way),
            Route::OrderGoals => goals::order(),
            Route::Milestones => milestones::milestones(),
            Route::Bank => milestones::bank(),
            Route::Group(id) => milestones::group(id),
            Route::NewMilestone(id) => milestones::new(id.as_ref()),
            Route::Milestone(id) => milestones::edit(id),
            Route::Proud => milestones::proud(),
            Route::Arrange => milestones::arrange(),
            Route::Reached(id) => milestones::reached(id),
            Route::Card(id) => milestones::card(id),
            Route::Starts => starts::starts(),
            Route::NewStart => starts::new(),
            Route::Start(id) => starts::edit(id),
            Route::Changed(id) => starts::changed(id),
            Route::StillHere(step, start) => starts::still_here(*step, start.as_ref()),
            Route::Strengths => plan::strengths(),
            Route::Plan => plan::plan(),
            Route::Worker => plan::worker(),
            Route::Line(id) => lines::edit(id),
            Route::Support => read::support(),
            Route::Read(id) => read::page(id),
            Route::CheckUps => checkup::over_time(),
            Route::CheckUp(day, part) => checkup::part(*day, *part),
            Route::Resource(id) => checkup::resource(id),
            Route::MyWords => starts::my_words(),
            Route::Week(day) => look_back::week(*day),
            Route::Month(day) => look_back::month(*day),
            Route::Year(day) => look_back::year(*day),
            Route::Ways => look_back::ways(),
            Route::Find => look_back::find(),
            Route::Review(day) => look_back::review(*day),
            Route::Together(plan) => look_back::together(*plan),
            Route::More => more::more(),
            Route::Appearance => more::appearance(),
            Route::Days => more::days(),
            Route::Parts => more::parts(),
            Route::Kept => more::kept(),
            Route::Moving => more::moving(),
            Route::Reminders => more::reminders(),
            Route::Sight => sight::sight(),
            Route::Take => more::take(),
            Route::Delete => more::delete(),
            Route::Prints => print::list(),
            Route::Print(sheet, of) => print::sheet(sheet, of.as_ref()),
            Route::About => more::about(),
            Route::Demo(person) => demo::demo(person.as_ref()),
            Route::Unsaved => unsaved::unsaved(),
            Route::Practitioner => practitioner::practitioner(),
            Route::Opened(carried) => opened::opened(carried),
            Route::Services => services::services(),
            // All but this is in the first part.
            Route::Help => services::on_help(),
            Route::ShareIdea(id) => links::share_idea(id),
            Route::SharePlan => links::plan(),
            // They are in another part.
            Route::Bring
            | Route::Lock
            | Route::LockedCopies
            | Route::LinkMaker
            | Route::Handout(..)
            | Route::Today
            | Route::Day(_)
            | Route::Log(..)
            | Route::Entry(..)
            | Route::Nowhere => nothing(),
        }
    }
}

third_part! {
    /// The screens of the third part, which has to be here.
    fn draw_tool(route: &Route) -> El {
        match route {
            Route::Bring => more::bring(),
            Route::Lock => lock::lock(),
            Route::LockedCopies => lock::copies(),
            Route::LinkMaker => links::maker(),
            Route::Handout(sheet, carried) => print::handout(sheet, carried),
            _ => nothing(),
        }
    }
}
