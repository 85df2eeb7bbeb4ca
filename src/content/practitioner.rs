//! What the page for workers says: the steps of a first session, what to ask, consent, privacy and safety. The words
//! live in `en/practitioner.txt`, a file of its own beside the page, in the lines of [`support`](super::support). What
//! the app is for stands in `en/about.txt` alone, and the safety cards in theirs.

/// The file, beside the page.
pub const FILE: &str = "practitioner.txt";

/// What stands before the first step.
pub const START: &str = "start";
/// Where the intended use goes.
pub const INTENDED_USE: &str = "is";
/// Where the safety cards go.
pub const SAFETY: &str = "safe";
/// What can be printed.
pub const PAPER: &str = "paper";
/// The five Ways, to show: a screen of its own.
pub const FIVE: &str = "five";

/// Whether a part is a step of the session: it is named for its minutes.
#[must_use]
pub fn is_step(id: &str) -> bool {
    id.starts_with("Minutes")
}

/// The paragraphs of About that a worker has to know: what the app is for, whether it works, and what nobody has
/// checked yet. They are those under its first three headings.
pub fn intended_use(about: &str) -> impl Iterator<Item = &str> {
    let mut headings = 0;
    about.lines().filter(move |line| {
        let is_heading = line.starts_with('=');
        headings += usize::from(is_heading);
        !is_heading && (1..=3).contains(&headings)
    })
}

#[cfg(test)]
mod tests {
    use super::super::reading::Piece;
    use super::super::support::{Piece as Line, page, pages};
    use super::*;

    const DATA: &str = include_str!("en/practitioner.txt");

    #[test]
    fn the_steps_take_20_minutes_without_a_gap() {
        let mut at = 0;
        let mut steps = 0;
        for (id, _) in pages(DATA).into_iter().filter(|(id, _)| is_step(id)) {
            let minutes = id.strip_prefix("Minutes ").unwrap();
            let (from, to) = minutes.split_once('–').unwrap();
            assert_eq!(from.parse(), Ok(at), "{id}");
            at = to.parse().unwrap();
            steps += 1;
        }
        assert_eq!((at, steps), (20, 7));
    }

    #[test]
    fn the_parts_that_the_page_looks_for_are_there() {
        let ids: Vec<_> = pages(DATA).into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids[0], START);
        for id in [INTENDED_USE, SAFETY, PAPER, FIVE] {
            assert!(ids.contains(&id), "{id}");
        }
        let items = |piece: &Line<'_>| matches!(piece, Line::Text(Piece::Item(_)));
        let (_, five) = page(DATA, FIVE).unwrap();
        assert!(five.len() == 5 && five.iter().all(items));
    }

    #[test]
    fn no_line_is_lost_and_no_number_is_typed() {
        let heads = pages(DATA).len();
        let pieces = pages(DATA)
            .into_iter()
            .map(|(id, _)| page(DATA, id).unwrap().1.len());
        let notes = DATA.lines().filter(|line| line.starts_with('#')).count();
        assert_eq!(heads + pieces.sum::<usize>() + notes, DATA.lines().count());
        for line in DATA.lines() {
            assert!(!line.trim().is_empty() && !line.starts_with('='), "{line}");
            let runs = line.split(|c: char| !c.is_ascii_digit());
            assert!(
                runs.max_by_key(|run| run.len()).unwrap().len() < 3,
                "{line}"
            );
        }
    }

    #[test]
    fn titles_name_no_substance() {
        for (_, title) in pages(DATA) {
            let title = title.to_lowercase();
            for word in ["drug", "drink", "alcohol", "use ", "recovery", "naloxone"] {
                assert!(!title.contains(word), "{title}");
            }
        }
    }

    #[test]
    fn the_intended_use_is_that_of_about() {
        let words: Vec<_> = intended_use(include_str!("en/about.txt")).collect();
        assert_eq!(words.len(), 3);
        assert!(
            words[0].starts_with("Waymark is a wellbeing diary.")
                && words[0].ends_with("does not alert anyone.")
        );
        assert!(
            words[2].starts_with("A clinician and people with lived experience have not checked")
        );
    }
}
