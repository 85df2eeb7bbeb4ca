//! History from another app: choose the file, see what was found, say where it belongs, and add it with one undo.
//! Nothing is kept before the last tap.

mod columns;
mod found;
mod left;
mod preview;

use super::below;
use crate::content::text::{bringing, fill};
use crate::pages::app;
use crate::route::Route;
use crate::state::App;
use crate::state::bringing::{
    BringError, File, FileError, Opened, Work, ZipError, read_file, read_through,
};
use crate::state::device::focus_on;
use crate::ui::dom::{El, Slot, el, group, slot};
use crate::ui::field::file;
use crate::ui::heading::{button, link, para};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a file may be called.
const KINDS: &str = ".zip,.csv,.tsv,.txt,application/zip,text/csv,text/plain";

/// The way to this page.
#[must_use]
pub(super) fn bring_along() -> El {
    let b = bringing();
    el("section").class("card pad").with([
        el("h2").say(b.title),
        para("hint", b.hint),
        link("pill", &Route::Bring.href(), b.title),
    ])
}

/// What goes on on the page.
#[derive(Clone)]
struct Going {
    app: App,
    place: Slot,
    /// Counts the files that were begun: a file that is not the last one is not read on.
    run: RwSignal<usize>,
    /// How much of the file has been read, in kilobytes.
    read: RwSignal<usize>,
    /// Of how much.
    of: RwSignal<usize>,
}

/// The page.
#[must_use]
pub fn bring() -> El {
    let b = bringing();
    let (place, found) = slot();
    let going = Going {
        app: app(),
        place,
        run: RwSignal::new(0_usize),
        read: RwSignal::new(0_usize),
        of: RwSignal::new(0_usize),
    };
    let files = [b.file_loop, b.file_bull, b.file_daylio, b.file_any];
    let choose = file(b.choose, KINDS, move |file| going.clone().begin(file));
    group([
        below(b.title),
        para("", b.intro),
        el("section").class("card pad").with([
            el("h2").say(b.files),
            el("ul").with(files.map(|words| el("li").say(words))),
            choose,
            para("hint", b.nothing_yet),
        ]),
        found,
    ])
}

impl Going {
    fn begin(self, file: File) {
        let run = self.run.get_untracked() + 1;
        self.run.set(run);
        self.show_reading();
        spawn_local(async move {
            let bytes = read_file(file).await;
            if !self.goes_on(run) {
                return;
            }
            let opened = match bytes {
                Ok(bytes) => self.app.open_history(bytes).map_err(wrong_words),
                Err(FileError::TooLarge) => Err(bringing().too_large),
                Err(_) => Err(bringing().failed),
            };
            match opened {
                Ok(Opened::Known(work)) => self.read(work, run),
                Ok(Opened::Table(sheet)) => {
                    let going = self.clone();
                    self.show(move || columns::ask(going, sheet));
                }
                Err(words) => self.show(|| wrong(words)),
            }
        });
    }

    /// Reads a table whose columns are known now.
    fn begin_table(self, work: Box<Work>) {
        let run = self.run.get_untracked() + 1;
        self.run.set(run);
        self.show_reading();
        self.read(work, run);
    }

    fn read(self, work: Box<Work>, run: usize) {
        spawn_local(async move {
            let tell = |at: usize, of: usize| {
                let goes_on = self.goes_on(run);
                if goes_on {
                    self.of.set(of / 1000);
                    self.read.set(at / 1000);
                }
                goes_on
            };
            let read = read_through(work, tell).await;
            if !self.goes_on(run) {
                return;
            }
            match read {
                Ok(Some(read)) => {
                    let going = self.clone();
                    self.show(move || found::found(going, read));
                }
                Ok(None) => {}
                Err(error) => self.show(|| wrong(wrong_words(error))),
            }
        });
    }

    /// Whether the page is there, and no other file was begun, nor this one stopped.
    fn goes_on(&self, run: usize) -> bool {
        self.run.try_get_untracked() == Some(run)
    }

    /// Shows the next step, and puts the focus on its heading.
    fn show(&self, draw: impl FnOnce() -> El) {
        self.place.show(draw);
        focus_on(STEP);
    }

    fn show_reading(&self) {
        let b = bringing();
        self.read.set(0);
        self.of.set(1);
        let (read, of) = (self.read, self.of);
        let stop = self.clone();
        let stop = move || {
            stop.run.update(|run| *run += 1);
            stop.show(|| step(b.stopped).with([para("hint", b.nothing_yet)]));
        };
        self.show(|| {
            let bar = el("progress")
                .attr("aria-label", b.reading)
                .attr_live("value", move || Some(read.get().to_string()))
                .attr_live("max", move || Some(of.get().max(1).to_string()));
            let words = move || {
                let (at, of) = (read.get().to_string(), of.get().to_string());
                fill(b.read_so_far, &[&at, &of])
            };
            step(b.reading).with([
                el("p").with([bar]),
                el("p").class("hint").say_live(words),
                button("pill", b.cancel, stop),
            ])
        });
    }
}

/// The id of the heading of the step that is shown.
const STEP: &str = "step";

/// A step, with its heading.
fn step(title: &str) -> El {
    let heading = el("h2").attr("id", STEP).attr("tabindex", "-1").say(title);
    el("section").class("card pad").with([heading])
}

/// What is wrong with a file.
fn wrong(words: &str) -> El {
    let told = el("p")
        .class("wrong")
        .attr("id", STEP)
        .attr("tabindex", "-1")
        .say(words);
    el("section").class("card pad").with([told])
}

fn wrong_words(error: BringError) -> &'static str {
    let b = bringing();
    match error {
        BringError::Empty => b.empty,
        BringError::TooMuch | BringError::Zip(ZipError::TooMuch) => b.too_much,
        BringError::NotText => b.not_text,
        BringError::NothingFound => b.nothing_found,
        BringError::Zip(ZipError::Damaged) => b.zip_damaged,
        BringError::Zip(ZipError::Elsewhere) => b.zip_elsewhere,
        BringError::Zip(ZipError::Locked) => b.zip_locked,
        BringError::Zip(ZipError::Unknown) => b.zip_unknown,
    }
}
