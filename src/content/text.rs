//! Every sentence of the app's own voice, as one struct of plain fields: a missing one does not compile.
//!
//! `{}` stands for a value. Plurals and order are methods in `phrases.rs` and `counted.rs`. Another language is another
//! value of [`Text`]. What only rarer screens say stands in structs of its own ([`starts`] and its like), so that a
//! first visit need not load it. Plain English: reading age 9 to 11, at most 15 words a sentence (`tests/language.rs` checks).

mod apart;
mod bringing;
mod checkups;
mod counted;
mod english;
mod goals;
mod handouts;
mod keepsakes;
mod locking;
mod looking_back;
mod making;
mod opening;
mod phrases;
mod plans;
mod printing;
mod reminding;
mod starts;
mod taking;

pub use english::EN;
pub use phrases::fill;

use std::ops::Deref;

/// Makes a struct of words, its English value, and the list of its entries for the language tests.
macro_rules! texts {
    ($(#[$doc:meta])* $set:ident { $($name:ident: $english:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $set {
            $(#[doc = $english] pub $name: &'static str,)*
        }

        /// English, as it is spoken in the United Kingdom.
        #[allow(unreachable_pub, reason = "one of them is public")]
        pub static EN: $set = $set { $($name: $english,)* };

        impl $set {
            /// The name and the words of every field.
            #[must_use]
            pub fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}
use texts;

pub use apart::Apart;
pub use bringing::Bringing;
pub use checkups::CheckUps;
pub use english::Text;
pub use goals::Goals;
pub use handouts::Handouts;
pub use keepsakes::Keepsakes;
pub use locking::Locking;
pub use looking_back::LookingBack;
pub use making::Making;
pub use opening::Opening;
pub use plans::Plans;
pub use printing::Printing;
pub use reminding::Reminding;
pub use starts::Starts;
pub use taking::Taking;

/// The words of the language in use. It holds nothing, so that the compiler sees wherever words are used which ones they
/// are: each sentence then goes with the screens that say it, into the part of the program where they are, and one that
/// no screen says is left out. A reference to [`EN`], once kept by a screen, would bring all of them along: so would a
/// language that is chosen while the app runs.
#[derive(Clone, Copy, Debug)]
pub struct OwnWords;

impl Deref for OwnWords {
    type Target = Text;

    #[inline]
    fn deref(&self) -> &Text {
        &EN
    }
}

/// The words of the language in use.
#[must_use]
pub fn text() -> OwnWords {
    OwnWords
}

/// The words of start dates, lapses and the person's own word.
#[must_use]
pub fn starts() -> &'static Starts {
    &starts::EN
}

/// The words of check-ups.
#[must_use]
pub fn checkups() -> &'static CheckUps {
    &checkups::EN
}

/// The words of strengths, the plan for hard days, appointments, and kinds of support.
#[must_use]
pub fn plans() -> &'static Plans {
    &plans::EN
}

/// The words of what a goal may have beside its words, its Ways and its rhythm.
#[must_use]
pub fn goals() -> &'static Goals {
    &goals::EN
}

/// The words of looking back over years, of finding, and of the weekly review.
#[must_use]
pub fn looking_back() -> &'static LookingBack {
    &looking_back::EN
}

/// The words of milestones beside the everyday ones: celebrations, cards, groups.
#[must_use]
pub fn keepsakes() -> &'static Keepsakes {
    &keepsakes::EN
}

/// The words of the lock, and of keeping the page out of sight.
#[must_use]
pub fn locking() -> &'static Locking {
    &locking::EN
}

/// The words of reminders by the person's own calendar.
#[must_use]
pub fn reminding() -> &'static Reminding {
    &reminding::EN
}

/// The words of taking what is here to another place.
#[must_use]
pub fn taking() -> &'static Taking {
    &taking::EN
}

/// The words of bringing history along from another app.
#[must_use]
pub fn bringing() -> &'static Bringing {
    &bringing::EN
}

/// The words of what can be printed, and those on paper.
#[must_use]
pub fn printing() -> &'static Printing {
    &printing::EN
}

/// The words of diaries apart from the person's own.
#[must_use]
pub fn apart() -> &'static Apart {
    &apart::EN
}

/// The words of making a link.
#[must_use]
pub fn making() -> &'static Making {
    &making::EN
}

/// The words of what a service can hang up or hand out.
#[must_use]
pub fn handouts() -> &'static Handouts {
    &handouts::EN
}

/// The words of a link that carries something in.
#[must_use]
pub fn opening() -> &'static Opening {
    &opening::EN
}

/// The name and the words of everything the app says.
#[must_use]
pub fn entries() -> Vec<(&'static str, &'static str)> {
    [
        EN.entries(),
        starts().entries(),
        checkups().entries(),
        plans().entries(),
        keepsakes().entries(),
        reminding().entries(),
        taking().entries(),
        bringing().entries(),
        goals().entries(),
        looking_back().entries(),
        opening().entries(),
        printing().entries(),
        apart().entries(),
        making().entries(),
        handouts().entries(),
        locking().entries(),
    ]
    .concat()
}

/// The tag of the language in use, for dates and numbers.
pub const LANGUAGE: &str = "en-GB";
