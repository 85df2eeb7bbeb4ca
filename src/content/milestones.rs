//! The milestone bank: 182 milestones in 15 groups by recovery resource and pathway.
//!
//! The words live in `en/milestones.txt`: a line `=group|cards|y|resource|capital|title` opens a group (`y` marks the
//! recovery parts; resource and capital are names of the domain, or empty), each line after it is a milestone,
//! `id|cards|tags|words`. Cards are the letters of `safety_cards`; tags are Ways as the first letters of their ideas
//! (`C A T L G`) and CHIME as small letters (`c h i m e`). An id keeps its meaning for ever, because a person's record
//! refers to it; the wording may be improved.
//! May import `domain` only.

use std::sync::OnceLock;

use super::chimes::Chimes;
use super::safety_cards::{Cards, Voice};
use crate::domain::checkup::Resource;
use crate::domain::strengths::Capital;
use crate::domain::way::{Way, Ways};

/// The file that holds it, beside the page: it is loaded when a page that needs it is first opened.
pub const FILE: &str = "milestones.txt";

static DATA: OnceLock<String> = OnceLock::new();

/// "Tell someone?" is never offered after these (PRODUCT.md), nor after any of the groups H: telling could do harm.
const KEPT_TO_ONESELF: [&str; 8] = [
    "MA14", "MD08", "MD13", "MJ14", "MF07", "MF08", "MF09", "MF10",
];

/// Their words name drink, drugs, smoking, medicine or recovery, though they carry no card and stand in everyday groups.
const NAMING: [&str; 8] = [
    "MA11", "MB08", "ME04", "ME05", "ME10", "MF14", "MF17", "MI06",
];

/// "I told someone about a lapse."
const LAPSE: &str = "MH111";

/// A group of milestones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stable name, such as `A` or `H1`.
    pub id: &'static str,
    /// What its heading says.
    pub title: &'static str,
    /// Whether it is shown only while the recovery parts are on.
    pub recovery: bool,
    /// The resource of the check-up it belongs to, if there is one.
    pub resource: Option<Resource>,
    /// The group of strengths that its milestones add to, if there is one.
    pub capital: Option<Capital>,
}

/// A milestone of the bank, in the first person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankMilestone {
    /// Stable name, such as `MH103`.
    pub id: &'static str,
    /// The id of its group.
    pub group: &'static str,
    /// What it says.
    pub words: &'static str,
    /// Safety cards to show when it is picked or ticked: its own and those of its whole group.
    pub cards: Cards,
    /// The Ways it touches; may be none.
    pub ways: Ways,
    /// What it may bring.
    pub chime: Chimes,
}

impl BankMilestone {
    /// Whether it is shown only while the recovery parts are on.
    #[must_use]
    pub fn is_recovery(&self) -> bool {
        group(self.group).is_some_and(|group| group.recovery)
    }

    /// Whether "Tell someone?" may be offered after it.
    #[must_use]
    pub fn may_tell_someone(&self) -> bool {
        !self.group.starts_with('H') && !KEPT_TO_ONESELF.contains(&self.id)
    }

    /// Whether its words stay off what other people may see, until the person wants them there.
    #[must_use]
    pub fn is_discreet(&self) -> bool {
        self.is_recovery()
            || !self.cards.is_empty()
            || !self.may_tell_someone()
            || NAMING.contains(&self.id)
    }

    /// Whether it tells of a lapse: one of the three places where the screens of a hard moment are offered.
    #[must_use]
    pub fn tells_of_a_lapse(&self) -> bool {
        self.id == LAPSE
    }

    /// Of whom its safety cards speak: in the group for families and carers, of the person cared for.
    #[must_use]
    pub fn voice(&self) -> Voice {
        if self.group == "J" {
            Voice::SomeoneICareFor
        } else {
            Voice::Mine
        }
    }
}

/// Every group, in the order of the file.
#[must_use]
pub fn groups() -> &'static [Group] {
    &bank().0
}

/// The group of this id, if the bank has it.
#[must_use]
pub fn group(id: &str) -> Option<&'static Group> {
    groups().iter().find(|group| group.id == id)
}

/// The groups of a resource, in the order of the file.
pub fn groups_of(resource: Resource) -> impl Iterator<Item = &'static Group> {
    groups()
        .iter()
        .filter(move |group| group.resource == Some(resource))
}

/// The whole bank, group by group.
#[must_use]
pub fn milestones() -> &'static [BankMilestone] {
    &bank().1
}

/// The milestone of this id, if the bank has it.
#[must_use]
pub fn milestone(id: &str) -> Option<&'static BankMilestone> {
    milestones().iter().find(|milestone| milestone.id == id)
}

