//! The app's state: a small `Copy` handle given by context; signals inside, commands outside.
//!
//! A tap travels: a page calls a command of the journal, [`App::keep`] applies and saves what it changed, and the
//! signals redraw. `store/` decides when something is saved; this is a thin handle that mirrors it into signals.

pub mod apart;
pub mod bringing;
pub mod codes;
pub mod copies;
pub mod device;
pub mod links;
pub mod lock;
pub mod pictures;
pub mod reminding;
mod saving;
mod shell;
pub mod taking;
pub mod typing;

pub use crate::store::page::Notice;
pub use crate::store::saver::Saving;

use crate::domain::change::Changed;
use crate::domain::commands::Refusal;
use crate::domain::day::Day;
use crate::domain::insight;
use crate::domain::journal::Journal;
use crate::domain::settings::{Settings, Theme};
use crate::platform::storage::{
    IndexedVault, LocalFuture, LocalMirror, Mirror, StoreError, Vault, prefix,
};
use crate::platform::tabs::Tabs;
use crate::platform::{appearance, badge, chance, clock};
use crate::store::tab::Tab;
use apart::Diary;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use shell::{Beside, Shell};
use std::rc::Rc;

/// What was just done, with what takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// A short sentence.
    pub words: String,
    /// What undoes it.
    pub undo: Changed,
    /// Something of it was changed since, and the person is asked whether that is to go too.
    pub asks: bool,
}

impl Said {
    /// Something that was just done.
    fn new(words: impl Into<String>, undo: Changed) -> Self {
        Self {
            words: words.into(),
            undo,
            asks: false,
        }
    }
}

/// What the app holds that is no signal.
#[derive(Debug)]
struct Held {
    tab: Tab,
    beside: Rc<Beside>,
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
    /// It is known whether what the working copy holds may be shown.
    pub drawable: RwSignal<bool>,
    /// Whether what is kept is locked, and not open yet.
    pub locked: RwSignal<bool>,
    /// Whether advice about this browser is shown; see [`device::Place`].
    pub advice: RwSignal<bool>,
    /// The text of an encrypted copy that was chosen, and is still to be opened.
    pub locked_copy: StoredValue<String>,
    /// Notes of days that were too long to be kept, as they were typed.
    pub unkept_notes: StoredValue<Vec<(Day, String)>>,
    /// One value for all that is no signal: each further kind of value is code of its own.
    held: StoredValue<Rc<Held>, LocalStorage>,
}

impl App {
    /// Reads the first of the working copy, and goes on with the durable one. Nothing may be drawn before it is
    /// [`drawable`](App::drawable).
    #[must_use]
    pub fn start() -> Self {
        let shell = Shell {
            diary: Diary::here(),
            journal: RwSignal::new(Journal::default()),
            saving: RwSignal::new(Saving::Idle),
            said: RwSignal::new(None),
            notices: RwSignal::new(Vec::new()),
            loaded: RwSignal::new(false),
            locked: RwSignal::new(false),
            drawable: RwSignal::new(false),
            unkept_notes: StoredValue::new(Vec::new()),
            beside: Rc::default(),
        };
        let is_own = shell.diary == Diary::Own;
        // A diary apart has no working copy.
        let mirror = is_own.then(|| LocalMirror::open(prefix()).ok()).flatten();
        let mirror = mirror.map(|mirror| Rc::new(mirror) as Rc<dyn Mirror>);
        let tab = Tab::open(Rc::new(shell.clone()), mirror, chance::seed());
        let app = Self {
            diary: shell.diary,
            journal: shell.journal,
            today: RwSignal::new(day_now(&Settings::default())),
            saving: shell.saving,
            said: shell.said,
            notices: shell.notices,
            loaded: shell.loaded,
            drawable: shell.drawable,
            locked: shell.locked,
            advice: RwSignal::new(is_own && device::may_not_keep()),
            locked_copy: StoredValue::new(String::new()),
            unkept_notes: shell.unkept_notes,
            held: StoredValue::new_local(Rc::new(Held {
                tab: tab.clone(),
                beside: Rc::clone(&shell.beside),
            })),
        };
        clock::on_new_time(move || {
            app.look_at_clock();
            app.tab().wake();
        });
        if is_own {
            let tabs = Tabs::open(&prefix(), move || app.tab().wake());
            app.beside().tabs.replace(Some(tabs));
            tab.start(open_vault());
        } else {
            shell.drawable.set(true);
        }
        app.keep_before_reload();
        app.follow_settings();
        app.follow_badge();
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
            self.tab().refuse();
            return Ok(());
        }
        self.said.set(Some(Said::new(words, changed.inverse())));
        self.apply(&changed);
        Ok(())
    }

    /// Takes back what was just done. What was changed since, by another tab, does not go without a word: `ask` says what
    /// would be lost, of which it gets the words, and only a second tap takes it back.
    pub fn undo(self, done: &str, ask: impl Fn(&str) -> String) {
        let Some(mut said) = self.said.get_untracked() else {
            return;
        };
        let since = self.journal.with_untracked(|journal| {
            let since = journal.changed_since(&said.undo);
            let words = since.iter().find_map(|key| journal.body(key)?.words());
            (!since.is_empty()).then(|| words.unwrap_or_default().to_owned())
        });
        match since {
            Some(lost) if !said.asks => {
                said.words = ask(&lost);
                said.asks = true;
                self.said.set(Some(said));
            }
            _ => {
                self.said.set(Some(Said::new(done, Changed::default())));
                self.apply(&said.undo);
            }
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
            if self.locked.get() || !self.drawable.get() {
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

/// The durable copy of this device.
fn open_vault() -> LocalFuture<Result<Rc<dyn Vault>, StoreError>> {
    Box::pin(async {
        let vault = IndexedVault::open(prefix()).await?;
        Ok(Rc::new(vault) as Rc<dyn Vault>)
    })
}

/// The day that the person's clock shows.
fn day_now(settings: &Settings) -> Day {
    let now = clock::local_time();
    // A clock before 1900 or after 9999 is a broken one; the app must still open.
    Day::at(now.year, now.month, now.day, now.hour, settings.day_ends_at).unwrap_or(Day::FIRST)
}
