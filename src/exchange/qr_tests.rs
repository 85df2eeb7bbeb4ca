#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pictures are small"
)]
use super::*;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::exchange::link::{self, Contact, Link, StarterGoal};
use rqrr::PreparedImage;

/// What a camera may see of a code: dots of this many pixels.
const PIXELS: usize = 8;

/// The shades of a picture, row by row: 0 is black.
struct Shades {
    width: usize,
    dots: Vec<f64>,
}

impl Shades {
    fn at(&self, x: f64, y: f64) -> f64 {
        let edge = self.width - 1;
        if x < 0.0 || y < 0.0 || x >= edge as f64 || y >= edge as f64 {
            return 255.0;
        }
        let (left, top) = (x.floor() as usize, y.floor() as usize);
        let (right, below) = (x.fract(), y.fract());
        let dot = |x: usize, y: usize| self.dots[y * self.width + x];
        let upper = dot(left, top) * (1.0 - right) + dot(left + 1, top) * right;
        let lower = dot(left, top + 1) * (1.0 - right) + dot(left + 1, top + 1) * right;
        upper * (1.0 - below) + lower * below
    }
}

/// Draws the path with room around it, as the SVG says.
fn drawn(code: &Code) -> Shades {
    let width = (code.width() + 20) * PIXELS;
    let mut dots = vec![255.0; width * width];
    for run in code.path().split('M').skip(1) {
        let (at, rest) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (run, rest) = rest.split_once('v').unwrap();
        assert_eq!(rest, format!("1h-{run}z"));
        let [x, y, run] = [x, y, run].map(|number| number.parse::<usize>().unwrap());
        for row in 0..PIXELS {
            let start = ((y + 10) * PIXELS + row) * width + (x + 10) * PIXELS;
            dots[start..start + run * PIXELS].fill(20.0);
        }
    }
    Shades { width, dots }
}

/// The picture turned by some degrees about its middle.
fn turned(picture: &Shades, degrees: f64) -> Shades {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let middle = picture.width as f64 / 2.0;
    let mut dots = Vec::new();
    for y in 0..picture.width {
        for x in 0..picture.width {
            let (x, y) = (x as f64 - middle, y as f64 - middle);
            dots.push(picture.at(x * cos + y * sin + middle, y * cos - x * sin + middle));
        }
    }
    let width = picture.width;
    Shades { width, dots }
}

/// The picture out of focus: each dot is the mean of those around it.
fn blurred(picture: &Shades, reach: usize) -> Shades {
    let width = picture.width;
    let mut dots = picture.dots.clone();
    for y in reach..width - reach {
        for x in reach..width - reach {
            let rows = y - reach..=y + reach;
            let row = |y: usize| picture.dots[y * width + x - reach..=y * width + x + reach].iter();
            let sum: f64 = rows.flat_map(row).sum();
            dots[y * width + x] = sum / ((2 * reach + 1) * (2 * reach + 1)) as f64;
        }
    }
    Shades { width, dots }
}

/// What another program reads in the picture.
fn read(picture: &Shades) -> Option<String> {
    let width = picture.width;
    let is_dark = |x: usize, y: usize| picture.dots[y * width + x] < 128.0;
    let mut seen = PreparedImage::prepare_from_bitmap(width, width, is_dark);
    let grids = seen.detect_grids();
    Some(grids.first()?.decode().ok()?.1)
}

fn address(length: usize) -> String {
    let letters = (0..length).map(|place| char::from(b'a' + (place * 7 % 26) as u8));
    "https://wellbeing.example.org/#/add/1."
        .chars()
        .chain(letters)
        .collect()
}

#[test]
fn another_program_reads_it_turned_and_out_of_focus() {
    for length in [30, 300] {
        let address = address(length);
        let drawn = drawn(&for_screen(&address).unwrap());
        assert_eq!(read(&drawn).as_ref(), Some(&address));
        // A camera takes one picture after another, until one is read.
        let seen = [2.0, 4.0, -6.0, -9.0, 93.0, 187.0].map(|degrees| {
            let found = read(&blurred(&turned(&drawn, degrees), 2));
            assert!(found.is_none() || found.as_ref() == Some(&address));
            found.is_some()
        });
        let count = seen.iter().filter(|is_read| **is_read).count();
        assert!(count >= 2, "{length}: {seen:?}");
    }
}

#[test]
fn a_torn_corner_and_a_stain_do_no_harm_to_one_for_paper() {
    let address = address(100);
    let code = for_paper(&address, 60).unwrap();
    assert_eq!(code.0.error_correction_level(), QrCodeEcc::High);
    let mut seen = drawn(&code);
    // A stain over an eighth of the width, below the middle.
    let (width, from) = (seen.width, seen.width * 5 / 8);
    for y in from..from + width / 8 {
        seen.dots[y * width + from - width / 8..y * width + from].fill(20.0);
    }
    assert_eq!(read(&seen), Some(address));
}

#[test]
fn paper_gets_the_strongest_with_dots_that_print() {
    let level = |length, millimetres| {
        let code = for_paper(&address(length), millimetres).unwrap();
        code.0.error_correction_level()
    };
    assert_eq!(level(60, 60), QrCodeEcc::High);
    assert_eq!(level(480, 60), QrCodeEcc::Quartile);
    // No stronger one has dots of half a millimetre: the largest dots, then.
    assert_eq!(level(480, 30), QrCodeEcc::Low);
}

#[test]
fn the_file_has_its_margin() {
    let code = for_screen("x").unwrap();
    assert_eq!(code.width(), 21 + 8);
    let svg = code.svg();
    assert!(svg.contains(r#"viewBox="0 0 29 29""#), "{svg}");
    assert!(code.path().starts_with("M4 4h7v1h-7z"), "{svg}");
}

#[test]
fn too_long_is_none() {
    let long = "x".repeat(3000);
    assert!(for_screen(&long).is_none() && for_paper(&long, 60).is_none());
}

/// What a service may well say, each text as long as such texts are.
fn service() -> Link {
    let contact = |name: &str, number: &str| Contact {
        name: name.to_owned(),
        number: number.to_owned(),
        what_for: "A chat and a hot drink".to_owned(),
        hours: "Weekdays, 9 to 5".to_owned(),
        ..Contact::default()
    };
    let greeting =
        "Welcome. We are here for a chat, a hot drink and a hand with forms. Come as you are";
    Link {
        name: "Riverside Wellbeing Drop-in Hub".to_owned(),
        greeting: greeting.to_owned(),
        contacts: vec![
            contact("Riverside front desk", "02079460000"),
            contact("Evening phone line", "02079460001"),
        ],
        nation: Some("england".to_owned()),
        goals: ["C01", "A05", "T12"]
            .map(|id| StarterGoal::Bank(Id::parse(id).unwrap(), None))
            .into(),
        checked: Day::parse("2026-11-21"),
        ..Link::default()
    }
}

/// The least size of a dot that phones read from paper, in hundredths of a millimetre.
const LEAST: usize = 33;

#[test]
fn a_services_link_can_be_read_at_three_centimetres() {
    let link = [
        "https://wellbeing.example.org/#/add/",
        &link::write(&service()),
    ]
    .concat();
    let code = for_paper(&link, 30).unwrap();
    let figures = (link.len(), code.0.version().value(), code.0.size());
    assert_eq!(figures, (518, 15, 77), "letters, version, dots");
    assert!(3000 / code.width() >= LEAST);
}
