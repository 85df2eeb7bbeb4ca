//! A static file server that a test can stop (no network) and resume on the same port.
use crate::site::{Site, encode};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// A sub-path as awkward as a host may give: nested, and with a space.
pub const SUBPATH: &str = "/a/b c/app/";

/// An empty page of the same origin that is not the app; it is no part of what a host serves.
pub(crate) const BESIDE: &str = "/beside-the-app";

/// No request of a page is longer; what is longer is cut off.
const LONGEST_REQUEST: u64 = 64 * 1024;

/// One request as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET` or another.
    pub method: String,
    /// The target, percent-encoded as sent.
    pub path: String,
    /// `Sec-Fetch-Dest`: `document`, `script`, `serviceworker` and so on; empty when not sent.
    pub destination: String,
    /// `Sec-Fetch-Mode`; empty when not sent.
    pub mode: String,
    /// `Sec-Fetch-Site`; empty when not sent.
    pub site: String,
    /// The status that it was answered with, such as 200.
    pub status: u16,
}

impl Request {
    /// Whether it asks for a file and nothing more. Only such a request can carry no words of a person.
    #[must_use]
    pub fn only_asks(&self) -> bool {
        self.method == "GET" && !self.path.contains('?')
    }
}

/// Serves one folder on this machine until it is dropped.
pub struct Server {
    site: Arc<Site>,
    seen: Arc<Mutex<Vec<Request>>>,
    address: SocketAddr,
    prefix: String,
    running: Mutex<Option<Running>>,
}

struct Running {
    stopping: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves `root` under `prefix` (decoded, a slash at both ends) on `port`; 0 is any free one.
    pub fn start(root: impl Into<PathBuf>, prefix: &str, port: u16) -> io::Result<Self> {
        let mut server = Self {
            site: Arc::new(Site::new(root.into(), prefix)),
            seen: Arc::default(),
            address: (Ipv4Addr::LOCALHOST, port).into(),
            prefix: encode(prefix),
            running: Mutex::default(),
        };
        let listener = TcpListener::bind(server.address)?;
        server.address = listener.local_addr()?;
        server.listen(listener);
        Ok(server)
    }

    /// The scheme, host and port, with no slash after them.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the folder, percent-encoded, with a slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.prefix)
    }

    /// The port it serves on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Goes offline: from now on the port refuses connections.
    pub fn stop(&self) {
        if let Some(Running { stopping, thread }) = lock(&self.running).take() {
            stopping.store(true, Ordering::SeqCst);
            let _ = TcpStream::connect(self.address); // wakes the thread
            let _ = thread.join();
        }
    }

    /// Goes online again on the same port, so that the origin stays the same.
    pub fn resume(&self) -> io::Result<()> {
        if !self.is_stopped() {
            return Ok(());
        }
        self.listen(TcpListener::bind(self.address)?);
        Ok(())
    }

    /// Whether it is offline.
    pub fn is_stopped(&self) -> bool {
        lock(&self.running).is_none()
    }

    /// Every request since the start, in order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.seen).clone()
    }

    fn listen(&self, listener: TcpListener) {
        let stopping = Arc::new(AtomicBool::new(false));
        let (stop, site, seen) = (stopping.clone(), self.site.clone(), self.seen.clone());
        let thread = thread::spawn(move || {
            let live = |_: &io::Result<TcpStream>| !stop.load(Ordering::SeqCst);
            for stream in listener.incoming().take_while(live) {
                let (site, seen) = (site.clone(), seen.clone());
                // A thread for each connection: browsers open some that they do not use.
                thread::spawn(move || stream.and_then(|stream| answer(&site, &seen, stream)));
            }
        });
        *lock(&self.running) = Some(Running { stopping, thread });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What a thread that failed left behind is still worth reading.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(site: &Site, seen: &Mutex<Vec<Request>>, mut stream: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?.take(LONGEST_REQUEST)).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut words = first.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(()); // a connection that was opened and not used
    };
    let mut headers = Vec::new();
    for line in lines {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else {
            break; // the blank line
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let header = |name: &str| {
        let found = headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    if target == BESIDE {
        let page = "<!doctype html><link rel=icon href=data:,><title>Nothing</title>";
        let length = page.len();
        return write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{page}"
        );
    }
    let answer = site.answer(target);
    lock(seen).push(Request {
        method: method.to_owned(),
        path: target.to_owned(),
        destination: header("sec-fetch-dest"),
        mode: header("sec-fetch-mode"),
        site: header("sec-fetch-site"),
        status: answer.status[..3].parse().unwrap_or_default(),
    });
    write!(stream, "HTTP/1.1 {}\r\n", answer.status)?;
    for (name, value) in &answer.headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    // `close`: no connection that was kept alive outlives `Server::stop`.
    let length = answer.body.len();
    write!(
        stream,
        "Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    match method {
        "HEAD" => Ok(()),
        _ => stream.write_all(&answer.body),
    }
}
