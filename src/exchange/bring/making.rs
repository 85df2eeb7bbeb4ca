//! What the tests share: archives made for them, right ones and wrong ones, and reading a file to its end.

use super::zip::checksum;
use super::{BringError, Found, Mark, Opened, Thing, Why, Work, open};
use crate::domain::day::Day;

/// A file for an archive.
#[derive(Clone)]
pub(super) struct File {
    name: String,
    bytes: Vec<u8>,
    pub(super) deflated: bool,
    pub(super) flags: u16,
    pub(super) method: Option<u16>,
    pub(super) said_size: Option<u32>,
}

impl File {
    pub(super) fn new(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
            deflated: true,
            flags: 0,
            method: None,
            said_size: None,
        }
    }
}

pub(super) fn archive(files: &[File]) -> Vec<u8> {
    archive_with(files, "")
}

pub(super) fn archive_with(files: &[File], comment: &str) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for file in files {
        let packed = if file.deflated {
            miniz_oxide::deflate::compress_to_vec(&file.bytes, 6)
        } else {
            file.bytes.clone()
        };
        let at = to_u32(bytes.len());
        let method = file.method.unwrap_or(if file.deflated { 8 } else { 0 });
        let size = file.said_size.unwrap_or(to_u32(file.bytes.len()));
        let mut head = Vec::new();
        for half in [20, file.flags, method, 0, 0] {
            head.extend(half.to_le_bytes());
        }
        for long in [checksum(&file.bytes), to_u32(packed.len()), size] {
            head.extend(long.to_le_bytes());
        }
        head.extend((to_u16(file.name.len())).to_le_bytes());
        head.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(file.name.as_bytes());
        bytes.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let at = to_u32(bytes.len());
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend((to_u16(files.len())).to_le_bytes());
    bytes.extend((to_u16(files.len())).to_le_bytes());
    bytes.extend((to_u32(directory.len())).to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend((to_u16(comment.len())).to_le_bytes());
    bytes.extend(comment.as_bytes());
    bytes
}

fn to_u16(number: usize) -> u16 {
    u16::try_from(number).unwrap()
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn today() -> Day {
    day("2026-11-21")
}

pub(super) fn read(mut work: Box<Work>) -> Result<Found, BringError> {
    let mut steps = 0;
    loop {
        let (at, of) = work.progress();
        assert!(at <= of, "{at} of {of}");
        match work.step()? {
            Ok(found) => return Ok(found),
            Err(more) => work = more,
        }
        steps += 1;
        assert!(steps < 100_000, "it never ends");
    }
}

/// Opens a file and reads it, a table with the columns that were guessed.
pub(super) fn opened(bytes: &[u8]) -> Result<Found, BringError> {
    match open(bytes.to_vec(), today())? {
        Opened::Known(work) => read(work),
        Opened::Table(sheet) => {
            let columns = sheet.guess.clone().ok_or(BringError::NothingFound)?;
            read(Box::new(sheet.read(columns, today())))
        }
    }
}

pub(super) fn left(found: &Found) -> Vec<(Why, usize)> {
    found
        .left
        .iter()
        .map(|left| (left.why, left.count))
        .collect()
}

pub(super) fn named<'a>(found: &'a Found, name: &str) -> &'a Thing {
    found
        .things
        .iter()
        .find(|thing| thing.name == name)
        .unwrap()
}

pub(super) fn mark<'a>(found: &'a Found, name: &str, on: &str) -> Option<&'a Mark> {
    let place = found.things.iter().position(|thing| thing.name == name)?;
    found.marks.get(&(day(on), place))
}

pub(super) fn loop_files() -> Vec<File> {
    let file = |name: &str, text: &str| File::new(name, text.as_bytes());
    vec![
        file(
            "Habits.csv",
            include_str!("../../../tests/fixtures/bring/loop/Habits.csv"),
        ),
        file("001 Meditate/Scores.csv", "Date,Score\n2026-11-21,0.0520\n"),
        file(
            "001 Meditate/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/001 Meditate/Checkmarks.csv"),
        ),
        file(
            "002 Wake up early/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/002 Wake up early/Checkmarks.csv"),
        ),
        file(
            "003 Read a book/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/003 Read a book/Checkmarks.csv"),
        ),
        file(
            "004 Old thing/Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/004 Old thing/Checkmarks.csv"),
        ),
        file("Scores.csv", "Date,Meditate,\n2026-11-21,0.0520,\n"),
        file(
            "Checkmarks.csv",
            include_str!("../../../tests/fixtures/bring/loop/Checkmarks.csv"),
        ),
    ]
}

pub(super) fn all_files() -> [Vec<u8>; 4] {
    [
        archive(&loop_files()),
        include_bytes!("../../../tests/fixtures/bring/habitbull.csv").to_vec(),
        include_bytes!("../../../tests/fixtures/bring/daylio.csv").to_vec(),
        include_bytes!("../../../tests/fixtures/bring/table.csv").to_vec(),
    ]
}
