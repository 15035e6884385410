//! Durable sending to a loopback server against a raw socket that makes commits of its own around the same conversation.

#![expect(clippy::panic, reason = "a benchmark that cannot run says why")]

use crate::{median, rounds};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use store::{Actor, Desk, Intent, StoreError};
use testkit::TestApp;
use testkit::outbox::{insert_message, insert_person, smtp_settings};
use testkit::smtp::{Setup, Sink, SmtpServer};

const MESSAGES: u32 = 1_000;

/// Ours, and the raw sender with two commits a message (begun, result) and with one (result and next begun together, as ours).
pub(crate) async fn run() {
    let sink = Sink::start(&[]).await;
    // Without Postfix, a server of our own.
    let own = if sink.is_none() { Some(SmtpServer::start(Setup::default()).await) } else { None };
    let port = sink.as_ref().map(|sink| sink.port).or(own.as_ref().map(SmtpServer::port)).unwrap_or_default();
    let (mut ours, mut two, mut one) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds() {
        ours.push(engine(port).await);
        two.push(raw(port, 2).await);
        one.push(raw(port, 1).await);
    }
    let rate = |time: Duration| f64::from(MESSAGES) / time.as_secs_f64();
    let (ours, two, one) = (rate(median(ours)), rate(median(two)), rate(median(one)));
    println!("send: {ours:.0} messages/s; raw socket with two commits a message {two:.0}/s, with one {one:.0}/s");
    println!("send: {:.2} of the raw sender with two commits, {:.2} of the one with one", ours / two, ours / one);
}

/// The real engine over the real desk: gate, letter, ledger, timeline, undo journal and all.
async fn engine(port: u16) -> Duration {
    let test = TestApp::open().await;
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    fill(&desk, port).await;
    let began = Instant::now();
    let left = app::outbox::send_due(&test.app).await.unwrap_or_else(|e| panic!("{e}"));
    let took = began.elapsed();
    let counts = app::outbox::counts(&test.app).await.unwrap_or_else(|e| panic!("{e}"));
    assert_eq!((counts.sent, left), (MESSAGES, None));
    took
}

async fn fill(desk: &Desk, port: u16) {
    let work = move |tx: &mut store::Tx<'_>| {
        smtp_settings(port).iter().try_for_each(|(key, value)| store::settings::set(tx, key, Some(value)))?;
        for n in 0..MESSAGES {
            let email = format!("p{n}@client.example");
            let person = insert_person(tx, "P", &email)?;
            insert_message(tx, Some(person), "first", "P", &email, true)?;
        }
        Ok::<_, StoreError>(())
    };
    desk.write(Actor::Desk, Intent::new("bench"), work).await.unwrap_or_else(|e| panic!("{e}"));
}

/// A blocking socket, no Nagle, body and dot in one write; each commit is one small row in an encrypted desk at the same sync level.
async fn raw(port: u16, commits: u32) -> Duration {
    let test = TestApp::open().await;
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    let mut line = Raw::connect(port);
    let began = Instant::now();
    for n in 0..MESSAGES {
        if commits == 2 {
            commit(&desk, format!("begun {n}")).await;
        }
        line.send(n);
        commit(&desk, format!("result {n}")).await;
    }
    began.elapsed()
}

async fn commit(desk: &Desk, value: String) {
    let work = move |tx: &mut store::Tx<'_>| store::meta::set(tx, "bench", &value);
    desk.write(Actor::Desk, Intent::new("bench"), work).await.unwrap_or_else(|e| panic!("{e}"));
}

struct Raw(BufReader<TcpStream>);

impl Raw {
    fn connect(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap_or_else(|e| panic!("{e}"));
        stream.set_nodelay(true).unwrap_or_else(|e| panic!("{e}"));
        let mut raw = Self(BufReader::new(stream));
        raw.answer();
        raw.say("EHLO [127.0.0.1]\r\n");
        raw
    }

    fn send(&mut self, n: u32) {
        self.say("MAIL FROM:<seller@firm.example>\r\n");
        self.say(&format!("RCPT TO:<p{n}@client.example>\r\n"));
        self.say("DATA\r\n");
        self.say(&format!("Message-ID: <{n}@firm.example>\r\nSubject: x\r\n\r\n{}.\r\n", "Une ligne de texte.\r\n".repeat(30)));
    }

    fn say(&mut self, text: &str) {
        self.0.get_mut().write_all(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
        self.answer();
    }

    fn answer(&mut self) {
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).unwrap_or_else(|e| panic!("{e}"));
            assert!(line.starts_with(['2', '3']), "{line}");
            if line.as_bytes().get(3) == Some(&b' ') {
                return;
            }
        }
    }
}
