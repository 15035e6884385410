//! What a run would do, before anything is done: by the same gate and the same writer as the run itself.

use super::RunFault;
use super::compose::{Composed, Handing, Writer};
use super::start::missing_for_sending;
use crate::App;
use crate::outreach::Gate;
use crate::people::{desk_for_acting, ids_of};
use crate::settings::{model_failure, sender};
use crate::writing::Tries;
use chrono::Duration;
use domain::fault::Reason;
use domain::outreach::{Purpose, Step, Touch, forecast};
use domain::runs::config::RunConfig;
use domain::settings::Settings;
use domain::views::runs::{PersonName, Preflight, PreflightDay, PreflightMessage, PreflightOut, PreflightRequest};
use domain::writing::{Draft, Part};
use std::collections::{BTreeMap, HashSet};
use store::outreach::About;
use store::runs::Target;
use store::{Read, StoreError};
use uuid::Uuid;

/// Messages shown in full.
const SHOWN: usize = 5;
/// Names shown for each reason.
const NAMED: usize = 3;

/// Who is in, who is out and why, what is sent from where, when it is done, and the first five messages.
///
/// # Errors
/// [`RunFault`] when the configuration is wrong, the desk is locked or cannot be read.
pub async fn preflight(app: &App, request: PreflightRequest) -> Result<Preflight, RunFault> {
    let writer = Writer::load(app, RunConfig::parse(&request.config)?).await?;
    let now = app.ports().clock.now();
    let sends = writer.config.actions.send_emails;
    let (writer, sorted, facts) = desk_for_acting(app.desk()?, &request.selection)
        .await?
        .read(move |read| {
            let settings = store::settings::load(read)?;
            let gate = Gate::load(read, now)?;
            let mut sorted = Sorted::default();
            for ids in ids_of(read, &request.selection)?.chunks(500) {
                sorted.sort(read, ids, &writer, &gate)?;
            }
            let facts = store::outreach::account_facts(gate.used(), gate.policy());
            Ok::<_, RunFault>((writer, sorted, (settings, gate, facts)))
        })
        .await?;
    let (settings, gate, facts) = facts;
    let mut messages = Vec::new();
    let mut outage = None;
    for target in &sorted.first {
        match writer.compose(app.ports(), target, Tries::One).await {
            Ok(composed) => messages.extend(shown(&writer, target, composed, &settings)),
            Err(error) => {
                outage = Some(model_failure(&error));
                break;
            }
        }
    }
    let config = &writer.config;
    // The run keeps its own distance between two people, where that is the longer one.
    let mut policy = gate.policy().clone();
    policy.pacing.gap = policy.pacing.gap.max(Duration::milliseconds(i64::try_from(config.delays.between_prospects_ms).unwrap_or(0)));
    let plan = forecast(sorted.written_to, &facts, &policy, now);
    let pacing = policy.pacing;
    Ok(Preflight {
        chosen: sorted.chosen,
        written_to: sorted.written_to,
        sends,
        transport: settings.text("mail.transport").to_owned(),
        from: sender(&settings).1,
        window: pacing.window.map_or_else(|| "always".to_owned(), |w| w.to_string()),
        daily_cap: pacing.cap_today(facts.sending_days).unwrap_or(0),
        used_today: facts.used_today,
        gap_seconds: u32::try_from(pacing.gap.num_seconds()).unwrap_or(0),
        linkedin_notes: sorted.invitations + sorted.messages,
        linkedin_messages: sorted.messages,
        followup_days: if config.actions.schedule_followups { config.delays.followup_days } else { 0 },
        max_followups: if config.actions.schedule_followups { config.max_followups } else { 0 },
        days: if sends { plan.days.into_iter().map(|(date, count)| PreflightDay { date, count }).collect() } else { Vec::new() },
        finishes_at: if sends { plan.finishes_at } else { None },
        writer: if writer.by_model() { "model" } else { "template" }.to_owned(),
        model: writer.model.as_ref().map(|m| m.model.clone()),
        messages,
        warnings: warnings(&settings, &sorted, config, outage),
        blockers: blockers(&settings, &sorted, sends),
        out: sorted.out(),
    })
}

/// The people chosen, sorted into those written to and those who are not.
#[derive(Default)]
struct Sorted {
    chosen: u32,
    written_to: u32,
    invitations: u32,
    /// Messages to people who are connected already.
    messages: u32,
    /// Whose note cannot be written.
    no_notes: u32,
    samples: u32,
    first: Vec<Target>,
    addresses: HashSet<String>,
    reasons: BTreeMap<String, (Reason, u32, Vec<PersonName>)>,
}

impl Sorted {
    fn sort(&mut self, read: &Read<'_>, ids: &[Uuid], writer: &Writer, gate: &Gate) -> Result<(), StoreError> {
        let mut known = store::outreach::about_all(read, ids)?;
        for target in store::runs::targets(read, ids)? {
            let Some(about) = known.remove(&target.recipient.id) else { continue };
            self.chosen += 1;
            self.count_note(read, writer, gate, &target, &about)?;
            match self.reason(read, writer, gate, &target, &about)? {
                Some(reason) => self.put_out(reason, &target),
                None => {
                    self.written_to += 1;
                    self.samples += u32::from(target.sample);
                    self.addresses.insert(target.email_norm.clone());
                    if self.first.len() < SHOWN {
                        self.first.push(target);
                    }
                }
            }
        }
        Ok(())
    }

