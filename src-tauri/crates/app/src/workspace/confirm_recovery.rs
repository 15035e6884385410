use super::recovery_key::RecoveryKey;
use super::{KeyFile, WorkspaceFault};
use crate::App;
use domain::views::Nothing;
use domain::views::workspace::{ConfirmRecovery, RecoveryGroup};
use std::collections::BTreeSet;
use store::{Actor, Intent, StoreError, meta};

/// Proves, by two groups at least, that the recovery key was written down. From then on it is nowhere but with the seller.
///
/// # Errors
/// [`WorkspaceFault::RecoveryMismatch`] when a group is not the key's.
pub async fn confirm_recovery(app: &App, request: ConfirmRecovery) -> Result<Nothing, WorkspaceFault> {
    let desk = app.desk()?;
    let mut file = KeyFile::load(app.root())?;
    if file.recovery_confirmed {
        return Ok(Nothing {});
    }
    let distinct: BTreeSet<u32> = request.groups.iter().map(|group| group.number).collect();
    if distinct.len() < 2 {
        return Err(WorkspaceFault::RecoveryTooFew);
    }
    let pending = desk.read::<_, StoreError>(|read| meta::get(read, meta::RECOVERY_PENDING)).await?;
    let groups = pending.and_then(|text| RecoveryKey::parse(&text)).map(|key| key.groups());
    let groups = groups.ok_or(WorkspaceFault::RecoveryMismatch)?;
    if !request.groups.iter().all(|given| is_group(given, &groups)) {
        return Err(WorkspaceFault::RecoveryMismatch);
    }
    file.recovery_confirmed = true;
    file.save(app.root())?;
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("workspace.confirm_recovery"), |tx| {
        tx.touch(store::Tag::Workspace);
        meta::remove(tx, meta::RECOVERY_PENDING)
    })
    .await?;
    Ok(Nothing {})
}

fn is_group(given: &RecoveryGroup, groups: &[String]) -> bool {
    let wanted = usize::try_from(given.number).ok().and_then(|number| number.checked_sub(1)).and_then(|at| groups.get(at));
    wanted.is_some_and(|wanted| given.value.trim().eq_ignore_ascii_case(wanted))
}
