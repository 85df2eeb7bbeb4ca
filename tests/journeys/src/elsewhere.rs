//! A proxy that answers for every place but this machine: it notes what was asked for, and nothing
//! leaves this machine. A plain address gets a page that says "Elsewhere", an encrypted one nothing.
use anyhow::Result;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A connection that is "established" and then closed gives an error page at the address that was
/// asked for, in every engine; a refusal would leave WebKit where it was.
const NOTHING: &str = "HTTP/1.1 200 Connection established\r\n\r\n";
const PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n\
    <!doctype html><link rel=icon href=data:,><title>Elsewhere</title>Elsewhere";

/// Runs as long as the test.
pub(crate) struct Elsewhere {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Elsewhere {
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let notes = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let notes = notes.clone();
                thread::spawn(move || answer(&stream, &notes));
            }
        });
        Ok(Self { address, asked })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The addresses that were asked for since the last time; of encrypted ones only the host.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn answer(mut stream: &TcpStream, notes: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let mut words = first.split(' ');
    let (url, said) = match (words.next(), words.next()) {
        (Some("CONNECT"), Some(place)) => {
            let host = place.trim_end_matches(":443");
            (format!("https://{host}/"), NOTHING)
        }
        (_, Some(url)) => (url.to_owned(), PAGE),
        _ => return,
    };
    // The rest of the head is taken in first: closing on unread data would cut the answer off.
    lines.find(String::is_empty);
    notes
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(url);
    let _ = stream.write_all(said.as_bytes());
}
