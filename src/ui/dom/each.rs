//! A list whose items come and go while the others stay.

use super::{El, follow, group, words};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use web_sys::Node;

/// A list whose items keep their elements, and so the focus, while others come and go. Each key is drawn once, as
/// one element.
#[must_use]
pub fn each(keys: impl Fn() -> Vec<String> + 'static, draw: impl Fn(&str) -> El + 'static) -> El {
    each_boxed(Box::new(keys), Box::new(draw))
}

struct Item {
    key: String,
    node: Node,
    owner: Owner,
}

fn each_boxed(keys: Box<dyn Fn() -> Vec<String>>, draw: Box<dyn Fn(&str) -> El>) -> El {
    let end = words("");
    let part = group([end.clone()]);
    // What an item holds lives as long as the item, not until the next change of the list.
    let home = Owner::current().unwrap_or_default();
    let mut items = Vec::<Item>::new();
    follow(move || {
        let keys = keys();
        let mut old = std::mem::take(&mut items);
        for key in keys {
            let item = if let Some(place) = old.iter().position(|item| item.key == key) {
                old.swap_remove(place)
            } else {
                let owner = home.child();
                let node = owner.with(|| untrack(|| draw(&key))).0;
                Item { key, node, owner }
            };
            items.push(item);
        }
        let parent = end.0.parent_node();
        for gone in old {
            if let Some(parent) = gone.node.parent_node() {
                let _ = parent.remove_child(&gone.node);
            }
            gone.owner.cleanup();
        }
        let mut next = end.0.clone();
        for item in items.iter().rev() {
            if item.node.next_sibling().as_ref() != Some(&next)
                && let Some(parent) = &parent
            {
                let _ = parent.insert_before(&item.node, Some(&next));
            }
            next = item.node.clone();
        }
    });
    part
}
