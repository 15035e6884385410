//! Messages that wait for their hour, then work that cannot go on and waits for the seller.

use super::album::{Look, call, every_look, go, take};
use super::desk::{Desk, connections, unlock};
use crate::by::By;
use crate::service::eventually;
use crate::window::Window;

use std::time::Duration;

use serde_json::json;

const CONFIG: &str = r#"{"actions":{"generateEmails":true,"sendEmails":true,"sendLinkedInConnections":false,"scheduleFollowups":true},"delays":{"betweenProspects":0,"followupDays":7},"maxFollowups":3}"#;

/// The desk's own work, the daily backup among it, begins a minute after it is opened.
const SETTLED: Duration = Duration::from_secs(100);

#[test]
#[ignore = "takes pictures for people to look at"]
fn pictures_of_messages_that_wait() {
    let desk = Desk::new("waiting");
    desk.import(&connections(14));
    desk.set(&[
        ("identity.name", "Claire Vasseur"),
        ("identity.postal_address", "12 rue des Forges, 59000 Lille"),
        ("outreach.window", "08:00-19:00"),
        ("outreach.weekdays_only", "true"),
        ("outreach.min_gap_seconds", "1800"),
        ("outreach.daily_cap", "4"),
    ]);
    desk.refuse_backups();
    let desktop = desk.desktop();
    let window = desktop.open(&[]);
    unlock(&window);
    let start = json!({ "selection": { "kind": "all" }, "config": CONFIG, "title": "", "sendWithoutApproval": true, "recall": false });
    let run = call(&window, "run_start", &start);
    let id = json!({ "id": run["id"] });
    let written = || {
        let now = call(&window, "run_get", &id);
        now["waiting"] == 0 && now["working"] == 0
    };
    eventually(Duration::from_secs(30), || written().then_some(())).expect("everybody is written to");
    for look in every_look() {
        look.put_on(&window);
        go(&window, &format!("/runs/{}", run["id"].as_str().unwrap()));
        take(&window, "run-waiting", look);
        waiting(&window, look);
    }
    let stopped = || call(&window, "health_get", &json!({}))["parts"][0]["state"] == "bad";
    eventually(SETTLED, || stopped().then_some(())).expect("a backup cannot be written where a file is in the way");
    for look in every_look() {
        look.put_on(&window);
        go(&window, "/today");
        take(&window, "stopped-today", look);
        go(&window, "/health");
        take(&window, "stopped-health", look);
    }
    window.close();
}

/// Each message with an hour of its own: the gap between two, the cap of a day, nights and weekends.
fn waiting(window: &Window<'_>, look: Look) {
    go(window, "/outbox?tab=scheduled");
    take(window, "outbox-waiting", look);
    go(window, "/people");
    window.see(By::Css("[role=gridcell]"));
    window.press("j");
    window.press("Enter");
    take(window, "people-waiting", look);
    window.press("Escape");
}
