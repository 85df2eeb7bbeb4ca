//! What the browser itself has written into its profile, whatever the app asked of it: every file is searched as bytes.
//!
//! What a browser compresses shows a text all the same where it stands first: Snappy (`LevelDB`, Firefox's `IndexedDB`)
//! leaves what it has not seen yet as it is. The tabs of Firefox are in LZ4 and are decoded, to be sure.
use crate::{Engine, Stage};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use thirtyfour::By;

/// Firefox writes its tabs in this form: these letters, a length in four bytes, one block of LZ4.
const MOZ_LZ4: &[u8] = b"mozLz40\0";

impl Stage {
    /// The files of the profile, by their paths in it, that have this text in them, in UTF-8 or UTF-16.
    pub fn traces(&self, text: &str) -> Result<Vec<String>> {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let profile = self.profile();
        let mut found = Vec::new();
        let mut folders = vec![profile.clone()];
        while let Some(folder) = folders.pop() {
            // What a running browser takes away meanwhile is not there.
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    folders.push(path);
                } else if holds(&path, text.as_bytes()) || holds(&path, &wide) {
                    let path = path.strip_prefix(&profile)?;
                    found.push(path.to_string_lossy().into_owned());
                }
            }
        }
        Ok(found)
    }

    /// Those of them that are not the two stores of this origin.
    pub fn traces_beside_the_stores(&self, text: &str) -> Result<Vec<String>> {
        let stores: &[&str] = match self.engine {
            Engine::Chromium => &["Default/IndexedDB/", "Default/Local Storage/"],
            Engine::Firefox => &["storage/default/"],
            Engine::WebKit => &["data/"],
        };
        let mut found = self.traces(text)?;
        found.retain(|path| !stores.iter().any(|store| path.starts_with(store)));
        Ok(found)
    }

    /// Waits until the browser has written down what stands in the page that is open, to restore its tab: a field that
    /// has no rule, put into the page and typed into, is on the disk. WebKit's `MiniBrowser` writes no tabs.
    pub async fn tabs_are_written(&self, typed: &str) -> Result<()> {
        if self.engine == Engine::WebKit {
            return Ok(());
        }
        let field = "void document.body.append(
            Object.assign(document.createElement('textarea'), { id: 'journey-kept' }))";
        self.evaluate(field).await?;
        let field = self.browser.find(By::Id("journey-kept")).await?;
        field.send_keys(typed).await?;
        self.wait_until("the browser has written its tabs", async || {
            self.browser.write_tabs().await?;
            Ok(!self.traces_beside_the_stores(typed)?.is_empty())
        })
        .await?;
        let field = "document.getElementById('journey-kept').remove()";
        self.evaluate(field).await.map(drop)
    }
}

fn holds(path: &Path, text: &[u8]) -> bool {
    let mut bytes = fs::read(path).unwrap_or_default();
    if let Some(block) = bytes.strip_prefix(MOZ_LZ4) {
        // A file that is being written is not whole yet.
        bytes = block
            .get(4..)
            .and_then(|block| unpack(block).ok())
            .unwrap_or_default();
    }
    bytes.windows(text.len()).any(|part| part == text)
}

/// The text of one block of LZ4: literals, and copies of what came before.
fn unpack(block: &[u8]) -> Result<Vec<u8>> {
    let mut rest = block.iter().copied();
    let mut text: Vec<u8> = Vec::new();
    while let Some(token) = rest.next() {
        let literals = length(token >> 4, &mut rest)?;
        text.extend(rest.by_ref().take(literals));
        let Some(low) = rest.next() else { break };
        let high = rest.next().context("it is cut short")?;
        let back = usize::from(u16::from_le_bytes([low, high]));
        let copied = length(token & 15, &mut rest)? + 4;
        ensure!(back > 0 && back <= text.len(), "it points before its start");
        for _ in 0..copied {
            text.push(text[text.len() - back]);
        }
    }
    Ok(text)
}

/// Fifteen means that more follows.
fn length(start: u8, rest: &mut impl Iterator<Item = u8>) -> Result<usize> {
    let mut length = usize::from(start);
    let mut more = start == 15;
    while more {
        let next = rest.next().context("it is cut short")?;
        length += usize::from(next);
        more = next == 255;
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_unpacked() {
        // "abcabcabcabc!" as three letters, nine copied from three before, and one letter.
        let block = [0x35, b'a', b'b', b'c', 3, 0, 0x10, b'!'];
        assert_eq!(unpack(&block).unwrap(), b"abcabcabcabc!");
        let long = [&[0xf0, 5][..], &[b'x'; 20]].concat();
        assert_eq!(unpack(&long).unwrap(), [b'x'; 20]);
        assert!(unpack(&[0x10, b'a', 9, 0]).is_err());
    }
}
