//! The idea bank: 160 small things to do, 32 for each Way.
//!
//! The words live in `en/ideas.txt`, one idea a line, `id|tags|leans|words`. The tags are listed at [`Tag`]. How an
//! idea leans is told in any order by small letters for CHIME (`c h i m e`), one of `A` to `F` for the resource it may
//! help with (in the order of [`Resource::ALL`], which is that of the milestone groups), and `P M S L` for the strengths
//! it builds on: people, a place or money, skills, what I like or belong to. An id keeps its meaning for ever, because a
//! person's saved goal may refer to it; the wording may be improved.
//! May import `domain` only.

mod tags;

use std::sync::OnceLock;

pub use self::tags::{Tag, Tags};
use super::capitals::Capitals;
use super::chimes::Chimes;
use crate::domain::checkup::Resource;
use crate::domain::way::Way;

const DATA: &str = include_str!("en/ideas.txt");

/// One small thing a person could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idea {
    /// Stable name, such as `C01`: the first letter tells the Way.
    pub id: &'static str,
    /// The Way it belongs to.
    pub way: Way,
    /// What the card says.
    pub words: &'static str,
    /// What it asks of a person, and whom it suits.
    pub tags: Tags,
    /// What it may bring.
    pub chime: Chimes,
    /// The part of life it may help with, if there is one.
    pub resource: Option<Resource>,
    /// The strengths it builds on.
    pub capitals: Capitals,
}

impl Idea {
    /// Whether it is shown only while the recovery parts are on.
    #[must_use]
    pub fn is_recovery(&self) -> bool {
        self.tags.has(Tag::Recovery)
    }

    /// Takes in one letter of how it leans; `None` if that is unknown or says something twice.
    fn lean(&mut self, letter: char) -> Option<()> {
        match letter {
            'a'..='z' => self.chime = self.chime.with_letter(letter)?,
            'A'..='F' if self.resource.is_none() => {
                self.resource = Some(Resource::ALL[letter as usize - 'A' as usize]);
            }
            _ => self.capitals = self.capitals.with_letter(letter)?,
        }
        Some(())
    }
}

/// Which ideas to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One Way, or all five.
    pub way: Option<Way>,
    /// Tags an idea must have, every one of them.
    pub tags: Tags,
    /// Leave out what may cost a little.
    pub free_only: bool,
    /// Strengths an idea must build on, one of them at least; empty: whatever it builds on.
    pub builds_on: Capitals,
    /// Whether the recovery parts are on.
    pub recovery: bool,
}

impl Filter {
    fn lets_through(self, idea: &Idea) -> bool {
        self.way.is_none_or(|way| way == idea.way)
            && idea.tags.has_all(self.tags)
            && !(self.free_only && idea.tags.has(Tag::MayCost))
            && (self.builds_on.is_empty() || idea.capitals.meets(self.builds_on))
            && (self.recovery || !idea.is_recovery())
    }
}

/// The whole bank, in the order of the file.
#[must_use]
pub fn ideas() -> &'static [Idea] {
    static BANK: OnceLock<Vec<Idea>> = OnceLock::new();
    BANK.get_or_init(|| DATA.lines().filter_map(parse).collect())
}

/// The idea of this id, if the bank has it.
#[must_use]
pub fn idea(id: &str) -> Option<&'static Idea> {
    ideas().iter().find(|idea| idea.id == id)
}

/// The ideas a filter lets through, in the order of the bank.
#[must_use]
pub fn matching(filter: &Filter) -> Vec<&'static Idea> {
    ideas()
        .iter()
        .filter(|idea| filter.lets_through(idea))
        .collect()
}

/// The same ideas in an order that depends on `seed` alone, so that a page can turn them over a few at a time.
#[must_use]
pub fn shuffled(mut ideas: Vec<&'static Idea>, seed: u32) -> Vec<&'static Idea> {
    // Neighbouring seeds are spread out first, or they would begin with much the same cards. Zero would stay zero.
    let mut state = (seed.wrapping_mul(0x9e37_79b9) ^ 0x85eb_ca6b).max(1);
    for last in (1..ideas.len()).rev() {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        ideas.swap(last, state as usize % (last + 1));
    }
    ideas
}

/// Reads one line; `None` for a comment or anything malformed (the tests let neither ship as an idea).
fn parse(line: &'static str) -> Option<Idea> {
    let (id, rest) = line.split_once('|')?;
    let (tags, rest) = rest.split_once('|')?;
    let (leans, words) = rest.split_once('|')?;
    let way = match id.chars().next()? {
        'C' => Way::Connect,
        'A' => Way::Active,
        'T' => Way::Notice,
        'L' => Way::Learn,
        'G' => Way::Give,
        _ => return None,
    };
    let mut idea = Idea {
        id,
        way,
        words,
        tags: Tags::from_letters(tags)?,
        chime: Chimes::default(),
        resource: None,
        capitals: Capitals::default(),
    };
    leans
        .chars()
        .all(|letter| idea.lean(letter).is_some())
        .then_some(idea)
}

#[cfg(test)]
mod tests;
