//! What pages may ask of the device. They never touch `platform` themselves.

use super::App;
use crate::content::text::LANGUAGE;
use crate::domain::day::Day;
use crate::domain::journal::Journal;
use crate::domain::milestone::When;
use crate::exchange::backup;
use crate::platform::files::{self, FileError};
use crate::platform::storage::{ask_to_persist, estimate, persisted, prefix};
use crate::platform::{
    address, chance, device, focus, intl, page, session, share, timers, updates,
};
use leptos::prelude::*;

pub use crate::platform::badge::is_there as can_badge;
pub use crate::platform::device::{Place, place};
pub use crate::platform::files::File;
pub use crate::platform::intl::{DayStyle, lower_case};
pub use crate::platform::page::version;
pub use crate::platform::sight::on_hidden;
pub use crate::platform::timers::Timer;

/// For how many days a person who put it off is not asked again whether the browser may keep the entries for good.
const PUT_OFF_DAYS: u64 = 30;

/// A day as the person's language writes it.
#[must_use]
pub fn say_day(day: Day, style: DayStyle) -> String {
    intl::day(LANGUAGE, day.year(), day.month(), day.day_of_month(), style)
}

/// A day for a heading: with its year only when that is not this year.
#[must_use]
pub fn say_full(day: Day, today: Day) -> String {
    let style = if day.year() == today.year() {
        DayStyle::Full
    } else {
        DayStyle::FullWithYear
    };
    say_day(day, style)
}

/// A date as exact as it is known.
#[must_use]
pub fn say_when(when: When) -> String {
    match when {
        When::Day(day) => say_day(day, DayStyle::Long),
        When::Month(day) => say_day(day, DayStyle::Month),
        When::Year(day) => day.year().to_string(),
    }
}

/// Goes to an address (`#/…`); Back returns from it.
pub fn go(href: &str) {
    address::go(href.trim_start_matches('#'));
}

/// Goes to an address in place of the present one: for a form that is done with.
pub fn go_instead(href: &str) {
    address::replace(href.trim_start_matches('#'));
}

/// The address after `#` of the page that is open.
#[must_use]
pub fn here() -> String {
    address::hash()
}

/// Lets the page be drawn before the caller goes on.
pub async fn pause() {
    timers::pause().await;
}

/// Puts the focus on an element.
pub fn focus_on(id: &str) {
    focus::focus(id);
}

/// Puts the focus on the page's heading: for when what had it goes away.
pub fn focus_on_heading() {
    focus::focus_heading();
}

/// The address at which the app is found, to be opened elsewhere.
#[must_use]
pub fn page_address() -> String {
    address::page()
}

/// Whether this device has a sheet for handing a copy on.
#[must_use]
pub fn can_share() -> bool {
    share::can_share()
}

/// Opens the dialogue for printing the page.
pub fn print() {
    page::print();
}

/// The same, with a title of its own on the paper and for the file.
pub fn print_as(title: &str) {
    page::print_as(title);
}

/// Random bits for a new id.
#[must_use]
pub fn random() -> u64 {
    chance::random_u64()
}

/// A number to shuffle by.
#[must_use]
pub fn seed() -> u32 {
    chance::seed()
}

/// Does something after a while, unless the timer is dropped.
pub fn after(ms: i32, act: impl FnOnce() + 'static) -> Timer {
    timers::after(ms, act)
}

/// Loads the page again.
pub fn reload() {
    address::reload();
}

/// Takes away what the app has on this device beside the person's records: what the tab remembers, its own files and
/// its worker. Whether all of these files went.
pub async fn forget_app() -> bool {
    session::forget_all();
    updates::forget_files(&prefix()).await
}

/// Takes from the clipboard what this page put there: whether it could, or `None` when there was nothing of it. Call it
/// from a tap.
pub async fn clear_copied() -> Option<bool> {
    share::clear_copied().await
}

/// Loads the page anew, from its first screen.
pub fn start_anew() {
    address::go("/");
    address::reload();
}

/// The text of one of the app's own files, which is not in the program; `None` when it cannot be had.
pub async fn own_file(name: &str) -> Option<String> {
    files::fetch(name).await
}

/// Reads a file that should be a copy of ours.
///
/// # Errors
/// Why it cannot be one.
pub async fn read_copy(file: File) -> Result<String, FileError> {
    #[allow(clippy::cast_precision_loss, reason = "20 million is exact")]
    files::read_text(file, backup::MOST_BYTES as f64).await
}

pub use crate::platform::files::FileError as CopyFileError;

/// How this device keeps the entries.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Whether the browser promised to keep them; `None` when it does not say.
    pub persistent: Option<bool>,
    /// Kilobytes used, when the browser says.
    pub kilobytes: Option<f64>,
    /// Opened as an app of its own, not in a browser.
    pub installed: bool,
}

/// Looks how this device keeps the entries.
pub async fn standing() -> Standing {
    Standing {
        persistent: persisted().await,
        kilobytes: estimate().await.map(|(used, _)| (used / 1000.0).ceil()),
        installed: device::is_installed(),
    }
}

/// Tells whether the app opens without a network, with its lock if it has one: what is true now, and each time that it
/// was looked at again.
pub fn on_offline_ready(app: App, tell: impl Fn(bool) + 'static) {
    updates::on_offline_ready(app.is_lock_on(), tell);
}

/// Asks the browser to keep the entries; the answer is in [`standing`].
pub async fn ask_for_persistence() {
    ask_to_persist().await;
}

/// Whether the person should hear, before they note anything, that this browser may not keep it.
#[must_use]
pub(super) fn may_not_keep() -> bool {
    matches!(place(), Place::IPhone | Place::InApp) && !device::is_installed()
}

/// At the first save of a visit: asks the browser to keep the entries for good. One that would ask the person in turn
/// is not asked before they have been told why, and not for a while once they put it off.
pub(super) async fn keep_for_good(app: App) {
    if place() != Place::Firefox {
        ask_to_persist().await;
        return;
    }
    let put_off = app.journal.with_untracked(Journal::settings).put_off;
    let lately = put_off.is_some_and(|day| day.after(PUT_OFF_DAYS) > app.today.get_untracked());
    if !lately && persisted().await == Some(false) {
        app.advice.set(true);
    }
}

impl App {
    /// Notes that the person does not want to be asked now.
    pub fn put_off_asking(self) {
        let today = self.today_now();
        self.set(|settings| settings.put_off = Some(today));
    }
}
