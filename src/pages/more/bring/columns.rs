//! What the columns of a table are: a guess, with the first rows as they would be read, for the person to put right.

use super::{Going, step};
use crate::content::text::{bringing, fill};
use crate::state::bringing::{Columns, DateOrder, Sheet, shown};
use crate::state::device::{DayStyle, say_day};
use crate::ui::dom::{El, el, group, live};
use crate::ui::heading::{button, para};
use leptos::prelude::*;
use std::rc::Rc;

/// How many rows are shown.
const ROWS: usize = 3;

/// Asks what the columns are.
pub(super) fn ask(going: Going, sheet: Sheet) -> El {
    let b = bringing();
    let sheet = Rc::new(sheet);
    let guess = sheet.guess.clone().unwrap_or_default();
    let names: Vec<String> = names(&sheet);
    // The place in its list of what is chosen for each: "none of them" stands first where it may be chosen.
    let date = RwSignal::new(guess.date);
    let order = RwSignal::new(guess.order as usize);
    let place = |column: Option<usize>| RwSignal::new(column.map_or(0, |column| column + 1));
    let others = [place(guess.name), place(guess.value), place(guess.note)];
    let mut with_none = vec![b.no_column.to_owned()];
    with_none.extend(names.iter().cloned());
    let columns = {
        let sheet = Rc::clone(&sheet);
        move || {
            let [name, value, note] = others.map(|other| other.get().checked_sub(1));
            Columns {
                date: date.get(),
                name,
                value,
                note,
                order: DateOrder::ALL.get(order.get()).copied().unwrap_or_default(),
                title: title(&sheet, value),
            }
        }
    };
    let orders = [b.day_first, b.month_first, b.year_first].map(str::to_owned);
    let sampled = {
        let (sheet, columns) = (Rc::clone(&sheet), columns.clone());
        live(move || sample(&sheet, &columns()))
    };
    let wrong = RwSignal::new(String::new());
    let again = Rc::clone(&sheet);
    let go_on = move || {
        let columns = untrack(&columns);
        if sheet
            .sample(&columns, usize::MAX)
            .iter()
            .all(|(day, _)| day.is_none())
        {
            wrong.set(b.no_days_found.to_owned());
            return;
        }
        going
            .clone()
            .begin_table(going.app.read_table(&sheet, columns));
    };
    let day = select(b.column_day, &names, date, move |column| {
        order.set(again.order_of(column) as usize);
    });
    let other = |label, signal| select(label, &with_none, signal, |_| {});
    step(b.columns).with([
        para("hint", b.columns_hint),
        el("form").with([el("ul").class("lists").with([
            day,
            select(b.order, &orders, order, |_| {}),
            other(b.column_name, others[0]),
            other(b.column_value, others[1]),
            other(b.column_note, others[2]),
        ])]),
        para("", b.sample),
        sampled,
        el("p")
            .class("wrong")
            .attr("role", "alert")
            .say_live(move || wrong.get()),
        button("big", b.go_on, go_on),
    ])
}

/// The names of the columns, or their numbers.
fn names(sheet: &Sheet) -> Vec<String> {
    let mut names = Vec::new();
    for (place, name) in sheet.header.iter().enumerate() {
        let name = shown(name);
        names.push(if name.is_empty() {
            fill(bringing().column_number, &[&(place + 1).to_string()])
        } else {
            name
        });
    }
    names
}

/// What to call it all when no column says what was done.
fn title(sheet: &Sheet, value: Option<usize>) -> String {
    let name = value.and_then(|value| sheet.header.get(value));
    match name {
        Some(name) if !shown(name).is_empty() => name.clone(),
        _ => bringing().from_a_file.to_owned(),
    }
}

/// A list to choose one of.
pub(super) fn select(
    label: &str,
    choices: &[String],
    chosen: RwSignal<usize>,
    then: impl Fn(usize) + 'static,
) -> El {
    let mut options = Vec::new();
    for (place, words) in choices.iter().enumerate() {
        options.push(el("option").attr("value", &place.to_string()).say(words));
    }
    let value = RwSignal::new(chosen.get_untracked().to_string());
    crate::ui::dom::follow(move || value.set(chosen.get().to_string()));
    let list = el("select")
        .with(options)
        .value_from(value)
        .on_picked(move |picked| {
            if let Ok(place) = picked.parse() {
                chosen.set(place);
                then(place);
            }
        });
    el("li").with([el("label")
        .class("field")
        .with([el("span").say(label), list])])
}

/// The first rows as they would be read.
fn sample(sheet: &Sheet, columns: &Columns) -> El {
    let b = bringing();
    let mut rows = Vec::new();
    for (day, texts) in sheet.sample(columns, ROWS) {
        let mut words = day.map_or(b.no_day.to_owned(), |day| say_day(day, DayStyle::Long));
        for text in texts {
            let text = shown(&text);
            if !text.is_empty() {
                words = [&words, " · ", &text].concat();
            }
        }
        rows.push(el("li").say(&words));
    }
    group([el("ul").with(rows)])
}
