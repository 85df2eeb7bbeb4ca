//! A life in which something was wrong, made as short as it gets: what is left out does not matter.

use super::{Life, Wrong};

/// The shortest life that was found in which the same rule is broken, and what happened in it.
pub(in crate::store::simulator) fn shrunk(life: &Life, wrong: &Wrong) -> (Life, Wrong) {
    let rule = wrong.what.chars().next();
    let breaks = |life: &Life| {
        let run = life.run(false);
        run.is_err_and(|wrong| wrong.what.chars().next() == rule)
    };
    let mut shortest = life.clone();
    let mut size = shortest.acts.len() / 2;
    while size > 0 {
        let mut place = 0;
        let mut is_shorter = false;
        while place < shortest.acts.len() {
            let mut shorter = shortest.clone();
            let end = (place + size).min(shorter.acts.len());
            shorter.acts.drain(place..end);
            if breaks(&shorter) {
                shortest = shorter;
                is_shorter = true;
            } else {
                place += size;
            }
        }
        if !is_shorter || size > 1 {
            size /= 2;
        }
    }
    let wrong = shortest.run(true).err().unwrap_or_else(|| wrong.clone());
    (shortest, wrong)
}
