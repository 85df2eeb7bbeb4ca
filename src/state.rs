//! The app's state: a small `Copy` handle given by context; signals inside, commands outside.
//!
//! A tap travels: a page calls a command of the journal, [`App::keep`] applies and saves what it changed, and the
//! signals redraw. Only the keeper in here writes to the stores.

pub mod apart;
mod beside;
mod boot;
pub mod bringing;
pub mod codes;
pub mod copies;
pub mod device;
mod keeper;
pub mod links;
pub mod lock;
pub mod pictures;
pub mod reminding;
mod replicas;
pub mod taking;

use crate::domain::change::{Changed, Key};
use crate::domain::commands::Refusal;
use crate::domain::day::Day;
use crate::domain::insight;
use crate::domain::journal::Journal;
use crate::domain::settings::{Settings, Theme};
use crate::platform::storage::StoreError;
use crate::platform::{appearance, badge, clock};
use apart::Diary;
use keeper::Keeper;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;

/// How the latest change stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been changed yet.
    Idle,
    /// On its way to the durable copy.
    Saving,
    /// On the device: it is there after a crash.
    Saved,
    /// Not on the device. It is still on the page.
    NotSaved(StoreError),
    /// There is no store: it lasts as long as the page.
    NotKept,
}

/// What was just done, with what takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// A short sentence.
    pub words: String,
    /// What undoes it.
    pub undo: Changed,
}

/// What a person has to know about how their entries are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Only the quick copy works here.
    OneCopy,
    /// Nothing can be kept here.
    NoCopy,
    /// A newer version wrote here: read only.
    TooNew,
    /// So many records could not be read; they are kept aside.
    SetAside(usize),
    /// Records were damaged in one copy and put right from the other.
    Rescued,
    /// The browser cleared what was kept while the app was open.
    Cleared,
}

/// The app's state.
#[derive(Clone, Copy, Debug)]
pub struct App {
    /// Whose diary it is.
    pub diary: Diary,
    /// All records.
    pub journal: RwSignal<Journal>,
    /// The day it is for this person.
    pub today: RwSignal<Day>,
    /// How the latest change stands.
    pub saving: RwSignal<Saving>,
    /// What was just done.
    pub said: RwSignal<Option<Said>>,
    /// What has to be known about how entries are kept.
    pub notices: RwSignal<Vec<Notice>>,
    /// Both copies have been read; until then nothing is written.
    pub loaded: RwSignal<bool>,
    /// Whether what is kept is locked, and not open yet.
    pub locked: RwSignal<bool>,
    /// Whether advice about this browser is shown; see [`device::Place`].
    pub advice: RwSignal<bool>,
    /// The text of an encrypted copy that was chosen, and is still to be opened.
    pub locked_copy: StoredValue<String>,
    /// Notes of days that were too long to be kept, as they were typed.
    pub unkept_notes: StoredValue<Vec<(Day, String)>>,
    keeper: StoredValue<Keeper, LocalStorage>,
}

impl App {
    /// Reads the working copy, so that the first paint has data, and goes on with the durable one.
    #[must_use]
    pub fn start() -> Self {
        let diary = Diary::here();
        let (keeper, journal) = Keeper::open(diary);
        let locked = keeper.is_locked();
        let today = day_now(&journal.settings());
        let app = Self {
            diary,
            journal: RwSignal::new(journal),
            today: RwSignal::new(today),
            saving: RwSignal::new(Saving::Idle),
            said: RwSignal::new(None),
            notices: RwSignal::new(Vec::new()),
            loaded: RwSignal::new(false),
            locked: RwSignal::new(locked),
            advice: RwSignal::new(diary == Diary::Own && device::may_not_keep()),
            locked_copy: StoredValue::new(String::new()),
            unkept_notes: StoredValue::new(Vec::new()),
            keeper: StoredValue::new_local(keeper),
        };
        clock::on_new_time(move || {
            app.look_at_clock();
            app.catch_up();
        });
        app.follow_settings();
        app.follow_badge();
        if diary == Diary::Own {
            app.load_rest();
        }
        app
    }

