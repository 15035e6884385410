//! One person's turn: everything that happens to them commits at once.

use super::compose::{Composed, Handing};
use crate::outreach::Gate;
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::followups::{DayRules, next_due};
use domain::mail::{Address, MessageId};
use domain::outreach::{Purpose, Step, Touch};
use domain::runs::config::RunConfig;
use domain::views::runs::{RunPersonState, StepState};
use domain::writing::Draft;
use std::collections::BTreeMap;
use store::followups::NewFollowup;
use store::outbox::NewMessage;
use store::outreach::About;
use store::runs::{Note, PersonDone, RunPerson, Target};
use store::{StoreError, Tx};
use uuid::Uuid;

/// What is the same for everybody in a batch.
pub(super) struct Turn<'a> {
    pub(super) run: Uuid,
    pub(super) config: &'a RunConfig,
    pub(super) gate: &'a Gate,
    /// Messages leave by themselves.
    pub(super) sends: bool,
    /// The sender's address, for Message-IDs.
    pub(super) sender: &'a Address,
    pub(super) rules: DayRules,
    /// When this person's message may leave, when it is not at once.
    pub(super) send_after: Option<DateTime<Utc>>,
}

/// What a turn gives the log.
pub(super) struct Turned {
    pub(super) done: PersonDone,
    pub(super) notes: Vec<Note>,
    /// A message was scheduled.
    pub(super) scheduled: bool,
}

impl Turn<'_> {
    /// Judges somebody of whom this is known, then writes their message, LinkedIn note and follow-up.
    pub(super) fn take(
        &self,
        tx: &mut Tx<'_>,
        who: RunPerson,
        about: Option<&About>,
        target: &Target,
        composed: Composed,
    ) -> Result<Turned, StoreError> {
        let mut record = Record::new(who);
        record.step("analyse", StepState::Done);
        let refused = self.refusal(tx, about, Step::First)?;
        record.warn(&composed.warnings, target.recipient.id);
        let stopped = match (composed.email, &refused) {
            (Ok(Some(draft)), None) => {
                self.email(tx, &mut record, target, about, draft)?;
                None
            }
            (Err(reason), None) => {
                record.step("write", StepState::Failed);
                record.skip(&["check", "email", "followup"]);
                Some(reason)
            }
            _ => {
                record.skip(&["write", "check", "email", "followup"]);
                None
            }
        };
        self.linkedin(tx, &mut record, target, about, &composed.note)?;
        Ok(record.finish(refused, stopped, composed.note))
    }

    /// Why this person may not be touched by this step at all.
    fn refusal(&self, tx: &Tx<'_>, about: Option<&About>, step: Step) -> Result<Option<Reason>, StoreError> {
        let purpose = if self.sends && step == Step::First { Purpose::Send } else { Purpose::Draft };
        self.gate.forbids(tx, about, Touch { step, purpose }, None)
    }

    fn email(&self, tx: &mut Tx<'_>, record: &mut Record, target: &Target, about: Option<&About>, draft: Draft) -> Result<(), StoreError> {
        let id = tx.new_id();
        record.warn(&draft.warnings, target.recipient.id);
        store::outbox::insert(tx, &message(id, self.run, target, draft, self))?;
        record.done.outbox = Some(id);
        record.scheduled = self.sends;
        record.step("write", StepState::Done);
        record.step("check", StepState::Done);
        record.step("email", if self.sends { StepState::Scheduled } else { StepState::Draft });
        self.followup(tx, record, target, about)
    }

    fn followup(&self, tx: &mut Tx<'_>, record: &mut Record, target: &Target, about: Option<&About>) -> Result<(), StoreError> {
        let wanted = self.config.actions.schedule_followups && self.config.max_followups > 0;
        if !wanted || about.is_some_and(|about| about.followup_open) {
            record.step("followup", StepState::Skipped);
            return Ok(());
        }
        let id = tx.new_id();
        let due_on = next_due(self.send_after.unwrap_or(tx.now()), self.config.delays.followup_days, self.gate.policy().zone, self.rules);
        store::followups::insert(tx, &NewFollowup { id, person: target.recipient.id, run: Some(self.run), n: 1, due_on })?;
        record.done.followup = Some(id);
        record.step("followup", StepState::Done);
        Ok(())
    }

    fn linkedin(
        &self,
        tx: &mut Tx<'_>,
        record: &mut Record,
        target: &Target,
        about: Option<&About>,
        note: &Handing,
    ) -> Result<(), StoreError> {
        let Handing::Note(note) = note else {
            record.step("linkedin", StepState::Skipped);
            return Ok(());
        };
        let person = target.recipient.id;
        if about.is_some_and(|about| about.linkedin_waiting) || self.refusal(tx, about, Step::Linkedin)?.is_some() {
            record.step("linkedin", StepState::Skipped);
            return Ok(());
        }
        let id = tx.new_id();
        store::linkedin::insert(tx, id, person, Some(self.run), note)?;
        record.done.linkedin = Some(id);
        record.step("linkedin", StepState::Done);
        Ok(())
    }
}

