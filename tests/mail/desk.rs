//! An open desk with people and messages, sending through a scripted server.

use app::{App, Ports};
use chrono::{DateTime, Utc};
use connectors::google::Google;
use connectors::keychain::MemoryKeychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::SystemIds;
use domain::mail::{Address, MessageId};
use domain::people::Person;
use domain::ports::{Clock, Ids};
use domain::views::outbox::OutboxState;
use std::path::Path;
use std::sync::Arc;
use store::outbox::{Message, NewMessage};
use store::{Actor, Desk, Intent, RawKey, StoreError, Tx};
use testkit::{TestClock, TestDesktop};
use uuid::Uuid;

/// A Tuesday at ten in Paris.
pub(crate) const NOON: i64 = 1_789_459_200;

pub(crate) struct Bench {
    pub(crate) app: App,
    pub(crate) clock: Arc<TestClock>,
    _folder: tempfile::TempDir,
}

pub(crate) fn key() -> RawKey {
    RawKey::new([7; 32])
}

/// An app over the desk in this folder, which is made when there is none.
pub(crate) async fn app_in(folder: &Path, at: DateTime<Utc>, mailer: SmtpMailer) -> (App, Arc<TestClock>) {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let (clock, ids) = (Arc::new(TestClock::starting(at)), Arc::new(SystemIds));
    let desk = match Desk::open(folder, &key(), at).await {
        Ok(desk) => desk,
        Err(store::OpenError::Missing) => Desk::create(folder, &key(), at).await.unwrap(),
        Err(error) => panic!("{error}"),
    };
    let keychain = Arc::new(MemoryKeychain::new());
    let ports = Ports {
        clock: clock.clone(),
        ids: ids.clone(),
        keychain: keychain.clone(),
        mailer: Arc::new(mailer),
        model: Arc::new(OpenAi::default()),
        spreadsheet: Arc::new(Google::new(clock.clone())),
        desktop: Arc::new(TestDesktop::default()),
    };
    let app = App::new(folder, ports);
    app.set_open(desk.with_edges(clock.clone(), ids), keychain);
    (app, clock)
}

impl Bench {
    /// In a folder of its own, sending through this port without limits of pace.
    pub(crate) async fn sending_to(port: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = DateTime::from_timestamp(NOON, 0).unwrap();
        let (app, clock) = app_in(folder.path(), at, crate::smtp::mailer()).await;
        let bench = Self { app, clock, _folder: folder };
        bench.set(&smtp_settings(port)).await;
        bench
    }

    /// With the practice outbox.
    pub(crate) async fn practising() -> Self {
        let bench = Self::sending_to(9).await;
        bench.set(&[("mail.transport", "practice")]).await;
        bench
    }

    pub(crate) async fn write<T: Send + 'static>(&self, f: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static) -> T {
        self.app.desk().unwrap().write(Actor::Seller, Intent::new("test"), f).await.unwrap().value
    }

    pub(crate) async fn set(&self, values: &[(&str, &str)]) {
        let values: Vec<(String, String)> = values.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        self.write(move |tx| values.iter().try_for_each(|(key, value)| store::settings::set(tx, key, Some(value)))).await;
    }

    /// A scheduled first message to a new person.
    pub(crate) async fn message(&self, name: &str, email: &str) -> Uuid {
        let (name, email) = (name.to_owned(), email.to_owned());
        self.write(move |tx| {
            let person = insert_person(tx, &name, &email)?;
            insert_message(tx, Some(person), "first", &name, &email, true)
        })
        .await
    }

    pub(crate) async fn send_due(&self) -> Option<DateTime<Utc>> {
        app::outbox::send_due(&self.app).await.unwrap()
    }

    pub(crate) async fn get(&self, id: Uuid) -> Message {
        self.app.desk().unwrap().read(move |read| store::outbox::get(read, id)).await.unwrap().unwrap()
    }

    pub(crate) async fn state(&self, id: Uuid) -> OutboxState {
        self.get(id).await.state
    }

    /// Ledger events of a message, in order.
    pub(crate) async fn ledger(&self, id: Uuid) -> Vec<String> {
        self.app.desk().unwrap().read(move |read| store::ledger::events(read, id)).await.unwrap()
    }

    pub(crate) async fn someone(&self, id: Uuid) -> Person {
        self.app.desk().unwrap().read(move |read| store::people::get(read, id)).await.unwrap().unwrap()
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

/// SMTP on loopback without limits of pace.
pub(crate) fn smtp_settings(port: u16) -> Vec<(&'static str, &'static str)> {
    let port: &'static str = Box::leak(port.to_string().into_boxed_str());
    vec![
        ("mail.transport", "smtp"),
        ("mail.smtp.host", "127.0.0.1"),
        ("mail.smtp.port", port),
        ("mail.smtp.security", "none"),
        ("mail.from", "Zoë Martin <seller@firm.example>"),
        ("outreach.daily_cap", "2000000"),
        ("outreach.ramp", "false"),
        ("outreach.min_gap_seconds", "0"),
        ("outreach.window", "always"),
        ("outreach.weekdays_only", "false"),
        ("outreach.recall_seconds", "0"),
    ]
}

pub(crate) fn insert_person(tx: &mut Tx<'_>, name: &str, email: &str) -> Result<Uuid, StoreError> {
    let id = tx.new_id();
    let mut person = Person::new(id, "manual", tx.now(), tx.now().date_naive());
    person.first_name = name.to_owned();
    person.email = email.to_owned();
    person.email_norm = Address::parse(email).map_or_else(|_| email.to_owned(), |address| address.norm());
    person.email_status = domain::views::people::EmailStatus::Valid;
    store::people::insert(tx, &person)?;
    Ok(id)
}

pub(crate) fn insert_message(
    tx: &mut Tx<'_>,
    person: Option<Uuid>,
    step: &str,
    name: &str,
    email: &str,
    scheduled: bool,
) -> Result<Uuid, StoreError> {
    let id = SystemIds.new_id();
    let from = Address::parse("seller@firm.example").unwrap();
    let message = NewMessage {
        id,
        step: step.to_owned(),
        person,
        run: None,
        message_id: MessageId::new(id, &from).as_str().to_owned(),
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
