use crate::support::{desk_with_people, run_all};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_kept_is_what_the_next_run_starts_from() {
    let test = desk_with_people().await;
    let kept = test.call("run_keep_config", json!({ "config": r#"{"maxFollowups":1}"# })).await;
    assert_eq!(test.call("run_default_config", json!({})).await, kept);
    assert!(kept.as_str().unwrap().contains(r#""maxFollowups":1"#), "{kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_is_saved_as_the_json_the_window_shows() {
    let test = desk_with_people().await;
    let id = run_all(&test, true).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("receipt.json");
    let saved = test.call("run_receipt_export", json!({ "id": id, "path": path })).await;
    assert_eq!(saved["rows"], 3);
    let written: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(written, test.call("run_receipt", json!({ "id": id })).await);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_the_operation_of_a_run_takes_back_what_has_not_left() {
    let test = desk_with_people().await;
    let id = run_all(&test, false).await;
    let run = test.call("run_get", json!({ "id": id })).await;
    let undone = test.call("history_undo", json!({ "id": run["operation"] })).await;
    assert_eq!(undone["operation"]["intent"]["code"], "runs.run");
    assert_eq!(test.call("linkedin_queue", json!({})).await["waiting"], 0);
    assert_eq!(test.call("outbox_counts", json!({})).await["draft"], 0);
}