    /// Applies what a command changed, says `words` with an undo, and saves it.
    ///
    /// # Errors
    /// What the command refused, unchanged: the page says it beside the field.
    pub fn keep(
        self,
        outcome: Result<Changed, Refusal>,
        words: impl Into<String>,
    ) -> Result<(), Refusal> {
        let changed = outcome?;
        if self.is_read_only() {
            self.saving.set(Saving::NotSaved(StoreError::TooNew));
            return Ok(());
        }
        self.said.set(Some(Said {
            words: words.into(),
            undo: changed.inverse(),
        }));
        self.apply(&changed);
        Ok(())
    }

    /// Takes back what was just done.
    pub fn undo(self, words: impl Into<String>) {
        if let Some(said) = self.said.get_untracked() {
            self.said.set(Some(Said {
                words: words.into(),
                undo: Changed::default(),
            }));
            self.apply(&said.undo);
        }
    }

    /// Keeps the person's choices, without a word.
    pub fn set(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.journal.with_untracked(Journal::settings);
        change(&mut settings);
        self.set_all(settings);
    }

    /// Apart from [`App::set`], which is made again for every caller.
    fn set_all(self, settings: Settings) {
        let changed = self.journal.with_untracked(|journal| journal.set(settings));
        if self.is_read_only() {
            return;
        }
        // Taking back an earlier choice would take this one back with it.
        let undoes_choices = |said: &Said| {
            let mut undone = said.undo.0.iter();
            undone.any(|change| change.key == Key::Settings)
        };
        if self
            .said
            .with_untracked(|said| said.as_ref().is_some_and(undoes_choices))
        {
            self.said.set(None);
        }
        self.apply(&changed);
    }

    /// Whether the person has chosen another name for the app.
    #[must_use]
    pub fn has_other_name(self) -> bool {
        if self.locked.get() {
            // `start.js` knows it from the lock.
            return appearance::is_marked("data-look", "notes");
        }
        let settings = self.journal.with(Journal::settings);
        settings.look.is_some()
    }

    /// Whether nothing may be changed, because a newer version has written here.
    #[must_use]
    pub fn is_read_only(self) -> bool {
        self.notices
            .with_untracked(|notices| notices.contains(&Notice::TooNew))
    }

    /// The day it is, read anew (the page may have slept over the day's end).
    #[must_use]
    pub fn today_now(self) -> Day {
        self.look_at_clock();
        self.today.get_untracked()
    }

    fn look_at_clock(self) {
        let now = day_now(&self.journal.with_untracked(Journal::settings));
        if self.today.get_untracked() != now {
            self.today.set(now);
        }
    }

    /// Colours, size of text and the day's end follow the settings, also when another tab changes them.
    fn follow_settings(self) {
        let follow = RenderEffect::new(move |_: Option<()>| {
            if self.locked.get() {
                // Its settings are not known. `start.js` has set what may be.
                return;
            }
            let settings = self.journal.with(Journal::settings);
            let theme = settings.theme;
            appearance::set_theme((theme != Theme::System).then(|| theme.name()));
            appearance::set_text_size(settings.text.name());
            appearance::mark("data-look", settings.look.as_deref().unwrap_or("waymark"));
            appearance::mark("data-leave", settings.leave.as_deref().unwrap_or("weather"));
            appearance::mark("data-hide", if settings.hide { "yes" } else { "no" });
            self.look_at_clock();
        });
        StoredValue::new_local(follow);
    }
}

impl App {
    /// The dot on the app's icon follows what is left for today, for those who want it.
    fn follow_badge(self) {
        let follow = RenderEffect::new(move |was: Option<Option<bool>>| {
            let today = self.today.get();
            let wanted = self.journal.with(|journal| {
                let wanted = journal.settings().badge;
                wanted.then(|| insight::is_something_left(journal, today))
            });
            if was.flatten() != wanted {
                badge::show(wanted == Some(true));
            }
            wanted
        });
        StoredValue::new_local(follow);
    }
}

/// The day that the person's clock shows.
fn day_now(settings: &Settings) -> Day {
    let now = clock::local_time();
    // A clock before 1900 or after 9999 is a broken one; the app must still open.
    Day::at(now.year, now.month, now.day, now.hour, settings.day_ends_at).unwrap_or(Day::FIRST)
}
