//! The browser, behind plain values: the only part of Waymark that touches it.
//!
//! Everything here takes and gives keys, texts, numbers and closures; nothing is imported from the
//! rest of the crate. Whatever a browser may refuse or throw comes back as a value. The code
//! compiles on the host too, where only the memory stores may be called.
#![allow(
    clippy::disallowed_methods,
    reason = "this module is the one place that may call the clock, storage and window()"
)]

pub mod address;
pub mod apart;
pub mod appearance;
pub mod badge;
mod browser;
pub mod chance;
pub mod clock;
pub mod device;
pub mod files;
pub mod focus;
pub mod intl;
pub mod later;
pub mod leave;
pub mod page;
pub mod panic;
pub mod picture;
pub mod seal;
pub mod session;
pub mod share;
pub mod sight;
pub mod storage;
pub mod tabs;
pub mod timers;
pub mod updates;
