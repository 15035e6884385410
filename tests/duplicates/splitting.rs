use crate::support::{edit, get, id, merge, note, notes, person, split, twice, undo};
use serde_json::{Value, json};
use testkit::TestApp;

#[tokio::test]
async fn a_split_months_later_gives_each_their_own_and_keeps_and_lists_later_edits() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    note(&test, one, "of the one").await;
    note(&test, other, "of the other").await;
    merge(&test, one, &[other]).await;
    test.clock.advance(chrono::TimeDelta::days(200));
    edit(&test, one, &[("title", "Directeur général")]).await;
    note(&test, one, "since").await;
    let done = split(&test, other).await;
    assert_eq!((id(&done["survivor"]), id(&done["back"][0])), (one, other));
    let kept = done["kept"].as_array().unwrap();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(
        (&kept[0]["table"], &kept[0]["label"], &kept[0]["columns"]),
        (&json!("person"), &json!("Benoît Lefèvre"), &json!(["title"]))
    );
    let (left, right) = (get(&test, one).await, get(&test, other).await);
    assert_eq!((&left["row"]["title"], &right["row"]["title"]), (&json!("Directeur général"), &json!("Directeur maintenance")));
    assert_eq!(
        (&left["row"]["email"], &right["row"]["email"]),
        (&json!("b.lefevre@beal.example"), &json!("benoit@beal-emballage.example"))
    );
    assert_eq!(notes(&test, one).await, ["of the one", "since"], "what was added since stays");
    assert_eq!(notes(&test, other).await, ["of the other"]);
    undo(&test, &Value::Null).await;
    assert_eq!(notes(&test, one).await, ["of the one", "of the other", "since"], "a split is an operation too");
    assert_eq!(get(&test, other).await["row"]["id"], json!(one));
    split(&test, other).await;
    assert_eq!(notes(&test, other).await, ["of the other"]);
}

#[tokio::test]
async fn a_merge_of_the_merged_is_taken_apart_in_any_order() {
    let test = TestApp::open().await;
    for inner_first in [true, false] {
        let (one, other) = twice(&test).await;
        let third = person(&test, &[("first_name", "B."), ("last_name", "Lefèvre"), ("email", "bl@third.example")]).await;
        for (who, text) in [(one, "one"), (other, "other"), (third, "third")] {
            note(&test, who, text).await;
        }
        merge(&test, one, &[other]).await;
        merge(&test, third, &[one]).await;
        assert_eq!(notes(&test, third).await, ["one", "other", "third"]);
        for who in if inner_first { [other, one] } else { [one, other] } {
            let done = split(&test, who).await;
            assert_eq!(done["kept"], json!([]), "nothing was edited");
        }
        for (who, text) in [(one, "one"), (other, "other"), (third, "third")] {
            assert_eq!(notes(&test, who).await, [text], "inner first: {inner_first}");
            test.call("people_delete", json!({ "kind": "ids", "ids": [who] })).await;
        }
    }
}

#[tokio::test]
async fn who_stayed_is_split_by_their_own_id_too_and_who_was_never_merged_is_refused() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    merge(&test, one, &[other]).await;
    assert_eq!(id(&split(&test, one).await["back"][0]), other);
    let refused = test.try_call("duplicates_split", json!({ "kind": "person", "id": one })).await.unwrap_err();
    assert_eq!(refused.code, "duplicates.not_merged");
}

#[tokio::test]
async fn undoing_the_import_that_brought_the_survivor_leaves_them_and_who_became_one_with_them() {
    let test = TestApp::open().await;
    let file = test.file("people.csv", "First Name,Last Name,Email\nAnn,Lee,ann@acme.example\n");
    let import = test.import(&file).await;
    let found = test.call("people_search", json!({ "text": "Lee", "limit": 5 })).await;
    let ann = id(&found[0]);
    let other = person(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("email", "ann.lee@other.example")]).await;
    merge(&test, ann, &[other]).await;
    undo(&test, &import["operation"]).await;
    assert_eq!(get(&test, other).await["row"]["id"], json!(ann), "who others point to stays");
    split(&test, other).await;
    assert_eq!(get(&test, other).await["row"]["email"], "ann.lee@other.example");
}