fn message(id: Uuid, run: Uuid, target: &Target, draft: Draft, turn: &Turn<'_>) -> NewMessage {
    NewMessage {
        id,
        step: Step::First.to_string(),
        person: Some(target.recipient.id),
        run: Some(run),
        message_id: MessageId::new(id, turn.sender).as_str().to_owned(),
        in_reply_to: String::new(),
        to_name: target.recipient.full_name(),
        to_address: target.email.clone(),
        to_norm: target.email_norm.clone(),
        subject: draft.subject,
        text: draft.text,
        html: draft.html.unwrap_or_default(),
        language: draft.language.code().to_owned(),
        written_by: crate::writing::written_by(draft.written_by),
        warnings: draft.warnings,
        scheduled: turn.sends,
        send_after: turn.send_after,
    }
}

/// What is gathered during a turn.
struct Record {
    person: Uuid,
    done: PersonDone,
    notes: Vec<Note>,
    scheduled: bool,
}

impl Record {
    fn new(who: RunPerson) -> Self {
        let done = PersonDone {
            position: who.position,
            state: RunPersonState::Done,
            steps: BTreeMap::new(),
            reason: None,
            outbox: None,
            linkedin: None,
            followup: None,
        };
        Self { person: who.person, done, notes: Vec::new(), scheduled: false }
    }

    fn step(&mut self, step: &'static str, state: StepState) {
        self.done.steps.insert(step, state);
    }

    fn skip(&mut self, steps: &[&'static str]) {
        for step in steps {
            self.step(step, StepState::Skipped);
        }
    }

    fn warn(&mut self, warnings: &[Reason], person: Uuid) {
        self.notes.extend(warnings.iter().map(|what| Note { level: "warning", what: what.clone(), person: Some(person) }));
    }

    /// The person's state and the reason for what was not done. Whoever got neither a message nor a note is out; whom the seller can help by
    /// mending their record or the text needs the seller. A reason stands also beside what was done.
    fn finish(mut self, refused: Option<Reason>, stopped: Option<Reason>, note: Handing) -> Turned {
        let touched = self.done.outbox.is_some() || self.done.linkedin.is_some();
        let unwritable = match note {
            Handing::Unwritable(reason) => Some(reason),
            Handing::Note(_) | Handing::Nothing => None,
        };
        let mendable = stopped.is_some() || (unwritable.is_some() && !touched && refused.is_none());
        self.done.state = match (mendable, touched) {
            (true, _) => RunPersonState::NeedsYou,
            (false, true) => RunPersonState::Done,
            (false, false) => RunPersonState::Out,
        };
        let none = (!touched).then(|| Reason::new("run.nothing_to_do"));
        self.done.reason = refused.or_else(|| stopped.clone()).or_else(|| unwritable.clone()).or(none);
        // What the person's own line in the log does not say, because what was done or another reason stands there, gets its own.
        for reason in [stopped, unwritable].into_iter().flatten() {
            if touched || self.done.reason.as_ref() != Some(&reason) {
                self.warn(&[reason], self.person);
            }
        }
        Turned { done: self.done, notes: self.notes, scheduled: self.scheduled }
    }
}
