//! The time of day that a browser under test sees.
use anyhow::Result;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// The real time and an offset that a journey may change while the browser runs: `preload/shim.rs`
/// maps its file into every process of the browser.
pub(crate) struct Clock {
    path: PathBuf,
    file: File,
    seconds: i64,
}

impl Clock {
    /// Keeps the offset in a file at `path`; it is nought at first.
    pub(crate) fn new(path: PathBuf) -> Result<Self> {
        let file = File::create(&path)?;
        let mut clock = Self {
            path,
            file,
            seconds: 0,
        };
        clock.set_offset(0)?;
        Ok(clock)
    }

    /// Shifts the time of day by so many seconds from the real one, at once.
    pub(crate) fn set_offset(&mut self, seconds: i64) -> Result<()> {
        self.seconds = seconds;
        Ok(self.file.write_all_at(&seconds.to_ne_bytes(), 0)?)
    }

    /// By how many seconds it is shifted.
    pub(crate) fn offset(&self) -> i64 {
        self.seconds
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}
