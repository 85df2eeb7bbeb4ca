//! What no journey may cause: errors on the console, and requests to any place but the server.
use crate::engine::Engine;
use serde_json::Value;

/// What a browser asks for on its own account, whatever page is open. What pages of Chromium ask for is seen in its log,
/// those places included.
const fn itself(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &["google.com", "googleapis.com", "gvt1.com", "duckduckgo.com"],
        Engine::Firefox => &["mozilla.com", "mozilla.net", "mozilla.org", "firefox.com"],
        Engine::WebKit => &[],
    }
}

/// Collects faults from the browser's logs.
#[derive(Debug)]
pub(crate) struct Watch {
    engine: Engine,
    origin: String,
    allowed: Vec<String>,
    faults: Vec<String>,
}

impl Watch {
    /// `origin` is the server's: the only place that pages may talk to.
    pub(crate) fn new(engine: Engine, origin: String) -> Self {
        Self {
            engine,
            origin,
            allowed: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Lets addresses that start with `prefix` be asked for: the place that Leave goes to.
    pub(crate) fn allow(&mut self, prefix: &str) {
        self.allowed.push(prefix.to_owned());
    }

    /// Everything found so far.
    pub(crate) fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Notes an error on the console. With no network, the browser's own look for a new `sw.js`
    /// may fail; anything else that is asked for then is a fault as always.
    pub(crate) fn console(&mut self, message: &str, offline: bool) {
        let excused = self.is_allowed(message) || (offline && message.contains("/sw.js"));
        if !excused {
            self.faults.push(format!("console: {message}"));
        }
    }

    /// Notes an entry of the performance log, which holds one message of the protocol of developer tools.
    pub(crate) fn protocol(&mut self, entry: &str) {
        let entry: Value = serde_json::from_str(entry).unwrap_or_default();
        let message = &entry["message"];
        let url = match message["method"].as_str() {
            Some("Network.requestWillBeSent") => &message["params"]["request"]["url"],
            Some("Network.webSocketCreated") => &message["params"]["url"],
            _ => return,
        };
        let url = url.as_str().unwrap_or_default();
        if !self.is_expected(url) {
            self.faults
                .push(format!("a request to another place: {url}"));
        }
    }

    /// Notes an address at another place that was asked for through the proxy; of an encrypted one
    /// that is the host alone.
    pub(crate) fn elsewhere(&mut self, url: &str) {
        let host = url.split(['/', ':']).nth(3).unwrap_or_default();
        let own = itself(self.engine).iter().any(|domain| {
            let rest = host.strip_suffix(domain);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        });
        let is_host_of_allowed = self.allowed.iter().any(|prefix| prefix.starts_with(url));
        if !own && !is_host_of_allowed && !self.is_allowed(url) {
            self.faults
                .push(format!("a request to another place: {url}"));
        }
    }

    /// Whether a message names a file of the server's.
    pub(crate) fn is_of_server(&self, message: &str) -> bool {
        message.contains(&format!("{}/", self.origin))
    }

    fn is_allowed(&self, url: &str) -> bool {
        self.allowed.iter().any(|prefix| url.starts_with(prefix))
    }

    fn is_expected(&self, url: &str) -> bool {
        let here = url.strip_prefix(&self.origin);
        let own = here.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        // No network is behind these; `chrome:` is the browser's own, as in its start page.
        let local = ["data:", "blob:", "about:", "chrome:"];
        own || local.iter().any(|scheme| url.starts_with(scheme)) || self.is_allowed(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(url: &str) -> String {
        let params = serde_json::json!({ "request": { "url": url } });
        let message =
            serde_json::json!({ "method": "Network.requestWillBeSent", "params": params });
        serde_json::json!({ "message": message }).to_string()
    }

    #[test]
    fn requests() {
        let mut watch = Watch::new(Engine::Chromium, "http://127.0.0.1:80".to_owned());
        watch.allow("https://leave.example/");
        for expected in [
            "http://127.0.0.1:80",
            "http://127.0.0.1:80/x",
            "data:,",
            "https://leave.example/weather",
        ] {
            watch.protocol(&request(expected));
            assert!(watch.faults().is_empty(), "{expected}");
        }
        for (before, fault) in ["http://127.0.0.1:8080/", "https://example.org/", "ws://a/"]
            .into_iter()
            .enumerate()
        {
            assert_eq!(watch.faults().len(), before);
            watch.protocol(&request(fault));
        }
        assert_eq!(watch.faults().len(), 3);
    }

    #[test]
    fn places_behind_the_proxy() {
        let mut watch = Watch::new(Engine::Firefox, String::new());
        watch.allow("https://leave.example/weather");
        for expected in [
            "https://leave.example/",
            "https://a.services.mozilla.com/",
            "http://detectportal.firefox.com/success.txt",
        ] {
            watch.elsewhere(expected);
            assert!(watch.faults().is_empty(), "{expected}");
        }
        for fault in [
            "https://example.org/",
            "https://notmozilla.com/",
            "http://leave.example/",
            "https://fonts.googleapis.com/",
        ] {
            watch.elsewhere(fault);
        }
        assert_eq!(watch.faults().len(), 4);
    }

    #[test]
    fn console_errors() {
        let mut watch = Watch::new(Engine::WebKit, String::new());
        watch.console("http://h/sw.js - no network", true);
        assert!(watch.faults().is_empty());
        watch.console("http://h/sw.js - no network", false);
        watch.console("http://h/app.wasm - no network", true);
        assert_eq!(watch.faults().len(), 2);
    }
}
