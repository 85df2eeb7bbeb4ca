//! Wrong passcodes make the next try wait. They never delete anything: a child, or a person with shaking hands, must not
//! be able to destroy a diary. What slows an attacker who has the stored texts is the hashing alone (`docs/lock.md`).

use crate::platform::session;

/// Where this tab counts them, so that loading the page again does not help.
const TRIES: &str = "tries";
/// So many are free.
const FREE: u32 = 3;
/// The first wait and the longest, in seconds.
const FIRST: u32 = 5;
const LONGEST: u32 = 60;

/// How long to wait after so many wrong tries: 5 seconds after the third, and each time twice as long.
fn wait_after(tries: u32) -> u32 {
    if tries < FREE {
        return 0;
    }
    (FIRST << (tries - FREE).min(8)).min(LONGEST)
}

fn tries() -> u32 {
    let noted = session::read(TRIES).and_then(|noted| noted.parse().ok());
    noted.unwrap_or_default()
}

/// Counts one more; the seconds to wait now.
#[must_use]
pub fn note_wrong() -> u32 {
    let tries = tries().saturating_add(1);
    session::set(TRIES, Some(&tries.to_string()));
    wait_after(tries)
}

/// The seconds to wait before the first try of this page.
#[must_use]
pub fn seconds_to_wait() -> u32 {
    wait_after(tries())
}

/// It was right.
pub(super) fn forget_tries() {
    session::set(TRIES, None);
}

#[cfg(test)]
mod tests {
    use super::wait_after;

    #[test]
    fn waits_grow_and_have_an_end() {
        let case = |tries, seconds| assert_eq!(wait_after(tries), seconds, "{tries}");
        case(0, 0);
        case(2, 0);
        case(3, 5);
        case(4, 10);
        case(6, 40);
        case(7, 60);
        case(u32::MAX, 60);
    }
}
