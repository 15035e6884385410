//! Settings and secrets.

use super::outreach::ReasonView;
use super::view;

view! {
    /// All settings with their values.
    pub struct SettingsView {
        /// Each known key, in order.
        pub values: Vec<SettingValue>,
        /// Each known secret.
        pub secrets: Vec<SecretState>,
    }

    /// A setting.
    pub struct SettingValue {
        /// Key, such as `mail.smtp.host`.
        pub key: String,
        /// Value as text (`true`/`false`, digits, words).
        pub value: String,
        /// Whether it is the default.
        pub default: bool,
    }

    /// Whether a secret is set; it is never shown.
    pub struct SecretState {
        /// Name, such as `mail.smtp.password`.
        pub name: String,
        /// It is set.
        pub set: bool,
    }

    /// Changes one setting.
    pub struct SettingSet {
        /// Key.
        pub key: String,
        /// New value as text; empty = back to the default.
        pub value: String,
    }

    /// Reads one setting.
    pub struct SettingGet {
        /// Key.
        pub key: String,
    }

    /// Sets a secret.
    pub struct SecretSet {
        /// Name.
        pub name: String,
        /// Value.
        pub value: String,
    }

    /// Names a secret.
    pub struct SecretName {
        /// Name.
        pub name: String,
    }

    /// A test, part by part.
    pub struct TestReport {
        /// Whether all of it works.
        pub ok: bool,
        /// The parts, in order; it stops at the first that fails.
        pub parts: Vec<TestPart>,
    }

    /// One part of a test.
    pub struct TestPart {
        /// `dns`, `connect`, `tls`, `sign_in`, `call`.
        pub step: String,
        /// It works.
        pub ok: bool,
        /// What failed and what to do.
        pub failure: Option<ReasonView>,
        /// Milliseconds.
        pub millis: u32,
    }

    /// Models an endpoint offers.
    pub struct ModelList {
        /// Their ids.
        pub models: Vec<String>,
    }

    /// Exactly what would be sent to the model for one person.
    pub struct ModelPreview {
        /// Where to.
        pub url: String,
        /// The request body, indented JSON.
        pub body: String,
    }
}
