//! What stands behind `#` in the address bar. Each address names the screen that it leads to.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark::route::Route;

fuzz_target!(|hash: &str| {
    let route = Route::parse(hash);
    assert_eq!(Route::parse(&route.to_string()), route);
});