    /// The note, or why there is none, of a person who may be touched on LinkedIn and is not in the queue already.
    fn count_note(&mut self, read: &Read<'_>, writer: &Writer, gate: &Gate, target: &Target, about: &About) -> Result<(), StoreError> {
        if about.linkedin_waiting {
            return Ok(());
        }
        let counter = match writer.handing(target) {
            Handing::Note(_) if target.recipient.connected_on.is_some() => &mut self.messages,
            Handing::Note(_) => &mut self.invitations,
            Handing::Unwritable(_) => &mut self.no_notes,
            Handing::Nothing => return Ok(()),
        };
        let touch = Touch { step: Step::Linkedin, purpose: Purpose::Draft };
        *counter += u32::from(gate.forbids(read, Some(about), touch, None)?.is_none());
        Ok(())
    }

    /// Why no message is written to this person.
    fn reason(&self, read: &Read<'_>, writer: &Writer, gate: &Gate, target: &Target, about: &About) -> Result<Option<Reason>, StoreError> {
        let purpose = if writer.config.actions.send_emails { Purpose::Send } else { Purpose::Draft };
        let touch = Touch { step: Step::First, purpose };
        if let Some(rule) = gate.forbids(read, Some(about), touch, None)? {
            return Ok(Some(Reason::new(rule.code)));
        }
        if !writer.config.actions.generate_emails {
            return Ok(Some(Reason::new("run.writes_no_email")));
        }
        if self.addresses.contains(&target.email_norm) {
            return Ok(Some(Reason::new("gate.duplicate_address")));
        }
        Ok(writer.unfillable(target))
    }

    fn put_out(&mut self, reason: Reason, target: &Target) {
        let key = serde_json::to_string(&reason).unwrap_or_default();
        let entry = self.reasons.entry(key).or_insert_with(|| (reason, 0, Vec::new()));
        entry.1 += 1;
        if entry.2.len() < NAMED {
            entry.2.push(name(target));
        }
    }

    fn out(self) -> Vec<PreflightOut> {
        let mut out: Vec<PreflightOut> =
            self.reasons.into_values().map(|(reason, count, people)| PreflightOut { reason: reason.into(), count, people }).collect();
        out.sort_by_key(|o| std::cmp::Reverse(o.count));
        out
    }
}

fn name(target: &Target) -> PersonName {
    let full = target.recipient.full_name();
    PersonName { id: target.recipient.id, name: if full.is_empty() { target.email.clone() } else { full } }
}

fn shown(writer: &Writer, target: &Target, composed: Composed, settings: &Settings) -> Option<PreflightMessage> {
    let draft = composed.email.ok()??;
    let (sender_name, address) = sender(settings);
    let mailbox = |name: &str, address: &str| if name.is_empty() { address.to_owned() } else { format!("{name} <{address}>") };
    Some(PreflightMessage {
        person: name(target),
        from: mailbox(&sender_name, &address),
        to: mailbox(&target.recipient.full_name(), &target.email),
        merged: merged(&draft),
        language: draft.language.code().to_owned(),
        language_from: writer.language(&target.recipient).1,
        written_by: crate::writing::written_by(draft.written_by).to_owned(),
        warnings: draft.warnings.iter().chain(&composed.warnings).cloned().map(Into::into).collect(),
        linkedin_note: if let Handing::Note(note) = composed.note { Some(note) } else { None },
        connected: target.recipient.connected_on.is_some(),
        subject: draft.subject,
        text: draft.text,
    })
}

/// Values from the seller's records as they stand in the text, each once.
fn merged(draft: &Draft) -> Vec<String> {
    let mut values = Vec::new();
    for mark in &draft.marks {
        let text = if mark.part == Part::Subject { &draft.subject } else { &draft.text };
        let units: Vec<u16> = text.encode_utf16().collect();
        let range = usize::try_from(mark.start).unwrap_or(0)..usize::try_from(mark.end).unwrap_or(0);
        let value = units.get(range).map(String::from_utf16_lossy).unwrap_or_default();
        if !value.is_empty() && !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

fn warnings(settings: &Settings, sorted: &Sorted, config: &RunConfig, outage: Option<Reason>) -> Vec<domain::views::outreach::ReasonView> {
    let mut warnings = Vec::new();
    if settings.text("identity.name").is_empty() && sender(settings).0.is_empty() {
        warnings.push(Reason::new("preflight.no_identity"));
    }
    if settings.text("mail.transport") != "smtp" {
        warnings.push(Reason::new("preflight.practice"));
    }
    if config.actions.generate_emails && config.email_context.is_none() {
        warnings.push(Reason::new("preflight.no_offer"));
    }
    if sorted.samples > 0 && !config.actions.send_emails {
        warnings.push(Reason::new("preflight.sample").with("count", sorted.samples));
    }
    if let Some(why) = outage {
        warnings.extend([why, Reason::new("preflight.model_outage")]);
    }
    if sorted.messages > 0 {
        warnings.push(Reason::new("preflight.connected").with("count", sorted.messages));
    }
    if sorted.no_notes > 0 {
        warnings.push(Reason::new("preflight.no_notes").with("count", sorted.no_notes));
    }
    warnings.into_iter().map(Into::into).collect()
}

fn blockers(settings: &Settings, sorted: &Sorted, sends: bool) -> Vec<domain::views::outreach::ReasonView> {
    let mut blockers = Vec::new();
    if sorted.chosen == 0 {
        blockers.push(Reason::new("preflight.nobody"));
    } else if sorted.written_to == 0 && sorted.invitations + sorted.messages == 0 {
        blockers.push(Reason::new("preflight.nobody_left"));
    }
    if sends {
        blockers.extend(missing_for_sending(settings));
    }
    blockers.into_iter().map(Into::into).collect()
}
