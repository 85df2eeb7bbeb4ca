//! What no journey may cause: errors on the console, and requests to any place but the server.
use serde_json::Value;

/// Collects faults from the browser's logs.
#[derive(Debug)]
pub(crate) struct Watch {
    origin: String,
    allowed: Option<String>,
    faults: Vec<String>,
}

impl Watch {
    /// `origin` is the server's: the only place that pages may talk to.
    pub(crate) fn new(origin: String) -> Self {
        Self {
            origin,
            allowed: None,
            faults: Vec::new(),
        }
    }

    /// Lets addresses that start with `prefix` be asked for: the place that Leave goes to.
    pub(crate) fn allow(&mut self, prefix: &str) {
        self.allowed = Some(prefix.to_owned());
    }

    /// Everything found so far.
    pub(crate) fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Notes an entry of the console. With no network, the browser's own look for a new `sw.js`
    /// may fail; anything else that is asked for then is a fault as always.
    pub(crate) fn console(&mut self, level: &str, message: &str, offline: bool) {
        let allowed = self.allowed.as_ref();
        let excused = allowed.is_some_and(|prefix| message.starts_with(prefix))
            || (offline && message.contains("/sw.js"));
        if level == "SEVERE" && !excused {
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

    fn is_expected(&self, url: &str) -> bool {
        let here = url.strip_prefix(&self.origin);
        let own = here.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        // No network is behind these; `chrome:` is the browser's own, as in its start page.
        let local = ["data:", "blob:", "about:", "chrome:"];
        let allowed = self.allowed.as_ref();
        own || local.iter().any(|scheme| url.starts_with(scheme))
            || allowed.is_some_and(|prefix| url.starts_with(prefix))
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
        let mut watch = Watch::new("http://127.0.0.1:80".to_owned());
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
    fn console_errors() {
        let mut watch = Watch::new(String::new());
        watch.console("WARNING", "old", false);
        watch.console("SEVERE", "http://h/sw.js - no network", true);
        assert!(watch.faults().is_empty());
        watch.console("SEVERE", "http://h/sw.js - no network", false);
        watch.console("SEVERE", "http://h/app.wasm - no network", true);
        assert_eq!(watch.faults().len(), 2);
    }
}
