//! Reading matter piece by piece, as About and the pages of support show it.

use crate::content::help_lines::{HelpLine, Nation};
use crate::content::milestones as bank;
use crate::content::reading::Piece as Text;
use crate::content::support::Piece;
use crate::content::text::{plans, text};
use crate::domain::id::Id;
use crate::pages::safety::chosen_nation;
use crate::pages::{app, help};
use crate::route::Route;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::row_link;
use leptos::prelude::*;

/// The pieces, in their order. Help lines are those of the chosen nation; milestones of the recovery parts show only
/// while these are on; a heading under which nothing is left goes too.
#[must_use]
pub(in crate::pages) fn pieces(pieces: &[Piece<'_>]) -> El {
    let mut page = Page::default();
    let nation = chosen_nation();
    for piece in pieces {
        match piece {
            Piece::Text(Text::Heading(title)) => {
                page.close();
                page.heading = Some(el("h2").say(title));
            }
            Piece::Text(Text::Words(words)) => page.add(Kind::Words, el("p").say(words)),
            Piece::Text(Text::Item(item)) => page.add(Kind::Items, el("li").say(item)),
            Piece::HelpLine(line) if serves(line, nation) => {
                page.add(Kind::Lines, help::line(line));
            }
            Piece::HelpLine(_) => {}
            Piece::Milestone(id) => {
                if let Some(row) = milestone(id) {
                    page.add(Kind::Rows, row);
                }
            }
            Piece::Screen(to, name, beside) => {
                page.add(Kind::Rows, row_link(to, name, beside));
            }
        }
    }
    page.close();
    group(page.drawn)
}

fn serves(line: &HelpLine, nation: Option<Nation>) -> bool {
    nation.is_none_or(|nation| line.nations.has(nation))
}

/// A milestone of the bank, to mark or marked already; `None` when it may not show.
fn milestone(id: &str) -> Option<El> {
    let app = app();
    let found = bank::milestone(id)?;
    let journal = app.journal.read_untracked();
    if found.is_recovery() && !journal.shows_recovery() {
        return None;
    }
    let mark = journal
        .milestones()
        .into_iter()
        .find(|(_, reached)| reached.bank.as_deref() == Some(found.id));
    let (to, beside) = match mark {
        Some((id, _)) => (Route::Milestone(id.clone()), text().reached),
        None => (Route::NewMilestone(Id::parse(found.id)), plans().tried),
    };
    Some(row_link(&to.href(), found.words, beside))
}

/// Pieces of one kind that follow each other stand in one element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Words,
    Items,
    Lines,
    /// Links to other screens.
    Rows,
}

/// A page as far as it is drawn.
#[derive(Default)]
struct Page {
    drawn: Vec<El>,
    /// A heading that waits for something to stand under it.
    heading: Option<El>,
    kind: Kind,
    run: Vec<El>,
}

impl Page {
    fn add(&mut self, kind: Kind, piece: El) {
        if kind != self.kind {
            self.end_run();
            self.kind = kind;
        }
        self.run.push(piece);
    }

    /// Ends what stands under a heading.
    fn close(&mut self) {
        self.end_run();
        self.heading = None;
    }

    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        self.drawn.extend(self.heading.take());
        self.drawn.push(match self.kind {
            Kind::Words => group(run),
            Kind::Items => el("ul").class("words").with(run),
            Kind::Lines | Kind::Rows => el("div").class("card").with(run),
        });
    }
}
