//! The recovery code: 24 letters and digits that open a lock whose passcode was forgotten. They are written down by
//! hand and typed in again, so none of them looks like another (Crockford's Base32, without its check symbol).

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many random bytes a code stands for.
pub const BYTES: usize = 15;
/// How many letters it has.
const LENGTH: usize = 24;
/// How many stand together.
const GROUP: usize = 4;

/// The code for these bytes, in groups of four.
#[must_use]
pub fn of(bytes: &[u8]) -> String {
    let mut code = String::new();
    let (mut bits, mut count) = (0_usize, 0);
    for byte in bytes {
        bits = (bits << 8 | usize::from(*byte)) & 0xfff;
        count += 8;
        while count >= 5 {
            count -= 5;
            if code.len() % (GROUP + 1) == GROUP {
                code.push('-');
            }
            code.push(char::from(LETTERS[bits >> count & 31]));
        }
    }
    code
}

/// What is hashed for a code as it was typed: in capitals, without what stands between, and with the letters that look
/// like digits as those. `None`: it has another length, or a letter that no code has.
#[must_use]
pub fn read(typed: &str) -> Option<String> {
    let mut code = String::new();
    for letter in typed.chars() {
        let letter = match letter.to_ascii_uppercase() {
            ' ' | '-' | '\u{2010}'..='\u{2014}' => continue,
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        if !LETTERS.iter().any(|known| char::from(*known) == letter) {
            return None;
        }
        code.push(letter);
    }
    (code.len() == LENGTH).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = of(&[0xff; BYTES]);
        assert_eq!(code, "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        let code = of(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
        assert_eq!(code, "000G-40R4-0M30-E209-185G-R38E");
        let plain: String = code.replace('-', "");
        for typed in [
            code.clone(),
            plain.clone(),
            code.to_ascii_lowercase(),
            code.replace('-', " "),
            code.replace('-', "\u{2013}"),
            code.replace('0', "o"),
            code.replace('1', "l"),
        ] {
            assert_eq!(read(&typed).as_ref(), Some(&plain), "{typed}");
        }
        for wrong in [
            "",
            "ZZZZ",
            "UUUU-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ",
            "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-Z",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
