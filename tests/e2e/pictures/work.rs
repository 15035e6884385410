//! A desk at work: a run that sent, a run that waits, and every list that follows from them.

use super::album::{Look, SIZES, call, every_look, go, rest, take};
use super::desk::{Desk, connections, unlock};
use crate::by::By;
use crate::window::Window;

use serde_json::{Value, json};
use testkit::smtp::{Act, At, Setup, SmtpServer};
use tokio::runtime::Runtime;

const CONFIG: &str = r#"{"actions":{"generateEmails":true,"sendEmails":false,"sendLinkedInConnections":true,"scheduleFollowups":true},"delays":{"betweenProspects":0,"followupDays":7},"maxFollowups":3}"#;

#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_a_desk_at_work() {
    // The second address does not exist, and the third answer never arrives.
    let setup = Setup::default().script(|event| match (event.at, event.nth) {
        (At::Rcpt, 1) => Act::reply("550 5.1.1 No such mailbox"),
        (At::Accepted, 2) => Act::Drop,
        _ => Act::Go,
    });
    let behind = Runtime::new().unwrap();
    let server = behind.block_on(SmtpServer::start(setup));
    let desk = busy(&server.port().to_string());
    desk.show(&SIZES, |window, look, suffix| {
        screens(window, look, suffix);
        if suffix.is_empty() {
            settings(window, look);
            paused(window, look);
        }
        sheets(window, look, suffix);
    });
}

/// Forty people; seven written to, twelve drafts, two of them approved and one kept back.
fn busy(port: &str) -> Desk {
    let desk = Desk::new("busy");
    desk.import(&connections(40));
    desk.set(&[
        ("identity.name", "Claire Vasseur"),
        ("identity.company", "Atelier Nord"),
        ("identity.postal_address", "12 rue des Forges, 59000 Lille"),
        ("identity.signature", "Claire Vasseur\nAtelier Nord"),
        ("mail.transport", "smtp"),
        ("mail.smtp.host", "127.0.0.1"),
        ("mail.smtp.port", port),
        ("mail.smtp.security", "none"),
        ("mail.from", "claire@atelier-nord.example"),
        ("outreach.window", "always"),
        ("outreach.weekdays_only", "false"),
        ("outreach.min_gap_seconds", "0"),
        ("outreach.daily_cap", "45"),
    ]);
    let people = desk.rain(&["people", "list", "--limit", "100"]);
    let ids: Vec<&str> = people.as_array().unwrap().iter().filter_map(|person| person["id"].as_str()).collect();
    run(&desk, &ids[..8], &CONFIG.replace(r#""sendEmails":false"#, r#""sendEmails":true"#));
    desk.rain(&["work", "--until-idle"]);
    run(&desk, &ids[8..24], CONFIG);
    desk.set(&[("outreach.window", "08:00-19:00"), ("outreach.min_gap_seconds", "600"), ("outreach.weekdays_only", "true")]);
    let outbox = desk.rain(&["outbox", "list"]);
    let drafts: Vec<&Value> = outbox.as_array().unwrap().iter().filter(|row| row["state"] == "draft").collect();
    for draft in &drafts[..2] {
        desk.rain(&["outbox", "approve", draft["id"].as_str().unwrap()]);
    }
    desk.rain(&["outbox", "hold", drafts[2]["id"].as_str().unwrap()]);
    desk.rain(&["call", "outbox_discard", &json!({ "ids": [drafts[3]["id"], drafts[4]["id"]] }).to_string()]);
    desk
}

fn run(desk: &Desk, ids: &[&str], config: &str) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), config).unwrap();
    desk.rain(&["run", "start", "--people", &ids.join(","), "--config", file.path().to_str().unwrap(), "--yes", "--wait"]);
}

fn screens(window: &Window<'_>, look: Look, suffix: &str) {
    let runs = call(window, "run_list", &json!({ "limit": 10, "offset": 0 }));
    let receipt = format!("/runs/{}", runs.as_array().unwrap().last().unwrap()["id"].as_str().unwrap());
    let mut all = vec![("today", "/today"), ("outbox", "/outbox"), ("linkedin", "/linkedin"), ("run-receipt", receipt.as_str())];
    if suffix != "-zoom-200" {
        all.extend([("health", "/health"), ("history", "/history")]);
    }
    if suffix.is_empty() {
        all.extend([
            ("people-list", "/people"),
            ("runs", "/runs"),
            ("run-configuration", "/runs?view=config"),
            ("outbox-unknown", "/outbox?tab=unknown"),
            ("outbox-failed", "/outbox?tab=failed"),
            ("outbox-drafts", "/outbox?tab=draft"),
            ("outbox-scheduled", "/outbox?tab=scheduled"),
            ("outbox-sent", "/outbox?tab=sent"),
            ("outbox-given-up", "/outbox?tab=cancelled"),
            ("followups-due", "/followups"),
            ("followups", "/followups?view=later"),
        ]);
    }
    for (screen, address) in all {
        go(window, address);
        take(window, &format!("{screen}{suffix}"), look);
    }
    go(window, "/people");
    window.press("j");
    window.press("Enter");
    take(window, &format!("people{suffix}"), look);
    window.press("Escape");
    go(window, "/companies");
    window.see(By::Css("[role=gridcell]"));
    window.press("j");
    window.press("Enter");
    take(window, &format!("companies{suffix}"), look);
    window.press("Escape");
}

