//! An open desk with people and messages, sending through a scripted server.

use app::{App, Ports};
use chrono::{DateTime, Utc};
use connectors::google::Google;
use connectors::keychain::MemoryKeychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::SystemIds;
use domain::people::Person;
use domain::ports::Clock;
use domain::views::outbox::OutboxState;
use std::path::Path;
use std::sync::Arc;
use store::outbox::Message;
use store::{Actor, Desk, Intent, RawKey, StoreError, Tx};
pub(crate) use testkit::outbox::{insert_message, insert_person, smtp_settings};
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
        bench.set_all(smtp_settings(port)).await;
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

    pub(crate) async fn set(&self, values: &[(&'static str, &str)]) {
        self.set_all(values.iter().map(|(key, value)| (*key, (*value).to_owned())).collect()).await;
    }

    pub(crate) async fn set_all(&self, values: Vec<(&'static str, String)>) {
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
