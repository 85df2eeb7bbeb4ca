//! A text as a QR code: a square of dark and light dots that a phone's camera reads. Pure; it draws as a path of SVG.

use qrcodegen::{QrCode, QrCodeEcc};

/// The light margin around a code, in its own dots, which readers ask for.
const QUIET: i32 = 4;
/// How large a dot of a code on paper is at least, in hundredths of a millimetre, where a stronger code can be chosen.
const ROOMY: usize = 50;

/// A code.
pub struct Code(QrCode);

/// A code to be read from a screen, where 15% of it may be unreadable; `None` when the text is too long for any.
#[must_use]
pub fn for_screen(text: &str) -> Option<Code> {
    made(text, QrCodeEcc::Medium)
}

/// A code to be printed `millimetres` wide: as strong against creases and stains as it can be with dots that are not too
/// small to print, or else with the largest dots there are. `None` when the text is too long for any.
#[must_use]
pub fn for_paper(text: &str, millimetres: usize) -> Option<Code> {
    for level in [QrCodeEcc::High, QrCodeEcc::Quartile, QrCodeEcc::Medium] {
        let is_roomy = |code: &Code| millimetres * 100 >= code.width() * ROOMY;
        if let Some(code) = made(text, level).filter(is_roomy) {
            return Some(code);
        }
    }
    made(text, QrCodeEcc::Low)
}

fn made(text: &str, level: QrCodeEcc) -> Option<Code> {
    // The level goes up by itself where that needs no more dots.
    let code = QrCode::encode_binary(text.as_bytes(), level);
    code.ok().map(Code)
}

impl Code {
    /// How many dots wide it is, its margin included.
    #[must_use]
    pub fn width(&self) -> usize {
        usize::try_from(self.0.size() + 2 * QUIET).unwrap_or(0)
    }

    /// The light square that its dots stand on, as the path of SVG: without it no camera would read them on a dark page.
    #[must_use]
    pub fn ground(&self) -> String {
        let width = self.width().to_string();
        ["M0 0h", &width, "v", &width, "H0z"].concat()
    }

    /// Its dark dots as the path of SVG, one unit each, row by row in runs.
    #[must_use]
    pub fn path(&self) -> String {
        let (mut path, size) = (String::new(), self.0.size());
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let start = x;
                while self.0.get_module(x, y) {
                    x += 1;
                }
                if x > start {
                    let [left, top, run] =
                        [start + QUIET, y + QUIET, x - start].map(|n| n.to_string());
                    for part in ["M", &left, " ", &top, "h", &run, "v1h-", &run, "z"] {
                        path.push_str(part);
                    }
                }
                x += 1;
            }
        }
        path
    }

    /// It as a file of SVG, 50 mm wide at first.
    #[must_use]
    pub fn svg(&self) -> String {
        let width = self.width().to_string();
        [
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="50mm" viewBox="0 0 "#,
            &width,
            " ",
            &width,
            r##""><path fill="#fff" d=""##,
            &self.ground(),
            r#""/><path d=""#,
            &self.path(),
            r#""/></svg>"#,
        ]
        .concat()
    }
}

#[cfg(test)]
#[path = "qr_tests.rs"]
mod tests;
