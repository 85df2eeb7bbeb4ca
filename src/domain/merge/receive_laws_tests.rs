//! Laws of taking in copies of a clock that was ahead.

use super::tests::{DAY, NOW, open, preview, records};
use super::*;
use crate::domain::arbitrary::{Act, act, journal};
use crate::domain::change::Body;
use proptest::prelude::*;

/// The same journal, written on a device whose clock was ahead by so much.
fn ahead(journal: &Journal, by: u64) -> Journal {
    let mut journal = journal.clone();
    for (key, row) in &mut journal.rows {
        let mut stamps = stamps_of(key, row);
        for stamped in &mut stamps {
            stamped.stamp.ms += by;
        }
        put_stamps(row, stamps);
    }
    journal
}

fn bodies(journal: &Journal) -> Vec<(&Key, Option<&Body>)> {
    let rows = journal.rows.iter();
    rows.map(|(key, row)| (key, row.body.as_ref())).collect()
}

/// Carries out commands at this time.
fn go_on(journal: &mut Journal, acts: &[Act], now: u64) {
    let mut stamps = Stamps::new(77);
    for act in acts {
        stamps.see(journal.latest());
        let changed = act.on(journal);
        journal.apply(&changed, stamps.next(now));
    }
}

proptest! {
    #[test]
    fn what_was_done_since_the_first_opening_stays(
        here in journal(1),
        copy in journal(2),
        by in prop::sample::select(vec![0, DAY, NOW, NOW + 2 * DAY, NOW + 400 * DAY]),
        acts in prop::collection::vec(act(), 0..8),
        later in prop::sample::select(vec![0, DAY, 399 * DAY, 4000 * DAY]),
    ) {
        let (mut here, copy) = (here, ahead(&copy, by));
        open(&mut here, &copy, NOW);
        prop_assert_eq!(open(&mut here, &copy, NOW + later), 0);
        go_on(&mut here, &acts, NOW + 1);
        let since = here.clone();
        let again = preview(&here, &copy, NOW + later);
        prop_assert_eq!((again.new, again.changed, again.settings), (0, 0, false));
        prop_assert_eq!(open(&mut here, &copy, NOW + later), 0);
        prop_assert_eq!(bodies(&here), bodies(&since));
    }

    #[test]
    fn two_copies_of_a_clock_that_was_ahead_never_take_turns(
        old in journal(2),
        acts in prop::collection::vec(act(), 0..8),
        mine in prop::collection::vec(act(), 0..8),
        first in any::<bool>(),
        later in prop::sample::select(vec![0, DAY, 399 * DAY, 401 * DAY, 4000 * DAY]),
    ) {
        let old = ahead(&old, NOW + 400 * DAY);
        let mut new = old.clone();
        go_on(&mut new, &acts, 0);
        let mut here = Journal::default();
        if first {
            open(&mut here, &old, NOW);
        }
        open(&mut here, &new, NOW);
        open(&mut here, &old, NOW);
        prop_assert_eq!(bodies(&here), bodies(&new));
        go_on(&mut here, &mine, NOW + 1);
        let since = here.clone();
        open(&mut here, &old, NOW + later);
        open(&mut here, &new, NOW + later);
        prop_assert_eq!(bodies(&here), bodies(&since));
    }

    #[test]
    fn the_order_within_a_file_stays_and_no_two_stamps_are_alike(
        copy in journal(2),
        by in prop::sample::select(vec![NOW - DAY, NOW + DAY, NOW + 2 * DAY, NOW + 400 * DAY]),
        place in 0_usize..9,
    ) {
        // A part of it was written before the clock went wrong.
        let mut copy = ahead(&copy, NOW - 2 * DAY);
        let far = ahead(&copy, by);
        for (place_here, (key, row)) in far.rows.iter().enumerate() {
            if place_here % 9 >= place && *key != Key::Settings {
                copy.rows.insert(key.clone(), row.clone());
            }
        }
        copy.rows.remove(&Key::Settings);
        let received = Journal::default().receive(records(&copy), NOW);
        let mut stamps: Vec<(Stamp, Stamp)> = Vec::new();
        for (key, row) in received.iter().flat_map(|loaded| &loaded.rows) {
            prop_assert!(!row.stamp.is_ahead(NOW + 1), "{:?}", row);
            stamps.push((copy.rows[key].stamp, row.stamp));
        }
        stamps.sort();
        for pair in stamps.windows(2) {
            let [(_, first), (was, second)] = [pair[0], pair[1]];
            prop_assert!(first <= second);
            // Things of one command have one stamp; those that are brought near do not.
            prop_assert!(!was.is_ahead(NOW) || (first.ms, first.count) < (second.ms, second.count));
        }
    }

    #[test]
    fn a_copy_written_of_what_was_brought_near_is_the_same_to_the_last_byte(copy in journal(2)) {
        let mut here = Journal::default();
        open(&mut here, &ahead(&copy, NOW + 400 * DAY), NOW);
        let mut back = Journal::default();
        open(&mut back, &here, NOW);
        prop_assert_eq!(&back, &here);
    }

    #[test]
    fn merging_what_was_brought_near_keeps_the_laws(
        a in journal(1), b in journal(2), c in journal(2), acts in prop::collection::vec(act(), 0..8),
    ) {
        let mut near = [a.clone(), a, Journal::default()];
        for (one, copy) in near.iter_mut().zip([&b, &c, &b]) {
            open(one, &ahead(copy, NOW + 400 * DAY), NOW);
            go_on(one, &acts, NOW + 1);
        }
        let merge = |one: &Journal, two: &Journal| {
            let mut both = one.clone();
            for loaded in records(two) {
                both.absorb(loaded);
            }
            both
        };
        let [a, b, c] = near;
        prop_assert_eq!(&merge(&a, &a), &a);
        prop_assert_eq!(merge(&a, &b), merge(&b, &a));
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
    }
}
