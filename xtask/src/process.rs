//! Programs that tasks start.

use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;

use crate::failure::Failure;
use crate::tally::Tally;

/// One program with its arguments.
#[derive(Debug)]
pub(crate) struct Process {
    command: Command,
}

impl Process {
    /// A program, found on the `PATH`.
    pub(crate) fn new(program: impl Into<OsString>) -> Self {
        let mut command = Command::new(program.into());
        // What cargo says about this task's own package would make crates that read it compile again.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&*name);
            }
        }
        Self { command }
    }

    /// Cargo: the one that started this task.
    pub(crate) fn cargo(folder: &Path) -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).within(folder)
    }

    /// npm, which is a script on Windows.
    pub(crate) fn npm(folder: &Path) -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" }).within(folder)
    }

    /// Adds arguments.
    pub(crate) fn with<I: IntoIterator<Item = S>, S: Into<OsString>>(mut self, arguments: I) -> Self {
        self.command.args(arguments.into_iter().map(Into::into));
        self
    }

    /// Starts it in this folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Sets one variable of its environment.
    pub(crate) fn set(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.command.env(name, value.into());
        self
    }

    /// Drops what it writes to its standard error.
    pub(crate) fn quiet(mut self) -> Self {
        self.command.stderr(Stdio::null());
        self
    }

    /// The command as a person would type it.
    pub(crate) fn line(&self) -> String {
        let program = PathBuf::from(self.command.get_program());
        let name = if program.is_absolute() { program.file_stem().map(OsString::from) } else { Some(program.into()) };
        let words = name.into_iter().chain(self.command.get_args().map(OsString::from));
        words.map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ")
    }

    /// Runs it to its end on this terminal.
    pub(crate) fn run(mut self) -> Result<(), Failure> {
        println!("$ {}", self.line());
        let status = self.command.status();
        self.judge(status)
    }

    /// Runs it to its end, passing its output on and counting the tests it reports.
    pub(crate) fn run_counting(mut self, tally: &mut Tally) -> Result<(), Failure> {
        println!("$ {}", self.line());
        if io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
            self = self.set("CARGO_TERM_COLOR", "always").set("FORCE_COLOR", "1");
        }
        let started = self.command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = started.map_err(|cause| Failure::NotStarted { line: self.line(), cause })?;
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let count = Mutex::new(tally);
        thread::scope(|scope| {
            scope.spawn(|| out.map(|from| pass_on(from, io::stdout(), &count)));
            scope.spawn(|| err.map(|from| pass_on(from, io::stderr(), &count)));
        });
        let status = child.wait();
        self.judge(status)
    }

    /// Runs it to its end and returns what it wrote to its standard output.
    pub(crate) fn text(mut self) -> Result<String, Failure> {
        let output = self.command.stderr(Stdio::inherit()).output();
        match output {
            Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            other => self.judge(other.map(|output| output.status)).map(|()| String::new()),
        }
    }

    /// Whether it can be started and succeeds; its output is dropped.
    pub(crate) fn works(mut self) -> bool {
        let status = self.command.stdin(Stdio::null()).stdout(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    }

    /// What it writes to its standard output, whether or not it succeeds; nothing when it cannot be started.
    pub(crate) fn answer(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn judge(&self, status: io::Result<ExitStatus>) -> Result<(), Failure> {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(Failure::Failed { line: self.line() }),
            Err(cause) => Err(Failure::NotStarted { line: self.line(), cause }),
        }
    }
}

/// Copies a program's output line by line, in whatever encoding, showing each line to the tally.
fn pass_on(from: impl Read, mut to: impl Write, count: &Mutex<&mut Tally>) {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while matches!(from.read_until(b'\n', &mut line), Ok(length) if length > 0) {
        // A closed terminal must not end the tests: the exit code still says how they went.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        if let Ok(mut tally) = count.lock() {
            tally.read(&String::from_utf8_lossy(&line));
        }
        line.clear();
    }
}

fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains(|c: char| c.is_whitespace() || "'\"()&|;<>*$".contains(c)) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_can_be_pasted_back_into_a_shell() {
        let process = Process::new("/usr/bin/cargo").with(["nextest", "run", "-E", "not package(flows)"]);
        assert_eq!(process.line(), "cargo nextest run -E 'not package(flows)'");
    }
}