/// The milestones of one group.
pub fn in_group(group_id: &str) -> impl Iterator<Item = &'static BankMilestone> {
    milestones()
        .iter()
        .filter(move |milestone| milestone.group == group_id)
}

/// The milestones in which every word of `query` occurs, capitals, accents and the kind of apostrophe aside.
/// An empty query finds none; `recovery` says whether the recovery parts are on.
#[must_use]
pub fn search(query: &str, recovery: bool) -> Vec<&'static BankMilestone> {
    let query = folded(query);
    if query.trim().is_empty() {
        return Vec::new();
    }
    let matches = |milestone: &&BankMilestone| {
        let words = folded(milestone.words);
        query.split_whitespace().all(|word| has(&words, word))
    };
    milestones()
        .iter()
        .filter(|milestone| recovery || !milestone.is_recovery())
        .filter(matches)
        .collect()
}

/// Whether a word, which is not empty, occurs. The standard library's search costs 2 kB more.
fn has(words: &str, word: &str) -> bool {
    let mut places = words.as_bytes().windows(word.len());
    places.any(|place| place == word.as_bytes())
}

/// Text as it is compared. The bank has no letters beyond ASCII and é, so the large tables of Unicode stay out.
fn folded(text: &str) -> String {
    let fold = |letter: char| match letter {
        '’' | '‘' => '\'',
        'é' | 'É' => 'e',
        other => other.to_ascii_lowercase(),
    };
    text.chars().map(fold).collect()
}

/// Takes the text of [`FILE`]. `false`: it is not the bank. A second one changes nothing.
#[must_use]
pub fn provide(text: String) -> bool {
    if text.lines().any(|line| line.starts_with('=')) {
        let _ = DATA.set(text);
    }
    is_here()
}

/// Whether the bank is loaded; until then it is empty.
#[must_use]
pub fn is_here() -> bool {
    DATA.get().is_some()
}

fn data() -> &'static str {
    // Programs that are no web page have it at hand.
    #[cfg(not(target_family = "wasm"))]
    let _ = DATA.set(include_str!("en/milestones.txt").to_owned());
    DATA.get().map_or("", String::as_str)
}

type Bank = (Vec<Group>, Vec<BankMilestone>);

fn bank() -> &'static Bank {
    static BANK: OnceLock<Bank> = OnceLock::new();
    if let Some(bank) = BANK.get() {
        return bank;
    }
    let (mut groups, mut milestones) = Bank::default();
    let mut open = None;
    for line in data().lines() {
        if let Some(head) = line.strip_prefix('=') {
            open = parse_group(head);
            groups.extend(open.map(|(group, _)| group));
        } else if let Some((group, cards)) = open {
            milestones.extend(parse_milestone(line, group.id, cards));
        }
    }
    if groups.is_empty() {
        // Not loaded yet: it may still come.
        static NONE: Bank = (Vec::new(), Vec::new());
        return &NONE;
    }
    BANK.get_or_init(|| (groups, milestones))
}

/// Reads `id|cards|y|resource|capital|title`; `None` for a comment or anything malformed (the tests let neither ship
/// as a group).
fn parse_group(line: &'static str) -> Option<(Group, Cards)> {
    let fields: [&str; 6] = line.split('|').collect::<Vec<_>>().try_into().ok()?;
    let [id, cards, recovery, resource, capital, title] = fields;
    if !matches!(recovery, "" | "y") {
        return None;
    }
    let group = Group {
        id,
        title,
        recovery: recovery == "y",
        resource: match resource {
            "" => None,
            name => Some(Resource::from_name(name)?),
        },
        capital: match capital {
            "" => None,
            name => Some(Capital::ALL.into_iter().find(|one| one.name() == name)?),
        },
    };
    Some((group, Cards::from_letters(cards)?))
}

/// Reads `id|cards|tags|words`; `None` for anything malformed.
fn parse_milestone(
    line: &'static str,
    group: &'static str,
    group_cards: Cards,
) -> Option<BankMilestone> {
    let (id, rest) = line.split_once('|')?;
    let (cards, rest) = rest.split_once('|')?;
    let (tags, words) = rest.split_once('|')?;
    if !id.starts_with('M') {
        return None;
    }
    let (mut ways, mut chime) = (Ways::NONE, Chimes::default());
    for letter in tags.chars() {
        match "CATLG".chars().position(|known| known == letter) {
            Some(place) if ways.has(Way::ALL[place]) => return None,
            Some(place) => ways = ways.with(Way::ALL[place]),
            None => chime = chime.with_letter(letter)?,
        }
    }
    Some(BankMilestone {
        id,
        group,
        words,
        cards: Cards::from_letters(cards)?.union(group_cards),
        ways,
        chime,
    })
}

#[cfg(test)]
mod tests;
