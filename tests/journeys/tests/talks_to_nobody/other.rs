//! Another origin on this machine: it lets itself be asked for everything, and notes what was.
use anyhow::Result;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What is noted of a packet outside any connection, as calls between browsers send them first.
pub(crate) const PACKET: &str = "(a packet)";

/// Any page may read it, so that nothing but the asking page's own policy is in the way. Its icon stands in it: for
/// none it would be asked.
const ANSWER: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 29\r\n\
    Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: *\r\nConnection: close\r\n\r\n\
    <link rel=icon href='data:,'>";

/// Runs as long as the test.
pub(crate) struct Other {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Other {
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let packets = UdpSocket::bind(address)?;
        let seen = Arc::<Mutex<Vec<String>>>::default();
        let notes = seen.clone();
        thread::spawn(move || {
            while packets.recv(&mut [0; 2048]).is_ok() {
                note(&notes, PACKET);
            }
        });
        let notes = seen.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let notes = notes.clone();
                thread::spawn(move || answer(&stream, &notes));
            }
        });
        Ok(Self { address, seen })
    }

    /// Where it is, with no slash at the end.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The names that it was asked for, in order of arrival.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

fn answer(mut stream: &TcpStream, notes: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.take(64 * 1024))
        .lines()
        .map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    lines.find(String::is_empty);
    let target = first.split(' ').nth(1).unwrap_or_default();
    note(notes, target.split('?').next().unwrap_or_default());
    let _ = stream.write_all(ANSWER.as_bytes());
}

fn note(notes: &Mutex<Vec<String>>, what: &str) {
    let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    notes.push(what.trim_start_matches('/').to_owned());
}
