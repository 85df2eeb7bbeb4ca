//! An X server without a screen, for the engine that cannot do without one.
use crate::process::Group;
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs until it is dropped.
pub(crate) struct Display {
    name: String,
    server: Group,
}

impl Display {
    pub(crate) fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Group::start(command)?;
        let mut number = String::new();
        let output = server.output().context("Xvfb has no output")?;
        BufReader::new(output).read_line(&mut number)?;
        ensure!(!number.is_empty(), "Xvfb does not start");
        let name = format!(":{}", number.trim());
        Ok(Self { name, server })
    }

    /// Its name, as `DISPLAY` has it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked to end, it takes its socket and lock file away; killed, it would leave them.
        self.server.ask_to_end();
    }
}
