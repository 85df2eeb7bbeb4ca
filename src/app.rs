//! The shell around the pages: navigation, notices, what was just done, and which page an address shows.

mod apart;
mod later;
mod notices;

use crate::content::text::{OwnWords, fill, text};
use crate::pages;
use crate::platform::{address, focus, leave, page, panic, updates};
use crate::route::Route;
use crate::state::{App, Saving};
use crate::ui::dom::{El, el, follow, group, live, nothing, steady};
use crate::ui::heading::{button, para};
use crate::ui::icon;
use crate::ui::toast::{Act, Shown, Words, toast};
use leptos::prelude::*;

/// The most bytes that are shown of what an undo would lose.
const MOST_LOST: usize = 90;

/// Starts the app, unless the page is covered since Leave was tapped.
pub fn start() {
    panic::install();
    if leave::covered() {
        return;
    }
    if let Some(root) = page::root() {
        let place = root.clone();
        leptos::mount::mount_to(root, move || shell().mount(&place)).forget();
    }
}

/// Nothing is drawn before it is known that what the working copy holds was not deleted or locked since.
fn shell() -> El {
    let app = App::start();
    provide_context(app);
    live(move || {
        if !app.drawable.get() {
            return nothing();
        }
        page::started();
        untrack(|| screens(app))
    })
}

fn screens(app: App) -> El {
    let t = text();
    let hash = RwSignal::new(address::hash());
    let route = move || Route::parse(&hash.read());
    let update_ready = RwSignal::new(false);
    address::on_hash_change(move || {
        hash.set(address::hash());
        focus::focus_heading();
    });
    updates::start(move || update_ready.set(true));
    // Changes with hardly any of the journal's changes.
    let other_name = steady(move || app.has_other_name());
    follow(move || {
        let name = if other_name.get() {
            t.other_name
        } else {
            t.app
        };
        if app.locked.get() {
            return focus::set_title(name);
        }
        let title = section(&route()).map_or(t.help, |section| section.name(t));
        focus::set_title(&[title, " · ", name].concat());
    });
    let page = live(move || {
        let route = route();
        let to_begin = app.is_to_begin();
        let is_shut = app.locked.get() && !matches!(route, Route::Help | Route::Delete);
        untrack(|| {
            if to_begin {
                later::screen(&Route::Demo(None))
            } else if is_shut {
                later::screen(&Route::Lock)
            } else {
                draw(&route)
            }
        })
    });
    group([
        bar(route).hidden_when(move || app.locked.get()),
        el("main").attr("id", "main").with([
            apart::banner(app),
            el("div")
                .attr("role", "status")
                .with([live(move || notices::notices(app)), update(update_ready)]),
            page,
        ]),
        said(app),
    ])
}

/// The page at an address. What is not an everyday screen is in the second part of the program.
fn draw(route: &Route) -> El {
    use pages::{help, log, nowhere, today};
    match route {
        Route::Today => today::today(),
        Route::Day(day) => today::day(*day),
        Route::Log(day, way) => log::log(*day, *way),
        Route::Entry(day, id) => log::entry(*day, id),
        Route::Help => help::help(|| later::screen(&Route::Help)),
        Route::Nowhere => nowhere::nowhere(),
        _ => later::screen(route),
    }
}

/// The five places of the bar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Today,
    Goals,
    Milestones,
    LookBack,
    More,
}

impl Section {
    fn name(self, t: OwnWords) -> &'static str {
        [t.today, t.goals, t.milestones, t.look_back, t.more][self as usize]
    }
}

