//! Pictures drawn on this device: a few shapes on a canvas, as a PNG file.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, Path2d};

use super::browser::{document, function};
use super::files::{self, FileError};
use super::share::{self, ShareError};

/// The fonts of pictures: what the device has.
pub const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const PNG: &str = "image/png";

/// A picture. Whatever shows it draws these shapes, one over the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
    /// What is on it.
    pub shapes: Vec<Shape>,
}

/// One shape of a picture. Colours are those of CSS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A path of SVG, moved to a place, then turned, then made larger.
    Path {
        /// The path.
        data: String,
        /// Where its origin goes.
        at: (i32, i32),
        /// By how many degrees it is turned.
        turn: i32,
        /// How many times as large it is drawn.
        scale: i32,
        /// The colour inside; may be empty.
        fill: &'static str,
        /// The colour of its line, two pixels wide before it is made larger; may be empty.
        stroke: &'static str,
    },
    /// A line of words.
    Words {
        /// The words.
        words: String,
        /// The middle of their base line, or the start of it.
        at: (i32, i32),
        /// Whether `at` is the middle.
        centred: bool,
        /// The font.
        font: Font,
        /// The colour.
        fill: &'static str,
    },
}

/// The size and weight of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// Pixels.
    pub size: i32,
    /// As CSS has it: 400 is normal.
    pub weight: i32,
}

impl Font {
    fn css(self) -> String {
        [
            &*self.weight.to_string(),
            " ",
            &self.size.to_string(),
            "px ",
            FONTS,
        ]
        .concat()
    }
}

/// Measures words as they will be drawn.
#[derive(Debug)]
pub struct Ruler(Option<CanvasRenderingContext2d>);

impl Default for Ruler {
    fn default() -> Self {
        let canvas = canvas(1, 1).ok();
        Self(canvas.and_then(|canvas| context(&canvas).ok()))
    }
}

impl Ruler {
    /// The width of a line of words. Where there is no canvas it is guessed.
    #[must_use]
    pub fn width(&self, words: &str, font: Font) -> f64 {
        if let Some(context) = &self.0 {
            context.set_font(&font.css());
            if let Ok(metrics) = context.measure_text(words) {
                return metrics.width();
            }
        }
        let letters = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        f64::from(letters) * f64::from(font.size) * 0.6
    }
}

/// Hands a picture to the browser to be saved under this name.
///
/// # Errors
/// `Failed` when the browser cannot make pictures or files. Whether the person keeps it is not known.
pub async fn save(picture: &Picture, name: &str) -> Result<(), FileError> {
    let blob = png(picture).await.map_err(|_| FileError::Failed)?;
    files::offer_blob(name, &blob).map_err(|_| FileError::Failed)
}

/// Whether this device has a sheet that takes a picture.
#[must_use]
pub fn can_share() -> bool {
    let file = file(&Array::of1(&"".into()), "card.png");
    file.is_ok_and(|file| share::data_of(&file).is_some())
}

/// Hands a picture on by the device's own sheet. Call it from a tap.
///
/// # Errors
/// When it was not handed on.
pub async fn share(picture: &Picture, name: &str) -> Result<(), ShareError> {
    let blob = png(picture).await.map_err(|_| ShareError::Failed)?;
    let file = file(&Array::of1(&blob), name).map_err(|_| ShareError::Failed)?;
    share::hand_on(share::data_of(&file)).await
}

fn file(parts: &Array, name: &str) -> Result<File, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(PNG);
    File::new_with_blob_sequence_and_options(parts, name, &options)
}

async fn png(picture: &Picture) -> Result<Blob, JsValue> {
    let canvas = canvas(picture.width, picture.height)?;
    let context = context(&canvas)?;
    for shape in &picture.shapes {
        draw(&context, shape)?;
    }
    let mut asked = Ok(());
    let made = Promise::new(&mut |resolve, _| {
        let got = function(Box::new(move |blob| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        }));
        asked = canvas.to_blob_with_type(&got, PNG);
    });
    asked?;
    // A browser that cannot gives null.
    JsFuture::from(made).await?.dyn_into()
}

fn draw(context: &CanvasRenderingContext2d, shape: &Shape) -> Result<(), JsValue> {
    match shape {
        Shape::Path {
            data,
            at: (x, y),
            turn,
            scale,
            fill,
            stroke,
        } => {
            let path = Path2d::new_with_path_string(data)?;
            context.save();
            context.translate((*x).into(), (*y).into())?;
            context.rotate(f64::from(*turn).to_radians())?;
            context.scale((*scale).into(), (*scale).into())?;
            if !fill.is_empty() {
                context.set_fill_style_str(fill);
                context.fill_with_path_2d(&path);
            }
            if !stroke.is_empty() {
                context.set_line_width(2.0);
                context.set_stroke_style_str(stroke);
                context.stroke_with_path(&path);
            }
            context.restore();
        }
        Shape::Words {
            words,
            at: (x, y),
            centred,
            font,
            fill,
        } => {
            context.set_font(&font.css());
            context.set_fill_style_str(fill);
            context.set_text_align(if *centred { "center" } else { "start" });
            context.fill_text(words, (*x).into(), (*y).into())?;
        }
    }
    Ok(())
}

fn canvas(width: i32, height: i32) -> Result<HtmlCanvasElement, JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width.unsigned_abs());
    canvas.set_height(height.unsigned_abs());
    Ok(canvas)
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    context.dyn_into().map_err(JsValue::from)
}
