//! Any file that may be history of another app: tables, archives, neither.
#![no_main]

mod to_the_end;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| to_the_end::read_and_add(bytes.to_vec()));
