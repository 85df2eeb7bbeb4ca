//! The second part of the program: the screens that are opened rarely. A first visit does not load it; the worker keeps
//! it for later, as it keeps the files of words.
//!
//! One function, `draw_later`, is the only way into it. `.ci/split-program` follows what the linker knows of who calls
//! whom: what only that function reaches goes into a file of its own, and everything else stays in the main part. So a
//! screen is moved by moving its line between `draw` in `src/app.rs` and `draw` here. A debug build is not split.

use super::section;
use crate::content::text::text;
use crate::pages::{look_back, milestones, more};
use crate::platform::{address, focus};
use crate::route::Route;
use crate::ui::dom::{El, group, nothing, slot};
use crate::ui::heading::{button, heading, para};
use leptos::task::spawn_local;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::SplitLoaderError;

/// Whether the second part is loaded.
static IS_HERE: AtomicBool = AtomicBool::new(false);

/// A screen of the second part, which is loaded the first time.
pub(super) fn screen(route: &Route) -> El {
    if IS_HERE.load(Ordering::Relaxed) {
        return draw_at_once(route);
    }
    let route = route.clone();
    let asked_at = address::hash();
    let (place, found) = slot();
    spawn_local(async move {
        let is_here = load().await.is_ok();
        IS_HERE.store(is_here, Ordering::Relaxed);
        if address::hash() != asked_at {
            return;
        }
        place.show(|| {
            if is_here {
                draw_at_once(&route)
            } else {
                not_loaded(&route)
            }
        });
        focus::focus_heading();
    });
    found
}

fn not_loaded(route: &Route) -> El {
    let t = text();
    group([
        heading(section(route).map_or(t.app, |section| section.name(t))),
        para("", t.not_loaded),
        button("pill", t.try_again, address::reload),
    ])
}

/// Nothing is waited for any more once the second part is here.
fn draw_at_once(route: &Route) -> El {
    let drawing = pin!(draw_later(route));
    match drawing.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(screen)) => screen,
        _ => nothing(),
    }
}

#[cfg(not(debug_assertions))]
#[wasm_split_helpers::wasm_split(later, fallible, preload(load))]
fn draw_later(route: &Route) -> Result<El, SplitLoaderError> {
    Ok(draw(route))
}

#[cfg(debug_assertions)]
async fn draw_later(route: &Route) -> Result<El, SplitLoaderError> {
    load().await.map(|()| draw(route))
}

#[cfg(debug_assertions)]
async fn load() -> Result<(), SplitLoaderError> {
    std::future::ready(Ok(())).await
}

/// The screens of the second part.
fn draw(route: &Route) -> El {
    match route {
        Route::Bank => milestones::bank(),
        Route::Group(id) => milestones::group(id),
        Route::NewMilestone(id) => milestones::new(id.as_ref()),
        Route::Milestone(id) => milestones::edit(id),
        Route::Week(day) => look_back::week(*day),
        Route::Month(day) => look_back::month(*day),
        Route::Appearance => more::appearance(),
        Route::Days => more::days(),
        Route::Parts => more::parts(),
        Route::Kept => more::kept(),
        Route::Moving => more::moving(),
        Route::Delete => more::delete(),
        Route::About => more::about(),
        _ => nothing(),
    }
}
