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

    /// The stamp as a file from elsewhere may bring it: at most a day ahead of `now_ms`, so that a wrong clock
    /// elsewhere cannot win for years.
    #[must_use]
    pub fn clamped(self, now_ms: u64) -> Self {
        Self {
            ms: self.ms.min(now_ms.saturating_add(Self::AHEAD)),
            ..self
        }
    }
}

impl From<(u64, u32, u32)> for Stamp {
    fn from((ms, count, device): (u64, u32, u32)) -> Self {
        Self { ms, count, device }
    }
}

/// Three numbers: `[ms,count,device]`.
impl Stored for Stamp {
    fn read(value: &Value) -> Option<Self> {
        let [ms, count, device] = value.as_array()?.as_slice() else {
            return None;
        };
        Some(Self {
            ms: ms.as_u64()?,
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

    /// The next stamp, for a clock that shows `now_ms`; a clock set back does not matter.
    pub fn next(&mut self, now_ms: u64) -> Stamp {
        if now_ms > self.last.ms {
            self.last.ms = now_ms;
            self.last.count = 0;
        } else if let Some(count) = self.last.count.checked_add(1) {
            self.last.count = count;
        } else {
            // A file may bring the last count there is. Two writings with one stamp would be as good as none.
            self.last.ms = self.last.ms.saturating_add(1);
            self.last.count = 0;
        }
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_last_count_is_overtaken_too() {
        let mut stamps = Stamps::new(7);
        let mut last = Stamp::from((9000, u32::MAX, 99));
        stamps.see(last);
        for _ in 0..3 {
            let next = stamps.next(10);
            assert!(next > last, "{next:?} after {last:?}");
            last = next;
        }
    }

    #[test]
    fn a_stamp_from_the_year_9999_is_brought_near() {
        let wild = Stamp {
            ms: 253_402_300_799_000,
            count: 0,
            device: 1,
        };
        assert_eq!(wild.clamped(1000).ms, 1000 + 86_400_000);
        assert_eq!(wild.clamped(u64::MAX), wild);
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
}
