//! Journeys through the built app in a real browser, told as a person would tell them.
//!
//! Where to start: [`Stage`] is a server, a profile and a browser; [`Part`] has the verbs, for the
//! whole page or, by [`Part::within`], for one region of it. `tests/harness.rs` proves that each
//! verb works, and that it fails where it should.
//!
//! - `site`, `header_rules`, `server`: the app as a static host serves it, under a sub-path
//! - `process`, `browser`: a real browser on a profile that outlives it
//! - `watch`: what no journey may cause: console errors, requests to other places
//! - `page.js`, `page`, `part`, `whole_page`, `stage`, `wait`: the verbs
//! - `tabs`, `stores`, `developer`, `zone`: more than one tab, what is stored, developer tools, time
//! - `addresses`, `doing`: every screen of the app, and what people often do in it
//! - [`deploy`]: versions of the app made out of the built one, good and bad
//! - [`seed`]: made-up journals, the same ones every time
//! - `axe`: accessibility by axe-core
//! - `references`, `sizes`: what the first use costs
#![allow(
    clippy::missing_errors_doc,
    reason = "everything here fails for one reason: the page, a file or the browser is not as it should be"
)]

mod addresses;
mod axe;
mod browser;
pub mod deploy;
mod developer;
mod doing;
mod header_rules;
mod page;
mod part;
mod process;
mod references;
pub mod seed;
mod server;
mod site;
pub mod sizes;
mod stage;
mod stores;
mod tabs;
mod wait;
mod watch;
mod whole_page;
mod zone;

pub use addresses::every_address;
pub use browser::{Engine, Theme};
pub use page::Link;
pub use part::Part;
pub use server::{Request, SUBPATH, Server};
pub use stage::{Stage, dist};
pub use thirtyfour::Key;
