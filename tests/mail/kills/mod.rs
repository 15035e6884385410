//! Kill -9 at every named moment and at random ones: nobody is written to twice, nobody is lost, and the desk knows what it does not know.

mod child;
mod named;
mod random;
mod verdict;

use crate::desk::{app_in, insert_message, insert_person, smtp_settings};
use chrono::{DateTime, Utc};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The time of the n-th start, a minute apart.
fn start_time(n: u32) -> DateTime<Utc> {
    DateTime::from_timestamp(crate::desk::NOON + i64::from(n) * 60, 0).unwrap()
}

/// A desk with so many scheduled messages, closed.
async fn desk_with(folder: &Path, port: u16, messages: u32) {
    let (app, _) = app_in(folder, start_time(0), crate::smtp::mailer()).await;
    let desk = app.desk().unwrap();
    let settings = smtp_settings(port);
    desk.write(store::Actor::Seller, store::Intent::new("test"), move |tx| {
        settings.iter().try_for_each(|(key, value)| store::settings::set(tx, key, Some(value)))
    })
    .await
    .unwrap();
    for chunk in 0..messages.div_ceil(200) {
        let numbers = chunk * 200..messages.min((chunk + 1) * 200);
        desk.write(store::Actor::Seller, store::Intent::new("test"), move |tx| {
            for n in numbers {
                let email = format!("p{n}@client.example");
                let person = insert_person(tx, "P", &email)?;
                insert_message(tx, Some(person), "first", "P", &email, true)?;
            }
            Ok::<_, store::StoreError>(())
        })
        .await
        .unwrap();
    }
    drop(desk);
    app.take_open().unwrap().close().await;
}

/// Starts a process that sends from this desk until nothing is due.
fn start(folder: &Path, n: u32, failpoint: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kills::child::sends_until_nothing_is_due", "--ignored", "--nocapture"])
        .env("RAINMAKER_TEST_DESK", folder)
        .env("RAINMAKER_TEST_START", n.to_string())
        .env("RAINMAKER_FAILPOINT", failpoint)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}
