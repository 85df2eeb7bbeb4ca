//! Where everything on a card goes. A card grows with what it shows and never cuts words off.

use super::wrap::wrap;
use crate::state::pictures::{Font, Picture, Shape};
use crate::ui::bloom::PETAL;

/// The width of every card.
pub(super) const WIDTH: i32 = 1080;
/// The height of a card whose words leave room.
pub(super) const HEIGHT: i32 = 1350;
const EDGE: i32 = 110;
const GAP: i32 = 60;
/// The flower: 48 by 48, this many times as large.
const FLOWER: i32 = 7;
/// The most lines a note may take with its own line breaks; with more, it is set as one run of words.
const NOTE_LINES: usize = 60;
/// The words are as large as fits into this many lines.
const SIZES: [(i32, usize); 5] = [(92, 3), (76, 4), (64, 5), (54, 7), (46, usize::MAX)];

// A picture goes where no style sheet is: these are the light colours of tokens.css.
const PAPER: &str = "#faf8f4";
const INK: &str = "#22252b";
const SOFT: &str = "#575d68";
const EDGE_LINE: &str = "#cdc4b3";
const PETALS: [&str; 5] = ["#b3462d", "#2b7549", "#866000", "#2c5ca6", "#7b4391"];

/// What a card shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) flower: bool,
    pub(super) words: String,
    pub(super) date: String,
    pub(super) note: String,
    pub(super) name: String,
}

/// Measures a line of words in pixels.
pub(super) type Width<'a> = &'a dyn Fn(&str, Font) -> f64;

/// One run of lines in one font.
struct Block {
    lines: Vec<String>,
    font: Font,
    fill: &'static str,
    centred: bool,
}

impl Block {
    fn line_height(&self) -> i32 {
        self.font.size * 13 / 10
    }

    fn height(&self) -> i32 {
        self.line_height() * i32::try_from(self.lines.len()).unwrap_or(1)
    }
}

/// The picture of a card.
#[must_use]
pub(super) fn picture(content: &Content, width: Width) -> Picture {
    let blocks = blocks(content, width);
    let flower = if content.flower { 48 * FLOWER } else { 0 };
    let mut all = flower;
    for block in &blocks {
        all += block.height() + GAP;
    }
    if !content.flower && !blocks.is_empty() {
        all -= GAP;
    }
    let height = HEIGHT.max(all + 2 * EDGE);
    let mut shapes = ground(height);
    let mut top = (height - all) / 2;
    if content.flower {
        shapes.extend(petals(top + flower / 2));
        top += flower + GAP;
    }
    for block in blocks {
        let bottom = top + block.height() + GAP;
        lines(block, top, &mut shapes);
        top = bottom;
    }
    Picture {
        width: WIDTH,
        height,
        shapes,
    }
}

fn blocks(content: &Content, width: Width) -> Vec<Block> {
    let soft = |text: &str, size, weight| {
        let font = Font { size, weight };
        let lines = wrap(text, &|line| width(line, font) <= room());
        (lines, font)
    };
    let mut blocks = Vec::new();
    if !content.words.is_empty() {
        blocks.push(large(&content.words, width));
    }
    if !content.date.is_empty() {
        let (lines, font) = soft(&content.date, 42, 400);
        blocks.push(Block {
            lines,
            font,
            fill: SOFT,
            centred: true,
        });
    }
    if !content.note.is_empty() {
        let (mut lines, font) = soft(&content.note, 38, 400);
        if lines.len() > NOTE_LINES {
            let words: Vec<_> = content.note.split_whitespace().collect();
            lines = soft(&words.join(" "), 38, 400).0;
        }
        blocks.push(Block {
            lines,
            font,
            fill: INK,
            centred: false,
        });
    }
    if !content.name.is_empty() {
        let (lines, font) = soft(&content.name, 46, 600);
        blocks.push(Block {
            lines,
            font,
            fill: INK,
            centred: true,
        });
    }
    blocks
}

/// The words as large as they go without many lines or a broken word.
fn large(words: &str, width: Width) -> Block {
    let mut block = Block {
        lines: Vec::new(),
        font: Font {
            size: 0,
            weight: 640,
        },
        fill: INK,
        centred: true,
    };
    for (size, most) in SIZES {
        block.font.size = size;
        let fits = |line: &str| width(line, block.font) <= room();
        block.lines = wrap(words, &fits);
        if block.lines.len() <= most && words.split_whitespace().all(fits) {
            break;
        }
    }
    block
}

fn room() -> f64 {
    f64::from(WIDTH - 2 * EDGE)
}

/// The paper, and a thin line around it.
fn ground(height: i32) -> Vec<Shape> {
    let path = |data: &[&str], fill, stroke| Shape::Path {
        data: data.concat(),
        at: (0, 0),
        turn: 0,
        scale: 1,
        fill,
        stroke,
    };
    vec![
        path(&["M0 0H1080V", &height.to_string(), "H0Z"], PAPER, ""),
        path(
            &[
                "M84 48H996A36 36 0 0 1 1032 84V",
                &(height - 84).to_string(),
                "a36 36 0 0 1-36 36H84a36 36 0 0 1-36-36V84a36 36 0 0 1 36-36Z",
            ],
            "",
            EDGE_LINE,
        ),
    ]
}

fn petals(middle: i32) -> impl Iterator<Item = Shape> {
    let petal = move |(turn, fill)| Shape::Path {
        data: PETAL.to_owned(),
        at: (WIDTH / 2, middle),
        turn,
        scale: FLOWER,
        fill,
        stroke: "",
    };
    (0..5).map(|place| place * 72).zip(PETALS).map(petal)
}

fn lines(block: Block, top: i32, shapes: &mut Vec<Shape>) {
    let step = block.line_height();
    // The base line of the first line stands about its size below the top.
    let mut y = top + block.font.size;
    for words in block.lines {
        shapes.push(Shape::Words {
            words,
            at: (if block.centred { WIDTH / 2 } else { EDGE }, y),
            centred: block.centred,
            font: block.font,
            fill: block.fill,
        });
        y += step;
    }
}

#[cfg(test)]
mod tests;
