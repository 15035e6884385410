//! A run over many people beside the bare commits it makes: the same rows in the same number of writes, with nobody judged and nothing
//! composed. Then a restart while everybody still waits.

#![expect(clippy::panic, reason = "a benchmark that cannot run says why")]

use crate::{median, rounds};
use app::runs::{Composed, Handing, Writer};
use domain::fault::Reason;
use domain::runs::config::RunConfig;
use domain::views::runs::{Receipt, RunPersonState, StepState};
use domain::writing::Draft;
use serde_json::json;
use std::time::{Duration, Instant};
use store::followups::NewFollowup;
use store::outbox::NewMessage;
use store::runs::{Note, PersonDone, RunPerson, RunRow, Target};
use store::{Desk, Read, StoreError, Tx};
use testkit::TestApp;
use uuid::Uuid;

const PEOPLE: u32 = 10_000;
/// People in one commit of the engine.
const BATCH: u32 = 64;

pub(crate) async fn run() {
    let (mut ours, mut bare, mut restarts) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds() {
        restarts.push(restart(&desk().await).await);
        let (engine, receipt) = engine(&desk().await).await;
        let commits = commits(&desk().await, receipt).await;
        eprintln!("  round {round}: engine {engine:.2?}, bare commits {commits:.2?}");
        ours.push(engine);
        bare.push(commits);
    }
    let (ours, bare) = (median(ours), median(bare));
    println!("run of {PEOPLE}: {ours:.2?}, bare commits {bare:.2?}, ratio {:.2}", ours.as_secs_f64() / bare.as_secs_f64());
    println!("restart with {PEOPLE} waiting: the first of them done after {:.2?}", median(restarts));
}

