//! Versions of the app made out of the built one, and the host's folder that they are put into.
use crate::{dist, site::RULES};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The worker's own script: it lists the others.
const WORKER: &str = "sw.js";
/// The pages whose files a version cannot do without.
const PAGES: [&str; 2] = ["index.html", "rescue.html"];

/// One version of the app: its files by name.
#[derive(Clone, Debug)]
pub struct Version(BTreeMap<String, Vec<u8>>);

impl Version {
    /// The app as it was built.
    pub fn built() -> Result<Self> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(dist())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            files.insert(name, fs::read(entry.path())?);
        }
        Ok(Self(files))
    }

    /// Another version that does the same: its page says so (see [`RELEASE`]), and the files that carry a hash have
    /// other names. It still has to be [`Version::stamped`].
    pub fn named(self, release: &str) -> Result<Self> {
        let mut files = BTreeMap::new();
        for (name, bytes) in self.0 {
            let new_name = name.replace("waymark-", &format!("waymark-{release}-"));
            files.insert(new_name, bytes);
        }
        let mut named = Self(files);
        for page in PAGES {
            named = named.rewrite(page, |text| {
                text.replace("./waymark-", &format!("./waymark-{release}-"))
            })?;
        }
        let mark = format!("<meta name=release content={release}><title>");
        named.rewrite("index.html", |text| text.replacen("<title>", &mark, 1))
    }

    /// With a text file changed.
    pub fn rewrite(mut self, name: &str, change: impl FnOnce(String) -> String) -> Result<Self> {
        let file = self.0.get_mut(name).with_context(|| name.to_owned())?;
        *file = change(String::from_utf8(std::mem::take(file))?).into_bytes();
        Ok(self)
    }

    /// With one bit of a file flipped, in its middle.
    pub fn flip(mut self, name: &str) -> Result<Self> {
        let file = self.0.get_mut(name).with_context(|| name.to_owned())?;
        let middle = file.len() / 2;
        *file.get_mut(middle).context("an empty file")? ^= 1;
        Ok(self)
    }

    /// With one more file.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.0.insert(name.to_owned(), text.as_bytes().to_vec());
        self
    }

    /// Without a file.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.remove(name);
        self
    }

    /// The name of the file that starts and ends like this.
    pub fn find(&self, start: &str, end: &str) -> Result<String> {
        let mut names = self.0.keys();
        let found = names.find(|name| name.starts_with(start) && name.ends_with(end));
        found
            .cloned()
            .with_context(|| format!("no {start}…{end} is built"))
    }

    /// The name of the program's script.
    pub fn program(&self) -> Result<String> {
        self.find("waymark-", ".js")
    }

    /// The name of the program's WebAssembly.
    pub fn wasm(&self) -> Result<String> {
        self.find("waymark-", ".wasm")
    }

    /// What its files come to, as `.ci/version-of` works it out.
    pub fn version(&self) -> Result<String> {
        let blank = self
            .clone()
            .rewrite("index.html", |text| page(&text, "none"))?
            .rewrite(WORKER, |text| without_stamp(&text))?;
        let mut list = String::new();
        for (name, bytes) in blank.0.iter().filter(|(name, _)| *name != RULES) {
            let _ = writeln!(list, "{}  {name}", hex(bytes));
        }
        Ok(hex(list.as_bytes())[..16].to_owned())
    }

    /// With its version and its lists written anew, as `.ci/stamp-worker` does it.
    pub fn stamped(self) -> Result<Self> {
        let version = self.version()?;
        let stamped = self.rewrite("index.html", |text| page(&text, &version))?;
        let named: Vec<_> = PAGES
            .iter()
            .filter_map(|page| stamped.0.get(*page))
            .collect();
        let named: String = named
            .into_iter()
            .map(|page| String::from_utf8_lossy(page))
            .collect();
        let is_needed = |name: &str| {
            let is_named = named.contains(&["./", name].concat());
            name == "index.html" || is_named || name.starts_with("later-")
        };
        let is_tool = |name: &str| name.starts_with("tools-");
        let needed = stamped.list(&is_needed);
        let once_used = stamped.list(&is_tool);
        let rest = stamped.list(&|name| !is_needed(name) && !is_tool(name));
        stamped.rewrite(WORKER, |text| {
            let text = line(&text, "const VERSION = ", ";\n", &format!("{version:?}"));
            let text = line(&text, "const NEEDED = ", "];\n", &needed);
            let text = line(&text, "const ONCE_USED = ", "];\n", &once_used);
            line(&text, "const THE_REST = ", "];\n", &rest)
        })
    }

    /// The names and sums that its worker lists, in order.
    pub fn listed(&self) -> Result<Vec<String>> {
        let worker = self.0.get(WORKER).context("no worker")?;
        let lines = String::from_utf8_lossy(worker);
        let files = lines.lines().filter(|line| line.starts_with("    [\""));
        Ok(files.map(ToOwned::to_owned).collect())
    }

    fn list(&self, is_wanted: &dyn Fn(&str) -> bool) -> String {
        let mut list = String::from("[\n");
        for (name, bytes) in self.kept().filter(|(name, _)| is_wanted(name)) {
            let _ = writeln!(list, "    [{name:?}, \"{}\"],", hex(bytes));
        }
        list
    }

    /// The files that a person's device keeps.
    fn kept(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.0
            .iter()
            .filter(|(name, _)| *name != WORKER && *name != RULES)
    }
}

