//! What pages may ask of the device for pictures and words that are handed on.

pub use crate::platform::files::FileError;
pub use crate::platform::picture::{FONTS, Font, Picture, Ruler, Shape, can_share, save, share};
pub use crate::platform::share::{ShareError, can_share_words, share_words};
