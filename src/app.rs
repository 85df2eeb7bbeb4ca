//! The shell around the pages: navigation, notices, what was just done, and which page an address shows.

use crate::content::text::{Text, text};
use crate::pages;
use crate::platform::{address, focus, leave, page, panic, updates};
use crate::route::Route;
use crate::state::{App, Notice, Saving, device};
use crate::ui::icon;
use crate::ui::toast::{Act, Words, toast};
use leptos::prelude::*;

/// Starts the app, unless the page is covered since Leave was tapped.
pub fn start() {
    panic::install();
    if leave::covered() {
        return;
    }
    if let Some(root) = page::root() {
        leptos::mount::mount_to(root, shell).forget();
        page::started();
    }
}

fn shell() -> AnyView {
    let app = App::start();
    provide_context(app);
    let t = text();
    let route = RwSignal::new(Route::parse(&address::hash()));
    let update_ready = RwSignal::new(false);
    address::on_hash_change(move || {
        let new = Route::parse(&address::hash());
        // What was just done has been seen; a form that goes back to its page says something new after this.
        route.set(new);
        focus::focus_heading();
    });
    updates::start(move || update_ready.set(true), || {});
    Effect::new(move || {
        let title = section(&route.get()).map_or(t.app, |section| section.name(t));
        focus::set_title(&[title, " · ", t.app].concat());
    });
    view! {
        {bar(route)}
        <main id="main">
            {notices(app, update_ready)}
            {move || draw(&route.get())}
        </main>
        {said(app)}
    }
    .into_any()
}

/// The page at an address.
fn draw(route: &Route) -> AnyView {
    use pages::{goals, help, ideas, log, look_back, milestones, more, nowhere, today};
    match route {
        Route::Today => today::today(),
        Route::Day(day) => today::day(*day),
        Route::Log(day, way) => log::log(*day, *way),
        Route::Entry(day, id) => log::entry(*day, id),
        Route::Goals => goals::goals(),
        Route::NewGoal(idea) => goals::new(idea.as_ref()),
        Route::Goal(id) => goals::edit(id),
        Route::Ideas(way) => ideas::ideas(*way),
        Route::Milestones => milestones::milestones(),
        Route::Bank => milestones::bank(),
        Route::Group(id) => milestones::group(id),
        Route::NewMilestone(id) => milestones::new(id.as_ref()),
        Route::Milestone(id) => milestones::edit(id),
        Route::Week(day) => look_back::week(*day),
        Route::Month(day) => look_back::month(*day),
        Route::Help => help::help(),
        Route::More => more::more(),
        Route::Appearance => more::appearance(),
        Route::Days => more::days(),
        Route::Parts => more::parts(),
        Route::Kept => more::kept(),
        Route::Delete => more::delete(),
        Route::About => more::about(),
        Route::Nowhere => nowhere::nowhere(),
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
    fn name(self, t: &Text) -> &'static str {
        [t.today, t.goals, t.milestones, t.look_back, t.more][self as usize]
    }
}

/// The place of the bar that a screen belongs to; Help belongs to none.
fn section(route: &Route) -> Option<Section> {
    Some(match route {
        Route::Today | Route::Day(_) | Route::Log(..) | Route::Entry(..) => Section::Today,
        Route::Goals | Route::NewGoal(_) | Route::Goal(_) | Route::Ideas(_) => Section::Goals,
        Route::Milestones
        | Route::Bank
        | Route::Group(_)
        | Route::NewMilestone(_)
        | Route::Milestone(_) => Section::Milestones,
        Route::Week(_) | Route::Month(_) => Section::LookBack,
        Route::More
        | Route::Appearance
        | Route::Days
        | Route::Parts
        | Route::Kept
        | Route::Delete
        | Route::About => Section::More,
        Route::Help | Route::Nowhere => return None,
    })
}

fn bar(route: RwSignal<Route>) -> AnyView {
    let t = text();
    let places = [
        (Section::Today, Route::Today, icon::HOME),
        (Section::Goals, Route::Goals, icon::TARGET),
        (Section::Milestones, Route::Milestones, icon::FLAG),
        (Section::LookBack, Route::Week(None), icon::CALENDAR),
        (Section::More, Route::More, icon::LINES),
    ];
    let place = |(place, to, path): (Section, Route, &'static str)| {
        let here = move || (section(&route.get()) == Some(place)).then_some("page");
        view! {
            <a href=to.href() aria-current=here>
                {icon::icon(path)}
                <span>{place.name(t)}</span>
            </a>
        }
    };
    view! {
        <nav class="bar" aria-label=t.nav>
            {places.map(place).collect_view()}
        </nav>
    }
    .into_any()
}

fn notices(app: App, update_ready: RwSignal<bool>) -> AnyView {
    let t = text();
    let words = move |notice: Notice| match notice {
        Notice::OneCopy => t.one_copy.to_owned(),
        Notice::NoCopy => t.no_copy.to_owned(),
        Notice::TooNew => t.too_new.to_owned(),
        Notice::SetAside(count) => t.count(t.set_aside_one, t.set_aside_many, count),
    };
    let one = move |notice| {
        let again = (notice == Notice::TooNew).then(|| {
            view! { <button class="plain" on:click=|_| device::reload()>{t.load_again}</button> }
        });
        view! { <div class="notice"><p>{words(notice)}</p>{again}</div> }
    };
    view! {
        <div role="status">
            {move || app.notices.get().into_iter().map(one).collect_view()}
            <div class="notice" hidden=move || !update_ready.get()>
                <p>{t.new_version}</p>
                <button class="plain" on:click=|_| updates::use_new_version()>
                    {t.use_it}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// What was just done, how its saving stands, and a way back.
fn said(app: App) -> AnyView {
    let t = text();
    let standing = move || match app.saving.get() {
        Saving::Idle => String::new(),
        Saving::Saving => t.saving.to_owned(),
        Saving::Saved => t.saved.to_owned(),
        Saving::NotSaved(error) => [t.not_saved, " ", not_saved(t, &error)].concat(),
        Saving::NotKept => t.not_kept.to_owned(),
    };
    let act = move |act| match act {
        Act::Undo => app.undo(t.undone),
        Act::Close => {
            app.said.set(None);
            device::focus_on("main");
        }
        Act::Again => app.flush(),
    };
    let words = Words {
        undo: t.undo,
        close: t.close,
        again: t.try_again,
    };
    toast(
        words,
        Signal::derive(move || app.said.get().map(|said| said.words)),
        Signal::derive(standing),
        Signal::derive(move || {
            app.said
                .with(|said| said.as_ref().is_some_and(|said| !said.undo.is_empty()))
        }),
        Signal::derive(move || matches!(app.saving.get(), Saving::NotSaved(_))),
        act,
    )
}

fn not_saved(t: &Text, error: &crate::platform::storage::StoreError) -> &'static str {
    use crate::platform::storage::StoreError;
    match error {
        StoreError::Full => t.not_saved_full,
        StoreError::TooNew => t.too_new,
        _ => "",
    }
}
