use super::verdict::judge;
use super::{desk_with, start};
use std::process::Child;
use std::sync::{Arc, Mutex};
use testkit::smtp::{Act, At, Setup, SmtpServer};

const MESSAGES: usize = 5;

/// The process to kill, once it is known.
type Victim = Arc<Mutex<Option<Child>>>;

/// A server that kills its client the `nth` time a moment comes.
async fn killing_at(at: At, nth: usize) -> (SmtpServer, Victim) {
    let victim = Victim::default();
    let target = Arc::clone(&victim);
    let setup = Setup::default().script(move |event| {
        if event.at == at && event.nth == nth {
            // The handle may be a moment late: the client is faster than its parent.
            while target.lock().unwrap().is_none() {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            target.lock().unwrap().as_mut().unwrap().kill().unwrap();
        }
        Act::Go
    });
    (SmtpServer::start(setup).await, victim)
}

fn wait(mut child: Child) -> bool {
    child.wait().unwrap().success()
}

async fn finish(child: Child) -> bool {
    tokio::task::spawn_blocking(move || wait(child)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_at_any_moment_of_the_conversation_doubles_and_loses_nothing() {
    use At::{Accepted, Answered, Body, Data, Dot, Ehlo, Greeting, Mail, Quit, Rcpt};
    for at in [Greeting, Ehlo, Mail, Rcpt, Data, Body, Dot, Accepted, Answered, Quit] {
        let nth = if matches!(at, Greeting | Ehlo | Quit) { 0 } else { 2 };
        let (server, victim) = killing_at(at, nth).await;
        let folder = tempfile::tempdir().unwrap();
        desk_with(folder.path(), server.port(), MESSAGES as u32).await;
        *victim.lock().unwrap() = Some(start(folder.path(), 1, ""));
        while victim.lock().unwrap().as_mut().unwrap().try_wait().unwrap().is_none() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        assert!(finish(start(folder.path(), 2, "")).await, "{at:?}");
        let verdict = judge(folder.path(), &server, MESSAGES, 1).await;
        // Before anything is begun, and once everything is settled, a kill leaves no doubt.
        let clear = matches!(at, Greeting | Ehlo | Quit);
        assert_eq!(verdict.unknown, usize::from(!clear), "{at:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_before_or_after_any_commit_doubles_and_loses_nothing() {
    for point in
        ["write.before_commit", "write.after_commit", "outbox.before_turn", "outbox.after_turn", "outbox.begin", "outbox.handed_over"]
    {
        for nth in [1, 2, 3, 6] {
            let server = SmtpServer::start(Setup::default()).await;
            let folder = tempfile::tempdir().unwrap();
            desk_with(folder.path(), server.port(), MESSAGES as u32).await;
            let died = !finish(start(folder.path(), 1, &format!("{point}:{nth}"))).await;
            // There is no sixth hand-over of five messages.
            assert!(died || nth == 6, "{point}:{nth} was never reached");
            assert!(finish(start(folder.path(), 2, "")).await);
            judge(folder.path(), &server, MESSAGES, 1).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_during_recovery_is_recovered_from() {
    let (server, victim) = killing_at(At::Dot, 1).await;
    let folder = tempfile::tempdir().unwrap();
    desk_with(folder.path(), server.port(), MESSAGES as u32).await;
    *victim.lock().unwrap() = Some(start(folder.path(), 1, ""));
    while victim.lock().unwrap().as_mut().unwrap().try_wait().unwrap().is_none() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    for point in ["write.before_commit:1", "write.after_commit:1", "write.before_commit:1"] {
        assert!(!finish(start(folder.path(), 2, point)).await, "{point}");
    }
    assert!(finish(start(folder.path(), 3, "")).await);
    let verdict = judge(folder.path(), &server, MESSAGES, 1).await;
    assert_eq!(verdict.unknown, 1);
}
