use chrono::{DateTime, Duration, Utc};
use domain::fault::Reason;
use domain::ports::SecretError;
use domain::settings::Settings;
use domain::views::health::HealthPart;
use store::{Read, StoreError};

/// What was asked outside the desk.
pub(super) struct Outside {
    pub(super) keychain: Result<(), SecretError>,
    pub(super) password: bool,
    pub(super) refresh: bool,
    /// Why background work has stopped.
    pub(super) trouble: Option<Reason>,
}

/// The parts, the troubled first. A desk that was restored is one as long as everything outgoing is held.
pub(super) fn parts(
    read: &Read<'_>,
    settings: &Settings,
    outside: &Outside,
    held: bool,
    backup: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<Vec<HealthPart>, StoreError> {
    let mut parts = vec![
        part("desk", "ok", Reason::new("health.desk_ok")),
        keychain(&outside.keychain),
        mail(settings, outside.password, crate::outbox::trouble_now(read)?),
        ai(settings),
        sheets(read, settings, outside.refresh)?,
        backed_up(backup, now),
        match (&outside.trouble, store::jobs::failing(read)?) {
            (Some(trouble), _) => part("jobs", "bad", trouble.clone()),
            (None, 0) => part("jobs", "ok", Reason::new("health.jobs_ok")),
            (None, n) => part("jobs", "warn", Reason::new("health.jobs_failing").with("count", n)),
        },
    ];
    if held {
        parts.insert(0, part("restore", "warn", Reason::new("health.held_after_restore")));
    }
    parts.sort_by_key(|p| match p.state.as_str() {
        "bad" => 0,
        "warn" => 1,
        "ok" => 2,
        _ => 3,
    });
    Ok(parts)
}

fn part(name: &str, state: &str, what: Reason) -> HealthPart {
    HealthPart { name: name.to_owned(), state: state.to_owned(), what: what.into() }
}

fn keychain(state: &Result<(), SecretError>) -> HealthPart {
    match state {
        Ok(()) => part("keychain", "ok", Reason::new("health.keychain_ok")),
        Err(none @ SecretError::NoKeychain) => part("keychain", "warn", Reason::of(none)),
        Err(error) => part("keychain", "bad", Reason::of(error)),
    }
}

fn mail(settings: &Settings, password: bool, trouble: Option<Reason>) -> HealthPart {
    if settings.text("mail.transport") != "smtp" {
        return part("mail", "off", Reason::new("health.mail_practice"));
    }
    if settings.text("mail.smtp.host").is_empty() || settings.text("mail.from").is_empty() {
        return part("mail", "bad", Reason::new("health.mail_incomplete"));
    }
    if !settings.text("mail.smtp.user").is_empty() && !password {
        return part("mail", "bad", Reason::new("health.mail_no_password"));
    }
    if let Some(why) = trouble {
        return part("mail", "bad", why);
    }
    part("mail", "ok", Reason::new("health.mail_ok").with("host", settings.text("mail.smtp.host")))
}

fn ai(settings: &Settings) -> HealthPart {
    match settings.text("ai.model") {
        "" => part("ai", "off", Reason::new("health.ai_templates")),
        model => part("ai", "ok", Reason::new("health.ai_ok").with("model", model)),
    }
}

fn sheets(read: &Read<'_>, settings: &Settings, refresh: bool) -> Result<HealthPart, StoreError> {
    if settings.text("google.client_id").is_empty() {
        return Ok(part("sheets", "off", Reason::new("health.sheets_off")));
    }
    Ok(match crate::sheets::withdrawn(read, refresh)? {
        Some(why) => part("sheets", "bad", why),
        None if refresh => part("sheets", "ok", Reason::new("health.sheets_ok")),
        None => part("sheets", "off", Reason::new("health.sheets_disconnected")),
    })
}

fn backed_up(last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> HealthPart {
    match last {
        None => part("backup", "warn", Reason::new("health.backup_none")),
        Some(at) if now - at > Duration::days(7) => part("backup", "warn", Reason::new("health.backup_old").with("at", at.to_rfc3339())),
        Some(at) => part("backup", "ok", Reason::new("health.backup_ok").with("at", at.to_rfc3339())),
    }
}
