//! Health: each part of the desk and each connection, caps used, last backup, next send. Nothing here calls the network: a connection is
//! tested when the seller asks.

mod parts;

use crate::outreach::Gate;
use crate::{App, DeskLocked};
use chrono::{Duration, Utc};
use domain::fault::{Fault, Reason};
use domain::ports::SecretError;
use domain::views::health::{CapView, HealthView};
use domain::views::outbox::OutboxState;
use store::{Read, StoreError};

/// Health could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum HealthFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for HealthFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}

/// The health page.
///
/// # Errors
/// [`HealthFault`] when the desk is locked or cannot be read.
pub async fn health(app: &App) -> Result<HealthView, HealthFault> {
    let (desk, now) = (app.desk()?, app.ports().clock.now());
    let (keychain, secrets) = (app.ports().keychain.clone(), app.secrets()?);
    let keychain = tokio::task::spawn_blocking(move || {
        let password = secrets.get("mail.smtp.password").ok().flatten().is_some();
        let refresh = secrets.get("google.refresh_token").ok().flatten().is_some();
        (keychain.check(), password, refresh)
    });
    let (keychain, password, refresh) = keychain.await.unwrap_or((Err(SecretError::Failed("stopped".to_owned())), false, false));
    let bytes = std::fs::metadata(app.root().join("desk.db")).map_or(0, |m| m.len());
    let trouble = app.trouble().map(|trouble| Reason::of(&trouble));
    let view = desk.read(move |read| load(read, now, &parts::Outside { keychain, password, refresh, trouble }, bytes)).await?;
    Ok(view)
}

#[expect(clippy::cast_precision_loss, reason = "a size shown in megabytes")]
fn load(read: &Read<'_>, now: chrono::DateTime<Utc>, outside: &parts::Outside, bytes: u64) -> Result<HealthView, StoreError> {
    let settings = store::settings::load(read)?;
    let gate = Gate::load(read, now)?;
    let last_backup_at = store::backups::last(read)?;
    let scheduled = store::outbox::waiting(read, OutboxState::Scheduled, false, 0)?;
    let day = store::outreach::linkedin_sent_since(read, now - Duration::days(1))?;
    let week = store::outreach::linkedin_sent_since(read, now - Duration::days(7))?;
    let mut caps = Vec::new();
    if let Some(cap) = gate.policy().pacing.cap_today(gate.used().days) {
        caps.push(CapView { name: "mail.day".to_owned(), used: gate.used().today, of: cap });
    }
    caps.push(CapView { name: "linkedin.day".to_owned(), used: day, of: settings.number("linkedin.daily_cap") });
    caps.push(CapView { name: "linkedin.week".to_owned(), used: week, of: settings.number("linkedin.weekly_cap") });
    let paused = gate.used().paused.as_ref().map(|why| Reason::new("gate.sending_paused").with("reason", why));
    Ok(HealthView {
        parts: parts::parts(read, &settings, outside, gate.used().held_after_restore, last_backup_at, now)?,
        caps,
        last_backup_at,
        next_send_at: crate::outbox::next_send(read, &gate, now)?,
        queue: scheduled.count,
        paused: paused.map(Into::into),
        desk_bytes: bytes as f64,
        people: store::people::total(read)?,
    })
}
