//! What the app can know about the device it is on.

use super::browser::{navigator, window};

/// The browsers that keep a site's data by rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Any other: it keeps data, and says by itself whether it does so for good.
    Browser,
    /// Asks the person before it keeps data for good.
    Firefox,
    /// An iPhone or iPad, where every browser may clear a site that was not visited for 7 days, unless it is on the
    /// home screen (its engine's makers, "Full Third-Party Cookie Blocking and More", 2020).
    IPhone,
    /// A browser within another app, whose data may go with that app's.
    InApp,
}

/// What browsers within other apps call themselves: those of the large social networks and messengers, and any
/// `WebView` on Android.
const IN_APP: [&str; 11] = [
    "FBAN",
    "FBAV",
    "Instagram",
    "musical_ly",
    "BytedanceWebview",
    "TikTok",
    "LinkedInApp",
    "Snapchat",
    " Line/",
    "MicroMessenger",
    "; wv)",
];

/// Where the app runs.
#[must_use]
pub fn place() -> Place {
    let agent = navigator("userAgent").and_then(|agent| agent.as_string());
    let touch = navigator("maxTouchPoints").and_then(|points| points.as_f64());
    place_of(&agent.unwrap_or_default(), touch > Some(1.0))
}

/// By what the browser calls itself. `touch`: on a screen for several fingers, which no Mac has: an iPad says that it
/// is a Mac.
fn place_of(agent: &str, touch: bool) -> Place {
    for name in IN_APP {
        if says(agent, name) {
            return Place::InApp;
        }
    }
    if says(agent, "iPhone") || says(agent, "iPad") || (touch && says(agent, "Macintosh")) {
        Place::IPhone
    } else if says(agent, "Firefox/") {
        Place::Firefox
    } else {
        Place::Browser
    }
}

/// Whether a browser's own words have this name in them. The standard library's search costs 2 kB more.
fn says(agent: &str, name: &str) -> bool {
    let mut places = agent.as_bytes().windows(name.len());
    places.any(|place| place == name.as_bytes())
}

/// Whether the app was opened from the home screen or as an app of its own.
#[must_use]
pub fn is_installed() -> bool {
    let standalone = window()
        .and_then(|window| {
            window
                .match_media("(display-mode: standalone)")
                .ok()
                .flatten()
        })
        .is_some_and(|query| query.matches());
    // Safari on older phones says it in a way of its own.
    standalone || navigator("standalone").is_some_and(|value| value.is_truthy())
}

/// Whether the browser believes it has a network. `true` may be wrong; `false` is not.
#[must_use]
pub fn is_online() -> bool {
    navigator("onLine").is_none_or(|value| value.is_truthy())
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn browsers_are_told_by_what_they_call_themselves() {
        let real = include_str!("../../tests/fixtures/user-agents.txt");
        assert_eq!(real.lines().count(), 21);
        for line in real.lines() {
            let mut parts = line.split('\t');
            let mut part = || parts.next().unwrap();
            let (expected, touch, agent) = (part(), part() == "touch", part());
            assert_eq!(format!("{:?}", place_of(agent, touch)), expected, "{line}");
        }
    }
}
