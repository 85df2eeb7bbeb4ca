//! Bytes in and out: files a person saves and opens. Pure; imports only the domain.

pub mod backup;
pub(crate) mod base64;
pub mod bring;
pub mod calendar;
pub mod link;
pub mod qr;
pub mod sealed;
pub mod table;
