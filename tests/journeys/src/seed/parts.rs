//! The same week of a person who wants the recovery parts: start dates of every kind.
use super::{DEVICE, Writing, goals, lines, week};
use waymark::domain::about::About;
use waymark::domain::commands::StartDraft;
use waymark::domain::day::Day;
use waymark::domain::id::Id;
use waymark::domain::journal::Journal;
use waymark::domain::stamp::Stamps;
use waymark::domain::start_date::{MarkerKind, Markers, Unit};

/// The words of the start dates, how many days ago they began, and how their time is shown.
const STARTS: [(&str, u64, Unit); 5] = [
    ("since I came home", 41, Unit::Days),
    ("since I moved to my own flat", 130, Unit::Markers),
    ("since the new job", 75, Unit::Weeks),
    ("since I began to draw", 300, Unit::Months),
    ("since we talk again", 500, Unit::Hidden),
];

/// A journal with lines of every list, and with start dates: three that count, one as a chapter with its follower, one at rest, one out of sight.
#[must_use]
pub fn with_parts(today: Day) -> Journal {
    let journal = week(today);
    let mut stamps = Stamps::new(DEVICE);
    stamps.see(journal.latest());
    let mut writing = Writing { journal, stamps };
    let mut settings = writing.journal.settings();
    settings.recovery = true;
    let shown = writing.journal.set(settings);
    writing.keep(Ok(shown), today);
    let mut markers = Markers::default();
    for kind in [MarkerKind::ThirtyDays, MarkerKind::NinetyDays] {
        markers = markers.toggled(kind);
    }
    for (place, (label, ago, unit)) in (400..).zip(STARTS) {
        let draft = StartDraft {
            label: label.to_owned(),
            since: today.before(ago),
            unit,
            markers,
            about: About::No,
        };
        let made = writing.journal.make_start(&draft, today, place);
        writing.keep(made, today);
    }
    let [job, draw, talk] =
        [STARTS[2].0, STARTS[3].0, STARTS[4].0].map(|label| labelled(&writing.journal, label));
    let paused = writing.journal.pause_start(&draw, Some(today.before(2)));
    writing.keep(paused, today);
    let hidden = writing.journal.hide_start(&talk, true);
    writing.keep(hidden, today);
    let again = writing
        .journal
        .start_again(&job, today.before(5), today, 450);
    writing.keep(again, today);
    let note = "A hard week, and a kind one.";
    let note = writing.journal.note_start(&job, note, today, 460);
    writing.keep(note, today);
    lines::write(&mut writing, today);
    goals::write(&mut writing, today);
    writing.journal
}

/// The start date with this label; one that is not there when there is none.
fn labelled(journal: &Journal, label: &str) -> Id {
    let starts = journal.starts().into_iter();
    let mut found = starts.filter(|(_, start)| start.label == label);
    found
        .next()
        .map_or_else(|| Id::new(0, 0), |(id, _)| id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark::domain::start_date::StartDate;

    #[test]
    fn there_is_one_of_each_kind() {
        let today = Day::parse("2026-11-21").unwrap();
        let journal = with_parts(today);
        let starts = journal.starts();
        assert_eq!(starts.len(), STARTS.len() + 1);
        let count =
            |is: fn(&StartDate) -> bool| starts.iter().filter(|(_, start)| is(start)).count();
        assert_eq!(count(|start| start.until.is_some()), 1);
        assert_eq!(count(|start| start.paused.is_some()), 1);
        assert_eq!(count(|start| start.hidden), 1);
        assert_eq!(count(StartDate::is_counting), 3);
        let notes = starts.iter().map(|(id, _)| journal.notes_of(id).len());
        assert_eq!(notes.sum::<usize>(), 1);
    }
}
