//! Numbers that look random and are the same every time.

/// A linear congruential generator (the constants are Knuth's, of MMIX), of which the high bits are used.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        let mut chance = Self(seed);
        chance.next();
        chance
    }

    /// 64 bits for an id; the low ones repeat soon, so two draws are joined.
    pub(super) fn bits(&mut self) -> u64 {
        (self.next() & !0xffff_ffff) | (self.next() >> 32)
    }

    /// A number from 0 up to, but without, `end`.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 33) % end.max(1)
    }

    /// True `percent` times in 100.
    pub(super) fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub(super) fn of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let place = self.below(items.len() as u64);
        items.get(usize::try_from(place).unwrap_or_default())
    }

    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes() {
        let mut chance = Chance::new(1);
        let mut counts = [0; 7];
        for _ in 0..7000 {
            counts[usize::try_from(chance.below(7)).unwrap()] += 1;
        }
        assert!(
            counts.iter().all(|count| (800..1200).contains(count)),
            "{counts:?}"
        );
        assert_ne!(chance.bits(), chance.bits());
    }
}
