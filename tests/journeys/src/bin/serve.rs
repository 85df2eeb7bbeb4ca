//! `serve DIR PORT [SUBPATH]`: serves a built app on this machine as a host does, with the headers
//! of its `_headers`. Where the port is taken, the next free one is used.
use anyhow::{Context, Result, ensure};
use journeys::Server;
use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(server) => {
            println!("{}", server.url().replacen("127.0.0.1", "localhost", 1));
            loop {
                std::thread::park(); // until it is interrupted
            }
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Server> {
    let words: Vec<_> = std::env::args().skip(1).collect();
    ensure!(
        (2..=3).contains(&words.len()),
        "usage: serve DIR PORT [SUBPATH]"
    );
    let folder = Path::new(&words[0]);
    ensure!(folder.is_dir(), "{} is not a folder", folder.display());
    let first: u16 = words[1]
        .parse()
        .with_context(|| format!("no port: {}", words[1]))?;
    let subpath = words.get(2).map_or("", String::as_str).trim_matches('/');
    let subpath = if subpath.is_empty() {
        "/".to_owned()
    } else {
        format!("/{subpath}/")
    };
    for port in first..=u16::MAX {
        match Server::start(folder, &subpath, port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            outcome => return outcome.with_context(|| format!("cannot serve on port {port}")),
        }
    }
    anyhow::bail!("every port from {first} on is taken")
}