/// Everybody has an address and a profile and waits in a run that has begun.
async fn desk() -> TestApp {
    let test = TestApp::open().await;
    let mut csv = String::from("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
    for n in 0..PEOPLE {
        let firm = n % 2_000;
        csv.push_str(&format!(
            "Camille,Faure {n},https://www.linkedin.com/in/faure-{n},p{n}@firm{firm}.example,Firm {firm},Head of Sales,\n"
        ));
    }
    let file = test.file("Connections.csv", csv);
    test.import(&file).await;
    let config = json!({
        "actions": { "generateEmails": true, "sendEmails": false, "sendLinkedInConnections": true, "scheduleFollowups": true },
        "delays": { "betweenProspects": 0, "followupDays": 7 }, "maxFollowups": 3
    });
    let request = json!({
        "selection": { "kind": "all" }, "config": config.to_string(), "title": "", "sendWithoutApproval": false, "recall": false
    });
    test.call("run_start", request).await;
    test
}

/// The desk is closed and opened as at a start of the program; how long until somebody of the run is done.
async fn restart(test: &TestApp) -> Duration {
    app::workspace::close(&test.app).await;
    let began = Instant::now();
    test.call("workspace_unlock", json!({ "passphrase": null, "recoveryKey": null })).await;
    let (app, working) = (test.app.clone(), test.app.clone());
    let work = tokio::spawn(async move { api::work::forever(&working).await });
    let desk = app.desk().unwrap_or_else(|e| panic!("{e}"));
    let run = the_run(&desk).await;
    while counted(&desk, run.id).await == PEOPLE {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let took = began.elapsed();
    app::workspace::close(&app).await;
    work.await.unwrap_or_else(|e| panic!("{e}"));
    took
}

async fn the_run(desk: &Desk) -> RunRow {
    let runs = desk.read(store::runs::open_runs).await.unwrap_or_else(|e| panic!("{e}"));
    runs.into_iter().next().unwrap_or_else(|| panic!("no run"))
}

async fn counted(desk: &Desk, run: Uuid) -> u32 {
    desk.read(move |read| Ok::<_, StoreError>(store::runs::counts(read, run)?.waiting)).await.unwrap_or_else(|e| panic!("{e}"))
}

/// The run from its first person to its receipt.
async fn engine(test: &TestApp) -> (Duration, Receipt) {
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    let run = the_run(&desk).await;
    let began = Instant::now();
    app::runs::work(&test.app, run.id).await.unwrap_or_else(|e| panic!("{e}"));
    let took = began.elapsed();
    assert_eq!(counted(&desk, run.id).await, 0);
    (took, app::runs::receipt(&test.app, run.id).await.unwrap_or_else(|e| panic!("{e}")))
}

/// A person of the run with what the engine would write for them.
type Written = (RunPerson, Target, Draft, String);

/// The same rows in the same number of commits, written for everybody beforehand.
async fn commits(test: &TestApp, receipt: Receipt) -> Duration {
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    let run = the_run(&desk).await;
    let (id, people) = (run.id, written(test, &run).await);
    let began = Instant::now();
    let mut people = people.into_iter();
    loop {
        let batch: Vec<Written> = people.by_ref().take(BATCH as usize).collect();
        if batch.is_empty() {
            break;
        }
        let work = move |tx: &mut Tx<'_>| {
            let mut notes = Vec::new();
            for (who, target, draft, note) in batch {
                let (outbox, linkedin, followup) = (tx.new_id(), tx.new_id(), tx.new_id());
                store::outbox::insert(tx, &message(outbox, id, target, draft))?;
                store::linkedin::insert(tx, linkedin, who.person, Some(id), &note)?;
                let due_on = tx.now().date_naive();
                store::followups::insert(tx, &NewFollowup { id: followup, person: who.person, run: Some(id), n: 1, due_on })?;
                store::runs::finish_person(tx, id, &done(who.position, outbox, linkedin, followup))?;
                notes.push(Note { level: "info", what: Reason::new("run.message_and_note"), person: Some(who.person) });
            }
            store::runs::append(tx, id, &notes)
        };
        desk.write_in(run.operation, work).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
    }
    let end = move |tx: &mut Tx<'_>| store::runs::store_receipt(tx, id, &receipt);
    desk.write_in(run.operation, end).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
    began.elapsed()
}

async fn written(test: &TestApp, run: &RunRow) -> Vec<Written> {
    let (id, config) = (run.id, RunConfig::parse(&run.config).unwrap_or_else(|e| panic!("{e:?}")));
    let writer = Writer::load(&test.app, config).await.unwrap_or_else(|e| panic!("{e}"));
    let read = move |read: &Read<'_>| {
        let people = store::runs::next(read, id, None, PEOPLE)?;
        let targets = store::runs::targets(read, &people.iter().map(|who| who.person).collect::<Vec<_>>())?;
        Ok::<_, StoreError>((people, targets))
    };
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    let (people, targets) = desk.read(read).await.unwrap_or_else(|e| panic!("{e}"));
    let write = |(who, target): (RunPerson, Target)| {
        let Composed { email: Ok(Some(draft)), note: Handing::Note(note), .. } = writer.by_template(&target) else {
            panic!("nothing to write to {who:?}")
        };
        (who, target, draft, note)
    };
    people.into_iter().zip(targets).map(write).collect()
}

fn message(id: Uuid, run: Uuid, target: Target, draft: Draft) -> NewMessage {
    NewMessage {
        id,
        step: "first".to_owned(),
        person: Some(target.recipient.id),
        run: Some(run),
        message_id: format!("{id}@firm.example"),
        in_reply_to: String::new(),
        to_name: target.recipient.full_name(),
        to_address: target.email,
        to_norm: target.email_norm,
        subject: draft.subject,
        text: draft.text,
        html: draft.html.unwrap_or_default(),
        language: draft.language.code().to_owned(),
        written_by: "template",
        warnings: draft.warnings,
        scheduled: false,
        send_after: None,
    }
}

fn done(position: u32, outbox: Uuid, linkedin: Uuid, followup: Uuid) -> PersonDone {
    let steps = [("analyse", StepState::Done), ("write", StepState::Done), ("check", StepState::Done), ("email", StepState::Draft)];
    let steps = steps.into_iter().chain([("linkedin", StepState::Done), ("followup", StepState::Done)]);
    PersonDone {
        position,
        state: RunPersonState::Done,
        steps: steps.collect(),
        reason: None,
        outbox: Some(outbox),
        linkedin: Some(linkedin),
        followup: Some(followup),
    }
}
