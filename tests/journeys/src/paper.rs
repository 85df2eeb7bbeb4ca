//! What comes out of the printer: a sheet as a PDF, as Chromium makes it, read by poppler.
use crate::Stage;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use thirtyfour::support::base64_decode;

/// A4 in points, and how far off a page may be.
const A4: (f64, f64) = (595.3, 841.9);
const NEAR: f64 = 1.0;

/// A printed sheet.
pub struct Paper {
    file: PathBuf,
}

/// A word on a page (from 0), and where it begins and ends from left to right and from top to bottom, in points.
#[derive(Clone, Debug)]
pub struct Word {
    /// The page.
    pub page: usize,
    /// The word.
    pub text: String,
    /// From left, top, right and bottom: all from the upper left corner.
    pub at: [f64; 4],
}

impl Stage {
    /// Prints the page that is open, with all that a browser's own dialogue puts around it if it may. A copy goes into
    /// the folder that `WAYMARK_PAPER` names, to be looked at.
    pub async fn paper(&mut self, name: &str) -> Result<Paper> {
        let ways = json!({ "preferCSSPageSize": true, "displayHeaderFooter": true });
        let answer = self.devtools("Page.printToPDF", ways).await?;
        let bytes = base64_decode(answer["data"].as_str().context("no PDF")?)?;
        let file = self.new_folder()?.join("paper.pdf");
        fs::write(&file, &bytes)?;
        if let Some(folder) = env::var_os("WAYMARK_PAPER") {
            fs::write(Path::new(&folder).join(name).with_extension("pdf"), &bytes)?;
        }
        Ok(Paper { file })
    }
}

impl Paper {
    /// Fails when a page is not A4; gives how many there are.
    pub fn is_a4(&self) -> Result<usize> {
        let said = String::from_utf8(self.ask("pdfinfo", &["-l", "99"])?)?;
        let mut pages = 0;
        for line in said.lines().filter(|line| line.contains(" size:")) {
            let numbers = line.split_whitespace().filter_map(|word| word.parse().ok());
            let sides: Vec<f64> = numbers.collect();
            // "Page    1 size:  594.96 x 841.92 pts (A4)"
            let [.., width, height] = sides[..] else {
                continue;
            };
            let near = (width - A4.0).abs() < NEAR && (height - A4.1).abs() < NEAR;
            ensure!(near, "a page is {width} by {height}");
            pages += 1;
        }
        ensure!(pages > 0, "no page: {said}");
        Ok(pages)
    }

    /// The words of each page, with single spaces.
    pub fn texts(&self) -> Result<Vec<String>> {
        let text = String::from_utf8(self.ask("pdftotext", &["-"])?)?;
        let pages = text.trim_end_matches('\u{c}').split('\u{c}');
        let plain = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(pages.map(plain).collect())
    }

    /// All words of all pages.
    pub fn text(&self) -> Result<String> {
        Ok(self.texts()?.join(" "))
    }

    /// Every word and its place.
    pub fn words(&self) -> Result<Vec<Word>> {
        let said = String::from_utf8(self.ask("pdftotext", &["-bbox", "-"])?)?;
        let mut words = Vec::new();
        let mut pages = 0;
        for line in said.lines().map(str::trim) {
            if line.starts_with("<page ") {
                pages += 1;
            }
            let Some((numbers, text)) = line
                .strip_prefix("<word ")
                .and_then(|rest| rest.split_once('>'))
            else {
                continue;
            };
            let number = |name: &str| -> Option<f64> {
                let (_, rest) = numbers.split_once(&format!("{name}=\""))?;
                rest.split('"').next()?.parse().ok()
            };
            let at = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(name).unwrap_or(f64::NAN));
            let text = text.trim_end_matches("</word>").to_owned();
            words.push(Word {
                page: pages - 1,
                text,
                at,
            });
        }
        Ok(words)
    }

    /// Fails when a dot of a page has a colour, or when a page has no black on it.
    pub fn is_black_on_white(&self) -> Result<()> {
        let pages = self.ask("pdftoppm", &["-r", "50"])?;
        let mut rest = &pages[..];
        while !rest.is_empty() {
            let (dots, after) = picture(rest).context("no picture of a page")?;
            rest = after;
            let coloured = dots
                .chunks(3)
                .filter(|dot| dot.iter().any(|part| *part != dot[0]));
            let coloured = coloured.count();
            ensure!(coloured == 0, "{coloured} dots have a colour");
            let white = dots.chunks(3).filter(|dot| dot[0] > 250).count();
            let dark = dots.chunks(3).filter(|dot| dot[0] < 100).count();
            ensure!(white * 2 > dots.len() / 3, "the paper is not white");
            ensure!(dark > 20, "a page has nothing on it");
        }
        Ok(())
    }

    pub(crate) fn ask(&self, program: &str, options: &[&str]) -> Result<Vec<u8>> {
        let ends = options.last() == Some(&"-");
        let (before, after) = options.split_at(options.len() - usize::from(ends));
        let mut command = Command::new(program);
        let run = command.args(before).arg(&self.file).args(after).output();
        let run = run.with_context(|| format!("{program} is not there: `make tools` brings it"))?;
        ensure!(
            run.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&run.stderr)
        );
        Ok(run.stdout)
    }
}

/// The dots of the first picture of a row of PPM files, and what comes after it.
fn picture(file: &[u8]) -> Option<(&[u8], &[u8])> {
    // "P6", width, height and 255, each ended by one byte.
    let mut rest = file.strip_prefix(b"P6")?;
    let mut numbers = [0_usize; 3];
    for number in &mut numbers {
        rest = rest.get(1..)?;
        let end = rest.iter().position(u8::is_ascii_whitespace)?;
        *number = str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
        rest = &rest[end..];
    }
    rest.get(1..)?.split_at_checked(numbers[0] * numbers[1] * 3)
}
