//! `cargo xtask`: every task of the repository, on nothing but the standard library, so that the first one starts in
//! seconds on a fresh machine.

use std::process::ExitCode;

mod bench;
mod build;
mod bundle;
mod check;
mod consent;
mod copies;
mod e2e;
mod failure;
mod needs;
mod place;
mod process;
mod run;
mod steps;
mod tally;
mod test;
mod ui;

use consent::Consent;
use failure::Failure;
use place::Place;

const USAGE: &str = "\
cargo xtask TASK [--yes] [-- ARGUMENTS]

  run        installs what is missing, builds the desk and opens its window
  test       everything that continuous integration runs (--only STEP for one step)
  check      format, lints, and the dependencies' licences, bans and sources
  e2e        the end-to-end tests in the real window (-- FILTER for some of them)
  bench      the benchmarks (-- NAME for one of them)
  build      release `rainmaker` and `rain`
  bundle     the installable package, unpacked and started once
  bindings   writes ui/src/bindings from the command list
  schema     writes docs/schema.sql from the migrations

  --yes      installs missing packages without asking
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(task) = arguments.next() else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    match start(&task, arguments.collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(what)) => {
            eprintln!("{what}\n\n{USAGE}");
            ExitCode::from(2)
        }
        Err(failure) => {
            eprintln!("\nxtask {task}: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn start(task: &str, arguments: Vec<String>) -> Result<(), Failure> {
    let place = Place::find()?;
    let (own, passed) = split(arguments);
    let consent = Consent::from_arguments(&own);
    let own: Vec<&str> = own.iter().map(String::as_str).filter(|word| *word != "--yes").collect();
    match (task, own.as_slice()) {
        ("run", []) => run::run(&place, consent, &passed),
        ("test", []) => test::test(&place, consent, None),
        ("test", ["--only", step]) => test::test(&place, consent, Some(step)),
        ("check", []) => check::check(&place, consent),
        ("e2e", []) => e2e::e2e(&place, consent, &passed),
        ("bench", []) => bench::bench(&place, consent, &passed),
        ("build", []) => build::build(&place, consent),
        ("bundle", []) => bundle::bundle(&place, consent),
        ("bindings", []) => copies::write(&place, consent, &copies::BINDINGS),
        ("schema", []) => copies::write(&place, consent, &copies::SCHEMA),
        ("help" | "--help" | "-h", _) => {
            print!("{USAGE}");
            Ok(())
        }
        (_, []) => Err(Failure::Usage(format!("there is no task `{task}`"))),
        (_, [word, ..]) => Err(Failure::Usage(format!("`{task}` does not know `{word}`"))),
    }
}

/// What stands before and after `--`.
fn split(arguments: Vec<String>) -> (Vec<String>, Vec<String>) {
    let mut words = arguments.into_iter();
    let own = words.by_ref().take_while(|word| word != "--").collect();
    (own, words.collect())
}
