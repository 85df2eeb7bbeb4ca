//! One page for 20 minutes together, to be filled in by pen. It asks for nobody's name.

use super::frame::{Choices, Page, head, lines};
use crate::content::text::{printing, text};
use crate::domain::way::Way;
use crate::ui::dom::{El, el, group};
use crate::ui::heading::{para, small};
use crate::ui::icon::{WAYS, icon};

pub(super) fn page() -> El {
    let p = printing();
    Page {
        title: p.session,
        file: p.file_notes,
        above: para("soft", p.session_hint),
        ticks: Vec::new(),
        choices: Choices::new(),
        draw: Box::new(sheet),
    }
    .show()
}

fn sheet() -> El {
    let p = printing();
    let mut five = Vec::new();
    for (way, path) in Way::ALL.into_iter().zip(WAYS) {
        let name = el("b").say(text().way(way));
        five.push(el("li").with([el("i"), icon(path), name, el("p").class("line")]));
    }
    let ask = |question: &str, hint: &str, count| {
        el("section").with([el("h3").say(question).with([small(hint)]), lines(count)])
    };
    group([
        head(p.together, p.together_hint),
        el("section").with([el("h3").say(p.already), el("ul").class("five").with(five)]),
        ask(p.small_goal, p.small_goal_hint, 3),
        ask(p.in_the_way, "", 2),
        ask(p.come_along, "", 2),
        ask(p.next_time, p.next_time_hint, 2),
    ])
}
