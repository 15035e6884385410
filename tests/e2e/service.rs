//! Programs that run beside the window for the length of a story.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// One program and everything it starts; all of it ends with the value.
pub(crate) struct Service {
    name: &'static str,
    child: Child,
}

impl Service {
    /// Starts it in a process group of its own, its complaints written to `NAME.log` in that folder.
    pub(crate) fn start(name: &'static str, command: &mut Command, logs: &Path) -> Self {
        Self::start_into(Stdio::piped(), name, command, logs)
    }

    /// The same, with what it says to its standard output going elsewhere.
    pub(crate) fn start_into(output: impl Into<Stdio>, name: &'static str, command: &mut Command, logs: &Path) -> Self {
        let log = File::create(logs.join(format!("{name}.log"))).unwrap();
        let started = command.stdin(Stdio::piped()).stdout(output).stderr(log).process_group(0).spawn();
        let child = started.unwrap_or_else(|error| panic!("{name} cannot be started ({error}): cargo xtask e2e installs it"));
        Self { name, child }
    }

    /// Writes to its standard input and closes it.
    pub(crate) fn tell(&mut self, text: &str) {
        self.child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// The first line that it writes to its standard output: the address or number under which it answers.
    pub(crate) fn first_line(&mut self) -> String {
        let mut line = String::new();
        let mut output = BufReader::new(self.child.stdout.as_mut().unwrap());
        output.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "{} ended before it said where it is: see its log", self.name);
        line.trim().to_owned()
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    fn signal(&self, signal: &str) {
        let _ = Command::new("kill").args([signal, "--", &format!("-{}", self.child.id())]).stderr(Stdio::null()).status();
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.signal("-TERM");
        let ended = eventually(Duration::from_secs(2), || self.child.try_wait().ok().flatten());
        if ended.is_none() {
            self.signal("-KILL");
            let _ = self.child.wait();
        }
    }
}

/// Asks again and again until there is an answer or the time is over.
pub(crate) fn eventually<T>(within: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + within;
    loop {
        let answer = ask();
        if answer.is_some() || Instant::now() > end {
            return answer;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
}
