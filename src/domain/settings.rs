//! How a person wants the app to be. Everything starts at the quietest choice.

pub(super) mod each;
mod look;

pub use look::{TextSize, Theme};

use super::day::{Day, WeekdayNumber};
use super::fields::{Fields, Stored, put, put_unless_default};
use serde_json::Value;

/// The person's choices on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on a screen"
)]
pub struct Settings {
    /// Light or dark. `public/start.js` reads it by this name before the first paint.
    pub theme: Theme,
    /// How large text is. `public/start.js` reads it by this name before the first paint.
    pub text: TextSize,
    /// Whether the recovery parts are shown.
    pub recovery: bool,
    /// Hours after midnight at which the person's day ends, 0 to 6.
    pub day_ends_at: u8,
    /// The day their week starts on.
    pub week_starts: WeekdayNumber,
    /// The nation chosen on Help, by its name in the help lines' data.
    pub nation: Option<String>,
    /// The day a copy was last saved to a file.
    pub last_copy: Option<Day>,
    /// How many things there have to be before a copy is offered again.
    pub offer_at: u32,
    /// The day on which the person put off being asked whether the browser may keep things for good.
    pub put_off: Option<Day>,
    /// The person's word for recovery.
    pub word: Word,
    /// What the person does not want to see: ids of groups and milestones of the bank.
    pub hidden: Vec<String>,
    /// The order of the milestone groups, by their ids; those that are not in it follow by their titles.
    pub group_order: Vec<String>,
    /// Every how many weeks a check-up is offered: 4, 8 or 12; 0 is never.
    pub checkup_weeks: u8,
    /// The day on which the person put off a check-up.
    pub checkup_put_off: Option<Day>,
    /// The order of the goals, by their ids; those that are not in it follow by their age.
    pub goal_order: Vec<String>,
    /// Whether the day's page asks "How was today?".
    pub asks_mood: bool,
    /// The day of the week on which a review is offered, 1 to 7; 0 is never.
    pub review_day: u8,
    /// When the calendar reminds of the weekly review, in minutes after midnight.
    pub review_at: Option<u16>,
    /// When the calendar reminds of a check-up, in minutes after midnight.
    pub checkup_at: Option<u16>,
    /// How many calendar files were saved: the sequence number of the last one (RFC 5545, 3.8.7.4).
    pub calendar_saves: u32,
    /// What else was chosen for reminders, and what the last calendar file held: see `reminder/choices.rs`.
    pub calendar: Vec<String>,
    /// Whether the app's icon has a dot while something is left for today.
    pub badge: bool,
    /// Whether the page is covered when it opens. `public/start.js` reads this and the next three by these names.
    pub covered: bool,
    /// Whether the page is covered when it loses the focus.
    pub hide: bool,
    /// Where Leave leads, by a name in `index.html`; `None`: the weather.
    pub leave: Option<String>,
    /// Another name and icon, by a name in `index.html`; `None`: its own.
    pub look: Option<String>,
    /// After how many minutes without a tap an open lock shuts; 0 is never.
    pub lock_after: u8,
    /// Whether an open lock shuts when the page is hidden.
    pub lock_hidden: bool,
}

