//! The test's own program as a process that is killed at any moment.
//!
//! A test that a [`Victim`] names runs alone in a child of the test's program. It says with [`say`] what was
//! acknowledged to it, and goes on until it is killed; called by itself it finds nothing [`told`] and returns.

use std::ffi::OsStr;
use std::fmt::Display;
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Before what is said: the test's program prints lines of its own.
const SAID: &str = "said: ";

/// A test in a process of its own, to be killed.
pub struct Victim(Command);

impl Victim {
    /// The test of that path in this program, such as `kill::child_that_writes_until_it_is_killed`.
    pub fn of(test: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("a path"));
        command.args(["--exact", test, "--nocapture"]).stdout(Stdio::piped());
        Self(command)
    }

    /// Tells it something; it reads that with [`told`].
    pub fn tell(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Starts it, and kills it as soon as it has said so many things: all that it said.
    pub fn killed_after(self, count: usize) -> Vec<String> {
        self.killed_later(count, Duration::ZERO)
    }

    /// The same, but for a while in which it goes on.
    ///
    /// # Panics
    /// When it ends by itself.
    pub fn killed_later(mut self, count: usize, later: Duration) -> Vec<String> {
        let mut child = self.0.spawn().expect("started");
        let output = BufReader::new(child.stdout.take().expect("piped"));
        let (tell, heard) = channel();
        // It must not wait for somebody to read while it goes on.
        let reader = std::thread::spawn(move || read(output, &tell));
        let next = |_| heard.recv().expect("the victim goes on");
        let mut said: Vec<String> = (0..count).map(next).collect();
        wait(later);
        child.kill().expect("killed");
        child.wait().expect("ended");
        reader.join().expect("read");
        said.extend(heard.try_iter());
        said
    }
}

/// Hands over what is said, but for a line that was cut.
fn read(mut output: impl BufRead, tell: &Sender<String>) {
    let mut line = String::new();
    while output.read_line(&mut line).is_ok() && line.ends_with('\n') {
        // The program may have begun the line.
        if let Some((_, said)) = line.trim_end_matches('\n').split_once(SAID)
            && tell.send(said.to_owned()).is_err()
        {
            break;
        }
        line.clear();
    }
}

/// Nobody sends on this channel: it waits.
fn wait(long: Duration) {
    let (_silent, never): (Sender<()>, Receiver<()>) = channel();
    never.recv_timeout(long).expect_err("nothing comes");
}

/// What the victim says to the test, in one write.
pub fn say(what: impl Display) {
    std::io::stdout().write_all(format!("{SAID}{what}\n").as_bytes()).expect("the test reads");
}

/// What the victim was told, or whoever runs the tests wants; none where nothing was said.
#[expect(clippy::disallowed_methods, reason = "how a test tells its own child what to do")]
pub fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// How often to kill: `ATELIER_KILL_ROUNDS`, or as often as usual.
pub fn rounds(usual: u64) -> u64 {
    asked("ATELIER_KILL_ROUNDS", usual)
}

/// A number that whoever runs the tests asks for by that name, or the usual one.
pub fn asked(name: &str, usual: u64) -> u64 {
    told(name).map_or(usual, |number| number.parse().expect("a number"))
}
