use super::turn::{Begun, Ended, Outcome, Pick, Turn, Turned};
use super::{OutboxFault, account, pausing};
use crate::App;
use crate::notifications::Shown;
use chrono::{DateTime, Utc};
use domain::outbox::dial_again;
use domain::ports::{MailAccount, MailSession, SendOutcome, SendStage, SmtpSettings};
use std::sync::Arc;
use std::time::Duration;
use store::{Actor, Desk, Intent, StoreError, failpoint};
use tokio::sync::Mutex;

/// What sending keeps between two calls: the open connection, and a result that could not be written yet. One per open desk.
#[derive(Clone, Default)]
pub struct Sending(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    connection: Option<Connection>,
    /// A result the disk did not take: nothing else happens before it is entered.
    unwritten: Option<Ended>,
    limits: Option<String>,
    /// Failures to reach the server in a row, and when to try again.
    failures: u32,
    not_before: Option<DateTime<Utc>>,
}

struct Connection {
    session: Box<dyn MailSession>,
    settings: SmtpSettings,
    /// The account and server it belongs to.
    route: String,
    used: bool,
}

/// After the desk is opened and before anything is sent: attempts that began and never ended become unknown.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub async fn recover(app: &App) -> Result<(), StoreError> {
    let (Ok(desk), Ok(sending)) = (app.desk(), app.sending()) else { return Ok(()) };
    // Whoever is sending right now is not cut off.
    let _state = sending.0.lock().await;
    let found = desk.write(Actor::Desk, Intent::new("outbox.recover"), store::outbox::cut_off).await?.value;
    if found > 0 {
        tracing::warn!(found, "messages whose outcome nobody knows");
    }
    Ok(())
}

/// Waits until the message that is on its way has its result, at most this long: closing the desk earlier would make it unknown.
pub async fn rest(app: &App, at_most: Duration) {
    if let Ok(sending) = app.sending() {
        let _ = tokio::time::timeout(at_most, sending.0.lock()).await;
    }
}

/// Lets every message leave whose time has come and that the gate lets pass, one after the other. Gives the time at which there may be more;
/// `None` when only the seller can change that.
///
/// # Errors
/// [`OutboxFault`] when the desk is locked, cannot be read or written, or the keychain does not give the password.
pub async fn send_due(app: &App) -> Result<Option<DateTime<Utc>>, OutboxFault> {
    let (desk, sending, closing) = (app.desk()?, app.sending()?, app.closing()?);
    let app = app.clone();
    // A task of its own: a caller who stops waiting does not cut a conversation.
    let work = tokio::spawn(async move {
        let mut state = sending.0.lock().await;
        Worker { app: &app, desk, state: &mut state }.work(|| closing.is_cancelled()).await
    });
    work.await.map_err(|_| StoreError::Panicked)?
}

struct Worker<'a> {
    app: &'a App,
    desk: Desk,
    state: &'a mut State,
}

