//! Node.js, which builds the UI.

use crate::failure::Failure;
use crate::place::Place;
use crate::process::Process;

/// Checks that Node and npm are there and new enough.
///
/// # Errors
/// [`Failure::Missing`] naming what was found and where to get it.
pub(crate) fn ensure(place: &Place) -> Result<(), Failure> {
    let found = Process::new("node").with(["--version"]).answer().unwrap_or_default();
    if !new_enough(&found) {
        let what = if found.trim().is_empty() { "none was found".to_owned() } else { format!("{} was found", found.trim()) };
        return Err(Failure::Missing(format!(
            "Node 20.19 or newer is needed (or 22.12 and later); {what}.\nGet it from https://nodejs.org, then run this again."
        )));
    }
    if Process::npm(&place.root).with(["--version"]).answer().is_none_or(|version| version.trim().is_empty()) {
        return Err(Failure::Missing("npm is needed and was not found; it comes with Node from https://nodejs.org.".to_owned()));
    }
    Ok(())
}

/// The range that Vite 8 accepts: `^20.19.0 || >=22.12.0`.
fn new_enough(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    (major == 20 && minor >= 19) || (major == 22 && minor >= 12) || major > 22
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_accepted_from_20_19_and_from_22_12() {
        for good in ["v20.19.0", "v20.20.2\n", "v22.12.0", "v24.1.0"] {
            assert!(new_enough(good), "{good}");
        }
        for old in ["", "v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0"] {
            assert!(!new_enough(old), "{old}");
        }
    }
}
