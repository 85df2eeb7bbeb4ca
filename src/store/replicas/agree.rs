//! Which of two copies counts, by their generation numbers. `public/rescue-kept.js` follows the same law.

/// How many wipes one copy may have missed (while the browser kept it from us) before its number is not believed.
const FEW_WIPES: u64 = 16;

/// Which copies count, by their generation numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreed {
    /// The one that counts from now on.
    pub(super) generation: u64,
    /// Whether what the working copy holds counts.
    pub(super) mirror_counts: bool,
    /// Whether what the durable copy holds counts.
    pub(super) vault_counts: bool,
}

/// A wipe raises the number by one, in the durable copy first. A number far from the other is damage, and must not
/// delete anything: then both count. So is that of a working copy which still holds what an ended wipe would have
/// removed (`holds_older`). A missing one was lost.
pub(super) fn agree(mirror: Option<u64>, vault: Option<u64>, holds_older: bool) -> Agreed {
    let (mine, stored) = match (mirror, vault) {
        (Some(mine), Some(stored)) => (mine, stored),
        (one, other) => {
            let only = one.or(other).unwrap_or_default();
            (only, only)
        }
    };
    let both = mine.abs_diff(stored) > FEW_WIPES || (mine > stored && holds_older);
    Agreed {
        generation: if both { stored } else { mine.max(stored) },
        mirror_counts: both || mine >= stored,
        vault_counts: both || stored >= mine,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_agreed_on() {
        let case = |mirror, vault, generation, mirror_counts, vault_counts| {
            let expected = Agreed {
                generation,
                mirror_counts,
                vault_counts,
            };
            assert_eq!(
                agree(mirror, vault, false),
                expected,
                "{mirror:?} {vault:?}"
            );
        };
        case(None, None, 0, true, true);
        case(Some(3), Some(3), 3, true, true);
        // One of them is new, or lost its number: its records are still read.
        case(Some(3), None, 3, true, true);
        case(None, Some(3), 3, true, true);
        // Everything was deleted; the other copy had not heard.
        case(Some(3), Some(4), 4, false, true);
        case(Some(4), Some(3), 4, true, false);
        case(Some(0), Some(16), 16, false, true);
        // Nobody deletes everything so often: damage. Nothing is deleted for it.
        case(Some(1 << 40), Some(3), 3, true, true);
        case(Some(3), Some(1 << 40), 1 << 40, true, true);
        // A working copy that still holds what a wipe would have removed was not wiped.
        assert_eq!(
            agree(Some(4), Some(3), true),
            agree(Some(3), Some(3), false)
        );
        assert_eq!(
            agree(Some(3), Some(4), true),
            agree(Some(3), Some(4), false)
        );
    }
}
