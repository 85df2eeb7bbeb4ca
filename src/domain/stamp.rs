//! Which of two writings of the same thing is the newer one: a hybrid logical clock.
//!
//! Source: Kulkarni and others, "Logical Physical Clocks" (2014). Wall-clock time alone would let a phone whose
//! clock was set back lose every later change.

use super::fields::Stored;
use serde_json::Value;

/// When something was written: milliseconds since 1970, a counter within that millisecond, and the device's number.
///
/// Only for choosing between two versions; it is never shown and nothing else is worked out from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Milliseconds since 1970, never behind an earlier stamp.
    pub ms: u64,
    /// Order within one millisecond.
    pub count: u32,
    /// The device that wrote it.
    pub device: u32,
}

impl Stamp {
    /// How far ahead of this device's clock a stamp from elsewhere may be: one day, in milliseconds.
    const AHEAD: u64 = 24 * 60 * 60 * 1000;
    /// The last moment that a clock can show: what a JavaScript date can hold (ECMA-262, 21.4.1.1).
    const LAST: u64 = 8_640_000_000_000_000;

    /// Whether no right clock can have given it yet: it is more than a day ahead of `now_ms`.
    #[must_use]
    pub fn is_ahead(self, now_ms: u64) -> bool {
        self.ms > now_ms.saturating_add(Self::AHEAD)
    }
}

impl From<(u64, u32, u32)> for Stamp {
    fn from((ms, count, device): (u64, u32, u32)) -> Self {
        Self { ms, count, device }
    }
}

/// Three numbers: `[ms,count,device]`. One that no clock can give counts as written at no time: whatever it stands at is
/// kept until something is written over it, and it cannot stop the clock, since [`Stamps`] sees only what was read here.
impl Stored for Stamp {
    fn read(value: &Value) -> Option<Self> {
        let [ms, count, device] = value.as_array()?.as_slice() else {
            return None;
        };
        let ms = ms.as_u64()?;
        Some(Self {
            ms: if ms > Self::LAST { 0 } else { ms },
            count: count.as_u64()?.try_into().ok()?,
            device: device.as_u64()?.try_into().ok()?,
        })
    }

    fn form(&self) -> Value {
        Value::Array(vec![self.ms.into(), self.count.into(), self.device.into()])
    }
}

/// Gives out stamps, each later than every one seen before.
#[derive(Clone, Copy, Debug)]
pub struct Stamps {
    last: Stamp,
}

impl Stamps {
    /// For the device with this number.
    #[must_use]
    pub fn new(device: u32) -> Self {
        Self {
            last: Stamp {
                ms: 0,
                count: 0,
                device,
            },
        }
    }

    /// Takes note of a stamp that was read, so that the next one is later.
    pub fn see(&mut self, seen: Stamp) {
        if (seen.ms, seen.count) > (self.last.ms, self.last.count) {
            self.last.ms = seen.ms;
            self.last.count = seen.count;
        }
    }

    /// The next stamp, for a clock that shows `now_ms`; a clock set back does not matter. It is later than every one
    /// given or seen before: a full counter starts again a millisecond later. Only behind the last counter of the last
    /// moment of all there is none that is still read as it is.
    pub fn next(&mut self, now_ms: u64) -> Stamp {
        let now = now_ms.min(Stamp::LAST);
        if now > self.last.ms {
            self.last.ms = now;
            self.last.count = 0;
        } else if let Some(count) = self.last.count.checked_add(1) {
            self.last.count = count;
        } else {
            self.last.ms = self.last.ms.saturating_add(1);
            self.last.count = 0;
        }
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stamps_only_grow() {
        let mut stamps = Stamps::new(7);
        let mut last = stamps.next(1000);
        for now in [1000, 1000, 500, 0, 1001, 2000, 1999] {
            let next = stamps.next(now);
            assert!(next > last, "{next:?} after {last:?}");
            last = next;
        }
    }

    #[test]
    fn a_seen_stamp_is_overtaken() {
        let mut stamps = Stamps::new(7);
        let seen = Stamp {
            ms: 9000,
            count: 3,
            device: 99,
        };
        stamps.see(seen);
        assert!(stamps.next(10) > seen);
    }

    #[test]
    fn a_full_counter_starts_again_a_millisecond_later() {
        let mut stamps = Stamps::new(7);
        stamps.see(Stamp::from((9000, u32::MAX, 99)));
        assert_eq!(stamps.next(10), Stamp::from((9001, 0, 7)));
        assert_eq!(stamps.next(10), Stamp::from((9001, 1, 7)));
    }

    #[test]
    fn only_a_clock_that_is_wrong_is_a_day_ahead() {
        let day = Stamp::AHEAD;
        assert!(!Stamp::from((1000 + day, 5, 1)).is_ahead(1000));
        assert!(Stamp::from((1001 + day, 0, 1)).is_ahead(1000));
        assert!(!Stamp::from((u64::MAX, 0, 1)).is_ahead(u64::MAX));
    }

    #[test]
    fn a_stamp_that_no_clock_can_give_counts_as_the_oldest() {
        let read = |ms: u64| Stamp::read(&Stamp::from((ms, 4, 1)).form()).map(|stamp| stamp.ms);
        assert_eq!(read(Stamp::LAST), Some(Stamp::LAST));
        assert_eq!(read(Stamp::LAST + 1), Some(0));
        assert_eq!(read(u64::MAX), Some(0));
    }

    #[test]
    fn it_is_stored_as_three_numbers() {
        let stamp = Stamp::from((1, 2, 3));
        assert_eq!(stamp.form().to_string(), "[1,2,3]");
        assert_eq!(Stamp::read(&stamp.form()), Some(stamp));
        for wrong in ["[-1,0,0]", "[1,2]", "[1,2,3,4]", "[1,2,4294967296]", "1"] {
            let value: Value = serde_json::from_str(wrong).unwrap();
            assert_eq!(Stamp::read(&value), None, "{wrong}");
        }
    }

    fn edge() -> impl Strategy<Value = u64> {
        let last = Stamp::LAST;
        prop_oneof![
            0..3_u64,
            last - 3..last,
            last..last + 3,
            Just(u64::MAX),
            any::<u64>()
        ]
    }

    proptest! {
        #[test]
        fn every_next_stamp_is_later_than_all_before(
            steps in prop::collection::vec((any::<bool>(), edge(), prop_oneof![0..3_u32, u32::MAX - 2..=u32::MAX], 0..3_u32), 1..40),
        ) {
            let mut stamps = Stamps::new(1);
            let mut before: Option<Stamp> = None;
            for (sees, ms, count, device) in steps {
                if sees {
                    // As it comes in: through the one gate.
                    let seen = Stamp::read(&Stamp::from((ms, count, device)).form()).unwrap();
                    stamps.see(seen);
                    before = before.max(Some(seen));
                } else {
                    let next = stamps.next(ms);
                    prop_assert!(Some(next) > before, "{:?} after {:?}", next, before);
                    let all_over = before >= Some(Stamp::from((Stamp::LAST, u32::MAX, 0)));
                    prop_assert!(all_over || Stamp::read(&next.form()) == Some(next));
                    before = Some(next);
                }
            }
        }
    }
}
