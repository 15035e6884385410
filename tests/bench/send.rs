//! Durable sending to a loopback server beside a raw socket making the same commits: the same rows with the same letter in the same writes,
//! with no gate, nothing to compose and no session to keep. For information also beside one that only notes each message in one row.

#![expect(clippy::panic, reason = "a benchmark that cannot run says why")]

use crate::{median, rounds};
use domain::people::Meaning;
use domain::views::outbox::OutboxListRequest;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use store::outbox::Message;
use store::{Actor, Desk, Intent, StoreError, Tx};
use testkit::TestApp;
use testkit::outbox::{insert_message, insert_person, smtp_settings};
use testkit::smtp::{Setup, Sink, SmtpServer};

const MESSAGES: u32 = 1_000;

pub(crate) async fn run() {
    let sink = Sink::start(&[]).await;
    // Without Postfix, a server of our own.
    let own = if sink.is_none() { Some(SmtpServer::start(Setup::default()).await) } else { None };
    let port = sink.as_ref().map(|sink| sink.port).or(own.as_ref().map(SmtpServer::port)).unwrap_or_default();
    let letter = letter().await;
    let (mut ours, mut same, mut one) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds() {
        ours.push(engine(port, MESSAGES).await);
        same.push(raw(port, &letter, true).await);
        one.push(raw(port, &letter, false).await);
    }
    let rate = |time: Duration| f64::from(MESSAGES) / time.as_secs_f64();
    let (ours, same, one) = (rate(median(ours)), rate(median(same)), rate(median(one)));
    println!("send: {ours:.0} messages/s; raw socket making the same commits {same:.0}/s, one row a message {one:.0}/s");
    println!("send: {:.2} of the raw sender with the same commits, {:.2} of the one with one row", ours / same, ours / one);
}

/// The real engine over the real desk: gate, letter, ledger, timeline, undo journal and all.
async fn engine(port: u16, messages: u32) -> Duration {
    let test = TestApp::open().await;
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    fill(&desk, port, messages).await;
    let began = Instant::now();
    let left = app::outbox::send_due(&test.app).await.unwrap_or_else(|e| panic!("{e}"));
    let took = began.elapsed();
    let counts = app::outbox::counts(&test.app).await.unwrap_or_else(|e| panic!("{e}"));
    assert_eq!((counts.sent, left), (messages, None));
    took
}

/// What the engine says to one person, as a server takes it.
async fn letter() -> String {
    let server = SmtpServer::start(Setup::default()).await;
    engine(server.port(), 1).await;
    let taken = server.taken().into_iter().next().unwrap_or_else(|| panic!("nothing was sent"));
    String::from_utf8(taken.raw).unwrap_or_else(|e| panic!("{e}"))
}

async fn fill(desk: &Desk, port: u16, messages: u32) {
    let work = move |tx: &mut store::Tx<'_>| {
        smtp_settings(port).iter().try_for_each(|(key, value)| store::settings::set(tx, key, Some(value)))?;
        for n in 0..messages {
            let email = format!("p{n}@client.example");
            let person = insert_person(tx, "P", &email)?;
            insert_message(tx, Some(person), "first", "P", &email, true)?;
        }
        Ok::<_, StoreError>(())
    };
    desk.write(Actor::Desk, Intent::new("bench"), work).await.unwrap_or_else(|e| panic!("{e}"));
}

/// A blocking socket, no Nagle, body and dot in one write; one write for the result of a message and the beginning of the next.
async fn raw(port: u16, letter: &str, same: bool) -> Duration {
    let test = TestApp::open().await;
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    fill(&desk, port, MESSAGES).await;
    let messages = desk.read(everything).await.unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(messages.len(), MESSAGES as usize);
    let mut line = Raw::connect(port);
    let payload = letter.as_bytes().to_vec();
    let began = Instant::now();
    let mut left: Option<Message> = None;
    for (n, begun) in messages.into_iter().map(Some).chain([None]).enumerate() {
        let (ended, payload) = (left.take(), payload.clone());
        left = begun.clone();
        let work = move |tx: &mut Tx<'_>| {
            if same { result_and_next(tx, ended.as_ref(), begun.as_ref(), &payload) } else { store::meta::set(tx, "bench", &n.to_string()) }
        };
        desk.write(Actor::Desk, Intent::new("bench"), work).await.unwrap_or_else(|e| panic!("{e}"));
        if left.is_some() {
            line.send(n, letter);
        }
    }
    began.elapsed()
}

/// The rows that the engine writes around a message.
fn result_and_next(tx: &mut Tx<'_>, ended: Option<&Message>, begun: Option<&Message>, payload: &[u8]) -> Result<(), StoreError> {
    const ACCOUNT: &str = "smtp:seller@firm.example";
    if let Some(message) = ended {
        store::outbox::sent(tx, message, ACCOUNT, "250 ok")?;
        let person = message.person.unwrap_or_default();
        store::people::written_to(tx, person, &message.subject)?;
        store::people::status_changed(tx, person, Meaning::New.into(), Meaning::Contacted.into(), None)?;
    }
    match begun {
        Some(message) => store::outbox::start(tx, message, ACCOUNT, payload).map(|_| ()),
        None => Ok(()),
    }
}

/// Every message; a list gives pages.
fn everything(read: &store::Read<'_>) -> Result<Vec<Message>, StoreError> {
    let mut messages = Vec::new();
    loop {
        let offset = u32::try_from(messages.len()).unwrap_or(u32::MAX);
        let page = OutboxListRequest { states: Vec::new(), run_id: None, followups: false, offset, limit: MESSAGES };
        let rows = store::outbox::list(read, &page)?;
        if rows.is_empty() {
            return Ok(messages);
        }
        for row in rows {
            messages.extend(store::outbox::get(read, row.id)?);
        }
    }
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

    fn send(&mut self, n: usize, letter: &str) {
        self.say("MAIL FROM:<seller@firm.example>\r\n");
        self.say(&format!("RCPT TO:<p{n}@client.example>\r\n"));
        self.say("DATA\r\n");
        self.say(&format!("{letter}.\r\n"));
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
