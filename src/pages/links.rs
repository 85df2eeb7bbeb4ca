//! Making links: for a service, for goals chosen together, and for one idea. What a link carries is seen before it is
//! there, and nothing of it is kept or sent.

mod contacts;
mod goals;
mod idea;
mod maker;
mod outcome;
mod pieces;
mod plan;
mod slots;

use super::app;

pub(super) use goals::said;
pub use idea::share as share_idea;
pub use maker::maker;
pub(super) use outcome::{address, drawn};
pub use plan::plan;
