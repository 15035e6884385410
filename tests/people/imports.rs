use crate::support::{add, check, edit, find, id, import, list, names, rows, tally};
use serde_json::{Value, json};
use std::path::Path;
use testkit::TestApp;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/imports").join(name)).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_writes_nothing_and_every_row_has_one_fate() {
    let test = TestApp::open().await;
    let checked = check(&test, "Connections.csv", fixture("Connections.csv"), "both").await;
    assert_eq!((checked["state"].as_str(), checked["kind"].as_str()), (Some("checked"), Some("linkedin")));
    let [all, created, ..] = tally(&checked);
    assert!(all > 3 && created > 0, "{checked}");
    assert!(list(&test, "", json!([])).await.is_empty(), "nothing is written by a check");
    test.call("import_apply", json!({ "id": checked["id"] })).await;
    api::work::imports(&test.app).await;
    let done = test.call("import_get", json!({ "id": checked["id"] })).await;
    assert_eq!((done["state"].as_str(), tally(&done)), (Some("applied"), tally(&checked)));
    assert_eq!(list(&test, "", json!([])).await.len() as u64, created);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_excel_copy_of_the_same_connections_meets_the_same_people() {
    let test = TestApp::open().await;
    import(&test, "Connections.csv", fixture("Connections.csv")).await;
    let before = list(&test, "", json!([])).await.len();
    let [rows, created, ..] = tally(&import(&test, "excel.csv", fixture("Connections-excel-fr.csv")).await);
    let twice = import(&test, "excel.csv", fixture("Connections-excel-fr.csv")).await;
    let [_, again, updated, ..] = tally(&twice);
    assert!(rows > 0);
    assert_eq!((again, updated), (0, 0), "{twice}");
    assert_eq!(list(&test, "", json!([])).await.len() as u64, before as u64 + created);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_is_recognised_and_changes_nothing() {
    let test = TestApp::open().await;
    let content = fixture("Connections.csv");
    let first = import(&test, "Connections.csv", &content).await;
    let second = check(&test, "copy.csv", &content, "both").await;
    assert_eq!(second["notice"]["code"], "imports.same_file");
    assert_eq!(second["created"], 0);
    assert_eq!(second["updated"], 0);
    assert_eq!(second["unchanged"], first["created"]);
    assert!(first["notice"].is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_row_of_a_person_wins_and_later_ones_name_its_line() {
    let test = TestApp::open().await;
    let content = format!(
        "{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Buyer,05 Nov 2024\n\
         Ann,Lee,https://www.linkedin.com/in/Ann-Lee/?x=1,ann@acme.example,Acme,CEO,05 Nov 2024\n\
         Bob,Roy,,bob@acme.example,Acme,Buyer,05 Nov 2024\nBobby,Roy,,BOB@acme.example,Free,Buyer,05 Nov 2024\n"
    );
    let done = import(&test, "c.csv", content).await;
    assert_eq!(tally(&done), [4, 2, 1, 0, 1, 0]);
    let later = json!({ "code": "imports.duplicate_in_file", "params": { "line": "2" } });
    assert_eq!(rows(&test, &done, "update").await[0]["reason"], later);
    let ann = find(&test, "Ann").await;
    assert_eq!((&ann["row"]["title"], &ann["row"]["email"]), (&json!("Buyer"), &json!("ann@acme.example")));
    assert_eq!(find(&test, "Bob").await["row"]["company"], "Acme");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_row_of_somebody_fills_what_is_blank_and_puts_other_addresses_behind_the_first() {
    let test = TestApp::open().await;
    let header = "First name,Last name,Email,Phone,Job title,Notes,Tags,Company\n";
    let content = format!(
        "{header}Ann,Lee,ann@acme.example,,Buyer,,VIP,Acme\nAnn,Lee,ann@acme.example,06 12 34 56 78,CEO,Met in Lyon,Fair,Acme\n\
         Ann,Lee,ann@acme.example,+33 7 11 22 33 44,,,,Acme\n"
    );
    let opened = check(&test, "two.csv", &content, "both").await;
    assert_eq!(tally(&opened), [3, 1, 0, 0, 2, 0]);
    let done = import(&test, "two.csv", &content).await;
    assert_eq!(tally(&done), [3, 1, 2, 0, 0, 0]);
    let ann = find(&test, "Ann").await;
    let row = &ann["row"];
    assert_eq!(
        (row["title"].as_str(), row["phone"].as_str(), ann["notes"].as_str()),
        (Some("Buyer"), Some("06 12 34 56 78"), Some("Met in Lyon"))
    );
    assert_eq!(row["tags"].as_array().map(Vec::len), Some(2), "{row}");
    let numbers = test.call("contacts_list", json!({ "owner": { "kind": "person", "id": id(&ann) } })).await;
    let numbers: Vec<&str> =
        numbers.as_array().unwrap().iter().filter(|one| one["kind"] == "phone").filter_map(|one| one["value"].as_str()).collect();
    assert_eq!(numbers, ["06 12 34 56 78", "+33 7 11 22 33 44"]);
    assert_eq!(tally(&import(&test, "two.csv", &content).await), [3, 0, 0, 1, 2, 0], "once more there is nothing new in it");
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert!(list(&test, "", json!([])).await.is_empty());
    let only_new = check(&test, "one.csv", "First name,Email\nAnn,ann@acme.example\n", "both").await;
    test.call("import_apply", json!({ "id": only_new["id"] })).await;
    api::work::imports(&test.app).await;
    let create = check(&test, "three.csv", &content, "create").await;
    test.call("import_apply", json!({ "id": create["id"] })).await;
    api::work::imports(&test.app).await;
    assert_eq!(find(&test, "Ann").await["row"]["title"], "", "who was here is not touched by an import of new people");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_or_a_number_that_gives_way_to_another_stays_behind_it() {
    let test = TestApp::open().await;
    let header = "First name,Last name,Company,Email,Phone\n";
    let old = import(&test, "one.csv", format!("{header}Ann,Lee,Acme,ann@old.example,06 12 34 56 78\n")).await;
    let before = test.call("contacts_list", json!({ "owner": { "kind": "person", "id": id(&find(&test, "Ann").await) } })).await;
    assert_eq!(tally(&old), [1, 1, 0, 0, 0, 0]);
    let new = format!("{header}Ann,Lee,Acme,ann@new.example,01 42 68 53 00\n");
    let done = import(&test, "two.csv", &new).await;
    assert_eq!(tally(&done), [1, 0, 1, 0, 0, 0]);
    let ann = find(&test, "Ann").await;
    let points = test.call("contacts_list", json!({ "owner": { "kind": "person", "id": id(&ann) } })).await;
    let values: Vec<&str> = points.as_array().unwrap().iter().filter_map(|point| point["value"].as_str()).collect();
    assert_eq!(values, ["ann@new.example", "ann@old.example", "01 42 68 53 00", "06 12 34 56 78"]);
    assert_eq!((&points[1]["source"], &points[3]["source"]), (&before[0]["source"], &before[1]["source"]), "each with where it came from");
    assert_ne!(points[0]["source"], points[1]["source"]);
    assert_eq!(
        tally(&import(&test, "one.csv", format!("{header}Ann,Lee,Acme,ann@old.example,06 12 34 56 78\n")).await),
        [1, 0, 0, 1, 0, 0]
    );
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    let points = test.call("contacts_list", json!({ "owner": { "kind": "person", "id": id(&ann) } })).await;
    assert_eq!(points.as_array().map(Vec::len), Some(2), "{points}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_nobody_can_dial_is_kept_and_told_and_a_column_that_says_more_of_another_is_not_left() {
    let test = TestApp::open().await;
    let content = "First name,Email,Email (label),Phone\nAnn,ann@acme.example,work,12\nBob,bob@acme.example,,06 12 34 56 78\n";
    let opened = check(&test, "p.csv", content, "both").await;
    let of: Vec<Option<u64>> = opened["columns"].as_array().unwrap().iter().map(|column| column["tellsOf"].as_u64()).collect();
    assert_eq!(of, [None, None, Some(1), None]);
    assert_eq!((tally(&opened), opened["notTaken"].as_u64()), ([2, 2, 0, 0, 0, 0], Some(1)), "{opened}");
    let ann = &rows(&test, &opened, "create").await[0];
    assert_eq!(ann["reason"], json!({ "code": "imports.phone_unread", "params": { "field": "phone" } }));
    assert_eq!(ann["correctable"], true);
    test.call("import_apply", json!({ "id": opened["id"] })).await;
    api::work::imports(&test.app).await;
    assert_eq!(find(&test, "Ann").await["row"]["phone"], "12", "nothing is lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_region_stands_between_town_and_country() {
    let test = TestApp::open().await;
    import(&test, "fr.csv", "Prénom;Nom;Ville;Région;Pays\nAnn;Lee;Lyon;Rhône-Alpes;France\n").await;
    import(&test, "en.csv", "First Name,Last Name,City,State,Country\nBob,Roy,Austin,Texas,United States\n").await;
    for (name, place) in [("Ann", "Lyon, Rhône-Alpes, France"), ("Bob", "Austin, Texas, United States")] {
        assert_eq!(find(&test, name).await["row"]["location"], place);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_typed_value_is_never_overwritten_and_blanks_never_erase() {
    let test = TestApp::open().await;
    import(&test, "c.csv", format!("{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,ann@acme.example,Acme,Buyer,05 Nov 2024\n")).await;
    edit(&test, &find(&test, "Ann").await, &[("title", "Head of buying")]).await;
    let later = format!("{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,,Initech,CEO,05 Nov 2024\n");
    let checked = check(&test, "later.csv", &later, "both").await;
    let row = &rows(&test, &checked, "update").await[0];
    let changes = row["changes"].as_array().unwrap();
    assert!(changes.contains(&json!({ "field": "title", "old": "Head of buying", "new": "CEO", "kept": true, "typed": true })), "{row}");
    assert!(changes.contains(&json!({ "field": "company", "old": "Acme", "new": "Initech", "kept": false, "typed": false })), "{row}");
    import(&test, "later.csv", &later).await;
    let ann = find(&test, "Ann").await;
    assert_eq!((ann["row"]["title"].as_str(), ann["row"]["company"].as_str()), (Some("Head of buying"), Some("Initech")));
    assert_eq!(ann["row"]["email"], "ann@acme.example");
    assert!(
        ann["fields"].as_array().unwrap().iter().any(|f| f["field"] == "company" && f["source"].as_str().unwrap().starts_with("import:"))
    );
    // Somebody added by hand is typed as a whole.
    add(&test, &[("first_name", "Bob"), ("last_name", "Roy"), ("company", "Free")]).await;
    let done = import(&test, "bob.csv", "First Name,Last Name,Company,Title,City\nBob,Roy,Free,CEO,Lyon\n").await;
    assert_eq!(tally(&done), [1, 0, 1, 0, 0, 0]);
    assert_eq!(find(&test, "Bob").await["row"]["title"], "CEO", "a blank is filled");
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_were_left_out_or_cleaned_are_counted_by_reason_and_field() {
    let test = TestApp::open().await;
    let file = format!(
        "{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,ann(at)acme,Acme,Buyer,30 Feb 2024\n\
         Bo\u{200b}b,Roy,https://www.linkedin.com/in/bob-roy,bob@free.example,Free,CEO,05 Nov 2024\n\
         Cy,Day,https://www.linkedin.com/in/cy-day,,Free,CEO,soon\n\
         Cy,Day,https://www.linkedin.com/in/cy-day,nobody,Free,CEO,later\n"
    );
    let warned = json!([
        { "code": "imports.cleaned", "field": "first_name", "rows": 1, "params": {} },
        { "code": "imports.left_out", "field": "connected_on", "rows": 2, "params": {} },
        { "code": "imports.left_out", "field": "email", "rows": 1, "params": {} },
    ]);
    let checked = check(&test, "warned.csv", &file, "both").await;
    // The last line is a later one of Cy and says nothing: nothing of it is left out.
    assert_eq!((tally(&checked), &checked["warnings"]), ([4, 3, 0, 0, 1, 0], &warned));
    // What was only cleaned was taken.
    let not_taken = async |checked: &Value| {
        let request = json!({ "id": checked["id"], "plan": null, "only": "not_taken", "after": 0, "offset": 0, "limit": 10 });
        test.call("import_rows", request).await.as_array().unwrap().iter().map(|row| row["n"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((not_taken(&checked).await, &checked["notTaken"]), (vec![json!(1), json!(3)], &json!(2)));
    let mended = json!({ "id": checked["id"], "n": 3, "column": 6, "value": "05 Nov 2024" });
    let mended = test.call("import_row_edit", mended).await["import"].clone();
    assert_eq!((not_taken(&mended).await, &mended["notTaken"]), (vec![json!(1)], &json!(1)));
    let done = import(&test, "warned.csv", &file).await;
    assert_eq!((tally(&done), &done["warnings"]), ([4, 3, 0, 0, 1, 0], &warned));
    let columns: Vec<_> = checked["columns"].as_array().unwrap().iter().map(|c| c["field"].clone()).collect();
    let columns: Vec<_> = columns.into_iter().map(|field| if field == "email" { Value::Null } else { field }).collect();
    let again = test.call("import_remap", json!({ "id": checked["id"], "columns": columns, "mode": "both" })).await;
    assert_eq!(again["warnings"].as_array().unwrap().len(), 2, "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_firm_in_another_legal_form_keeps_its_name_and_the_check_says_so() {
    let test = TestApp::open().await;
    let row = |slug: &str, company: &str| format!("{slug},Lee,https://www.linkedin.com/in/{slug}-lee,,{company},Buyer,05 Nov 2024\n");
    import(&test, "c.csv", format!("{HEADER}{}{}", row("ann", "Groupe Delmas"), row("bob", "GROUPE DELMAS"))).await;
    let later = format!("{HEADER}{}{}", row("ann", "Groupe Delmas SA"), row("bob", "Groupe  delmas"));
    let checked = check(&test, "later.csv", &later, "both").await;
    assert_eq!(tally(&checked), [2, 0, 0, 2, 0, 0]);
    assert_eq!(checked["warnings"], json!([{ "code": "imports.same_company", "field": "company", "rows": 1, "params": {} }]));
    let reasons: Vec<_> = rows(&test, &checked, "unchanged").await.iter().map(|row| row["reason"]["code"].clone()).collect();
    assert_eq!(reasons, ["imports.same_company", "imports.by_profile"]);
    import(&test, "later.csv", &later).await;
    // Both are still of one firm; typing the name renames it for both, and undo takes that back.
    assert_eq!(find(&test, "bob").await["row"]["company"], "Groupe Delmas");
    edit(&test, &find(&test, "ann").await, &[("company", "Groupe Delmas SA")]).await;
    assert_eq!(find(&test, "bob").await["row"]["company"], "Groupe Delmas SA");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(find(&test, "bob").await["row"]["company"], "Groupe Delmas");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_on_the_do_not_contact_list_is_imported_with_that_status_and_keeps_it() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example")]).await;
    test.call("people_suppress", json!({ "ids": [id(&ann)], "note": "by phone" })).await;
    test.call("people_delete", json!({ "kind": "ids", "ids": [id(&ann)] })).await;
    let sheet = "Prénom,Nom,E-mail,Statut\nAnn,Lee,ANN@acme.example,Nouveau\nBob,Roy,bob@acme.example,Ne pas contacter\n";
    let done = import(&test, "p.csv", sheet).await;
    assert_eq!(done["suppressed"], 1);
    let (ann, bob) = (find(&test, "Ann").await, find(&test, "Bob").await);
    assert_eq!((ann["row"]["status"].as_str(), ann["row"]["suppressed"].as_bool()), (Some("do_not_contact"), Some(true)));
    assert_eq!((bob["row"]["status"].as_str(), bob["row"]["suppressed"].as_bool()), (Some("do_not_contact"), Some(true)));
    import(&test, "p2.csv", "Prénom,Nom,E-mail,Statut\nAnn,Lee,ann@acme.example,Qualifié\n").await;
    assert_eq!(find(&test, "Ann").await["row"]["status"], "do_not_contact");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mode_says_what_an_import_may_do() {
    let test = TestApp::open().await;
    let one = format!("{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Buyer,05 Nov 2024\n");
    import(&test, "one.csv", &one).await;
    let two = format!(
        "{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,CEO,05 Nov 2024\nBob,Roy,https://www.linkedin.com/in/bob,,Acme,CEO,\n"
    );
    let create = check(&test, "two.csv", &two, "create").await;
    assert_eq!(tally(&create), [2, 1, 0, 0, 1, 0]);
    let columns: Vec<_> = create["columns"].as_array().unwrap().iter().map(|column| column["field"].clone()).collect();
    let update = test.call("import_remap", json!({ "id": create["id"], "columns": columns, "mode": "update" })).await;
    assert_eq!(tally(&update), [2, 0, 1, 0, 1, 0], "checked again from the staging table");
    test.call("import_apply", json!({ "id": create["id"] })).await;
    api::work::imports(&test.app).await;
    assert_eq!(names(&list(&test, "", json!([])).await), ["Ann Lee"]);
    assert_eq!(find(&test, "Ann").await["row"]["title"], "CEO");
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_can_be_given_another_meaning_without_the_file() {
    let test = TestApp::open().await;
    let checked = check(&test, "odd.csv", "Alpha,Beta,Gamma\nann@acme.example,Ann Lee,Lyon\n", "both").await;
    assert_eq!(tally(&checked), [1, 0, 0, 0, 0, 1], "nothing says who this is");
    std::fs::remove_file(test.folder().join("odd.csv")).unwrap();
    let request = |columns: serde_json::Value| json!({ "id": checked["id"], "columns": columns, "mode": "both" });
    for bad in [json!(["email", "email", null]), json!(["email"]), json!(["nonsense", null, null])] {
        assert_eq!(test.try_call("import_remap", request(bad)).await.unwrap_err().code, "imports.bad_mapping");
    }
    let again = test.call("import_remap", request(json!(["email", "full_name", "location"]))).await;
    assert_eq!(tally(&again), [1, 1, 0, 0, 0, 0]);
    test.call("import_apply", json!({ "id": checked["id"] })).await;
    api::work::imports(&test.app).await;
    assert_eq!(find(&test, "Ann").await["row"]["lastName"], "Lee");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_seller_does_between_check_and_writing_is_respected() {
    let test = TestApp::open().await;
    let content = format!("{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Buyer,05 Nov 2024\n");
    let checked = check(&test, "c.csv", content, "both").await;
    assert_eq!(tally(&checked)[1], 1);
    add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("linkedin_url", "linkedin.com/in/ann-lee"), ("title", "CEO")]).await;
    test.call("import_apply", json!({ "id": checked["id"] })).await;
    api::work::imports(&test.app).await;
    let done = test.call("import_get", json!({ "id": checked["id"] })).await;
    assert_eq!(tally(&done), [1, 0, 1, 0, 0, 0], "not created a second time");
    assert_eq!(find(&test, "Ann").await["row"]["title"], "CEO");
}

#[tokio::test(flavor = "multi_thread")]
async fn rejected_rows_come_back_as_a_file_that_can_be_corrected_and_imported() {
    let test = TestApp::open().await;
    let content = format!(
        "{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Buyer,05 Nov 2024\n,,,,,,07 Jun 2026\n,,,not an address,Acme,,\n"
    );
    let done = import(&test, "c.csv", content).await;
    assert_eq!(tally(&done), [3, 1, 0, 0, 0, 2]);
    let path = test.folder().join("rejects.csv");
    let saved = test.call("import_rejects", json!({ "id": done["id"], "path": path })).await;
    assert_eq!(saved["rows"], 2);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("hidden_member") && text.contains("bad_email") && text.contains("Connected On"), "{text}");
    assert!(text.contains("A closed or hidden account: LinkedIn giv"), "each reason is told in words: {text}");
    assert!(!test.folder().join("rejects.csv.part").exists());
    let corrected = text.replace("not an address", "zoe@acme.example");
    assert_eq!(tally(&import(&test, "corrected.csv", corrected).await), [2, 1, 0, 0, 0, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_stopped_before_it_is_written() {
    let test = TestApp::open().await;
    let checked = check(&test, "c.csv", format!("{HEADER}Ann,Lee,,ann@a.example,Acme,Buyer,\n"), "both").await;
    let stopped = test.call("import_cancel", json!({ "id": checked["id"] })).await;
    assert_eq!(stopped["state"], "cancelled");
    assert_eq!(test.try_call("import_apply", json!({ "id": checked["id"] })).await.unwrap_err().code, "imports.not_checked");
    api::work::imports(&test.app).await;
    assert!(list(&test, "", json!([])).await.is_empty());
}
