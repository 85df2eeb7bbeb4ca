//! The goals, to be put in the person's own order.

use super::is_kept;
use crate::content::text::{goals, text};
use crate::domain::id::Id;
use crate::pages::app;
use crate::pages::movers::Arranged;
use crate::route::Route;
use crate::state::App;
use crate::ui::dom::{El, each, el, group, nothing};
use crate::ui::heading::{heading, para, up};
use crate::ui::sorting::{Dragged, sortable};
use leptos::prelude::*;
use std::rc::Rc;

/// The goals that are kept, each with its movers.
#[must_use]
pub fn order() -> El {
    let app = app();
    let g = goals();
    let list = Arranged {
        ids: Rc::new(move || ids(app)),
        shift: Rc::new(move |id, up| {
            let ids = untrack(|| ids(app));
            let place = ids.iter().position(|other| other == id);
            let beside = place.and_then(|place| {
                let beside = if up { place.checked_sub(1)? } else { place + 1 };
                ids.get(beside)
            });
            if let Some(beside) = beside {
                put(app, id, beside, !up);
            }
        }),
        said: RwSignal::new(String::new()),
    };
    let dragged = Dragged::default();
    let status = list.status();
    group([
        up(&Route::Goals.href(), text().goals),
        heading(g.order),
        para("hint", g.order_hint),
        status,
        el("ol").class("arrange").with([each(
            move || ids(app),
            move |id| row(app, id, &list, &dragged),
        )]),
    ])
}

fn ids(app: App) -> Vec<String> {
    let today = app.today.get();
    app.journal.with(|journal| {
        let mut ids = Vec::new();
        for (id, goal) in journal.goals() {
            if is_kept(goal, today) {
                ids.push(id.to_string());
            }
        }
        ids
    })
}

/// Moves a goal to right before, or after, another.
fn put(app: App, id: &str, beside: &str, after: bool) {
    if let (Some(id), Some(beside)) = (Id::parse(id), Id::parse(beside)) {
        let order = app
            .journal
            .with_untracked(|journal| journal.goal_moved(&id, &beside, after));
        app.set(|settings| settings.goal_order = order);
    }
}

fn row(app: App, key: &str, list: &Arranged, dragged: &Dragged) -> El {
    let words = app.journal.with_untracked(|journal| {
        let goal = journal.goal(&Id::parse(key)?)?;
        Some(goal.words.clone())
    });
    let Some(words) = words else {
        return nothing();
    };
    let card = el("li").class("card").with([
        el("p").class("row").with([el("b").say(&words)]),
        list.movers(key, &words),
    ]);
    let (own, list) = (key.to_owned(), list.clone());
    sortable(card, key, dragged, move |id| {
        let ids = untrack(|| ids(app));
        let place = |id: &str| ids.iter().position(|other| other == id);
        // From above it comes to stand below, and the other way round.
        put(app, id, &own, place(id) < place(&own));
        let moved = Id::parse(id).and_then(|id| {
            app.journal
                .with_untracked(|journal| Some(journal.goal(&id)?.words.clone()))
        });
        list.say_place(id, &moved.unwrap_or_default());
    })
}