impl Worker<'_> {
    async fn work(&mut self, stopped: impl Fn() -> bool) -> Result<Option<DateTime<Utc>>, OutboxFault> {
        let mut pick = Pick::Begin;
        loop {
            let pick_now = if stopped() { Pick::Nothing } else { self.ready(pick) };
            if pick_now == Pick::Nothing && self.state.unwritten.is_none() {
                return Ok(None);
            }
            match self.turn(pick_now).await? {
                _ if pick_now == Pick::Nothing => return Ok(None),
                Turned::Begun(begun) => {
                    let ended = self.hand_over(*begun).await;
                    self.state.unwritten = Some(ended);
                    pick = Pick::Begin;
                }
                Turned::Practised | Turned::More => {}
                Turned::Ready(run) => match account::load(self.app).await? {
                    MailAccount::Practice => pick = Pick::Practise(run),
                    MailAccount::Smtp(settings) => {
                        if let Some(until) = self.connect(settings).await? {
                            return Ok(until);
                        }
                        pick = Pick::Begin;
                    }
                },
                Turned::Rest(until) => return Ok(until),
            }
        }
    }

    /// Without a connection nothing is begun.
    fn ready(&self, pick: Pick) -> Pick {
        let connected = self.state.connection.as_ref().is_some_and(|c| c.session.usable());
        if pick == Pick::Begin && !connected { Pick::Look } else { pick }
    }

    async fn turn(&mut self, pick: Pick) -> Result<Turned, OutboxFault> {
        let ended = self.state.unwritten.clone();
        let (run, operation) = match (&ended, pick) {
            (Some(ended), _) => (ended.begun.message.run, ended.begun.operation),
            (None, Pick::Practise(run)) => (run, self.desk.read(move |read| super::turn::operation(read, run)).await?),
            _ => (None, None),
        };
        let turn = Turn {
            ended,
            pick,
            now: self.app.ports().clock.now(),
            limits: self.state.limits.clone(),
            connected_as: self.state.connection.as_ref().map(|c| c.route.clone()),
        };
        failpoint!("outbox.before_turn");
        // The effects belong to the undo step of the run, as long as that is open.
        let (actor, intent) = (run.map_or(Actor::Desk, Actor::Run), Intent::new(store::outbox::EFFECTS));
        let Outcome { turned, limits, shown } = self.desk.write_within(operation, actor, intent, move |tx| turn.take(tx)).await?.value;
        failpoint!("outbox.after_turn");
        self.state.unwritten = None;
        self.state.limits = limits;
        shown.show(self.app);
        Ok(turned)
    }

    /// Opens a connection. `Some` ends the work until that time.
    async fn connect(&mut self, settings: SmtpSettings) -> Result<Option<Option<DateTime<Utc>>>, OutboxFault> {
        let now = self.app.ports().clock.now();
        if let Some(until) = self.state.not_before.filter(|until| *until > now) {
            return Ok(Some(Some(until)));
        }
        if let Some(mut old) = self.state.connection.take() {
            old.session.close().await;
        }
        let from = self.desk.read(store::settings::load).await?;
        let route = account::From::of(&from)?.route;
        match self.app.ports().mailer.connect(&settings).await {
            Ok(session) => {
                self.state.connection = Some(Connection { session, settings, route, used: false });
                (self.state.failures, self.state.not_before) = (0, None);
                Ok(None)
            }
            Err(outcome) => self.unreachable(&outcome, now).await.map(Some),
        }
    }

    async fn unreachable(&mut self, outcome: &SendOutcome, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, OutboxFault> {
        let again = dial_again(outcome, self.state.failures, self.jitter());
        let (until, why, stop) = match again {
            Ok((pause, why)) => (Some(now + pause), why, false),
            Err(why) => (None, why, true),
        };
        self.state.failures = self.state.failures.saturating_add(1);
        self.state.not_before = until;
        tracing::warn!(code = why.code, "the mail server cannot be used");
        let note = move |tx: &mut store::Tx<'_>| {
            if stop { pausing::stop(tx, &why) } else { pausing::trouble(tx, &why).map(|()| Shown::nothing()) }
        };
        self.desk.write(Actor::Desk, Intent::new("outbox.trouble"), note).await?.value.show(self.app);
        Ok(until)
    }

    /// Hands a message over. A connection that had been idle may turn out to be dead at the first word: then, surely, nothing was said about
    /// the message, and it is said over a new one.
    async fn hand_over(&mut self, begun: Begun) -> Ended {
        let mut outcome = self.say(&begun).await;
        if self.was_stale(&outcome) {
            outcome = match self.reconnect().await {
                Ok(()) => self.say(&begun).await,
                Err(failure) => failure,
            };
        }
        if let Some(connection) = &mut self.state.connection {
            connection.used = true;
        }
        failpoint!("outbox.handed_over");
        Ended { begun, outcome, jitter: self.jitter() }
    }

    async fn say(&mut self, begun: &Begun) -> SendOutcome {
        match &mut self.state.connection {
            Some(connection) => connection.session.send(&begun.envelope, &begun.bytes).await,
            None => SendOutcome::NotSent { stage: SendStage::Connect, detail: "mail.cut".to_owned(), retryable: true },
        }
    }

    fn was_stale(&self, outcome: &SendOutcome) -> bool {
        let at_first_word = match outcome {
            SendOutcome::NotSent { stage, retryable, .. } => *retryable && *stage <= SendStage::Mail,
            SendOutcome::Refused { stage, code, .. } => *stage == SendStage::Mail && *code == 421,
            SendOutcome::Accepted { .. } | SendOutcome::Unknown { .. } => false,
        };
        at_first_word && self.state.connection.as_ref().is_some_and(|c| c.used)
    }

    async fn reconnect(&mut self) -> Result<(), SendOutcome> {
        if let Some(connection) = &mut self.state.connection {
            connection.session = self.app.ports().mailer.connect(&connection.settings).await?;
            connection.used = false;
        }
        Ok(())
    }

    fn jitter(&self) -> u8 {
        let mut byte = [0];
        self.app.ports().ids.fill(&mut byte);
        let [byte] = byte;
        byte
    }
}
