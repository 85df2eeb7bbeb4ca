//! Codes as a camera sees them: on the screen, and on a printed sheet.
use crate::paper::Paper;
use anyhow::{Context, Result};
use rqrr::PreparedImage;

impl Paper {
    /// What every code on every page says, read from the page as it is printed.
    pub fn codes(&self) -> Result<Vec<String>> {
        let pages = self.ask("pdftoppm", &["-gray", "-r", "300"])?;
        let mut codes = Vec::new();
        let mut rest = &pages[..];
        while !rest.is_empty() {
            let (width, height, dots, after) = grey(rest).context("no picture of a page")?;
            rest = after;
            let is_dark = |x: usize, y: usize| dots[y * width + x] < 128;
            let mut seen = PreparedImage::prepare_from_bitmap(width, height, is_dark);
            for grid in seen.detect_grids() {
                codes.extend(grid.decode().map(|(_, text)| text));
            }
        }
        Ok(codes)
    }
}

/// The width, the height and the dots of the first picture of a row of PGM files, and what comes after it.
fn grey(file: &[u8]) -> Option<(usize, usize, &[u8], &[u8])> {
    // "P5", width, height and 255, each ended by one byte.
    let mut rest = file.strip_prefix(b"P5")?;
    let mut numbers = [0_usize; 3];
    for number in &mut numbers {
        rest = rest.get(1..)?;
        let end = rest.iter().position(u8::is_ascii_whitespace)?;
        *number = str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
        rest = &rest[end..];
    }
    let [width, height, _] = numbers;
    let (dots, after) = rest.get(1..)?.split_at_checked(width * height)?;
    Some((width, height, dots, after))
}
