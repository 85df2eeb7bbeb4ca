//! Zip archives, as Loop Habit Tracker writes them.
use waymark::domain::day::Day;

/// An archive of these files.
pub(crate) fn archive(files: &[(String, String)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let packed = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6);
        let at = long(bytes.len());
        let mut head = Vec::new();
        // Version, flags, deflated, time, date.
        for half in [20, 0, 8, 0, 0] {
            head.extend(u16::to_le_bytes(half));
        }
        head.extend(checksum(text.as_bytes()).to_le_bytes());
        head.extend(long(packed.len()));
        head.extend(long(text.len()));
        head.extend(short(name.len()));
        head.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at);
        directory.extend(name.as_bytes());
    }
    let at = bytes.len();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        bytes.extend(short(files.len()));
    }
    bytes.extend(long(directory.len()));
    bytes.extend(long(at));
    bytes.extend([0, 0]);
    bytes
}

fn short(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn long(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// CRC-32, bit by bit.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = !0_u32;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xEDB8_8320 * (sum & 1));
        }
    }
    !sum
}

const HEADER: &str = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n";

/// A small archive with the days before this one: a tick, a note, a rest, amounts, what Loop filled in by itself, and a
/// name that is markup.
pub(crate) fn small(today: Day) -> Vec<u8> {
    let list = [
        HEADER,
        "001,Meditate,YES_NO,Did you meditate?,,1,1,#FF8F00,,,,false\n",
        "002,Read,NUMERICAL,How much?,,3,7,#AFB42B,pages,AT_LEAST,10.0,false\n",
        "003,<b>Old</b> thing,YES_NO,,,1,1,#AFB42B,,,,true\n",
    ]
    .concat();
    let rows = |rows: &[(u64, &str)]| {
        let mut text = String::from("Date,Value,Notes\n");
        for (ago, said) in rows {
            text += &[&today.before(*ago).to_string(), ",", said, "\n"].concat();
        }
        text
    };
    let file = |name: &str, text: String| (name.to_owned(), text);
    archive(&[
        file("Habits.csv", list),
        file(
            "001 Meditate/Checkmarks.csv",
            rows(&[
                (0, "YES_MANUAL,"),
                (1, "YES_MANUAL,\"Ten minutes, by the window\""),
                (2, "SKIP,"),
                (3, "YES_AUTO,"),
                (4, "NO,Poorly"),
            ]),
        ),
        file("001 Meditate/Scores.csv", "Date,Score\n".to_owned()),
        file(
            "002 Read/Checkmarks.csv",
            rows(&[(1, "12500,"), (2, "NO,")]),
        ),
        file(
            "003 bOldb thing/Checkmarks.csv",
            rows(&[(400, "YES_MANUAL,")]),
        ),
        file("Checkmarks.csv", "Date,Meditate,Read,\n".to_owned()),
        file("Scores.csv", "Date,Meditate,Read,\n".to_owned()),
    ])
}

/// Ten years of 30 things.
pub(crate) fn ten_years(today: Day) -> Vec<u8> {
    let mut list = String::from(HEADER);
    let mut files = Vec::new();
    for thing in 1..=30_u64 {
        let line = format!("{thing:03},Thing {thing},YES_NO,,,1,1,#FF8F00,,,,false\n");
        list.push_str(&line);
        let mut rows = String::from("Date,Value,Notes\n");
        for ago in 0..3650 {
            let said = if (ago * thing + thing) % 5 < 3 {
                "YES_MANUAL"
            } else {
                "NO"
            };
            rows += &[&today.before(ago).to_string(), ",", said, ",\n"].concat();
        }
        files.push((format!("{thing:03} Thing {thing}/Checkmarks.csv"), rows));
    }
    files.push(("Habits.csv".to_owned(), list));
    archive(&files)
}
