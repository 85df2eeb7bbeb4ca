//! Lines of every list that people write themselves, and a check-up.
use super::Writing;
use waymark::domain::checkup::{CheckUp, Rating};
use waymark::domain::commands::LineDraft;
use waymark::domain::day::Day;
use waymark::domain::line::List;

/// A list, a line of it, and a number.
const LINES: [(List, &str, &str); 11] = [
    (List::People, "Nia, who texts back", ""),
    (List::Place, "A bus pass", ""),
    (List::Skills, "Good at soup", ""),
    (List::Belonging, "The choir", ""),
    (List::Signs, "I stop answering", ""),
    (List::Helps, "A walk by the canal", ""),
    (List::SafePlaces, "The library", ""),
    (List::Call, "Abena", "07700 900 123"),
    (List::Call, "J.", ""),
    (List::Reasons, "My dog", ""),
    (List::Say, "Could we meet later in the day?", ""),
];

/// Writes the lines, two appointments (tomorrow's and one that has passed), and half a check-up.
pub(super) fn write(writing: &mut Writing, today: Day) {
    let lines = LINES.map(|(list, words, number)| (list, words, number, None));
    let met = (List::Appointments, "Bo", "", Some(today.before(9)));
    let next = (
        List::Appointments,
        "Kofi, ten past four, by the pond",
        "020 7946 0000",
        Some(today.after(1)),
    );
    let all = lines.into_iter().chain([met, next]);
    for (place, (list, words, number, day)) in (500..).zip(all) {
        let draft = LineDraft {
            list,
            words: words.to_owned(),
            number: number.to_owned(),
            day,
        };
        let line = writing.journal.add_line(&draft, place);
        writing.keep(line, today);
    }
    let mut checkup = CheckUp {
        helped: "Early nights".to_owned(),
        ..CheckUp::default()
    };
    checkup.answers[0] = Some(7);
    checkup.resources[0] = Some(Rating::Hard);
    let written = writing
        .journal
        .write_checkup(today.before(3), &checkup, today);
    writing.keep(written, today);
}