/// The place of the bar that a screen belongs to; Help belongs to none.
fn section(route: &Route) -> Option<Section> {
    Some(match route {
        Route::Today | Route::Day(_) | Route::Log(..) | Route::Entry(..) => Section::Today,
        Route::Goals
        | Route::NewGoal(_)
        | Route::Goal(_)
        | Route::OrderGoals
        | Route::Ideas(_)
        | Route::ShareIdea(_) => Section::Goals,
        Route::Milestones
        | Route::Bank
        | Route::Group(_)
        | Route::NewMilestone(_)
        | Route::Milestone(_)
        | Route::Proud
        | Route::Arrange
        | Route::Reached(_)
        | Route::Card(_)
        | Route::Starts
        | Route::NewStart
        | Route::Start(_)
        | Route::Changed(_)
        | Route::Strengths => Section::Milestones,
        Route::Week(_)
        | Route::Month(_)
        | Route::Year(_)
        | Route::Ways
        | Route::Find
        | Route::Review(_)
        | Route::Together(_)
        | Route::CheckUps
        | Route::CheckUp(..)
        | Route::Resource(_) => Section::LookBack,
        Route::More
        | Route::Appearance
        | Route::Days
        | Route::Parts
        | Route::Kept
        | Route::Moving
        | Route::Reminders
        | Route::Lock
        | Route::LockedCopies
        | Route::Sight
        | Route::Take
        | Route::Bring
        | Route::Delete
        | Route::MyWords
        | Route::Plan
        | Route::Worker
        | Route::Line(_)
        | Route::Support
        | Route::Read(_)
        | Route::Prints
        | Route::Print(..)
        | Route::Demo(_)
        | Route::Unsaved
        | Route::Practitioner
        | Route::Opened(_)
        | Route::Services
        | Route::LinkMaker
        | Route::Handout(..)
        | Route::SharePlan
        | Route::About => Section::More,
        Route::Help | Route::StillHere(..) | Route::Nowhere => return None,
    })
}

fn bar(route: impl Fn() -> Route + Copy + 'static) -> El {
    let t = text();
    let places = [
        (Section::Today, Route::Today, icon::HOME),
        (Section::Goals, Route::Goals, icon::TARGET),
        (Section::Milestones, Route::Milestones, icon::FLAG),
        (Section::LookBack, Route::Week(None), icon::CALENDAR),
        (Section::More, Route::More, icon::LINES),
    ];
    let mut links = Vec::new();
    for (place, to, path) in places {
        let here = move || (section(&route()) == Some(place)).then(|| "page".to_owned());
        links.push(
            el("a")
                .attr("href", &to.href())
                .attr_live("aria-current", here)
                .with([icon::icon(path), el("span").say(place.name(t))]),
        );
    }
    el("nav").class("bar").attr("aria-label", t.nav).with(links)
}

/// A new version waits; it is used when the person wants it.
fn update(ready: RwSignal<bool>) -> El {
    let t = text();
    live(move || {
        if !ready.get() {
            return nothing();
        }
        el("div").class("told").with([
            para("", t.new_version),
            button("plain", t.use_it, updates::use_new_version),
        ])
    })
}

/// What was just done, how its saving stands, and a way back.
fn said(app: App) -> El {
    let t = text();
    let standing = move || match &*app.saving.read() {
        Saving::Idle => String::new(),
        Saving::Saving => t.saving.to_owned(),
        Saving::Saved => t.saved.to_owned(),
        Saving::NotSaved(error) => [t.not_saved, " ", not_saved(t, error)].concat(),
        Saving::NotKept => t.not_kept.to_owned(),
    };
    let act = move |act| match act {
        Act::Undo => app.undo(t.undone, |lost| loses(t, lost)),
        Act::Close => app.said.set(None),
        Act::Again => app.flush(),
    };
    let names = Words {
        undo: t.undo,
        close: t.close,
        again: t.try_again,
    };
    let shown = move || {
        let said = app.said.read();
        let said = said.as_ref();
        let failed = matches!(*app.saving.read(), Saving::NotSaved(_));
        // Behind a question "Saved" would read as a part of it.
        let asks = said.is_some_and(|said| said.asks) && !failed;
        Shown {
            said: said.map(|said| said.words.clone()).unwrap_or_default(),
            standing: if asks { String::new() } else { standing() },
            can_undo: said.is_some_and(|said| !said.undo.is_empty()),
            failed,
        }
    };
    toast(names, shown, act)
}

/// What would be lost by an undo. What is a page long is not shown, nor what has no words.
fn loses(t: OwnWords, lost: &str) -> String {
    if lost.is_empty() || lost.len() > MOST_LOST {
        return t.undo_loses_change.to_owned();
    }
    fill(t.undo_loses, &[lost])
}

fn not_saved(t: OwnWords, error: &crate::platform::storage::StoreError) -> &'static str {
    use crate::platform::storage::StoreError;
    match error {
        StoreError::Full => t.not_saved_full,
        StoreError::TooNew => t.too_new,
        _ => "",
    }
}