fn settings(window: &Window<'_>, look: Look) {
    for page in ["identity", "look", "mail", "limits", "ai", "sheets", "security"] {
        go(window, &format!("/settings?page={page}"));
        take(window, &format!("settings-{page}"), look);
    }
}

/// The line under the head that says why nothing leaves.
fn paused(window: &Window<'_>, look: Look) {
    call(window, "outbox_pause", &json!({}));
    go(window, "/outbox");
    take(window, "outbox-paused", look);
    call(window, "outbox_resume", &json!({}));
}

fn sheets(window: &Window<'_>, look: Look, suffix: &str) {
    go(window, "/runs");
    window.press("r");
    window.see(By::Css("[role=tablist] [role=tab][aria-selected=true]"));
    rest();
    take(window, &format!("run-preflight{suffix}"), look);
    window.press("Escape");
    window.see_no(By::Css("[aria-modal=true]"));
    if suffix.is_empty() {
        rest();
        window.press("Control+k");
        window.see(By::Css("[aria-modal=true] input"));
        take(window, "palette", look);
        window.press("Escape");
        window.see_no(By::Css("[aria-modal=true]"));
        rest();
        window.press("?");
        window.see(By::Css("[aria-modal=true] dl"));
        take(window, "shortcuts", look);
        window.press("Escape");
        rest();
    }
}

/// A run that was stopped half way: while it works, no two looks would show the same.
#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_a_run_on_its_way() {
    let desk = Desk::new("on-its-way");
    desk.import(&connections(6000));
    let desktop = desk.desktop();
    let window = desktop.open(&[]);
    unlock(&window);
    let start = json!({ "selection": { "kind": "all" }, "config": CONFIG, "title": "Lyon", "sendWithoutApproval": false, "recall": true });
    let run = call(&window, "run_start", &start);
    let id = run["id"].as_str().unwrap();
    call(&window, "run_pause", &json!({ "id": id }));
    go(&window, &format!("/runs/{id}"));
    for look in every_look() {
        look.put_on(&window);
        take(&window, "run-progress", look);
        window.click(By::Role("button", if look.locale == "fr" { "Annuler le reste" } else { "Cancel the rest" }));
        window.see(By::Css("[aria-modal=true]"));
        take(&window, "run-cancel", look);
        window.press("Escape");
        window.see_no(By::Css("[aria-modal=true]"));
    }
    call(&window, "run_cancel", &json!({ "id": id }));
}

/// The question before the undo key takes a whole run back. Each look has a run of its own: changing the look is a newer act.
#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_a_run_about_to_be_undone() {
    let desk = Desk::new("about-to-be-undone");
    desk.import(&connections(48));
    let people = desk.rain(&["people", "list", "--limit", "100"]);
    let ids: Vec<&Value> = people.as_array().unwrap().iter().map(|person| &person["id"]).collect();
    let desktop = desk.desktop();
    let window = desktop.open(&[]);
    unlock(&window);
    for (look, some) in every_look().zip(ids.chunks(12)) {
        look.put_on(&window);
        let chosen = json!({ "kind": "ids", "ids": some });
        let start = json!({ "selection": chosen, "config": CONFIG, "title": "", "sendWithoutApproval": false, "recall": true });
        let run = call(&window, "run_start", &start);
        go(&window, &format!("/runs/{}", run["id"].as_str().unwrap()));
        window.see(By::Text(if look.locale == "fr" { "aucune n’est oubliée" } else { "every one accounted for" }));
        rest();
        window.press("Control+z");
        window.see(By::Css("[aria-modal=true]"));
        take(&window, "undo-question", look);
        window.press("Escape");
        window.see_no(By::Css("[aria-modal=true]"));
    }
    window.close();
}

/// A rehearsal: the receipt says where its messages are. Then its backup comes back, and everything outgoing is held.
#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_a_rehearsal_and_of_a_desk_restored() {
    let desk = Desk::new("rehearsed");
    desk.import(&connections(12));
    desk.set(&[("outreach.window", "always"), ("outreach.weekdays_only", "false"), ("outreach.min_gap_seconds", "0")]);
    let people = desk.rain(&["people", "list", "--limit", "100"]);
    let ids: Vec<&str> = people.as_array().unwrap().iter().filter_map(|person| person["id"].as_str()).collect();
    run(&desk, &ids, &CONFIG.replace(r#""sendEmails":false"#, r#""sendEmails":true"#));
    desk.rain(&["work", "--until-idle"]);
    let id = desk.rain(&["run", "list"])[0]["id"].as_str().unwrap().to_owned();
    let backup = desk.rain(&["backup", "create"])["path"].as_str().unwrap().to_owned();
    desk.rain(&["backup", "restore", &backup]);
    let desktop = desk.desktop();
    let window = desktop.open(&[]);
    unlock(&window);
    for look in every_look() {
        look.put_on(&window);
        for (screen, address) in
            [("run-receipt-practised", format!("/runs/{id}")), ("restored-health", "/health".into()), ("restored-today", "/today".into())]
        {
            go(&window, &address);
            take(&window, screen, look);
        }
    }
    window.close();
}
