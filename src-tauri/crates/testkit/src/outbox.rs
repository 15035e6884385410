//! People and messages put straight into a desk, for tests of what happens to them afterwards.

use domain::mail::Address;
use domain::people::Person;
use store::outbox::NewMessage;
use store::{StoreError, Tx};
use uuid::Uuid;

/// SMTP on loopback without limits of pace.
pub fn smtp_settings(port: u16) -> Vec<(&'static str, String)> {
    [
        ("mail.transport", "smtp"),
        ("mail.smtp.host", "127.0.0.1"),
        ("mail.smtp.port", port.to_string().as_str()),
        ("mail.smtp.security", "none"),
        ("mail.from", "Zoë Martin <seller@firm.example>"),
        ("outreach.daily_cap", "2000000"),
        ("outreach.ramp", "false"),
        ("outreach.min_gap_seconds", "0"),
        ("outreach.window", "always"),
        ("outreach.weekdays_only", "false"),
        ("outreach.recall_seconds", "0"),
    ]
    .map(|(key, value)| (key, value.to_owned()))
    .to_vec()
}

/// A new person with a valid address.
///
/// # Errors
/// As the store.
pub fn insert_person(tx: &mut Tx<'_>, name: &str, email: &str) -> Result<Uuid, StoreError> {
    let id = tx.new_id();
    let mut person = Person::new(id, "manual", tx.now(), tx.now().date_naive());
    person.first_name = name.to_owned();
    person.email = email.to_owned();
    person.email_norm = Address::parse(email).map_or_else(|_| email.to_owned(), |address| address.norm());
    person.email_status = domain::views::people::EmailStatus::Valid;
    store::people::insert(tx, &person)?;
    Ok(id)
}

/// A message in French, scheduled or as a draft.
///
/// # Errors
/// As the store.
pub fn insert_message(
    tx: &mut Tx<'_>,
    person: Option<Uuid>,
    step: &str,
    name: &str,
    email: &str,
    scheduled: bool,
) -> Result<Uuid, StoreError> {
    let id = tx.new_id();
    let message = NewMessage {
        id,
        step: step.to_owned(),
        person,
        run: None,
        message_id: format!("{id}@firm.example"),
        in_reply_to: String::new(),
        to_name: name.to_owned(),
        to_address: email.to_owned(),
        to_norm: email.to_lowercase(),
        subject: "Une idée pour vous".to_owned(),
        text: "Bonjour,\n\nUne idée.\n\nZoë\n".to_owned(),
        html: String::new(),
        language: "fr".to_owned(),
        written_by: "template",
        warnings: Vec::new(),
        scheduled,
        send_after: None,
    };
    store::outbox::insert(tx, &message)?;
    Ok(id)
}
