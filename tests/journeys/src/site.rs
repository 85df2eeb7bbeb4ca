//! What a static host answers: a folder of files under a sub-path, with the headers of `_headers`.
use crate::header_rules::HeaderRules;
use std::fs;
use std::path::{Path, PathBuf};

/// The file with the rules for headers, at the root of a site; it is never served.
pub(crate) const RULES: &str = "_headers";

/// A folder of files as a host shows them.
pub(crate) struct Site {
    root: PathBuf,
    prefix: String,
    rules: HeaderRules,
}

/// One answer to one request.
pub(crate) struct Answer {
    pub(crate) status: &'static str,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Site {
    /// `prefix` is the decoded sub-path, with a slash at both ends.
    pub(crate) fn new(root: PathBuf, prefix: &str) -> Self {
        let rules = fs::read_to_string(root.join(RULES)).unwrap_or_default();
        Self {
            rules: HeaderRules::parse(&rules),
            prefix: prefix.to_owned(),
            root,
        }
    }

    /// Answers a request's target: a percent-encoded path, perhaps with a query.
    pub(crate) fn answer(&self, target: &str) -> Answer {
        let path = decode(target.split(['?', '#']).next().unwrap_or_default());
        if format!("{path}/") == self.prefix {
            let place = ("Location".to_owned(), encode(&self.prefix));
            return Answer::plain("301 Moved Permanently", vec![place]);
        }
        let name = path.strip_prefix(&self.prefix);
        match name.and_then(|name| self.file(name)) {
            Some(answer) => answer,
            None => Answer::plain("404 Not Found", Vec::new()),
        }
    }

    fn file(&self, name: &str) -> Option<Answer> {
        let outside = |part: &str| part == ".." || part.contains(['\\', '\0']);
        if name == RULES || name.split('/').any(outside) {
            return None;
        }
        let file = match name {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        };
        let body = fs::read(self.root.join(&file)).ok()?;
        let mut headers = self.rules.for_path(&format!("/{name}"));
        let mut default = |name: &str, value: &str| {
            if !headers
                .iter()
                .any(|(known, _)| known.eq_ignore_ascii_case(name))
            {
                headers.push((name.to_owned(), value.to_owned()));
            }
        };
        default("Content-Type", kind(Path::new(&file)));
        // Without a validator this means: fetch it again, so that a test never meets an old build.
        default("Cache-Control", "no-cache");
        Some(Answer {
            status: "200 OK",
            headers,
            body,
        })
    }
}

impl Answer {
    fn plain(status: &'static str, mut headers: Vec<(String, String)>) -> Self {
        headers.push(("Content-Type".to_owned(), "text/plain".to_owned()));
        Self {
            status,
            headers,
            body: status.as_bytes().to_vec(),
        }
    }
}

/// The media type a host gives a file, by the ending of its name.
fn kind(file: &Path) -> &'static str {
    let ending = file.extension().and_then(|ending| ending.to_str());
    match ending.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Undoes percent-encoding; what is not valid stays as it is.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&plain, after)) = rest.split_first() {
        let pair = after
            .get(..2)
            .filter(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        let pair = pair.and_then(|pair| std::str::from_utf8(pair).ok());
        let coded = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        let (byte, left) = match coded {
            Some(byte) if plain == b'%' => (byte, &after[2..]),
            _ => (plain, after),
        };
        bytes.push(byte);
        rest = left;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Percent-encodes what an address cannot hold.
pub(crate) fn encode(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    path.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coding_goes_round() {
        assert_eq!(encode("/a/b c/app/"), "/a/b%20c/app/");
        for path in ["/a/b c/app/", "/100%/ü", "/%zz", "/%+f", "/%"] {
            assert_eq!(decode(&encode(path)), path);
        }
        assert_eq!(decode("/%zz%"), "/%zz%");
    }

    #[test]
    fn answers_as_a_host_does() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("index.html"), "hello")?;
        fs::write(folder.path().join("app.wasm"), "\0asm")?;
        fs::write(
            folder.path().join(RULES),
            "/*\n  X-A: 1\n/app.wasm\n  Cache-Control: immutable\n",
        )?;
        let site = Site::new(folder.path().to_owned(), "/a/b c/app/");
        let status = |target| site.answer(target).status;
        assert_eq!(status("/a/b%20c/app/"), "200 OK");
        assert_eq!(status("/a/b%20c/app/?q#x"), "200 OK");
        assert_eq!(status("/a/b%20c/app"), "301 Moved Permanently");
        assert_eq!(status("/a/b%20c/app/_headers"), "404 Not Found");
        assert_eq!(status("/a/b%20c/app/%2e%2e/secret"), "404 Not Found");
        assert_eq!(status("/"), "404 Not Found");

        let wasm = site.answer("/a/b%20c/app/app.wasm");
        let header = |name: &str| wasm.headers.iter().find(|(known, _)| known == name);
        assert_eq!(
            header("Content-Type").map(|(_, value)| value.as_str()),
            Some("application/wasm")
        );
        assert_eq!(
            header("Cache-Control").map(|(_, value)| value.as_str()),
            Some("immutable")
        );
        assert_eq!(header("X-A").map(|(_, value)| value.as_str()), Some("1"));
        Ok(())
    }
}
