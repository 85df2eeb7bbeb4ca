//! What the first use of a built app costs, and what is kept for offline use, as a host serves it:
//! compressed with brotli 11.
use crate::references::{self, SECOND_PART, THIRD_PART};
use crate::site::RULES;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Most bytes that the first use may take.
const FIRST_USE: usize = 160_000;
/// What is aimed at for the first use.
const FIRST_USE_AIM: usize = 120_000;
/// Most requests that the first use may take.
const REQUESTS: usize = 8;
/// Most bytes that the service worker may keep.
const OFFLINE: usize = 420_000;

/// The service worker's own script, which browsers keep apart from what it keeps.
const WORKER: &str = "sw.js";

/// The size of one file, in bytes.
#[derive(Clone, Debug)]
pub struct Size {
    /// Its path below the built folder.
    pub name: String,
    /// As it is.
    pub raw: usize,
    /// Compressed with brotli 11.
    pub brotli: usize,
}

/// The sizes of a built app.
#[derive(Debug)]
pub struct Sizes {
    /// What `index.html` loads, itself included: one request each.
    pub first_use: Vec<Size>,
    /// Everything that the service worker keeps: every file but its own script, `_headers` and what is kept once used.
    pub offline: Vec<Size>,
    /// The third part of the program, which the service worker keeps only for those who use it.
    pub once_used: Vec<Size>,
}

impl Sizes {
    /// Measures the built app in `dist`.
    pub fn measure(dist: &Path) -> Result<Self> {
        let mut offline = Vec::new();
        for name in files(dist, "")? {
            let bytes = fs::read(dist.join(&name))?;
            let (raw, brotli) = (bytes.len(), compressed(&bytes)?);
            offline.push(Size { name, raw, brotli });
        }
        let needed = references::first_use(dist)?;
        let ends = |ending: &str| needed.iter().any(|name| name.ends_with(ending));
        ensure!(
            ends(".js") && ends(".wasm"),
            "index.html names no script or no wasm: {needed:?}"
        );
        let (once_used, offline): (Vec<_>, Vec<_>) = offline
            .into_iter()
            .partition(|size: &Size| size.name.starts_with(THIRD_PART));
        let is_needed = |size: &&Size| needed.contains(&size.name);
        let first_use = offline.iter().filter(is_needed).cloned().collect();
        Ok(Self {
            first_use,
            offline,
            once_used,
        })
    }

    /// One plain sentence for each budget that is broken.
    #[must_use]
    pub fn over(&self) -> Vec<String> {
        let bytes = [
            ("the first use", total(&self.first_use), FIRST_USE),
            (
                "what is kept for offline use",
                total(&self.offline),
                OFFLINE,
            ),
        ];
        let bytes = bytes.into_iter().filter(|(_, is, budget)| is > budget);
        let bytes = bytes.map(|(what, is, budget)| {
            format!(
                "{what} takes {is} bytes, {} over its budget of {budget}",
                is - budget
            )
        });
        let requests = self.first_use.len();
        let requests = (requests > REQUESTS)
            .then(|| format!("the first use takes {requests} requests, more than {REQUESTS}"));
        bytes.chain(requests).collect()
    }

    /// A table of the first use by file, and the sums beside their budgets.
    #[must_use]
    pub fn table(&self) -> String {
        let row = |name: &str, raw: usize, brotli: usize| format!("{raw:>9} {brotli:>9}  {name}\n");
        let mut table = format!("{:>9} {:>9}  first use\n", "raw", "brotli");
        for size in &self.first_use {
            table += &row(&size.name, size.raw, size.brotli);
        }
        let later = self.offline.iter();
        for size in later.filter(|size| size.name.starts_with(SECOND_PART)) {
            let name = format!("{} (second part of the program, not first use)", size.name);
            table += &row(&name, size.raw, size.brotli);
        }
        for size in &self.once_used {
            let name = format!("{} (third part, kept once used)", size.name);
            table += &row(&name, size.raw, size.brotli);
        }
        let raw = |sizes: &[Size]| sizes.iter().map(|size| size.raw).sum();
        let sum = format!("first use (budget {FIRST_USE}, aim {FIRST_USE_AIM})");
        table += &row(&sum, raw(&self.first_use), total(&self.first_use));
        let sum = format!("kept for offline use (budget {OFFLINE})");
        table += &row(&sum, raw(&self.offline), total(&self.offline));
        let requests = self.first_use.len();
        let line = format!("{requests:>19}  requests for the first use (budget {REQUESTS})\n");
        [table, line].concat()
    }
}

fn total(sizes: &[Size]) -> usize {
    sizes.iter().map(|size| size.brotli).sum()
}

/// Every file that a visitor can get, by its path below `dist`.
fn files(dist: &Path, folder: &str) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let path = dist.join(folder);
    for entry in fs::read_dir(&path).with_context(|| path.display().to_string())? {
        let entry = entry?;
        let name = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            found.extend(files(dist, &format!("{name}/"))?);
        } else if name != RULES && name != WORKER {
            found.insert(name);
        }
    }
    Ok(found)
}

fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets() {
        let size = |brotli| Size {
            name: String::new(),
            raw: brotli,
            brotli,
        };
        let sizes = |first_use: Vec<Size>| Sizes {
            offline: first_use.clone(),
            once_used: Vec::new(),
            first_use,
        };
        assert!(sizes(vec![size(FIRST_USE / 8); 8]).over().is_empty());
        let over = |first_use| sizes(first_use).over().concat();
        assert!(over(vec![size(1); 9]).contains("9 requests"));
        assert!(over(vec![size(FIRST_USE + 7)]).contains("7 over its budget"));
        assert_eq!(sizes(vec![size(OFFLINE + 1)]).over().len(), 2);
    }

    #[test]
    fn measures_a_folder() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let write = |name: &str, text: &str| fs::write(dist.path().join(name), text);
        write("index.html", "<script src=start.js></script>")?;
        write("start.js", "import './app.js'")?;
        write(
            "app.js",
            "fetch('app.wasm'); () => fetch('later-1.wasm', 'tools-1.wasm')",
        )?;
        write("later-1.wasm", "")?;
        write("tools-1.wasm", "")?;
        write("sw.js", "")?;
        write("_headers", "")?;
        fs::create_dir(dist.path().join("icons"))?;
        write("icons/rare.svg", "x")?;
        assert!(
            Sizes::measure(dist.path()).is_err(),
            "the wasm is not there"
        );
        write("app.wasm", &"a".repeat(10_000))?;
        let sizes = Sizes::measure(dist.path())?;
        let names: Vec<_> = sizes
            .first_use
            .iter()
            .map(|size| size.name.as_str())
            .collect();
        assert_eq!(names, ["app.js", "app.wasm", "index.html", "start.js"]);
        assert_eq!((sizes.offline.len(), sizes.once_used.len()), (6, 1));
        assert!(total(&sizes.first_use) < 200, "the wasm is not compressed");
        Ok(())
    }
}
