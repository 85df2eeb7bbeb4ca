//! Journeys through the built app in a real browser, told as a person would tell them.
//!
//! Where to start: [`Stage`] is a server, a profile and a browser; [`Part`] has the verbs, for the
//! whole page or, by [`Part::within`], for one region of it. `tests/harness.rs` proves that each
//! verb works, and that it fails where it should.
//!
//! - `site`, `header_rules`, `server`: the app as a static host serves it, under a sub-path
//! - `engine`, [`on_every_engine!`]: one journey in Chromium, Firefox and WebKit
//! - `process`, `display`, `browser`: a real browser on a profile that outlives it
//! - `clock`, `zone`: what time it is on the device; `preload/shim.rs` moves it
//! - `watch`, `elsewhere`: what no journey may cause: console errors, requests to other places
//! - `page.js`, `page`, `part`, `whole_page`, `stage`, `wait`: the verbs
//! - `tabs`, `stores`, `developer`: more than one tab, what is stored, developer tools
//! - `traces`: what the browser itself wrote into its profile
//! - `stream.js`, `stream`: saving one thing after another as fast as the app can
//! - `addresses`, `doing`: every screen of the app, and what people often do in it
//! - [`faults`]: browsers whose storage fails
//! - [`deploy`]: versions of the app made out of the built one, good and bad
//! - [`seed`]: made-up journals, the same ones every time
//! - [`calendar`]: a calendar program of others
//! - `paper`: what comes out of the printer, read back from a PDF
//! - `axe`: accessibility by axe-core, and where the npm test tools are
//! - `references`, `sizes`: what the first use costs
#![allow(
    clippy::missing_errors_doc,
    reason = "everything here fails for one reason: the page, a file or the browser is not as it should be"
)]

mod addresses;
mod axe;
mod browser;
pub mod calendar;
mod clock;
mod code;
pub mod deploy;
mod developer;
mod display;
mod doing;
mod elsewhere;
mod engine;
pub mod faults;
mod header_rules;
mod page;
mod paper;
mod part;
mod process;
mod references;
pub mod seed;
mod server;
mod site;
pub mod sizes;
mod stage;
mod stores;
mod stream;
mod tabs;
mod traces;
mod wait;
mod watch;
mod whole_page;
mod zone;

pub use addresses::{every_address, rests_at};
pub use axe::npm_tool;
pub use browser::Theme;
pub use engine::Engine;
pub use page::Link;
pub use paper::{Paper, Word};
pub use part::Part;
pub use server::{Request, SUBPATH, Server};
pub use stage::{Stage, dist};
pub use stream::{Save, What, missing};
pub use thirtyfour::Key;
