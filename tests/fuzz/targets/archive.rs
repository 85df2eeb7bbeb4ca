//! Loop's archive with right sums and lengths: the input's parts, which a NUL parts, are its tables. Without that no change
//! of a table would come through the archive's own checks.
#![no_main]

mod to_the_end;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut files = vec![("Habits.csv".to_owned(), parts.next().unwrap_or_default())];
    for (place, part) in parts.take(9).enumerate() {
        files.push((
            format!("00{} Thing {place}/Checkmarks.csv", place + 1),
            part,
        ));
    }
    to_the_end::read_and_add(stored(&files));
});

/// An archive of these files, not packed.
fn stored(files: &[(String, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, part) in files {
        let at = long(bytes.len());
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(checksum(part).to_le_bytes());
        head.extend(long(part.len()));
        head.extend(long(part.len()));
        head.extend(&long(name.len())[..2]);
        head.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(*part);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at);
        directory.extend(name.as_bytes());
    }
    let at = long(bytes.len());
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(&long(files.len())[..2]);
    bytes.extend(&long(files.len())[..2]);
    bytes.extend(long(directory.len()));
    bytes.extend(at);
    bytes.extend([0, 0]);
    bytes
}

fn long(number: usize) -> [u8; 4] {
    u32::try_from(number)
        .expect("a small archive")
        .to_le_bytes()
}

/// CRC-32.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            sum >> 1 ^ (sum & 1) * 0xedb8_8320
        })
    })
}
