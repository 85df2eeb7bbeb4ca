//! What time it is on the device: time zones by the hour that they show, and a clock that moves while
//! the page runs.
#![allow(
    clippy::disallowed_methods,
    reason = "the real time is where the zone is reckoned from; the app's own clock is no matter here"
)]

use crate::Stage;
use anyhow::{Context, Result};
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 24;

impl Stage {
    /// Shifts the device's clock by so many seconds from the real time, at once and for as long as
    /// the stage stands. Timers that run take no notice, as in a browser whose device's clock is set.
    pub fn set_clock(&mut self, seconds: i64) -> Result<()> {
        self.clock.set_offset(seconds)
    }

    /// Moves the device's clock forward by so many seconds.
    pub fn set_clock_later(&mut self, seconds: i64) -> Result<()> {
        self.set_clock(self.clock.offset() + seconds)
    }

    /// Sets the device's clock to a local time such as `2028-02-29T23:59:58`.
    pub async fn clock_shows(&mut self, local: &str) -> Result<()> {
        let away = format!("Math.round((new Date('{local}') - Date.now()) / 1000)");
        let away = self.evaluate(&away).await?;
        let away = away.as_i64().with_context(|| format!("no time: {local}"))?;
        self.set_clock(self.clock.offset() + away)
    }
}

/// A time zone in which it is `hour` (0 to 23) now. It stays within the hour's neighbourhood for as
/// long as a journey takes.
pub(crate) fn at(hour: u8) -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let hours = since.map_or(0, |since| since.as_secs() / 3600);
    name(hour, i64::try_from(hours).unwrap_or_default() % DAY)
}

/// The zone that shows `hour` when it is `utc` o'clock in UTC. In the names of these zones, minus
/// is east.
fn name(hour: u8, utc: i64) -> String {
    let east = (i64::from(hour) - utc + DAY + 11) % DAY - 11;
    format!("Etc/GMT{:+}", -east)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn every_hour_has_a_zone() {
        for (hour, utc, expected) in [
            (12, 12, "Etc/GMT+0"),
            (12, 0, "Etc/GMT-12"),
            (12, 23, "Etc/GMT+11"),
            (2, 21, "Etc/GMT-5"),
            (0, 11, "Etc/GMT+11"),
            (23, 0, "Etc/GMT+1"),
        ] {
            assert_eq!(name(hour, utc), expected, "{hour} at {utc}");
        }
    }
}
