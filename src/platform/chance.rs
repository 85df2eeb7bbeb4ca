//! Randomness, for ids and for shuffling.

use super::browser::window;

/// 64 random bits from the browser's generator, or weaker ones where it has none.
#[must_use]
pub fn random_u64() -> u64 {
    let mut bytes = [0; 8];
    let filled = window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        for byte in &mut bytes {
            *byte = weak_byte();
        }
    }
    u64::from_le_bytes(bytes)
}

/// A number to start a shuffle from.
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    reason = "any 32 of the bits will do"
)]
pub fn seed() -> u32 {
    random_u64() as u32
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 255 by construction"
)]
fn weak_byte() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}
