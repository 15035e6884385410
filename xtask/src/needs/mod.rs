//! What this machine must have before a task can work, and who installs it.

use crate::consent::Consent;
use crate::failure::Failure;
use crate::place::Place;

mod components;
mod debian;
mod lists;
pub(crate) mod node;
pub(crate) mod tools;

/// What a task is about to do; each asks for more than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// Build and use `rain`: the encrypted store, no window.
    Terminal,
    /// Build and open the window.
    Window,
    /// Run every test, in a window nobody sees, against a real keychain.
    Tests,
}

/// Makes sure that the machine can do this, installing what is missing if that is allowed.
///
/// # Errors
/// [`Failure::Missing`] with the exact command when something has to be installed by hand.
pub(crate) fn ensure(place: &Place, purpose: Purpose, consent: Consent) -> Result<(), Failure> {
    match System::here() {
        System::Debian => debian::ensure(purpose, consent)?,
        other => lists::say(other, purpose),
    }
    if purpose >= Purpose::Window {
        node::ensure(place)?;
    }
    if purpose == Purpose::Tests {
        components::ensure(consent)?;
    }
    Ok(())
}

/// The families of systems whose packages are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    Debian,
    Fedora,
    Arch,
    MacOs,
    Windows,
    Unknown,
}

impl System {
    fn here() -> Self {
        match std::env::consts::OS {
            "macos" => Self::MacOs,
            "windows" => Self::Windows,
            _ => Self::from_os_release(&std::fs::read_to_string("/etc/os-release").unwrap_or_default()),
        }
    }

    /// Reads os-release(5): `ID` first, then the relatives named in `ID_LIKE`.
    fn from_os_release(text: &str) -> Self {
        let value = |key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches('"').to_owned()
        };
        let names = format!("{} {}", value("ID"), value("ID_LIKE"));
        names
            .split_whitespace()
            .find_map(|name| match name {
                "debian" | "ubuntu" => Some(Self::Debian),
                "fedora" | "rhel" => Some(Self::Fedora),
                "arch" => Some(Self::Arch),
                _ => None,
            })
            .unwrap_or(Self::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_of_debian_is_treated_as_debian() {
        let mint = "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n";
        assert_eq!(System::from_os_release(mint), System::Debian);
    }

    #[test]
    fn a_system_nobody_described_is_unknown() {
        assert_eq!(System::from_os_release("ID=slackware\n"), System::Unknown);
        assert_eq!(System::from_os_release(""), System::Unknown);
    }
}
