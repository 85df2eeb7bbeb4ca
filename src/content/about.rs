//! What the page About says: the intended use word for word, limits and thanks. The words live in `en/about.txt`, a
//! file of its own beside the page, since a first visit does not need them.

use super::reading::piece;

pub use super::reading::Piece;

/// The file, beside the page.
pub const FILE: &str = "about.txt";

/// The pieces of the text of [`FILE`]; none when it is something else.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for line in text.lines() {
        let piece = piece(line);
        // What stands before the first heading is a note to whoever edits the file.
        if !pieces.is_empty() || matches!(piece, Piece::Heading(_)) {
            pieces.push(piece);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_piece_by_piece() {
        let pieces = pieces(include_str!("en/about.txt"));
        let first = "Waymark is a wellbeing diary.";
        assert!(matches!(pieces[0], Piece::Heading(_)));
        assert!(matches!(pieces[1], Piece::Words(words) if words.starts_with(first)));
        assert!(pieces.iter().any(|piece| matches!(piece, Piece::Item(_))));
        assert!(matches!(pieces.last(), Some(Piece::Words(_))));
        assert_eq!(super::pieces("<!doctype html>\n<p>-</p>"), []);
    }
}
