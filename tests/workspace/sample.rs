use super::{add_person, by_keychain, created, people, restarted};
use app::workspace::{self, WorkspaceFault};
use app::{backups, history};
use domain::views::history::UndoRequest;
use domain::views::people::SearchRequest;
use domain::views::workspace::CreateWorkspace;
use serde_json::json;
use testkit::TestApp;

#[tokio::test]
async fn the_sample_comes_in_the_chosen_language_and_goes_in_one_step() {
    for (locale, firm) in [("fr", "Ateliers Brunel"), ("en", "Ashcombe Engineering")] {
        let test = TestApp::bare();
        workspace::create(&test.app, CreateWorkspace { locale: locale.into(), passphrase: None, sample: true }).await.unwrap();
        assert_eq!(people(&test.app).await, 204);
        assert!(workspace::status(&test.app).await.unwrap().sample);
        let found = app::people::search(&test.app, SearchRequest { text: firm.into(), limit: 50 }).await.unwrap();
        assert!(!found.is_empty(), "{firm} has nobody");
        assert!(matches!(workspace::sample_add(&test.app).await, Err(WorkspaceFault::SampleThere)));
        let today = test.call("today_get", json!({})).await;
        let kinds: Vec<&str> = today["rows"].as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
        assert!(kinds.contains(&"appointment") && kinds.contains(&"tasks"), "something is to be done today: {kinds:?}");

        add_person(&test.app, "Real").await;
        let removed = workspace::sample_remove(&test.app).await.unwrap();
        assert_eq!((removed.count, people(&test.app).await), (204, 1));
        assert!(!workspace::status(&test.app).await.unwrap().sample);
        assert!(matches!(workspace::sample_remove(&test.app).await, Err(WorkspaceFault::NoSample)));
        let left = test.call("agenda_range", json!({ "from": "2026-08-01", "to": "2026-12-31" })).await;
        assert_eq!((left["appointments"].clone(), left["tasks"].clone()), (json!([]), json!([])));

        history::undo(&test.app, UndoRequest { id: removed.operation }).await.unwrap();
        assert_eq!(people(&test.app).await, 205);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_fails_is_told_tried_again_later_and_made_once_it_can_be() {
    let test = TestApp::bare();
    created(&test, None).await;
    add_person(&test.app, "Byron").await;
    // A file stands where the folder of backups belongs.
    let folder = test.app.root().join("backups");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::write(&folder, "in the way").unwrap();
    assert!(api::work::until_idle(&test.app).await.is_err());
    assert!(test.app.trouble().is_some(), "Health says so");
    std::fs::remove_file(&folder).unwrap();
    test.work().await;
    assert!(backups::list(&test.app).await.unwrap().is_empty(), "not yet: it rests first");
    assert!(test.app.trouble().is_some(), "and Health still says so");
    test.clock.advance(chrono::Duration::minutes(2));
    test.work().await;
    assert_eq!(backups::list(&test.app).await.unwrap().len(), 1);
    assert!(test.app.trouble().is_none());
    for _ in 0..3 {
        test.clock.advance(chrono::Duration::hours(25));
        test.work().await;
    }
    assert_eq!(backups::list(&test.app).await.unwrap().len(), 4, "one each day after it");
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_failed_is_told_also_by_a_program_that_did_not_try_it() {
    let test = TestApp::bare();
    created(&test, None).await;
    add_person(&test.app, "Byron").await;
    let folder = test.app.root().join("backups");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::write(&folder, "in the way").unwrap();
    assert!(api::work::until_idle(&test.app).await.is_err());
    workspace::close(&test.app).await;

    let terminal = restarted(&test);
    workspace::unlock(&terminal, by_keychain()).await.unwrap();
    let parts = app::health::health(&terminal).await.unwrap().parts;
    let jobs = parts.into_iter().find(|part| part.name == "jobs").unwrap();
    assert_eq!((jobs.state.as_str(), jobs.what.code.as_str()), ("warn", "health.jobs_failing"));
}

#[tokio::test]
async fn nobody_is_backed_up_by_itself_while_the_desk_is_empty_and_the_day_after_again() {
    let test = TestApp::bare();
    created(&test, None).await;
    assert_eq!(backups::daily(&test.app).await.unwrap(), None);
    add_person(&test.app, "Byron").await;
    for day in 0..9 {
        let next = backups::daily(&test.app).await.unwrap().unwrap();
        assert_eq!(backups::daily(&test.app).await.unwrap(), Some(next), "day {day}: not due again");
        test.clock.advance(chrono::Duration::hours(25));
    }
    let kept = backups::list(&test.app).await.unwrap();
    assert_eq!(kept.len(), 7);
    let files = std::fs::read_dir(test.app.root().join("backups")).unwrap().count();
    assert_eq!(files, 7);
}
