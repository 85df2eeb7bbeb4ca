//! Chance that can be had again: the same seed gives the same numbers.

use std::cell::Cell;
use std::rc::Rc;

/// A source of numbers (`splitmix64`). Clones draw from the same source.
#[derive(Clone, Debug)]
pub(crate) struct Random(Rc<Cell<u64>>);

impl Random {
    /// The source of this seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Rc::new(Cell::new(seed)))
    }

    /// A source of its own, whose draws do not move this one's.
    pub(crate) fn fork(&self) -> Self {
        Self::new(self.next())
    }

    /// Begins anew, with another seed.
    pub(crate) fn begin(&self, seed: u64) {
        self.0.set(seed);
    }

    /// Any number.
    pub(crate) fn next(&self) -> u64 {
        self.0.set(self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15));
        mixed(self.0.get())
    }

    /// A number below `limit`; 0 when there is none.
    pub(crate) fn below(&self, limit: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(limit);
        // The upper half of a product of two 64-bit numbers always fits.
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from `least` to `most`, both of them included.
    pub(crate) fn between(&self, (least, most): (u64, u64)) -> u64 {
        least + self.below(most.saturating_sub(least).saturating_add(1))
    }

    /// Whether something happens that happens once in so many times; 0: never.
    pub(crate) fn one_in(&self, times: u32) -> bool {
        times > 0 && self.below(times.into()) == 0
    }

    /// One place in a list of this length; 0 when it is empty.
    pub(crate) fn index(&self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or_default()
    }

    /// One of these, if there are any.
    pub(crate) fn pick<'a, T>(&self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.index(from.len()))
    }
}

/// A number that looks like chance, and is always the same for the same number.
pub(crate) fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
