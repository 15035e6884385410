//! A run over many people beside the bare commits it makes: the same rows in the same number of writes, with nobody judged and nothing
//! composed. Then a restart while everybody still waits.

#![expect(clippy::panic, reason = "a benchmark that cannot run says why")]

use crate::{median, rounds};
use domain::fault::Reason;
use domain::views::runs::{RunPersonState, StepState};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use store::followups::NewFollowup;
use store::outbox::NewMessage;
use store::runs::{Note, PersonDone, RunRow};
use store::{Desk, StoreError, Tx};
use testkit::TestApp;
use uuid::Uuid;

const PEOPLE: u32 = 10_000;
/// People in one commit of the engine.
const BATCH: u32 = 64;

pub(crate) async fn run() {
    let (mut ours, mut bare, mut restarts) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds() {
        restarts.push(restart(&desk().await).await);
        let (engine, text) = engine(&desk().await).await;
        let commits = commits(&desk().await, &text).await;
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

/// The run from its first person to its receipt; and what it wrote to somebody.
async fn engine(test: &TestApp) -> (Duration, Value) {
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    let run = the_run(&desk).await;
    let began = Instant::now();
    app::runs::work(&test.app, run.id).await.unwrap_or_else(|e| panic!("{e}"));
    let took = began.elapsed();
    assert_eq!(counted(&desk, run.id).await, 0);
    let request = json!({ "states": [], "runId": run.id, "followups": false, "offset": 0, "limit": 1 });
    let first = test.call("outbox_list", request).await;
    let text = test.call("outbox_get", json!({ "id": first[0]["id"] })).await;
    let note = test.call("linkedin_queue", json!({})).await;
    (took, json!({ "subject": text["row"]["subject"], "text": text["text"], "note": note["tasks"][0]["note"] }))
}

/// The same rows in the same number of commits.
async fn commits(test: &TestApp, text: &Value) -> Duration {
    let desk = test.app.desk().unwrap_or_else(|e| panic!("{e}"));
    let run = the_run(&desk).await;
    let word = |name: &str| text[name].as_str().unwrap_or_else(|| panic!("no {name} in {text}")).to_owned();
    let (subject, body, note) = (word("subject"), word("text"), word("note"));
    let id = run.id;
    let people = desk.read(move |read| store::runs::next(read, id, None, PEOPLE)).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
    let began = Instant::now();
    for batch in people.chunks(BATCH as usize) {
        let (batch, subject, body, note) = (batch.to_vec(), subject.clone(), body.clone(), note.clone());
        let work = move |tx: &mut Tx<'_>| {
            let mut notes = Vec::new();
            for who in batch {
                let (outbox, linkedin, followup) = (tx.new_id(), tx.new_id(), tx.new_id());
                store::outbox::insert(tx, &message(outbox, id, who.person, &subject, &body))?;
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
    began.elapsed()
}

fn message(id: Uuid, run: Uuid, person: Uuid, subject: &str, text: &str) -> NewMessage {
    NewMessage {
        id,
        step: "first".to_owned(),
        person: Some(person),
        run: Some(run),
        message_id: format!("{id}@firm.example"),
        in_reply_to: String::new(),
        to_name: "Camille Faure 12345".to_owned(),
        to_address: format!("{id}@firm.example"),
        to_norm: format!("{id}@firm.example"),
        subject: subject.to_owned(),
        text: text.to_owned(),
        html: String::new(),
        language: "fr".to_owned(),
        written_by: "template",
        warnings: Vec::new(),
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
        steps: steps.map(|(name, state)| (name.to_owned(), state)).collect(),
        reason: None,
        outbox: Some(outbox),
        linkedin: Some(linkedin),
        followup: Some(followup),
    }
}
