//! A hash that is quick and always the same. It keeps no secret from anybody: only tests may have it.

use super::mixed;

/// A number made of all of these parts, in this order.
pub(super) fn hash(parts: &[&[u8]]) -> u64 {
    // FNV-1a. With their lengths, so that "ab" and "c" are not "a" and "bc".
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for part in parts {
        add(&part.len().to_le_bytes());
        add(part);
    }
    mixed(hash)
}

/// So many bytes made of a number.
pub(super) fn stream(seed: u64, count: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(count + 8);
    let mut step = seed;
    while bytes.len() < count {
        step = step.wrapping_add(0x9e37_79b9_7f4a_7c15);
        bytes.extend(mixed(step).to_le_bytes());
    }
    bytes.truncate(count);
    bytes
}
