//! How what a person does gets on the device and stays there: the start, the two copies, the lock, and when "Saved" may
//! be said. It knows neither Leptos nor a browser: it is given stores, a [`page`] and a cipher, so that every way of
//! failing is tried on the host .
//!
//! - [`tab`]: one tab at work with the stores; everything that takes time.
//! - [`saver`]: what is changed, on its way and saved: a state machine.
//! - [`boot`]: two copies become one journal.
//! - [`replicas`]: two copies used as one store.
//! - [`lock`]: what is sealed, and how it is opened.
//! - [`reserved_keys`]: what stands in the stores beside the records.

pub(crate) mod boot;
pub(crate) mod lock;
pub(crate) mod page;
pub(crate) mod replicas;
pub(crate) mod reserved_keys;
pub(crate) mod saver;
pub(crate) mod tab;

#[cfg(test)]
mod simulator;
