use crate::support::{company, fields, get, groups, id, person, search, undo};
use serde_json::{Value, json};
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn companies_are_found_merged_with_their_people_and_split_again() {
    let test = TestApp::open().await;
    let one = company(&test, &[("name", "Mécanique Vauban SAS"), ("city", "Lille"), ("siren", "732829320")]).await;
    let other =
        company(&test, &[("name", "Mecanique Vauban"), ("city", "Lille"), ("website", "vauban.example"), ("postcode", "59000")]).await;
    let staff = person(&test, &[("first_name", "Ann"), ("last_name", "Lee")]).await;
    crate::support::write(&test, move |tx| {
        let mut ann = store::people::get(tx, staff)?.unwrap();
        ann.company_id = Some(other);
        store::people::update(tx, &ann).map(|_| ())
    })
    .await;
    search(&test).await;
    assert_eq!(groups(&test).await, [["Mecanique Vauban", "Mécanique Vauban SAS"]]);
    let merged = test.call("duplicates_merge", json!({ "kind": "company", "survivor": one, "others": [other], "choices": [] })).await;
    assert_eq!(merged["name"], "Mécanique Vauban SAS");
    let now = test.call("companies_get", json!({ "id": other })).await;
    assert_eq!((id(&now["row"]), &now["row"]["website"], &now["row"]["people"]), (one, &json!("vauban.example"), &json!(1)));
    assert_eq!(get(&test, staff).await["row"]["companyId"], json!(one));
    test.call("companies_update", json!({ "id": one, "values": fields(&[("website", "mecanique-vauban.example")]) })).await;
    let done = test.call("duplicates_split", json!({ "kind": "company", "id": other })).await;
    assert_eq!(done["kept"][0]["columns"], json!(["domain", "website"]), "{done}");
    assert_eq!(get(&test, staff).await["row"]["companyId"], json!(other));
    let back = test.call("companies_get", json!({ "id": other })).await;
    assert_eq!(back["row"]["website"], "vauban.example");
    undo(&test, &Value::Null).await;
    assert_eq!(get(&test, staff).await["row"]["companyId"], json!(one));
}
