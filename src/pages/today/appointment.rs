//! Whom the person meets today or tomorrow: one quiet line, which says no more than a name and a day.

use crate::content::text::{fill, text};
use crate::domain::line::List;
use crate::pages::app;
use crate::route::Route;
use crate::ui::dom::{El, group, live};
use crate::ui::heading::link;
use leptos::prelude::*;

/// The appointments of today and tomorrow; nothing while there are none.
#[must_use]
pub(super) fn appointment() -> El {
    let app = app();
    let t = text();
    live(move || {
        let today = app.today.get();
        let journal = app.journal.read();
        let mut lines = Vec::new();
        for (_, line) in journal.lines(List::Appointments) {
            let template = match line.day {
                Some(day) if day == today => t.meet_today,
                Some(day) if day == today.after(1) => t.meet_tomorrow,
                _ => continue,
            };
            // "Sam, half past two, at the hub": who it is comes first, and the rest is a tap away.
            let who = line.words.split(',').next().unwrap_or_default();
            lines.push(link("meet", &Route::Worker.href(), &fill(template, &[who])));
        }
        group(lines)
    })
}
