use super::{add_person, created, people};
use app::history;
use domain::fault::Fault;
use domain::views::history::{HistoryRequest, UndoRequest};
use store::{Actor, Intent, StoreError};
use testkit::TestApp;

#[tokio::test]
async fn what_was_done_is_listed_taken_back_and_done_again() {
    let test = TestApp::bare();
    created(&test, None).await;
    add_person(&test.app, "Byron").await;
    let top = history::top(&test.app).await.unwrap();
    assert_eq!(top.undo.unwrap().intent.code, "people.create");
    let undone = history::undo(&test.app, UndoRequest { id: None }).await.unwrap();
    assert_eq!((undone.restored, people(&test.app).await, undone.operation.redoable), (1, 0, true));
    history::redo(&test.app).await.unwrap();
    assert_eq!(people(&test.app).await, 1);
    let list = history::list(&test.app, HistoryRequest { before: None, limit: 10 }).await.unwrap();
    assert_eq!(list.iter().map(|op| op.intent.code.as_str()).collect::<Vec<_>>(), ["history.redo", "history.undo", "people.create"]);
}

#[tokio::test]
async fn what_was_edited_since_is_kept_and_named() {
    let test = TestApp::bare();
    created(&test, None).await;
    let person = add_person(&test.app, "Byron").await;
    let operation = history::top(&test.app).await.unwrap().undo.unwrap().id;
    test.app
        .desk()
        .unwrap()
        .write::<_, StoreError>(Actor::Seller, Intent::new("people.edit"), move |tx| {
            let mut person = store::people::get(tx, person)?.unwrap();
            person.title = "Countess".into();
            store::people::update(tx, &person)
        })
        .await
        .unwrap();
    let undone = history::undo(&test.app, UndoRequest { id: Some(operation) }).await.unwrap();
    let kept = &undone.kept[0];
    assert_eq!((kept.table.as_str(), kept.label.as_str(), kept.columns.as_slice()), ("person", "Byron", &["title".to_owned()][..]));
    assert_eq!(people(&test.app).await, 1);
}

#[tokio::test]
async fn with_nothing_to_take_back_it_says_so() {
    let test = TestApp::bare();
    created(&test, None).await;
    assert_eq!(history::undo(&test.app, UndoRequest { id: None }).await.unwrap_err().code(), "history.nothing");
    assert_eq!(history::redo(&test.app).await.unwrap_err().code(), "history.nothing");
}