/// JavaScript for the name that the page in sight was given by [`Version::named`]; "built" for the first.
pub const RELEASE: &str = "document.querySelector('meta[name=release]')?.content ?? 'built'";

/// A host: a folder whose files are served, and what is put into it.
#[derive(Debug)]
pub struct Host(TempDir);

impl Host {
    /// A host with a version.
    pub fn with(version: &Version) -> Result<Self> {
        let host = Self(TempDir::new()?);
        host.deploy(version)?;
        Ok(host)
    }

    /// The folder to serve.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Puts another version there and takes away all that was there before.
    pub fn deploy(&self, version: &Version) -> Result<()> {
        for entry in fs::read_dir(self.folder())? {
            fs::remove_file(entry?.path())?;
        }
        for (name, bytes) in &version.0 {
            fs::write(self.folder().join(name), bytes)?;
        }
        Ok(())
    }
}

/// The page with another version.
fn page(text: &str, version: &str) -> String {
    let (before, after) = text.split_once("data-version=").unwrap_or((text, ""));
    let rest = after.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric());
    [before, "data-version=", version, rest].concat()
}

/// The worker's script without what a stamp fills in.
fn without_stamp(text: &str) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        let is_list = ["NEEDED", "THE_REST", "ONCE_USED"]
            .iter()
            .any(|name| line.starts_with(&format!("const {name} = [")));
        if is_list || line.starts_with("    [\"") || line == "];" {
            continue;
        }
        let is_version = line.starts_with("const VERSION = ");
        kept += if is_version {
            "const VERSION = none"
        } else {
            line
        };
        kept.push('\n');
    }
    kept
}

/// `text` with what stands between the start of a line and its end written anew.
fn line(text: &str, start: &str, end: &str, value: &str) -> String {
    let (before, after) = text.split_once(start).unwrap_or((text, ""));
    let rest = after.split_once(end).map_or("", |(_, rest)| rest);
    [before, start, value, end, rest].concat()
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_value_is_written_anew() {
        let worker = "a\nconst X = [\n  1\n];\nb";
        assert_eq!(
            line(worker, "const X = ", "];\n", "[\n 2\n"),
            "a\nconst X = [\n 2\n];\nb"
        );
        assert_eq!(
            line("const V = 'a';\n", "const V = ", ";\n", "\"b\""),
            "const V = \"b\";\n"
        );
    }
}
