//! Archives made for the tests, right ones and wrong ones.

use super::zip::checksum;

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
