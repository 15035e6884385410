use super::{RunFault, Writer};
use crate::App;
use crate::people::{desk_for_acting, ids_of};
use crate::settings::sender;
use domain::fault::Reason;
use domain::mail::Address;
use domain::runs::config::RunConfig;
use domain::views::runs::{RunStart, RunState, RunView};
use store::runs::{NewRun, Note};
use store::{Actor, Intent};
use uuid::Uuid;

/// People added to a run in one write.
const CHUNK: usize = 5_000;

/// The configuration a new run starts from: the seller's last one, or the defaults.
///
/// # Errors
/// [`RunFault`] when the desk is locked or cannot be read.
pub async fn default_config(app: &App) -> Result<String, RunFault> {
    let last = app.desk()?.read(|read| store::meta::get(read, store::meta::LAST_RUN_CONFIG)).await?;
    Ok(last.filter(|last| RunConfig::parse(last).is_ok()).unwrap_or_else(|| RunConfig::default().to_json()))
}

/// Keeps a configuration for the next runs and returns it in its one form. Nothing is started.
///
/// # Errors
/// [`RunFault::Config`] names everything that is wrong with the document; the one kept before stays.
pub async fn keep_config(app: &App, config: String) -> Result<String, RunFault> {
    let config = RunConfig::parse(&config)?.to_json();
    let kept = config.clone();
    app.desk()?
        .write(Actor::Seller, Intent::new("runs.config"), move |tx| {
            remember(tx, &kept)?;
            tx.touch(store::Tag::Runs);
            Ok::<_, store::StoreError>(())
        })
        .await?;
    Ok(config)
}

/// Starts a run: the one confirmation. The people are fixed now; each is judged again when their turn comes.
///
/// # Errors
/// [`RunFault::Config`] names everything that is wrong with the document; [`RunFault::Nobody`]; [`RunFault::NotReady`] when messages are to
/// leave and the mail account is not complete. Nothing is started.
pub async fn start(app: &App, request: RunStart) -> Result<RunView, RunFault> {
    let config = RunConfig::parse(&request.config)?;
    let sends = config.actions.send_emails && request.send_without_approval;
    let writer = Writer::load(app, config).await?;
    let selection = request.selection.clone();
    let desk = desk_for_acting(app.desk()?, &selection).await?;
    let (people, settings) = desk.read(move |read| Ok::<_, RunFault>((ids_of(read, &selection)?, store::settings::load(read)?))).await?;
    if people.is_empty() {
        return Err(RunFault::Nobody);
    }
    if sends && let Some(missing) = missing_for_sending(&settings) {
        return Err(RunFault::NotReady(missing.code));
    }
    let id = app.ports().ids.new_id();
    let run = NewRun {
        id,
        title: request.title.chars().take(200).collect::<String>().trim().to_owned(),
        config: writer.config.to_json(),
        selection: serde_json::to_string(&request.selection).unwrap_or_default(),
        sends,
        recall_seconds: if request.recall { settings.number("outreach.recall_seconds") } else { 0 },
    };
    // One undo step for the whole run: its notes, follow-ups and status changes.
    let intent = Intent::new("runs.run").with("people", people.len());
    let operation = desk.begin_operation(Actor::Run(id), intent).await?;
    desk.write(Actor::Run(id), Intent::new("runs.start"), move |tx| store::runs::create(tx, &run, operation)).await?;
    let mut first = 1_u32;
    for chunk in people.chunks(CHUNK) {
        let (chunk, from) = (chunk.to_vec(), first);
        first = first.saturating_add(u32::try_from(chunk.len()).unwrap_or(u32::MAX));
        desk.write(Actor::Run(id), Intent::new("runs.start"), move |tx| store::runs::add_people(tx, id, from, &chunk)).await?;
    }
    begin(app, id, people.len(), writer.config.to_json()).await?;
    app.wake();
    super::get(app, id).await
}

/// Sets the run to work, in one write with its first line and the notification that it began.
async fn begin(app: &App, id: Uuid, people: usize, config: String) -> Result<(), RunFault> {
    let begun = app
        .desk()?
        .write(Actor::Run(id), Intent::new("runs.start"), move |tx| {
            store::runs::set_state(tx, id, RunState::Running, None)?;
            let started = Note { level: "info", what: Reason::new("run.started").with("people", people), person: None };
            store::runs::append(tx, id, &[started])?;
            remember(tx, &config)?;
            Ok::<_, RunFault>(crate::notifications::run_started(tx, id, people)?)
        })
        .await?;
    begun.value.show(app);
    Ok(())
}

/// The configuration becomes the next run's beginning; it is no undo step of its own.
fn remember(tx: &mut store::Tx<'_>, config: &str) -> Result<(), store::StoreError> {
    store::meta::set(tx, store::meta::LAST_RUN_CONFIG, config)
}

/// What keeps messages from leaving by the account that is set.
pub(super) fn missing_for_sending(settings: &domain::settings::Settings) -> Option<Reason> {
    if settings.text("mail.transport") != "smtp" {
        return None;
    }
    if settings.text("mail.smtp.host").is_empty() {
        return Some(Reason::new("mail.no_host"));
    }
    if Address::parse(&sender(settings).1).is_err() {
        return Some(Reason::new("mail.no_sender"));
    }
    None
}
