//! The desk's file and its key, backups, the sample and the history, as the application does them.

mod backups;
mod history;
mod keys;
mod sample;
mod zone;

use app::{App, workspace};
use domain::views::workspace::{CreateWorkspace, CreatedWorkspace, UnlockWorkspace};
use store::{Actor, Intent, StoreError};
use testkit::TestApp;
use uuid::Uuid;

const PASSPHRASE: &str = "cheval de bataille";

fn request(passphrase: Option<&str>) -> CreateWorkspace {
    CreateWorkspace { locale: "fr".into(), passphrase: passphrase.map(str::to_owned), sample: false }
}

async fn created(test: &TestApp, passphrase: Option<&str>) -> CreatedWorkspace {
    workspace::create(&test.app, request(passphrase)).await.unwrap()
}

fn by_keychain() -> UnlockWorkspace {
    UnlockWorkspace { passphrase: None, recovery_key: None }
}

fn by_passphrase(text: &str) -> UnlockWorkspace {
    UnlockWorkspace { passphrase: Some(text.to_owned()), recovery_key: None }
}

fn by_recovery(text: &str) -> UnlockWorkspace {
    UnlockWorkspace { passphrase: None, recovery_key: Some(text.to_owned()) }
}

/// Another start of the application on the same folder.
fn restarted(test: &TestApp) -> App {
    App::new(test.app.root(), test.app.ports().clone())
}

async fn add_person(app: &App, last_name: &str) -> Uuid {
    let name = last_name.to_owned();
    app.desk()
        .unwrap()
        .write::<_, StoreError>(Actor::Seller, Intent::new("people.create"), move |tx| {
            let mut person = domain::people::Person::new(tx.new_id(), "manual", tx.now(), tx.now().date_naive());
            person.last_name = name;
            store::people::insert(tx, &person)?;
            Ok(person.id)
        })
        .await
        .unwrap()
        .value
}

async fn people(app: &App) -> u32 {
    app.desk().unwrap().read::<_, StoreError>(store::people::total).await.unwrap()
}
