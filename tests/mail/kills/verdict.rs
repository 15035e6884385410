use super::start_time;
use crate::desk::app_in;
use domain::views::outbox::{OutboxListRequest, OutboxState};
use std::collections::HashMap;
use std::path::Path;
use testkit::smtp::SmtpServer;

/// What the desk says after the last recovery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) sent: usize,
    pub(super) unknown: usize,
    /// Message-IDs with their states.
    states: HashMap<String, OutboxState>,
}

/// Opens the desk, recovers once more, and compares what it says with what the server has.
pub(super) async fn judge(folder: &Path, server: &SmtpServer, messages: usize, kills: usize) -> Verdict {
    let before = look(folder, false).await;
    let after = look(folder, true).await;
    assert_eq!(before, after, "a second recovery changes nothing");
    let counts = server.counts();
    assert_eq!(after.states.len(), messages, "nobody is lost");
    assert!(counts.values().all(|n| *n == 1), "accepted twice: {counts:?}");
    for (id, state) in &after.states {
        match state {
            OutboxState::Sent => assert_eq!(counts.get(id), Some(&1), "said to be sent and is not"),
            OutboxState::Unknown => {}
            other => panic!("left behind as {other:?}"),
        }
    }
    assert!(after.unknown <= kills, "{} unknown after {kills} kills", after.unknown);
    after
}

async fn look(folder: &Path, recover: bool) -> Verdict {
    let (app, _) = app_in(folder, start_time(50_000), crate::smtp::mailer()).await;
    if recover {
        app::outbox::recover(&app).await.unwrap();
        app::outbox::send_due(&app).await.unwrap();
    }
    let mut states = HashMap::new();
    loop {
        let offset = u32::try_from(states.len()).unwrap();
        let request = OutboxListRequest { states: vec![], run_id: None, followups: false, offset, limit: 500 };
        let page = app::outbox::list(&app, request).await.unwrap();
        if page.is_empty() {
            break;
        }
        states.extend(page.into_iter().map(|row| (row.message_id, row.state)));
    }
    app.take_open().unwrap().close().await;
    store::snapshot::verify(&folder.join("desk.db"), &crate::desk::key()).unwrap();
    let count = |state| states.values().filter(|s| **s == state).count();
    Verdict { sent: count(OutboxState::Sent), unknown: count(OutboxState::Unknown), states }
}
