//! What stays behind, and why.

use crate::content::text::{bringing, fill, text};
use crate::state::bringing::{Left, Origin, Why, shown};
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{para, small};

/// Each reason, with how often and a few examples.
pub(super) fn left(origin: Origin, left: &[Left]) -> El {
    let b = bringing();
    let t = text();
    let mut items = Vec::new();
    for one in left {
        let (single, many) = words(one.why);
        let mut examples = Vec::new();
        for example in &one.examples {
            let example = shown(example);
            if !example.is_empty() {
                examples.push(example);
            }
        }
        let examples = if examples.is_empty() {
            String::new()
        } else {
            fill(b.such_as, &[&examples.join(" · ")])
        };
        items.push(
            el("li")
                .say(&t.count(single, many, one.count))
                .with([small(&examples)]),
        );
    }
    let always = match origin {
        Origin::Loop => b.else_loop,
        Origin::HabitBull => b.else_bull,
        Origin::Daylio => b.else_daylio,
        Origin::Table if items.is_empty() => b.stays_none,
        Origin::Table => "",
    };
    group([
        el("h3").say(b.stays),
        el("ul").with(items),
        para("", always),
    ])
}

fn words(why: Why) -> (&'static str, &'static str) {
    let b = bringing();
    match why {
        Why::NoDate => (b.no_date_one, b.no_date_many),
        Why::Ahead => (b.ahead_one, b.ahead_many),
        Why::NoName => (b.no_name_one, b.no_name_many),
        Why::NotDone => (b.not_done_one, b.not_done_many),
        Why::ByItself => (b.by_itself_one, b.by_itself_many),
        Why::Value => (b.value_one, b.value_many),
        Why::LongName => (b.long_name_one, b.long_name_many),
        Why::LongNote => (b.long_note_one, b.long_note_many),
        Why::NoRoom => (b.no_room_one, b.no_room_many),
        Why::Taken => (b.taken_one, b.taken_many),
        Why::Scales => (b.scales_one, b.scales_many),
        Why::About => (b.about_one, b.about_many),
        Why::Group => (b.group_one, b.group_many),
        Why::AtMost => (b.at_most_one, b.at_most_many),
        Why::Rhythm => (b.rhythm_one, b.rhythm_many),
        Why::SecondMood => (b.second_mood_one, b.second_mood_many),
        Why::Mood => (b.mood_one, b.mood_many),
        Why::Rest => (b.rest_one, b.rest_many),
        Why::Out => (b.out_one, b.out_many),
    }
}
