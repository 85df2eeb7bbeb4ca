//! The list of what a zip archive holds, and its files unpacked piece by piece.
//!
//! Only what an archive of a few text files needs is read: stored and deflated files, listed in the archive's directory.
//! Everything it says is checked before a byte is unpacked. (APPNOTE.TXT 6.3.10; a whole zip crate costs ten times the
//! bytes of this file.)

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress_with_limit};
use std::ops::Range;

/// The most files an archive may have.
const MOST_FILES: usize = 2000;
/// The most bytes that all its files may have: 64 MB.
const MOST_UNPACKED: usize = 64_000_000;
/// A file larger than this that is packed tighter than [`TIGHTEST`] is no text that a person wrote.
const SMALL: usize = 1_000_000;
const TIGHTEST: usize = 200;
/// How much is unpacked at a time.
const PIECE: usize = 128 * 1024;

/// Why an archive was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZipError {
    /// Not an archive, or a damaged one.
    Damaged,
    /// More files than fit, or more bytes once unpacked.
    TooMuch,
    /// A file that wants to be somewhere else: `..`, or a path from the root.
    Elsewhere,
    /// Locked with a password.
    Locked,
    /// Packed in a way that is not read here.
    Unknown,
}

/// One file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    /// Its path, with `/` between folders.
    pub(super) name: String,
    /// How many bytes it has once unpacked.
    pub(super) size: usize,
    deflated: bool,
    data: Range<usize>,
    sum: u32,
}

/// Whether the bytes begin as an archive does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The files of an archive, folders left out.
pub(super) fn list(bytes: &[u8]) -> Result<Vec<Packed>, ZipError> {
    let end = end_of_directory(bytes).ok_or(ZipError::Damaged)?;
    let count = short(bytes, end + 10).ok_or(ZipError::Damaged)?;
    if count > MOST_FILES {
        return Err(ZipError::TooMuch);
    }
    let mut at = long(bytes, end + 16).ok_or(ZipError::Damaged)?;
    let mut files = Vec::new();
    let mut unpacked = 0_usize;
    for _ in 0..count {
        let (file, next) = entry(bytes, at)?;
        at = next;
        unpacked = unpacked.saturating_add(file.size);
        let tight = file.size > SMALL && file.size / TIGHTEST > file.data.len();
        if unpacked > MOST_UNPACKED || tight {
            return Err(ZipError::TooMuch);
        }
        if !file.name.ends_with('/') {
            files.push(file);
        }
    }
    Ok(files)
}

/// Where the end of the directory stands: the last place that has its mark and whose comment ends the file.
fn end_of_directory(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(0xFFFF);
    let mut at = last;
    loop {
        if bytes.get(at..at + 4)? == b"PK\x05\x06" && short(bytes, at + 20)? == last - at {
            return Some(at);
        }
        if at == first {
            return None;
        }
        at -= 1;
    }
}

/// The file at a place of the directory, and the place of the next.
fn entry(bytes: &[u8], at: usize) -> Result<(Packed, usize), ZipError> {
    let read = || {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let name_end = (at + 46).checked_add(short(bytes, at + 28)?)?;
        let name = bytes.get(at + 46..name_end)?;
        let next = name_end + short(bytes, at + 30)? + short(bytes, at + 32)?;
        Some((name, next))
    };
    let (name, next) = read().ok_or(ZipError::Damaged)?;
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    if is_elsewhere(&name) {
        return Err(ZipError::Elsewhere);
    }
    let number = |place: usize| long(bytes, at + place).ok_or(ZipError::Damaged);
    let half = |place: usize| short(bytes, at + place).ok_or(ZipError::Damaged);
    // Bit 0: encrypted; bit 13: the directory is encrypted, too.
    if half(8)? & 0x2001 != 0 {
        return Err(ZipError::Locked);
    }
    let deflated = match half(10)? {
        0 => false,
        8 => true,
        _ => return Err(ZipError::Unknown),
    };
    let start = start_of(bytes, number(42)?).ok_or(ZipError::Damaged)?;
    let end = start.saturating_add(number(20)?);
    let size = number(24)?;
    if end > bytes.len() || (!deflated && end - start != size) {
        return Err(ZipError::Damaged);
    }
    let file = Packed {
        name,
        size,
        deflated,
        data: start..end,
        #[allow(clippy::cast_possible_truncation, reason = "it was read as 32 bits")]
        sum: number(16)? as u32,
    };
    Ok((file, next))
}

/// Where a file's own bytes start: behind its header, which has a name and more of its own.
fn start_of(bytes: &[u8], header: usize) -> Option<usize> {
    if bytes.get(header..header.checked_add(4)?)? != b"PK\x03\x04" {
        return None;
    }
    Some(header + 30 + short(bytes, header + 26)? + short(bytes, header + 28)?)
}

/// Whether a path leads out of the folder it is unpacked in. Nothing is unpacked into folders here, but an archive that
/// tries is not to be trusted with anything.
fn is_elsewhere(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    drive || name.starts_with('/') || name.split('/').any(|part| part == "..")
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(bytes[0]) | usize::from(bytes[1]) << 8)
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    Some(short(bytes, at)? | short(bytes, at.checked_add(2)?)? << 16)
}

/// A file that is being unpacked.
pub(super) struct Unpacking {
    file: Packed,
    state: Box<DecompressorOxide>,
    out: Vec<u8>,
    /// How much of `out` is there.
    done: usize,
}

impl Unpacking {
    pub(super) fn new(file: Packed) -> Self {
        Self {
            out: vec![0; file.size],
            file,
            state: Box::default(),
            done: 0,
        }
    }

    /// How many bytes are there.
    pub(super) fn done(&self) -> usize {
        self.done
    }

    /// Unpacks the next piece. The whole, once it is there and its sum is right.
    pub(super) fn step(&mut self, bytes: &[u8]) -> Result<Option<Vec<u8>>, ZipError> {
        let packed = bytes.get(self.file.data.clone()).ok_or(ZipError::Damaged)?;
        if self.file.deflated {
            let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
            let (status, took, gave) = decompress_with_limit(
                &mut self.state,
                packed,
                &mut self.out,
                self.done,
                PIECE,
                flags,
            );
            self.file.data.start += took;
            self.done += gave;
            match status {
                TINFLStatus::HasMoreOutput if self.done < self.out.len() && took + gave > 0 => {
                    return Ok(None);
                }
                TINFLStatus::Done if self.done == self.out.len() => {}
                _ => return Err(ZipError::Damaged),
            }
        } else {
            self.out.copy_from_slice(packed);
            self.done = self.out.len();
        }
        let out = std::mem::take(&mut self.out);
        if checksum(&out) != self.file.sum {
            return Err(ZipError::Damaged);
        }
        Ok(Some(out))
    }
}

impl std::fmt::Debug for Unpacking {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Unpacking")
    }
}

/// CRC-32 (ISO 3309), four bits at a time: a table of 16 numbers is small and quick enough.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = table();
    let mut sum = !0_u32;
    for byte in bytes {
        sum ^= u32::from(*byte);
        sum = TABLE[(sum & 15) as usize] ^ (sum >> 4);
        sum = TABLE[(sum & 15) as usize] ^ (sum >> 4);
    }
    !sum
}

const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut place = 0;
    let mut number = 0;
    while place < 16 {
        let mut sum = number;
        let mut bit = 0;
        while bit < 4 {
            sum = if sum & 1 == 1 {
                0xEDB8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            };
            bit += 1;
        }
        table[place] = sum;
        place += 1;
        number += 1;
    }
    table
}

#[cfg(test)]
#[path = "zip_tests.rs"]
mod tests;
