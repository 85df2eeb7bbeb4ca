//! Every sentence of the app's own voice, as one struct of plain fields: a missing one does not compile.
//!
//! `{}` stands for a value. Plurals and order are methods in `phrases.rs`. Another language is another value of
//! [`Text`]. Plain English: reading age 9 to 11, at most 15 words a sentence (`tests/language.rs` checks).

mod english;
mod phrases;

pub use english::EN;
pub use phrases::fill;

use std::ops::Deref;

/// Makes [`Text`], its English value, and the list of its entries for the language tests.
macro_rules! texts {
    ($($name:ident: $english:literal,)*) => {
        /// The app's own words in one language.
        #[derive(Clone, Copy, Debug)]
        pub struct Text {
            $(#[doc = $english] pub $name: &'static str,)*
        }

        /// English, as it is spoken in the United Kingdom.
        pub static EN: Text = Text { $($name: $english,)* };

        impl Text {
            /// The name and the words of every field.
            #[must_use]
            pub fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}
use texts;

pub use english::Text;

/// The words of the language in use. It holds nothing, so that the compiler sees wherever words are used which ones they
/// are: each sentence then goes with the screens that say it, into the part of the program where they are, and one that
/// no screen says is left out. A reference, once kept by a screen, would bring all of them along.
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

/// The tag of the language in use, for dates and numbers.
pub const LANGUAGE: &str = "en-GB";
