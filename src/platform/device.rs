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
    /// home screen (WebKit, "Full Third-Party Cookie Blocking and More", 2020).
    IPhone,
    /// A browser within another app, whose data may go with that app's.
    InApp,
}

/// What browsers within other apps call themselves: Facebook, Instagram, TikTok, LinkedIn, Snapchat, Line, WeChat, and
/// any `WebView` on Android.
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
        if agent.contains(name) {
            return Place::InApp;
        }
    }
    if agent.contains("iPhone") || agent.contains("iPad") || (touch && agent.contains("Macintosh"))
    {
        Place::IPhone
    } else if agent.contains("Firefox/") {
        Place::Firefox
    } else {
        Place::Browser
    }
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
    use super::{Place, place_of};

    #[test]
    fn browsers_are_told_by_what_they_call_themselves() {
        for (agent, touch, expected) in [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                true,
                Place::Browser,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                true,
                Place::Browser,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                true,
                Place::Browser,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
                false,
                Place::Browser,
            ),
            ("", false, Place::Browser),
            (
                "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0",
                true,
                Place::Firefox,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                false,
                Place::Firefox,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0",
                false,
                Place::Firefox,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                true,
                Place::IPhone,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/145.0 Mobile/15E148 Safari/605.1.15",
                true,
                Place::IPhone,
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1",
                true,
                Place::IPhone,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
                true,
                Place::IPhone,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/756351453;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/18.5;FBSS/3;FBCR/;FBID/phone;FBLC/en_GB;FBOP/80]",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-A546B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/137.0.7151.61 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/517.0.0.48.109;]",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 Instagram 383.0.0.29.75 (iPhone15,2; iOS 18_5; en_GB; en-GB; scale=3.00; 1179x2556; 742341590)",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 musical_ly_35.3.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/GB BytedanceWebview/d8a21c6",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [LinkedInApp]/9.29.8962",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Snapchat/13.1.0.38 (like Safari/8618.2.12, panda)",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.9.0",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; M2012K11AC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50.2701 WeChat/arm64 Language/en",
                true,
                Place::InApp,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240805.005; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/137.0.0.0 Mobile Safari/537.36",
                true,
                Place::InApp,
            ),
        ] {
            assert_eq!(place_of(agent, touch), expected, "{agent}");
        }
    }
}
