//! Pages to read when they are wanted: kinds of support and how to ask for them, rights, long nights, caring for
//! someone. The words live in `en/support.txt`, a file of its own beside the page, since a first visit does not need
//! them.
//!
//! A line `@id|title` opens a page. After it come the lines of [`reading`], and two more:
//! `>` and the exact name of a help line, `!` and the id of a milestone of the bank. Numbers and web addresses stand in
//! `en/help_lines.txt` alone, so that they are pinned and checked in one place. The page for workers is written in the
//! same lines, and in one more: `*#address|words|smaller words` leads to a screen.

use super::help_lines::{HelpLine, help_lines};
use super::reading::{self, piece};

/// The file, beside the page.
pub const FILE: &str = "support.txt";

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Something to read.
    Text(reading::Piece<'a>),
    /// A help line, to show with its buttons. It may be for some nations only.
    HelpLine(&'static HelpLine),
    /// The id of a milestone of the bank, to offer as "I tried it". It may belong to the recovery parts.
    Milestone(&'a str),
    /// A screen: its address, its name, and smaller words beside it, such as where to use it.
    Screen(&'a str, &'a str, &'a str),
}

/// The ids and titles of the pages in the text of [`FILE`], in its order; none when it is something else.
#[must_use]
pub fn pages(text: &str) -> Vec<(&str, &str)> {
    text.lines().filter_map(head).collect()
}

/// The title and the pieces of one page of the text of [`FILE`].
#[must_use]
pub fn page<'a>(text: &'a str, id: &str) -> Option<(&'a str, Vec<Piece<'a>>)> {
    let mut lines = text.lines();
    let (_, title) = lines
        .by_ref()
        .filter_map(head)
        .find(|found| found.0 == id)?;
    let mut pieces = Vec::new();
    for line in lines {
        if line.starts_with('@') {
            break;
        }
        pieces.extend(read(line));
    }
    Some((title, pieces))
}

fn head(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix('@')?.split_once('|')
}

/// Reads one line; `None` for a help line that does not exist (the tests let none ship).
fn read(line: &str) -> Option<Piece<'_>> {
    if let Some(name) = line.strip_prefix('>') {
        let mut lines = help_lines().iter();
        return Some(Piece::HelpLine(lines.find(|line| line.name == name)?));
    }
    if let Some((to, name)) = line.strip_prefix('*').and_then(|line| line.split_once('|')) {
        let (name, beside) = name.split_once('|').unwrap_or((name, ""));
        return Some(Piece::Screen(to, name, beside));
    }
    Some(match line.strip_prefix('!') {
        Some(id) => Piece::Milestone(id),
        None => Piece::Text(piece(line)),
    })
}

#[cfg(test)]
mod tests;
