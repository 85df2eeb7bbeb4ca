//! Codes as a camera sees them: on the screen, and on a printed sheet.
use crate::paper::Paper;
use anyhow::{Context, Result};
use rqrr::PreparedImage;

impl Paper {
    /// What the codes on the first page say, read from it as it is printed: one in each area, which is from left, top,
    /// right and bottom, in millimetres.
    pub fn codes(&self, areas: &[[usize; 4]]) -> Result<Vec<String>> {
        let page = self.ask("pdftoppm", &["-gray", "-r", "600", "-l", "1"])?;
        let (width, height, dots) = grey(&page).context("no picture of a page")?;
        let mut codes = Vec::new();
        for area in areas {
            let [left, top, right, bottom] = area.map(|mm| mm * 6000 / 254);
            let (right, bottom) = (right.min(width), bottom.min(height));
            let is_dark = |x: usize, y: usize| dots[(top + y) * width + left + x] < 128;
            let mut seen = PreparedImage::prepare_from_bitmap(right - left, bottom - top, is_dark);
            let grids = seen.detect_grids();
            let grid = grids
                .first()
                .with_context(|| format!("no code in {area:?}"))?;
            codes.push(grid.decode()?.1);
        }
        Ok(codes)
    }
}

/// The width, the height and the dots of a picture in PGM.
fn grey(file: &[u8]) -> Option<(usize, usize, &[u8])> {
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
    Some((width, height, rest.get(1..)?.get(..width * height)?))
}
