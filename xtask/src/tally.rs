//! How many tests ran, summed over every runner's own closing lines.

use std::fmt;

/// Tests that passed and failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    /// Reads one line of a runner's output; lines that are no closing line change nothing.
    pub(crate) fn read(&mut self, line: &str) {
        let plain = without_colours(line);
        let line = plain.trim();
        let counts = if let Some(counts) = plain.strip_prefix("test result:") {
            // cargo test: `test result: ok. 5 passed; 0 failed; 1 ignored; …`. Indented, nextest is quoting a failed test that it counts itself.
            counts
        } else if let Some((_, counts)) = line.strip_prefix("Summary [").and_then(|rest| rest.split_once("run:")) {
            counts // nextest: `Summary [   0.012s] 5 tests run: 4 passed (1 slow), 1 failed, 2 skipped`
        } else if let Some(counts) = line.strip_prefix("Tests  ") {
            counts // Vitest: `Tests  1 failed | 122 passed (123)`
        } else {
            return;
        };
        for part in counts.split([',', ';', '|', '.']) {
            let mut words = part.split_whitespace();
            let count = words.next().and_then(|word| word.parse::<u32>().ok());
            match (count, words.next()) {
                (Some(count), Some("passed")) => self.passed += count,
                // nextest names these apart, and ends with an error for each.
                (Some(count), Some("failed" | "timed")) => self.failed += count,
                _ => {}
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The line without terminal control sequences (ECMA-48 `CSI … final byte`).
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            let _ = letters.by_ref().skip(1).find(|c| ('@'..='~').contains(c));
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally_of(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn the_closing_lines_of_every_runner_add_up() {
        let tally = tally_of(&[
            "     Summary [   0.012s] 5 tests run: 4 passed (1 slow), 1 failed, 2 skipped",
            "test result: ok. 7 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            "      Tests  1 failed | 122 passed (123)",
            " Test Files  12 passed (12)",
        ]);
        assert_eq!(tally.to_string(), "133 passed, 2 failed");
    }

    #[test]
    fn colours_do_not_hide_a_count() {
        let tally = tally_of(&[
            "\u{1b}[32;1m     Summary\u{1b}[0m [   1.2s] \u{1b}[1m3\u{1b}[0m tests run: \u{1b}[1m3\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped",
        ]);
        assert_eq!(tally, Tally { passed: 3, failed: 0 });
    }

    #[test]
    fn a_test_that_timed_out_counts_as_failed() {
        let tally = tally_of(&["Summary [ 60.0s] 2 tests run: 1 passed, 1 timed out, 0 skipped"]);
        assert_eq!(tally, Tally { passed: 1, failed: 1 });
    }

    #[test]
    fn a_failed_test_that_nextest_quotes_counts_once() {
        let quoted = "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.37s";
        assert_eq!(
            tally_of(&[quoted, "     Summary [ 53.781s] 2 tests run: 1 passed, 1 failed, 4 skipped"]),
            Tally { passed: 1, failed: 1 }
        );
    }

    #[test]
    fn a_message_that_only_looks_like_a_count_is_ignored() {
        assert_eq!(tally_of(&["12 passed, 3 failed", "the Summary [of] 3 tests run: 3 passed"]), Tally::default());
    }
}
