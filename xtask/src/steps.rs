//! Named, timed steps: the first one that fails ends the task, and the times are shown at the end either way.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// The steps that ran, in order.
#[derive(Debug)]
pub(crate) struct Steps {
    only: Option<String>,
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// All steps, or the one that is named.
    pub(crate) fn new(only: Option<&str>) -> Self {
        Self { only: only.map(str::to_owned), done: Vec::new() }
    }

    /// Does one step, unless another one was asked for.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
        if self.only.as_deref().is_some_and(|only| only != name) {
            return Ok(());
        }
        self.always(name, work)
    }

    /// Does a step that every other one needs, whichever was asked for.
    pub(crate) fn always(&mut self, name: &'static str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
        println!("\n=== {name}");
        let started = Instant::now();
        let result = work();
        let took = started.elapsed();
        self.done.push((name, took));
        let word = if result.is_ok() { "ok" } else { "FAILED" };
        println!("=== {name}: {word} in {}", seconds(took));
        result
    }

    /// Prints what each step took.
    pub(crate) fn report(&self) {
        println!("\nStep times:");
        for (name, took) in &self.done {
            println!("{:>10}  {name}", seconds(*took));
        }
        println!("{:>10}  altogether", seconds(self.done.iter().map(|(_, took)| *took).sum()));
    }

    /// An error when the step that was asked for does not exist.
    pub(crate) fn check_asked(&self) -> Result<(), Failure> {
        match &self.only {
            Some(only) if !self.done.iter().any(|(name, _)| name == only) => Err(Failure::Usage(format!("there is no step `{only}`"))),
            _ => Ok(()),
        }
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
