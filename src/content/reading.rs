//! Plain reading matter: headings, paragraphs and lists, one a line of a data file. About and the pages of support
//! are written in it.

/// A piece of something to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A heading: a line that begins with `=`.
    Heading(&'a str),
    /// A paragraph: any other line.
    Words(&'a str),
    /// An item of a list: a line that begins with `-`.
    Item(&'a str),
}

/// The piece that a line is.
pub(super) fn piece(line: &str) -> Piece<'_> {
    if let Some(title) = line.strip_prefix('=') {
        Piece::Heading(title)
    } else if let Some(item) = line.strip_prefix('-') {
        Piece::Item(item)
    } else {
        Piece::Words(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_tells_the_kind() {
        assert_eq!(piece("=Thanks"), Piece::Heading("Thanks"));
        assert_eq!(piece("-One thing."), Piece::Item("One thing."));
        assert_eq!(piece("One – two."), Piece::Words("One – two."));
        assert_eq!(piece(""), Piece::Words(""));
    }
}
