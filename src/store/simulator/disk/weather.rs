//! How a device behaves, and what it does to one call.

use super::Random;

/// Calls that take this long or longer are counted among the faults: the app warns then.
const SLOW_MS: u64 = 2_500;
/// The longest that a call stands in everybody's way.
const LONGEST_STALL_MS: u64 = 60_000;

/// How a device behaves from now on. Where it says "one in": 0 is never, 1 always.
#[derive(Clone, Debug)]
pub(crate) struct Weather {
    /// The least and the most milliseconds that a call to the durable copy takes.
    pub(crate) latency: (u64, u64),
    /// Calls to the durable copy that never answer, or stand in the way of all others for up to a minute.
    pub(crate) hang_one_in: u32,
    /// Calls to the durable copy that fail and have done nothing.
    pub(crate) fail_one_in: u32,
    /// Calls to the durable copy that have done it, and say that they failed.
    pub(crate) fail_after_commit_one_in: u32,
    /// So many bytes of keys and texts fit into the durable copy.
    pub(crate) vault_room: Option<usize>,
    /// So many bytes of keys and texts fit into the working copy.
    pub(crate) mirror_room: Option<usize>,
    /// Whether the durable copy does not open. What is open already stays so.
    pub(crate) blocked: bool,
    /// Steps of the working copy that fail: writing or removing one text.
    pub(crate) mirror_fail_one_in: u32,
    /// Crashes that may leave the working copy in the middle of a call that wrote several texts.
    pub(crate) tear_one_in: u32,
}

impl Default for Weather {
    /// Nothing goes wrong, and nothing takes long.
    fn default() -> Self {
        Self {
            latency: (1, 5),
            hang_one_in: 0,
            fail_one_in: 0,
            fail_after_commit_one_in: 0,
            vault_room: None,
            mirror_room: None,
            blocked: false,
            mirror_fail_one_in: 0,
            tear_one_in: 0,
        }
    }
}

/// What becomes of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is done, or refused for a reason of its own.
    Done,
    /// It fails before anything is done.
    Fails,
    /// It is done, and its answer is an error.
    FailsAfterCommit,
    /// No answer comes; it may be done.
    Hangs { is_done: bool },
}

impl Weather {
    /// What becomes of a call, and after how many milliseconds.
    pub(super) fn fate(&self, random: &Random) -> (Fate, u64) {
        let latency = random.between(self.latency);
        if random.one_in(self.hang_one_in) {
            if random.one_in(2) {
                return (Fate::Fails, random.between((SLOW_MS, LONGEST_STALL_MS)));
            }
            let is_done = random.one_in(2);
            return (Fate::Hangs { is_done }, latency);
        }
        if random.one_in(self.fail_one_in) {
            return (Fate::Fails, latency);
        }
        if random.one_in(self.fail_after_commit_one_in) {
            return (Fate::FailsAfterCommit, latency);
        }
        (Fate::Done, latency)
    }
}

/// Whether a call had bad luck, as far as its fate tells.
pub(super) fn is_fault((fate, latency): (Fate, u64)) -> bool {
    fate != Fate::Done || latency >= SLOW_MS
}
