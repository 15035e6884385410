//! One commit of the queue: the result of the message before, and the beginning of the next.

use super::account::From;
use super::letter::compose;
use super::{OutboxFault, effects};
use crate::notifications::Shown;
use crate::outreach::Gate;
use chrono::{DateTime, Duration, Utc};
use domain::fault::Reason;
use domain::outbox::{Ending, ending};
use domain::outreach::{Judgement, Policy, Purpose, Touch, Verdict};
use domain::ports::{Envelope, SendOutcome};
use domain::writing::Identity;
use store::outbox::Message;
use store::runs::Note;
use store::{OperationId, Read, StoreError, Tx, failpoint, meta};
use uuid::Uuid;

/// Messages looked at in one commit: a queue of people who must all wait is gone through in pieces.
const LOOKED_AT: u32 = 64;
/// Messages put into the practice outbox in one commit.
const PRACTISED: u32 = 16;
/// A person's own limits are looked at again after this, even if nothing else wakes the message: their data may have changed.
const LOOK_AGAIN_MINUTES: i64 = 60;

/// A message whose attempt is committed as begun.
#[derive(Debug, Clone)]
pub(super) struct Begun {
    pub(super) message: Message,
    pub(super) account: String,
    pub(super) envelope: Envelope,
    pub(super) bytes: Vec<u8>,
    pub(super) operation: Option<OperationId>,
}

/// A message whose attempt has ended; not yet committed.
#[derive(Debug, Clone)]
pub(super) struct Ended {
    pub(super) begun: Begun,
    pub(super) outcome: SendOutcome,
    pub(super) jitter: u8,
}

/// What a turn is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// Nothing: only the result is entered.
    Nothing,
    /// Finds out whether a message may go, without beginning it.
    Look,
    /// Begins the next message.
    Begin,
    /// Puts the next messages of this run (or of none) into the practice outbox.
    Practise(Option<Uuid>),
}

/// What a turn found.
#[derive(Debug)]
pub(super) enum Turned {
    /// A message is begun: it has to be handed over now.
    Begun(Box<Begun>),
    /// A message of this run may go.
    Ready(Option<Uuid>),
    /// Messages went into the practice outbox; there may be more.
    Practised,
    /// There may be more to look at.
    More,
    /// Nothing may go before this time; without one, not before the seller acts.
    Rest(Option<DateTime<Utc>>),
}

/// What a turn works with.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) ended: Option<Ended>,
    pub(super) pick: Pick,
    pub(super) now: DateTime<Utc>,
    /// The limits at the turn before: when they have changed, everybody is looked at again.
    pub(super) limits: Option<String>,
    /// The account and server a connection is open to.
    pub(super) connected_as: Option<String>,
}

/// What a turn gives, with the limits it saw.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) turned: Turned,
    pub(super) limits: Option<String>,
    /// What the seller is told, after the commit.
    pub(super) shown: Shown,
}

impl Turn {
    pub(super) fn take(&self, tx: &mut Tx<'_>) -> Result<Outcome, OutboxFault> {
        let shown = self.ended.as_ref().map_or_else(|| Ok(Shown::nothing()), |ended| enter(tx, ended, self.now))?;
        if self.pick == Pick::Nothing {
            return Ok(Outcome { turned: Turned::More, limits: self.limits.clone(), shown });
        }
        let settings = store::settings::load(tx)?;
        let from = match From::of(&settings) {
            Ok(from) => from,
            Err(OutboxFault::NotReady(code)) if store::outbox::next_due(tx)?.is_some() => {
                let shown = super::pausing::stop(tx, &Reason::new(code))?;
                return Ok(Outcome { turned: Turned::Rest(None), limits: None, shown });
            }
            Err(OutboxFault::NotReady(_)) => return Ok(Outcome { turned: Turned::Rest(None), limits: None, shown }),
            Err(other) => return Err(other),
        };
        if self.limits.as_ref() != Some(&from.limits) {
            store::outbox::ask_again(tx)?;
        }
        let turned = self.choose(tx, &from, &crate::outreach::policy(&settings))?;
        Ok(Outcome { turned, limits: Some(from.limits), shown })
    }

    fn choose(&self, tx: &mut Tx<'_>, from: &From, policy: &Policy) -> Result<Turned, OutboxFault> {
        let practice = from.account.is_practice();
        let name = from.account.to_string();
        // The settings changed between opening the connection and here: it belongs to another account.
        let pick = match self.pick {
            Pick::Begin if practice || self.connected_as.as_ref() != Some(&from.route) => Pick::Look,
            Pick::Practise(_) if !practice => Pick::Look,
            pick => pick,
        };
        let mut practised = 0;
        for _ in 0..LOOKED_AT {
            let gate = Gate::with(tx, policy.clone(), self.now)?;
            let message = match self.next(tx, &gate)? {
                Next::Go(message) => signed(tx, *message, &from.identity)?,
                Next::Look => continue,
                Next::Rest(_) if practised > 0 => return Ok(Turned::Practised),
                Next::Rest(until) => return Ok(Turned::Rest(until)),
            };
            let outgoing = match compose(tx, &message, from, self.now)? {
                Ok(outgoing) => outgoing,
                Err(reason) => {
                    store::outbox::refused_by_gate(tx, &message, &reason)?;
                    tell_run(tx, &message, "error", reason)?;
                    continue;
                }
            };
            match pick {
                Pick::Begin => {
                    store::outbox::start(tx, &message, &name, &outgoing.bytes)?;
                    let operation = operation(tx, message.run)?;
                    let envelope = Envelope { from: from.sender.address.to_string(), to: outgoing.to.to_string() };
                    let (account, bytes) = (name, outgoing.bytes);
                    failpoint!("outbox.begin");
                    return Ok(Turned::Begun(Box::new(Begun { message, account, envelope, bytes, operation })));
                }
                Pick::Practise(run) if run == message.run => {
                    store::outbox::start(tx, &message, &name, &outgoing.bytes)?;
                    store::practice::insert(tx, &message.message_id, outgoing.to.as_str(), &outgoing.bytes)?;
                    store::outbox::sent(tx, &message, &name, "practice")?;
                    effects::left(tx, &message)?;
                    practised += 1;
                    if practised == PRACTISED {
                        return Ok(Turned::Practised);
                    }
                }
                Pick::Practise(_) if practised > 0 => return Ok(Turned::Practised),
                Pick::Practise(_) | Pick::Look | Pick::Nothing => return Ok(Turned::Ready(message.run)),
            }
        }
        Ok(if practised > 0 { Turned::Practised } else { Turned::More })
    }