impl Settings {
    /// The same with numbers brought into their bounds, for what comes from elsewhere.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.day_ends_at = self.day_ends_at.min(6);
        self.week_starts = self.week_starts.clamp(1, 7);
        self.checkup_weeks = self.checkup_weeks.min(12);
        self.review_day = self.review_day.min(7);
        self.review_at = self.review_at.filter(|minutes| *minutes < 24 * 60);
        self.checkup_at = self.checkup_at.filter(|minutes| *minutes < 24 * 60);
        self
    }

    /// Takes them out of a stored object, within their bounds. What this version cannot read, or not in full, stays there
    /// and is the quietest choice here: one value of a newer version must not take all the others along.
    pub(super) fn take(from: &mut Fields) -> Self {
        let quiet = Self::default();
        let settings = Self {
            theme: take_kept(from, "theme", quiet.theme),
            text: take_kept(from, "text", quiet.text),
            recovery: take_kept(from, "recovery", quiet.recovery),
            day_ends_at: take_kept(from, "day_ends_at", quiet.day_ends_at),
            week_starts: take_kept(from, "week_starts", quiet.week_starts),
            nation: take_kept(from, "nation", quiet.nation),
            last_copy: take_kept(from, "last_copy", quiet.last_copy),
            offer_at: take_kept(from, "offer_at", quiet.offer_at),
            put_off: take_kept(from, "put_off", quiet.put_off),
            word: take_kept(from, "word", quiet.word),
            hidden: take_kept(from, "hidden", quiet.hidden),
            group_order: take_kept(from, "group_order", quiet.group_order),
            checkup_weeks: take_kept(from, "checkup_weeks", quiet.checkup_weeks),
            checkup_put_off: take_kept(from, "checkup_put_off", quiet.checkup_put_off),
            goal_order: take_kept(from, "goal_order", quiet.goal_order),
            asks_mood: take_kept(from, "asks_mood", quiet.asks_mood),
            review_day: take_kept(from, "review_day", quiet.review_day),
            review_at: take_kept(from, "review_at", quiet.review_at),
            checkup_at: take_kept(from, "checkup_at", quiet.checkup_at),
            calendar_saves: take_kept(from, "calendar_saves", quiet.calendar_saves),
            calendar: take_kept(from, "calendar", quiet.calendar),
            badge: take_kept(from, "badge", quiet.badge),
            covered: take_kept(from, "covered", quiet.covered),
            hide: take_kept(from, "hide", quiet.hide),
            leave: take_kept(from, "leave", quiet.leave),
            look: take_kept(from, "look", quiet.look),
            lock_after: take_kept(from, "lock_after", quiet.lock_after),
            lock_hidden: take_kept(from, "lock_hidden", quiet.lock_hidden),
        };
        // A number out of its bounds stays as it is stored, and the nearest one is shown.
        let far = settings.numbers();
        let settings = settings.bounded();
        for ((name, far), (_, near)) in far.into_iter().zip(settings.numbers()) {
            if far != near {
                put(from, name, &far);
            }
        }
        settings
    }

    /// The numbers that have bounds, by the names of their fields.
    fn numbers(&self) -> [(&'static str, Option<u16>); 6] {
        [
            ("day_ends_at", Some(self.day_ends_at.into())),
            ("week_starts", Some(self.week_starts.into())),
            ("checkup_weeks", Some(self.checkup_weeks.into())),
            ("review_day", Some(self.review_day.into())),
            ("review_at", self.review_at),
            ("checkup_at", self.checkup_at),
        ]
    }

    /// Puts them into a stored object: all that the first version had, and of the later ones those that were set.
    pub(super) fn put(&self, to: &mut Fields) {
        put(to, "theme", &self.theme);
        put(to, "text", &self.text);
        put(to, "recovery", &self.recovery);
        put(to, "day_ends_at", &self.day_ends_at);
        put(to, "week_starts", &self.week_starts);
        put(to, "nation", &self.nation);
        put(to, "last_copy", &self.last_copy);
        put_unless_default(to, "offer_at", &self.offer_at);
        put_unless_default(to, "put_off", &self.put_off);
        put_unless_default(to, "word", &self.word);
        put_unless_default(to, "hidden", &self.hidden);
        put_unless_default(to, "group_order", &self.group_order);
        if self.checkup_weeks != CHECKUP_WEEKS {
            put(to, "checkup_weeks", &self.checkup_weeks);
        }
        put_unless_default(to, "checkup_put_off", &self.checkup_put_off);
        put_unless_default(to, "goal_order", &self.goal_order);
        put_unless_default(to, "asks_mood", &self.asks_mood);
        put_unless_default(to, "review_day", &self.review_day);
        put_unless_default(to, "review_at", &self.review_at);
        put_unless_default(to, "checkup_at", &self.checkup_at);
        put_unless_default(to, "calendar_saves", &self.calendar_saves);
        put_unless_default(to, "calendar", &self.calendar);
        put_unless_default(to, "badge", &self.badge);
        if self.lock_after != LOCK_AFTER {
            put(to, "lock_after", &self.lock_after);
        }
        put_unless_default(to, "lock_hidden", &self.lock_hidden);
        self.put_sight(to);
    }

    /// Puts in how the page is kept out of sight: what has to be known before it is drawn, and before a lock is open.
    pub fn put_sight(&self, to: &mut Fields) {
        put_unless_default(to, "covered", &self.covered);
        put_unless_default(to, "hide", &self.hide);
        put_unless_default(to, "leave", &self.leave);
        put_unless_default(to, "look", &self.look);
    }
}

fn take_kept<T: Stored>(from: &mut Fields, name: &str, quiet: T) -> T {
    let Some(read) = from.get(name).and_then(T::read) else {
        return quiet;
    };
    from.remove(name);
    read
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text: TextSize::Normal,
            recovery: false,
            day_ends_at: 0,
            week_starts: 1,
            nation: None,
            last_copy: None,
            offer_at: 0,
            put_off: None,
            word: Word::Recovery,
            hidden: Vec::new(),
            group_order: Vec::new(),
            checkup_weeks: CHECKUP_WEEKS,
            checkup_put_off: None,
            goal_order: Vec::new(),
            asks_mood: false,
            review_day: 0,
            review_at: None,
            checkup_at: None,
            calendar_saves: 0,
            calendar: Vec::new(),
            badge: false,
            covered: false,
            hide: false,
            leave: None,
            look: None,
            lock_after: LOCK_AFTER,
            lock_hidden: false,
        }
    }
}

/// Every how many weeks a check-up is offered until the person says otherwise.
const CHECKUP_WEEKS: u8 = 4;

/// How many minutes without a tap an open lock stays open, until the person says otherwise.
const LOCK_AFTER: u8 = 5;

/// The person's word for recovery. Every screen, copy and print says it in this way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Word {
    /// Recovery.
    #[default]
    Recovery,
    /// Change.
    Change,
    /// Getting well.
    GettingWell,
    /// My journey.
    Journey,
    /// No word at all.
    Unnamed,
}

impl Word {
    /// Every choice, in the order offered.
    pub const ALL: [Self; 5] = [
        Self::Recovery,
        Self::Change,
        Self::GettingWell,
        Self::Journey,
        Self::Unnamed,
    ];

    /// Its stored name.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["recovery", "change", "getting-well", "journey", "none"][self as usize]
    }
}

impl Stored for Word {
    fn read(value: &Value) -> Option<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|word| word.name() == name)
    }

    fn form(&self) -> Value {
        self.name().into()
    }
}
