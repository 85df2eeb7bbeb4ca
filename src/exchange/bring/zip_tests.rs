use super::super::making::{self, File, archive};
use super::*;
use proptest::prelude::*;

fn unpack(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ZipError> {
    let mut files = Vec::new();
    for file in list(bytes)? {
        let name = file.name.clone();
        let mut unpacking = Unpacking::new(file);
        loop {
            if let Some(bytes) = unpacking.step(bytes)? {
                files.push((name, bytes));
                break;
            }
        }
    }
    Ok(files)
}

#[test]
fn an_archive_comes_out_as_it_went_in() {
    let long = "2026-11-21,YES_MANUAL,\n".repeat(40_000);
    let files = [
        ("a.csv", "x,y\n"),
        ("b/c é.csv", long.as_str()),
        ("b/", ""),
        ("empty", ""),
    ];
    let bytes = archive(&files.map(|(name, text)| File::new(name, text.as_bytes())));
    let out = unpack(&bytes).unwrap();
    let expected = [files[0], files[1], files[3]]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    assert_eq!(out, expected);
    let mut stored = File::new("s", b"as it is");
    stored.deflated = false;
    assert_eq!(unpack(&archive(&[stored])).unwrap()[0].1, b"as it is");
    let with_comment =
        [making::archive_with(&[File::new("a", b"1")], "a comment").as_slice()].concat();
    assert_eq!(unpack(&with_comment).unwrap().len(), 1);
}

#[test]
fn paths_that_lead_elsewhere_are_refused() {
    for name in [
        "../a",
        "a/../../b",
        "a/..",
        "/etc/passwd",
        "C:\\a",
        "..\\a",
        "\\a",
        "c:a",
    ] {
        let bytes = archive(&[File::new("Habits.csv", b"Name\n"), File::new(name, b"x")]);
        assert_eq!(list(&bytes), Err(ZipError::Elsewhere), "{name}");
    }
    let bytes = archive(&[File::new("a..b/c..csv", b"x")]);
    assert_eq!(list(&bytes).map(|files| files.len()), Ok(1));
}

#[test]
fn bombs_are_refused_before_they_are_unpacked() {
    // 10 MB of nothing in 10 kB.
    let tight = archive(&[File::new("Habits.csv", &vec![b' '; 10_000_000])]);
    assert!(tight.len() < 50_000);
    assert_eq!(list(&tight), Err(ZipError::TooMuch));
    // Many that are each small enough: the directory says the same bytes again and again.
    let one = vec![b' '; 900_000];
    let many: Vec<File> = (0..80)
        .map(|place| File::new(&place.to_string(), &one))
        .collect();
    assert_eq!(list(&archive(&many)), Err(ZipError::TooMuch));
    let crowd: Vec<File> = (0..2001)
        .map(|place| File::new(&place.to_string(), b""))
        .collect();
    assert_eq!(list(&archive(&crowd)), Err(ZipError::TooMuch));
    assert_eq!(
        list(&archive(&crowd[1..])).map(|files| files.len()),
        Ok(2000)
    );
    // One that says it is smaller than it is.
    let mut liar = File::new("a", &vec![b'x'; 500_000]);
    liar.said_size = Some(1000);
    assert_eq!(unpack(&archive(&[liar])), Err(ZipError::Damaged));
    let mut larger = File::new("a", b"small");
    larger.said_size = Some(60_000);
    assert_eq!(unpack(&archive(&[larger])), Err(ZipError::Damaged));
    let mut largest = File::new("a", b"small");
    largest.said_size = Some(u32::MAX);
    assert_eq!(unpack(&archive(&[largest])), Err(ZipError::TooMuch));
}

#[test]
fn locked_and_unknown_files_are_refused() {
    let mut locked = File::new("a", b"x");
    locked.flags = 1;
    assert_eq!(list(&archive(&[locked])), Err(ZipError::Locked));
    let mut unknown = File::new("a", b"x");
    unknown.method = Some(14);
    assert_eq!(list(&archive(&[unknown])), Err(ZipError::Unknown));
}

#[test]
fn damage_is_found() {
    let bytes = archive(&[File::new(
        "a.csv",
        "2026-11-21,YES_MANUAL,\n".repeat(50).as_bytes(),
    )]);
    let whole = unpack(&bytes).unwrap();
    for length in 0..bytes.len() {
        assert!(unpack(&bytes[..length]).is_err(), "cut off at {length}");
    }
    for place in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[place] ^= 0x20;
        if let Ok(files) = unpack(&damaged) {
            // Only what does not concern the text: names, times, versions.
            assert!(files.is_empty() || files[0].1 == whole[0].1, "byte {place}");
        }
    }
}

#[test]
fn sums_are_the_usual_ones() {
    assert_eq!(checksum(b""), 0);
    assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = unpack(&bytes);
        let _ = unpack(&[b"PK\x03\x04", bytes.as_slice(), b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2e\0\0\0\0\0\0\0\0\0"].concat());
    }

    #[test]
    fn no_change_of_an_archive_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = archive(&[File::new("Habits.csv", b"Name\nWalk\n"), File::new("001 Walk/Checkmarks.csv", b"2026-11-21,2\n")]);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = unpack(&bytes);
    }
}
