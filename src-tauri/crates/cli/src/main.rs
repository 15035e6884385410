//! `rain`: the desk from a terminal. The same commands as the window, no webview, never a prompt.

#![expect(clippy::indexing_slicing, reason = "only JSON is indexed, by name: what is missing answers null")]

mod agenda;
mod args;
mod args_points;
mod commands;
mod company;
mod duplicates;
mod forms;
mod language;
mod lists;
mod opportunity;
mod output;
mod phrases;
mod points;
mod session;
mod table;
mod told;
mod where_expr;

use args::Cli;
use clap::Parser;
use output::Failure;
use std::process::ExitCode;

/// Faster than the system's where many threads make small things.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() && std::env::args_os().any(|word| word == "--json") => {
            let failure = Failure::Usage(error.render().to_string().trim_end().to_owned());
            output::failure(&failure, true);
            return ExitCode::from(failure.exit_code());
        }
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    // Two TLS providers may be compiled in; one must be chosen before the first connection.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("rain: the system refused to start threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    let json = cli.global.json;
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::failure(&failure, json);
            ExitCode::from(failure.exit_code())
        }
    }
}
