//! Process groups by id: a test signals what it started and nothing else.
use anyhow::{Context, Result};
use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A program that leads a process group of its own; what it starts is in it. Dropping kills all.
pub(crate) struct Group {
    leader: Child,
    is_dead: bool,
}

impl Group {
    pub(crate) fn start(mut command: Command) -> Result<Self> {
        let child = command.process_group(0).spawn();
        let program = command.get_program().to_string_lossy().into_owned();
        Ok(Self {
            leader: child.with_context(|| format!("{program} does not start"))?,
            is_dead: false,
        })
    }

    /// What the leader writes, when its output was made a pipe. Only once.
    pub(crate) fn output(&mut self) -> Option<ChildStdout> {
        self.leader.stdout.take()
    }

    /// Whether nothing but the leader runs any more.
    pub(crate) fn is_leader_alone(&self) -> bool {
        members(self.leader.id()) == [self.leader.id()]
    }

    /// Whether the leader runs.
    pub(crate) fn is_leader_running(&self) -> bool {
        members(self.leader.id()).contains(&self.leader.id())
    }

    /// Whether it has been ended from here.
    pub(crate) fn is_dead(&self) -> bool {
        self.is_dead
    }

    /// Sends SIGKILL to the whole group at once and waits until nothing of it runs. Only once:
    /// later its id may belong to another.
    pub(crate) fn kill(&mut self) {
        if self.is_dead {
            return;
        }
        self.signal("-KILL");
        self.wait_for_the_end();
    }

    /// Asks the whole group to end and waits until it has.
    pub(crate) fn ask_to_end(&mut self) {
        if self.is_dead {
            return;
        }
        self.signal("-TERM");
        self.wait_for_the_end();
    }

    fn signal(&self, signal: &str) {
        // The `kill` program, because signalling from Rust would need unsafe code.
        let _ = Command::new("kill")
            .args([signal, "--", &format!("-{}", self.leader.id())])
            .stderr(Stdio::null())
            .status();
    }

    fn wait_for_the_end(&mut self) {
        while !members(self.leader.id()).is_empty() {
            sleep(Duration::from_millis(5));
        }
        let _ = self.leader.wait();
        self.is_dead = true;
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The processes of `group` that still run.
fn members(group: u32) -> Vec<u32> {
    let group = group.to_string();
    let in_group = |pid: &u32| {
        // pid (name, which may contain spaces and brackets) state parent group …
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let mut fields = fields.split_whitespace();
        fields.next() != Some("Z") && fields.nth(1) == Some(&group)
    };
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(in_group).collect()
}
