//! The theme and the text size, which the style sheets read from `<html>`.

use super::browser::root;

/// Sets `data-theme` (`light` or `dark`); `None` leaves it to the system.
pub fn set_theme(theme: Option<&str>) {
    set("data-theme", theme);
}

/// Sets `data-text` (a size that the style sheets know).
pub fn set_text_size(size: &str) {
    set("data-text", Some(size));
}

/// Sets an attribute that `start.js` follows: the name and icon, where Leave leads, whether to hide.
pub fn mark(attribute: &str, value: &str) {
    set(attribute, Some(value));
}

/// Whether such an attribute has this value.
#[must_use]
pub fn is_marked(attribute: &str, value: &str) -> bool {
    root().is_some_and(|root| root.get_attribute(attribute).as_deref() == Some(value))
}

fn set(attribute: &str, value: Option<&str>) {
    if let Some(root) = root()
        // Writing the same again would have style sheets and `start.js` look once more, at every tap.
        && root.get_attribute(attribute).as_deref() != value
    {
        let _ = match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        };
    }
}
