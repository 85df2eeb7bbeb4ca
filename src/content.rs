//! Every word a person sees, and the banks of ideas, milestones, help lines and safety cards.
//!
//! Data files under `content/en/` that anyone can edit, and typed access to them. Imports only the domain.

pub mod about;
pub mod capitals;
pub mod celebrations;
pub mod checkup;
pub mod chimes;
pub mod demo;
pub mod help_lines;
pub mod ideas;
pub mod lapse;
pub mod milestones;
pub mod practitioner;
pub mod reading;
pub mod safety_cards;
pub mod summary;
pub mod support;
pub mod text;