    /// The next message that may go, asking the gate for each. Notices and tests are not outreach: they pass its limits, and wait only while
    /// everything is held or paused.
    fn next(&self, tx: &mut Tx<'_>, gate: &Gate) -> Result<Next, StoreError> {
        let used = gate.used();
        if used.held_after_restore {
            return Ok(Next::Rest(None));
        }
        if let Some(notice) = store::outbox::due_notice(tx, self.now, used.paused.is_some())? {
            return Ok(Next::Go(Box::new(notice)));
        }
        if used.paused.is_some() {
            return Ok(Next::Rest(None));
        }
        let Some(message) = store::outbox::due(tx, self.now)? else { return Ok(Next::Rest(store::outbox::next_due(tx)?)) };
        match judged(tx, gate, &message)? {
            Verdict::Go => Ok(Next::Go(Box::new(message))),
            Verdict::Never { rule } => {
                store::outbox::refused_by_gate(tx, &message, &rule)?;
                tell_run(tx, &message, "warning", rule)?;
                Ok(Next::Look)
            }
            Verdict::Wait { until, rule } if concerns_everybody(&rule) => Ok(Next::Rest(until)),
            Verdict::Wait { until, rule } => {
                let until = until.map(|at| at.clamp(self.now + Duration::seconds(1), self.now + Duration::minutes(LOOK_AGAIN_MINUTES)));
                store::outbox::wait(tx, &message, until, &rule)?;
                Ok(Next::Look)
            }
        }
    }
}

/// As the seller is known at the moment it leaves.
fn signed(tx: &mut Tx<'_>, mut message: Message, identity: &Identity) -> Result<Message, StoreError> {
    if let Some(signed) = super::signing::signed(&message, identity) {
        store::outbox::sign(tx, message.id, &signed.text, &signed.message_id)?;
        (message.text, message.message_id) = (signed.text, signed.message_id);
    }
    Ok(message)
}

enum Next {
    Go(Box<Message>),
    /// One was put aside.
    Look,
    Rest(Option<DateTime<Utc>>),
}

pub(super) fn judged(read: &Read<'_>, gate: &Gate, message: &Message) -> Result<Verdict, StoreError> {
    let (Some(person), Ok(step)) = (message.person, message.step.parse()) else {
        return Ok(Verdict::Never { rule: Reason::new("gate.deleted") });
    };
    Ok(match gate.ask(read, person, Touch { step, purpose: Purpose::Send }, Some(message.id))? {
        Some(Judgement { verdict, .. }) => verdict,
        None => Verdict::Never { rule: Reason::new("gate.deleted") },
    })
}

/// Limits of the account rather than of a person: if one must wait for them, all must.
fn concerns_everybody(rule: &Reason) -> bool {
    matches!(rule.code.as_str(), "gate.daily_cap" | "gate.min_gap" | "gate.sending_paused" | "gate.held_after_restore")
}

/// The undo step the effects of a run's messages belong to.
pub(super) fn operation(read: &Read<'_>, run: Option<Uuid>) -> Result<Option<OperationId>, StoreError> {
    let Some(run) = run else { return Ok(None) };
    Ok(store::runs::find(read, run)?.map(|run| run.operation))
}

/// Whatever keeps a message of a run from its person stands in the run's log, and so in its receipt.
fn tell_run(tx: &mut Tx<'_>, message: &Message, level: &'static str, what: Reason) -> Result<(), StoreError> {
    let Some(run) = message.run else { return Ok(()) };
    store::runs::append(tx, run, &[Note { level, what, person: message.person }])
}

/// Enters how an attempt ended.
fn enter(tx: &mut Tx<'_>, ended: &Ended, now: DateTime<Utc>) -> Result<Shown, StoreError> {
    let (message, account) = (&ended.begun.message, ended.begun.account.as_str());
    match ending(&ended.outcome, message.attempts.saturating_add(1), ended.jitter) {
        Ending::Sent { reply } => {
            if store::outbox::sent(tx, message, account, &reply)? {
                effects::left(tx, message)?;
            }
            meta::remove(tx, super::pausing::TROUBLE)?;
        }
        Ending::Unknown { why } => {
            if store::outbox::unknown(tx, message, account, &why)? {
                tell_run(tx, message, "warning", why)?;
            }
        }
        Ending::Failed { why, bad_address } => {
            if store::outbox::failed(tx, message, account, &why)? {
                if bad_address {
                    effects::bounced(tx, message, &why)?;
                }
                tell_run(tx, message, "error", why)?;
            }
        }
        Ending::Again { after, why } => {
            store::outbox::again(tx, message, account, now + after, &why)?;
        }
        Ending::Stop { why } => {
            store::outbox::again(tx, message, account, now, &why)?;
            return super::pausing::stop(tx, &why);
        }
    }
    Ok(Shown::nothing())
}
