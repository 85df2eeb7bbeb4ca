//! Weather, clocks and waiting.

use crate::store::simulator::disk::Weather;
use crate::store::simulator::world::Random;

const MINUTE: u64 = 60_000;
const DAY: i64 = 86_400_000;

/// Nothing goes wrong.
pub(in crate::store::simulator) fn calm() -> Weather {
    Weather::default()
}

/// How a device behaves for a while.
pub(super) fn weather(random: &Random) -> Weather {
    let mut weather = calm();
    for _ in 0..=random.below(2) {
        match random.below(11) {
            0 => weather.latency = (0, 4_000),
            1 => weather.latency = (0, MINUTE),
            2 => weather.latency = (2_000, 8_000),
            3 => weather.hang_one_in = 3 + small(random, 20),
            4 => weather.fail_one_in = 2 + small(random, 8),
            5 => weather.fail_after_commit_one_in = 2 + small(random, 8),
            6 => weather.vault_room = Some(room(random)),
            7 => weather.mirror_room = Some(room(random)),
            8 => weather.blocked = true,
            9 => weather.mirror_fail_one_in = 2 + small(random, 12),
            _ => weather.latency = (0, 300),
        }
    }
    weather.tear_one_in = small(random, 3);
    weather
}

fn small(random: &Random, limit: u64) -> u32 {
    u32::try_from(random.below(limit)).unwrap_or_default()
}

/// Less than what is there, or a little more. The ballast alone has 32 KB.
fn room(random: &Random) -> usize {
    let most = [500, 3_000, 34_000, 40_000, 80_000];
    let most = random.pick(&most).copied().unwrap_or_default();
    usize::try_from(random.below(most)).unwrap_or_default()
}

/// How long a person waits.
pub(super) fn wait(random: &Random) -> u64 {
    let most = [10, 1_000, 4_000, 20_000, 70_000, 5 * MINUTE];
    random.below(random.pick(&most).copied().unwrap_or_default())
}

/// By how much a clock is wrong: right, a day back, another zone kept as local time, or years ahead.
pub(super) fn clock(random: &Random) -> i64 {
    let wrong = [
        0,
        0,
        -DAY,
        -14 * DAY / 24,
        DAY,
        3 * 365 * DAY,
        -20 * 365 * DAY,
    ];
    random.pick(&wrong).copied().unwrap_or_default()
}
