//! rustfmt and Clippy, which a minimal toolchain leaves out.

use crate::consent::Consent;
use crate::failure::Failure;
use crate::process::Process;

/// Makes sure that both components answer, adding them with rustup if that is allowed.
pub(super) fn ensure(consent: Consent) -> Result<(), Failure> {
    let missing: Vec<&str> = [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")]
        .into_iter()
        .filter(|(_, program)| !Process::new(*program).with(["--version"]).quiet().works())
        .map(|(component, _)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let command = format!("rustup component add {}", missing.join(" "));
    println!("The toolchain lacks {}. This adds it:\n  {command}", missing.join(" and "));
    if !consent.obtain("Add it now?") {
        return Err(Failure::Missing(format!("add the missing components first:\n  {command}")));
    }
    Process::new("rustup").with(["component", "add"]).with(missing).run()
}
