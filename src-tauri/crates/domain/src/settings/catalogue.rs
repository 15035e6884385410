use super::{Kind, SettingError};

/// A setting.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Key, `area.name`.
    pub key: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// Its value until the seller sets another.
    pub default: &'static str,
}

impl Setting {
    /// The value in its one form.
    ///
    /// # Errors
    /// A [`SettingError`] that says what would be accepted.
    pub fn check(&self, value: &str) -> Result<String, SettingError> {
        self.kind.check(value)
    }
}

/// The setting of this key.
pub fn find(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|s| s.key == key)
}

/// Names of the secrets the keychain may hold for a desk.
pub const SECRETS: &[&str] = &["mail.smtp.password", "ai.api_key", "google.client_secret", "google.refresh_token"];

const fn setting(key: &'static str, kind: Kind, default: &'static str) -> Setting {
    Setting { key, kind, default }
}

/// Every setting, in the order they are shown.
///
/// Sending defaults are those the field uses for a warmed mailbox of one's own: at most 50 a day reached by a ramp of 10 then 5 more each
/// sending day, ten minutes apart, working hours of the person written to.
pub const SETTINGS: &[Setting] = &[
    setting("identity.name", Kind::Text(200), ""),
    setting("identity.company", Kind::Text(200), ""),
    setting("identity.postal_address", Kind::Text(500), ""),
    setting("identity.signature", Kind::Text(2_000), ""),
    setting("identity.locale", Kind::Word(&["fr", "en"]), "fr"),
    setting("identity.time_zone", Kind::Zone, "Europe/Paris"),
    setting("identity.country", Kind::Country, "FR"),
    setting("mail.transport", Kind::Word(&["practice", "smtp"]), "practice"),
    setting("mail.smtp.host", Kind::Text(255), ""),
    setting("mail.smtp.port", Kind::Number(1, 65_535), "465"),
    setting("mail.smtp.security", Kind::Word(&["tls", "starttls", "none"]), "tls"),
    setting("mail.smtp.user", Kind::Text(320), ""),
    setting("mail.from", Kind::Mailbox, ""),
    setting("mail.notify_to", Kind::Mailbox, ""),
    setting("mail.opt_out_to", Kind::Mailbox, ""),
    setting("outreach.daily_cap", Kind::Number(0, 2_000_000), "50"),
    setting("outreach.ramp", Kind::Flag, "true"),
    setting("outreach.min_gap_seconds", Kind::Number(0, 86_400), "600"),
    setting("outreach.window", Kind::Window, "08:00-19:00"),
    setting("outreach.weekdays_only", Kind::Flag, "true"),
    setting("outreach.holidays", Kind::Word(&["fr", "none"]), "fr"),
    setting("outreach.recall_seconds", Kind::Number(0, 120), "30"),
    setting("followups.skip_weekends", Kind::Flag, "true"),
    setting("followups.skip_holidays", Kind::Flag, "true"),
    setting("linkedin.daily_cap", Kind::Number(1, 100), "20"),
    setting("linkedin.weekly_cap", Kind::Number(1, 200), "100"),
    setting("linkedin.notes_per_month", Kind::Number(0, 1_000), "0"),
    setting("linkedin.note_characters", Kind::Number(50, 300), "200"),
    setting("opportunities.currency", Kind::Currency, "EUR"),
    setting("opportunities.quiet_days", Kind::Number(1, 3_650), "14"),
    setting("privacy.retention_years", Kind::Number(1, 10), "3"),
    setting("ai.base_url", Kind::Address, "https://api.openai.com/v1"),
    setting("ai.model", Kind::Text(200), ""),
    setting("google.client_id", Kind::Text(300), ""),
    setting("google.auth_url", Kind::Address, "https://accounts.google.com/o/oauth2/v2/auth"),
    setting("google.token_url", Kind::Address, "https://oauth2.googleapis.com/token"),
    setting("google.revoke_url", Kind::Address, "https://oauth2.googleapis.com/revoke"),
    setting("sheets.base_url", Kind::Address, "https://sheets.googleapis.com/v4"),
    setting("sheets.spreadsheet_id", Kind::Text(200), ""),
    setting("agenda.feed_path", Kind::Text(4_096), ""),
    setting("agenda.feed_content", Kind::Word(&["titles", "everything"]), "titles"),
    setting("notifications.desktop", Kind::Flag, "true"),
    setting("security.lock_minutes", Kind::Number(0, 1_440), "15"),
    setting("backup.daily", Kind::Flag, "true"),
    setting("window.theme", Kind::Word(&["system", "light", "dark"]), "system"),
    setting("window.keys", Kind::Text(4_000), ""),
    setting("window.density", Kind::Word(&["comfortable", "compact"]), "comfortable"),
];
