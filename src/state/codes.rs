//! Codes that a phone's camera reads, and the files that go with a link.

use crate::platform::files;
use crate::platform::picture::{self, Picture, Shape};

pub use crate::exchange::qr::{Code, for_paper, for_screen};
pub use crate::platform::files::FileError;

/// The width of a code as a picture, in pixels, about.
const PIXELS: usize = 1200;
/// The most bytes of a file of settings.
const MOST_SETTINGS: f64 = 20_000.0;

/// Hands a code to the browser to be saved, as a drawing that can be printed at any size.
///
/// # Errors
/// When the file could not be made.
pub fn save_svg(code: &Code) -> Result<(), FileError> {
    files::save("code.svg", "image/svg+xml", &code.svg())
}

/// The same as a picture.
///
/// # Errors
/// When the picture or the file could not be made.
pub async fn save_png(code: &Code) -> Result<(), FileError> {
    let width = code.width();
    // Whole pixels for each dot, or a reader would see them blurred.
    let scale = i32::try_from((PIXELS / width).max(1)).unwrap_or(1);
    let width = i32::try_from(width).unwrap_or(0);
    let shape = |data: String, fill| Shape::Path {
        data,
        at: (0, 0),
        turn: 0,
        scale,
        fill,
        stroke: "",
    };
    let picture = Picture {
        width: width * scale,
        height: width * scale,
        shapes: vec![shape(code.ground(), "#fff"), shape(code.path(), "#000")],
    };
    picture::save(&picture, "code.png").await
}

/// Hands the settings of a link to the browser to be saved.
///
/// # Errors
/// When the file could not be made.
pub fn save_settings(text: &str) -> Result<(), FileError> {
    files::save("settings.json", "application/json", text)
}

/// The text of a file of settings.
///
/// # Errors
/// Why it cannot be one.
pub async fn read_settings(file: files::File) -> Result<String, FileError> {
    files::read_text(file, MOST_SETTINGS).await
}
