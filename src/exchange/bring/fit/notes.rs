//! What was written on days: into the note of the day, below what stands there.

use super::{Fitting, added, fitting_text};
use crate::domain::change::{Body, Key};
use crate::domain::day::Day;
use crate::domain::entry::Note;
use crate::domain::id::Id;
use crate::domain::words;
use crate::exchange::bring::Why;

impl Fitting<'_> {
    /// A note as it may be kept; the end of one that is too long is left behind.
    pub(super) fn note(&mut self, typed: &str) -> Option<String> {
        let (text, is_whole) = fitting_text(typed, words::note, words::NOTE)?;
        if !is_whole {
            self.leave(Why::LongNote, typed);
        }
        Some(text)
    }

    pub(super) fn line(&mut self, day: Day, typed: &str) {
        if let Some(text) = self.note(typed) {
            self.lines.push((day, text));
        }
    }

    /// Adds lines to the notes of their days, below what stands there.
    pub(super) fn day_notes(&mut self) {
        let mut lines = std::mem::take(&mut self.lines).into_iter().peekable();
        while let Some((day, first)) = lines.next() {
            let Some(id) = Id::parse(&day.to_string()) else {
                continue;
            };
            let before = self.journal.note(&id);
            let mut text = before.map(|note| note.text.clone()).unwrap_or_default();
            let mut length = text.chars().count();
            let mut new = Some(first);
            let mut grew = false;
            while let Some(line) = new {
                let more = line.chars().count() + 1;
                if has(&text, &line) {
                    self.plan.same += 1;
                } else if length + more > words::NOTE + 1 {
                    self.leave(Why::NoRoom, &line);
                } else {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&line);
                    length += more;
                    grew = true;
                }
                new = lines
                    .next_if(|(next, _)| *next == day)
                    .map(|(_, line)| line);
            }
            if grew {
                self.plan.notes += 1;
                let before = before.cloned().map(Body::Note);
                let note = Body::Note(Note { day, text });
                self.notes.push(added(Key::Note(id), before, note));
            }
        }
    }
}

/// Whether whole lines of a text are these. (The standard library's search costs 5 kB.)
fn has(text: &str, lines: &str) -> bool {
    let (text, lines) = (text.as_bytes(), lines.as_bytes());
    (0..=text.len().saturating_sub(lines.len())).any(|at| {
        let begins = at == 0 || text[at - 1] == b'\n';
        let ends = text.get(at + lines.len()).is_none_or(|byte| *byte == b'\n');
        begins && ends && text[at..].starts_with(lines)
    })
}
