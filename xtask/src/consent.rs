//! Whether packages may be installed on this machine.

use std::env;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Given already; the reason is said aloud.
    Given(&'static str),
    /// The person at the terminal is asked.
    Ask,
}

impl Consent {
    /// `--yes`, `CI=true` or no terminal to ask on mean yes.
    pub(crate) fn from_arguments(arguments: &[String]) -> Self {
        if arguments.iter().any(|word| word == "--yes") {
            Self::Given("--yes was given")
        } else if env::var("CI").is_ok_and(|value| value == "true" || value == "1") {
            Self::Given("this is continuous integration")
        } else if !io::stdin().is_terminal() {
            Self::Given("there is no terminal to ask on")
        } else {
            Self::Ask
        }
    }

    /// The answer to one question.
    pub(crate) fn obtain(self, question: &str) -> bool {
        match self {
            Self::Given(reason) => {
                println!("{question} Going ahead: {reason}.");
                true
            }
            Self::Ask => {
                print!("{question} [y/N] ");
                let _ = io::stdout().flush();
                let mut answer = String::new();
                let read = io::stdin().lock().read_line(&mut answer);
                read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes" | "o" | "O" | "oui")
            }
        }
    }
}
