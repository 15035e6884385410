use super::Gate;
use domain::fault::Reason;
use domain::outreach::{Purpose, Step, Touch};
use store::{Read, StoreError};
use uuid::Uuid;

/// The rule of the gate by which nothing comes any more of what was written (this message, if there is one) or planned for somebody; `None` when
/// it forbids nothing.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn stopped(read: &Read<'_>, gate: &Gate, person: Uuid, step: Step, outbox: Option<Uuid>) -> Result<Option<Reason>, StoreError> {
    // Whether it may be written, not whether it may leave: what holds every message back is no reason to give one up.
    let about = store::outreach::about(read, person)?;
    gate.forbids(read, about.as_ref(), Touch { step, purpose: Purpose::Draft }, outbox)
}
