use super::FollowupFault;
use super::list::today;
use crate::App;
use crate::outreach::Gate;
use crate::settings::{identity, sender};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::followups::stopped_by;
use domain::mail::{Address, MessageId};
use domain::outreach::{Judgement, Purpose, Step, Touch, Verdict};
use domain::runs::config::RunConfig;
use domain::settings::Settings;
use domain::writing::first::Occasion;
use domain::writing::followup::{Turn, write};
use domain::writing::{Draft, Language};
use store::followups::Due;
use store::outbox::{LastSent, NewMessage};
use store::runs::Target;
use store::{Actor, Intent, StoreError, Tx};

/// Follow-ups drafted in one write.
const BATCH: u32 = 50;

/// Writes the drafts of follow-ups whose day has come. Each says that replies were not read; none leaves without the seller. Returns how many
/// were looked at.
///
/// # Errors
/// [`FollowupFault`] when the desk is locked or cannot be written.
pub async fn draft_due(app: &App) -> Result<u32, FollowupFault> {
    let (desk, now) = (app.desk()?, app.ports().clock.now());
    let mut seen = 0;
    loop {
        let due = desk.read(move |read| store::followups::due(read, today(read, now)?, BATCH)).await?;
        if due.is_empty() {
            return Ok(seen);
        }
        seen += u32::try_from(due.len()).unwrap_or(0);
        desk.write(Actor::Desk, Intent::new(store::followups::DRAFTING), move |tx| {
            let settings = store::settings::load(tx)?;
            let gate = Gate::with(tx, crate::outreach::policy(&settings), now)?;
            for one in due {
                draft(tx, &settings, &gate, one, now)?;
            }
            Ok::<_, StoreError>(())
        })
        .await?;
    }
}

fn draft(tx: &mut Tx<'_>, settings: &Settings, gate: &Gate, due: Due, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Some(target) = store::runs::targets(tx, &[due.person])?.into_iter().next() else {
        return store::followups::stop(tx, due.id, "gate.deleted").map(|_| ());
    };
    if let Some(stop) = forbidden(tx, gate, due)? {
        return store::followups::stop(tx, due.id, &stop).map(|_| ());
    }
    let last = store::outbox::last_sent(tx, due.person)?;
    match text(tx, settings, due, &target, last.as_ref())? {
        Ok(draft) => {
            let id = tx.new_id();
            let Ok(from) = Address::parse(&sender(settings).1) else { return Ok(()) };
            let message_id = MessageId::new(id, &from).as_str().to_owned();
            store::outbox::insert(tx, &message(id, message_id, due, &target, &draft, last))?;
            store::followups::drafted(tx, due.id, id)
        }
        Err(reason) => {
            tracing::info!(code = reason.code, followup = %due.id, at = %now, "a follow-up cannot be written");
            store::followups::stop(tx, due.id, &reason.code).map(|_| ())
        }
    }
}

/// The rule that stops this follow-up for good.
fn forbidden(tx: &Tx<'_>, gate: &Gate, due: Due) -> Result<Option<String>, StoreError> {
    let touch = Touch { step: Step::Followup(due.n), purpose: Purpose::Draft };
    Ok(match gate.ask(tx, due.person, touch, None)? {
        Some(Judgement { verdict: Verdict::Never { rule }, .. }) => Some(rule.code),
        Some(_) => store::runs::status(tx, due.person)?.and_then(|status| stopped_by(status.meaning)).map(|stop| stop.code().to_owned()),
        None => Some("gate.deleted".to_owned()),
    })
}

fn text(tx: &Tx<'_>, settings: &Settings, due: Due, target: &Target, last: Option<&LastSent>) -> Result<Result<Draft, Reason>, StoreError> {
    let config = match due.run {
        Some(run) => store::runs::find(tx, run)?.and_then(|run| RunConfig::parse(&run.config).ok()).unwrap_or_default(),
        None => RunConfig::default(),
    };
    let (who, desk) = (identity(settings), Language::of_code(settings.text("identity.locale")).unwrap_or(Language::Fr));
    let language =
        last.and_then(|m| Language::of_code(&m.language)).unwrap_or_else(|| target.recipient.language_or(config.language(), desk).0);
    let occasion = Occasion::new(&target.recipient, &who, language, config.email_context.as_ref());
    let turn = Turn { n: due.n, max: config.max_followups, thread_subject: last.map(|m| m.subject.as_str()) };
    Ok(write(&occasion, turn, config.followup_template.as_ref()).map_err(|e| Reason::of(&e)))
}

fn message(id: uuid::Uuid, message_id: String, due: Due, target: &Target, draft: &Draft, last: Option<LastSent>) -> NewMessage {
    let mut warnings = draft.warnings.clone();
    warnings.insert(0, Reason::new("followup.replies_not_read"));
    NewMessage {
        id,
        step: Step::Followup(due.n).to_string(),
        person: Some(due.person),
        run: due.run,
        message_id,
        in_reply_to: last.map(|m| m.message_id).unwrap_or_default(),
        to_name: target.recipient.full_name(),
        to_address: target.email.clone(),
        to_norm: target.email_norm.clone(),
        subject: draft.subject.clone(),
        text: draft.text.clone(),
        html: draft.html.clone().unwrap_or_default(),
        language: draft.language.code().to_owned(),
        written_by: crate::writing::written_by(draft.written_by),
        warnings,
        scheduled: false,
        send_after: None,
    }
}
