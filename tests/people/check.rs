//! The check of an import as the seller works through it: settings, rules, corrections, batches.

use crate::support::{add, check, edit, find, id, import, list, names, rows, tally};
use serde_json::{Value, json};
use testkit::TestApp;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

fn columns(import: &Value) -> Vec<Value> {
    import["columns"].as_array().unwrap().iter().map(|column| column["field"].clone()).collect()
}

/// The import checked again with some of its rules told.
async fn ruled(test: &TestApp, import: &Value, told: Value) -> Value {
    let mut rules = import["rules"].clone();
    told.as_object().unwrap().iter().for_each(|(name, value)| rules[name] = value.clone());
    let request = json!({ "id": import["id"], "columns": columns(import), "mode": import["mode"], "dates": null, "rules": rules });
    test.call("import_remap", request).await
}

async fn apply(test: &TestApp, import: &Value) -> Value {
    test.call("import_apply", json!({ "id": import["id"] })).await;
    api::work::imports(&test.app).await;
    test.call("import_get", json!({ "id": import["id"] })).await
}

async fn only(test: &TestApp, import: &Value, only: &str) -> Vec<Value> {
    let request = json!({ "id": import["id"], "plan": null, "only": only, "offset": 0, "limit": 100 });
    test.call("import_rows", request).await.as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_for_a_field_holds_in_the_check_and_in_the_writing() {
    let test = TestApp::open().await;
    import(&test, "c.csv", format!("{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,ann@a.example,Acme,Buyer,\n")).await;
    let later = format!("{HEADER}Ann,Lee,https://www.linkedin.com/in/ann-lee,ann@b.example,Initech,CEO,\n");
    let checked = check(&test, "later.csv", &later, "both").await;
    assert_eq!(rows(&test, &checked, "update").await[0]["changes"].as_array().unwrap().len(), 3);
    let policies = json!([{ "field": "title", "policy": "never" }, { "field": "email", "policy": "fill" }]);
    let told = ruled(&test, &checked, json!({ "policies": policies })).await;
    let changes = rows(&test, &told, "update").await[0]["changes"].clone();
    assert_eq!(changes.as_array().unwrap().iter().map(|c| c["field"].clone()).collect::<Vec<_>>(), ["company"], "{changes}");
    apply(&test, &told).await;
    let ann = find(&test, "Ann").await["row"].clone();
    assert_eq!((&ann["title"], &ann["email"], &ann["company"]), (&json!("Buyer"), &json!("ann@a.example"), &json!("Initech")));
    let bad = json!({ "id": told["id"], "columns": columns(&told), "mode": "both", "dates": null, "rules": null });
    assert_eq!(test.try_call("import_remap", bad).await.unwrap_err().code, "imports.not_checked");
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_that_name_no_field_are_refused_and_the_former_ones_stay() {
    let test = TestApp::open().await;
    let checked = check(&test, "c.csv", "Email\nann@a.example\n", "both").await;
    let mut rules = checked["rules"].clone();
    rules["policies"] = json!([{ "field": "deleted_at", "policy": "never" }]);
    let request = json!({ "id": checked["id"], "columns": columns(&checked), "mode": "both", "dates": null, "rules": rules });
    assert_eq!(test.try_call("import_remap", request).await.unwrap_err().code, "imports.bad_rules");
    assert_eq!(test.call("import_get", json!({ "id": checked["id"] })).await["rules"], checked["rules"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_seller_says_by_what_people_are_the_same() {
    let test = TestApp::open().await;
    add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("phone", "+33 6 39 98 12 40")]).await;
    let file = "Prénom;Nom;Téléphone\nAnnie;Lee-Martin;06 39 98 12 40\n";
    let checked = check(&test, "t.csv", file, "both").await;
    assert_eq!(tally(&checked), [1, 1, 0, 0, 0, 0], "a number tells nothing by itself");
    let told = ruled(&test, &checked, json!({ "keys": ["phone"], "usual": "fill" })).await;
    assert_eq!(tally(&told), [1, 0, 0, 1, 0, 0], "06 is a French number on a French desk");
    assert_eq!(rows(&test, &told, "unchanged").await[0]["reason"]["code"], "imports.by_phone");
    assert_eq!(tally(&apply(&test, &told).await), [1, 0, 0, 1, 0, 0]);
    assert_eq!(list(&test, "", json!([])).await.len(), 1);
    // Of another country the number is another one.
    let abroad = check(&test, "b.csv", file, "both").await;
    let request = json!({ "id": abroad["id"], "reading": { "country": "IT" }, "fresh": false });
    let abroad = test.call("import_reread", request).await;
    assert_eq!((tally(&abroad)[1], &abroad["rules"]["keys"]), (1, &json!(["phone"])), "{abroad}");
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_of_a_file_gets_its_tags_its_list_and_its_source_and_undo_takes_them_back() {
    let test = TestApp::open().await;
    add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("email", "ann@a.example")]).await;
    let file = "First name,Email,Tags\nAnn,ann@a.example,VIP; Salon\nBob,bob@b.example,\n";
    let checked = check(&test, "t.csv", file, "both").await;
    let told = ruled(&test, &checked, json!({ "tags": [" Salon 2026 ", ""], "list": "À rappeler", "source": "Salon de Lyon" })).await;
    assert_eq!(told["rules"]["tags"], json!(["Salon 2026"]));
    let done = apply(&test, &told).await;
    let tagged = |name: &'static str| {
        let test = &test;
        async move { names(&list(test, "", json!([{ "field": "tag", "op": "is", "value": name }])).await) }
    };
    assert_eq!(tagged("salon 2026").await, ["Bob", "Ann Lee"]);
    assert_eq!(tagged("VIP").await, ["Ann Lee"]);
    let listed = list(&test, "", json!([{ "field": "list", "op": "is", "value": "a rappeler" }])).await;
    assert_eq!(names(&listed), ["Bob", "Ann Lee"]);
    assert_eq!(find(&test, "Bob").await["sourceDetail"], "Salon de Lyon");
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(tagged("VIP").await, Vec::<String>::new());
    assert_eq!(names(&list(&test, "", json!([])).await), ["Ann Lee"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_keeps_what_was_typed_until_the_seller_chooses_the_file() {
    let test = TestApp::open().await;
    for (first, last) in [("Ann", "Lee"), ("Bob", "Roy")] {
        add(&test, &[("first_name", first), ("last_name", last), ("company", "Acme"), ("title", "Buyer")]).await;
    }
    let file = "First name,Last name,Company,Job title\nAnn,Lee,Acme,CEO\nBob,Roy,Acme,CFO\nZoe,New,Acme,CTO\n";
    let checked = check(&test, "t.csv", file, "both").await;
    assert_eq!((tally(&checked), &checked["conflicts"]), ([3, 1, 0, 2, 0, 0], &json!(2)));
    let conflicts = only(&test, &checked, "conflicts").await;
    assert_eq!(conflicts.iter().map(|row| row["line"].clone()).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(conflicts[0]["changes"][0], json!({ "field": "title", "old": "Buyer", "new": "CEO", "kept": true, "typed": true }));
    let choose = |n: Value, file: bool| json!({ "id": checked["id"], "n": n, "field": null, "file": file });
    let chosen = test.call("import_row_choose", choose(json!(1), true)).await;
    assert_eq!((tally(&chosen), &chosen["conflicts"]), ([3, 1, 1, 1, 0, 0], &json!(2)), "still a conflict, decided");
    let all = test.call("import_row_choose", choose(Value::Null, true)).await;
    assert_eq!(tally(&all), [3, 1, 2, 0, 0, 0]);
    let back = test.call("import_row_choose", choose(json!(2), false)).await;
    assert_eq!(tally(&back), [3, 1, 1, 1, 0, 0]);
    // A choice stands when everything is checked again.
    let again = ruled(&test, &back, json!({})).await;
    assert_eq!(tally(&again), [3, 1, 1, 1, 0, 0]);
    assert_eq!(test.try_call("import_row_choose", choose(json!(3), true)).await.unwrap_err().code, "imports.no_row");
    assert_eq!(tally(&apply(&test, &again).await), [3, 1, 1, 1, 0, 0]);
    assert_eq!((&find(&test, "Ann").await["row"]["title"], &find(&test, "Bob").await["row"]["title"]), (&json!("CEO"), &json!("Buyer")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_cell_is_corrected_in_place_and_its_line_counted_anew() {
    let test = TestApp::open().await;
    add(&test, &[("first_name", "Ann"), ("email", "ann@a.example")]).await;
    let file = "Email,First name,Job title\nann(at)a.example,,Buyer\nzoe@z.example,Zoe,CEO\nbob@b.example,Bob,\n";
    let checked = check(&test, "t.csv", file, "both").await;
    assert_eq!(tally(&checked), [3, 2, 0, 0, 0, 1]);
    let edit = |n: u32, column: u32, value: &str| json!({ "id": checked["id"], "n": n, "column": column, "value": value });
    let done = test.call("import_row_edit", edit(1, 0, "ann@a.example")).await;
    assert_eq!((tally(&done["import"]), done["row"]["plan"].as_str()), ([3, 2, 1, 0, 0, 0], Some("update")), "{done}");
    // Bob's address turns out to be Zoe's: one of the two lines is a later one, whichever was corrected.
    let twice = test.call("import_row_edit", edit(3, 0, "ZOE@z.example")).await;
    assert_eq!((tally(&twice["import"]), twice["row"]["reason"]["code"].as_str()), ([3, 1, 1, 0, 1, 0], Some("imports.duplicate_in_file")));
    let apart = test.call("import_row_edit", edit(2, 0, "cleo@z.example")).await;
    assert_eq!(tally(&apart["import"]), [3, 2, 1, 0, 0, 0], "the later line stands on its own again");
    assert_eq!(test.try_call("import_row_edit", edit(9, 0, "x")).await.unwrap_err().code, "imports.no_row");
    assert_eq!(test.try_call("import_row_edit", edit(1, 3, "x")).await.unwrap_err().code, "imports.no_row");
    assert_eq!(tally(&apply(&test, &checked).await), [3, 2, 1, 0, 0, 0]);
    assert_eq!(find(&test, "Ann").await["row"]["title"], "Buyer");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_is_taken_out_stays_out_and_a_later_one_of_the_same_person_stands_for_it() {
    let test = TestApp::open().await;
    let file = "Email,Job title\nann@a.example,Buyer\nann@a.example,CEO\n";
    let checked = check(&test, "t.csv", file, "both").await;
    assert_eq!(tally(&checked), [2, 1, 0, 0, 1, 0]);
    let leave = |out: bool| json!({ "id": checked["id"], "n": 1, "out": out });
    let out = test.call("import_row_leave", leave(true)).await;
    assert_eq!((tally(&out["import"]), out["row"]["reason"]["code"].as_str()), ([2, 1, 0, 0, 1, 0], Some("imports.taken_out")));
    let again = ruled(&test, &out["import"], json!({})).await;
    assert_eq!(rows(&test, &again, "skip").await[0]["line"], 2, "also when everything is checked again");
    assert_eq!(tally(&apply(&test, &again).await), [2, 1, 0, 0, 1, 0]);
    assert_eq!(find(&test, "ann").await["row"]["title"], "CEO");
    let back = check(&test, "u.csv", "Email\nbob@b.example\n", "both").await;
    let request = |out: bool| json!({ "id": back["id"], "n": 1, "out": out });
    test.call("import_row_leave", request(true)).await;
    assert_eq!(tally(&test.call("import_row_leave", request(false)).await["import"]), [1, 1, 0, 0, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn those_on_the_do_not_contact_list_stand_together_and_pages_go_on_by_number() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "n3@a.example")]).await;
    test.call("people_suppress", json!({ "ids": [id(&ann)], "note": "by phone" })).await;
    test.call("people_delete", json!({ "kind": "ids", "ids": [id(&ann)] })).await;
    let lines: String = (1..=7).map(|n| format!("n{n}@a.example\n")).collect();
    let checked = check(&test, "t.csv", format!("Email\n{lines}"), "both").await;
    let held = only(&test, &checked, "do_not_contact").await;
    assert_eq!((held.len(), held[0]["email"].as_str(), checked["suppressed"].as_u64()), (1, Some("n3@a.example"), Some(1)));
    let page = |after: Value| json!({ "id": checked["id"], "plan": "create", "after": after, "offset": 0, "limit": 3 });
    let mut seen = Vec::new();
    let mut after = Value::Null;
    loop {
        let rows = test.call("import_rows", page(after)).await;
        let rows = rows.as_array().unwrap().clone();
        let Some(last) = rows.last() else { break };
        after = last["n"].clone();
        seen.extend(rows.iter().map(|row| row["n"].as_u64().unwrap()));
    }
    assert_eq!(seen, [1, 2, 3, 4, 5, 6, 7]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_read_again_as_told_without_being_chosen_again() {
    let test = TestApp::open().await;
    let file = "Prénom;Nom;E-mail;Date d'ajout\nHélène;Jourdan;h@j.example;03/09/2026\nZoé;Roy;z@r.example;04/09/2026\n";
    let bytes: Vec<u8> = file.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let checked = check(&test, "t.csv", &bytes, "both").await;
    assert_eq!((checked["encoding"].as_str(), checked["readable"].as_bool()), (Some("windows-1252"), Some(true)), "{checked}");
    let ask = |reading: Value| json!({ "id": checked["id"], "reading": reading });
    let seen = test.call("import_preview", ask(json!({}))).await;
    assert_eq!(seen["rows"][0]["cells"][0], "Hélène");
    let rival = |value: &str| {
        let rivals: Vec<Value> = [&seen["encodings"], &seen["delimiters"]].iter().flat_map(|all| all.as_array().unwrap().clone()).collect();
        rivals.into_iter().find(|rival| rival["value"] == value).unwrap()
    };
    assert_eq!((rival("windows-1252")["detected"].as_bool(), rival("windows-1252")["sample"].as_str()), (Some(true), Some("Hélène")));
    assert!(rival("UTF-8")["broken"].as_u64() > Some(0), "{seen}");
    assert_eq!((&rival("semicolon")["columns"], &rival("semicolon")["detected"]), (&json!(4), &json!(true)));
    assert_eq!(seen["rows"][0]["understood"], json!([{ "column": 3, "value": "2026-09-03" }]));
    let american = test.call("import_preview", ask(json!({ "dates": "month_first" }))).await;
    assert_eq!(american["rows"][0]["understood"][0]["value"], "2026-03-09");
    assert_eq!(test.call("import_get", json!({ "id": checked["id"] })).await, checked, "a look keeps nothing");

    let reread = |reading: Value| json!({ "id": checked["id"], "reading": reading, "fresh": false });
    let wrong = test.call("import_reread", reread(json!({ "encoding": "macintosh" }))).await;
    assert_eq!((wrong["encoding"].as_str(), wrong["reading"]["encoding"].as_str()), (Some("macintosh"), Some("macintosh")));
    assert_ne!(rows(&test, &wrong, "create").await[0]["cells"][0], "Hélène");
    assert_eq!(test.try_call("import_reread", reread(json!({ "headerLine": 40 }))).await.unwrap_err().code, "imports.no_header");
    let right = test.call("import_reread", reread(json!({ "dates": "month_first", "encoding": null }))).await;
    assert_eq!((tally(&right), right["encoding"].as_str()), ([2, 2, 0, 0, 0, 0], Some("windows-1252")));
    apply(&test, &right).await;
    assert_eq!(find(&test, "Jourdan").await["row"]["addedOn"], "2026-03-09");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_from_the_clipboard_are_a_table_like_any_other() {
    let test = TestApp::open().await;
    let paste = |text: &str| json!({ "path": "Pasted rows", "readAs": "auto", "mode": "both", "text": text });
    let checked = test.call("import_open", paste("First name\tEmail\nAnn\tann@a.example\n")).await;
    assert_eq!((tally(&checked), checked["delimiter"].as_str()), ([1, 1, 0, 0, 0, 0], Some("tab")));
    let again = test.call("import_reread", json!({ "id": checked["id"], "reading": { "delimiter": "tab" }, "fresh": true })).await;
    assert_eq!(tally(&again), [1, 1, 0, 0, 0, 0], "what was pasted can be read again");
    apply(&test, &again).await;
    assert_eq!(names(&list(&test, "", json!([])).await), ["Ann"]);
    assert_eq!(test.try_call("import_open", paste(" ")).await.unwrap_err().code, "imports.empty_file");
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_and_rules_are_remembered_by_the_names_of_the_columns() {
    let test = TestApp::open().await;
    let first = check(&test, "odd.csv", "Alpha,Beta\nann@a.example,Ann Lee\n", "both").await;
    let request = json!({ "id": first["id"], "columns": ["email", "full_name"], "mode": "both", "dates": null,
        "rules": { "keys": ["email"], "usual": "fill", "policies": [], "tags": ["Salon"], "list": "", "source": "" } });
    apply(&test, &test.call("import_remap", request).await).await;
    let second = check(&test, "other.csv", "ALPHA,Beta\nbob@b.example,Bob Roy\n", "both").await;
    assert_eq!(columns(&second), ["email", "full_name"]);
    assert_eq!((&second["rules"]["keys"], &second["remembered"]["fileName"]), (&json!(["email"]), &json!("odd.csv")));
    assert_eq!(tally(&second), [1, 1, 0, 0, 0, 0]);
    let fresh = test.call("import_reread", json!({ "id": second["id"], "reading": {}, "fresh": true })).await;
    assert_eq!((columns(&fresh), fresh["remembered"].is_null()), (vec![Value::Null, Value::Null], true));
    // Asked for, the settings serve a file of other columns too, as far as they have the same names.
    let path = test.file("more.csv", "Beta,Alpha,Gamma\nCy Day,cy@c.example,x\n");
    let like = json!({ "path": path, "readAs": "auto", "mode": "both", "like": first["id"] });
    let like = test.call("import_open", like).await;
    assert_eq!(columns(&like), vec![json!("full_name"), json!("email"), Value::Null]);
    assert_eq!(like["rules"]["tags"], json!(["Salon"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn deleting_an_import_takes_back_what_only_it_brought() {
    let test = TestApp::open().await;
    add(&test, &[("first_name", "Zoe"), ("email", "zoe@z.example")]).await;
    let done =
        import(&test, "t.csv", "First name,Email,Job title\nAnn,ann@a.example,Buyer\nBob,bob@b.example,CEO\nZoe,zoe@z.example,CTO\n").await;
    assert_eq!(tally(&done), [3, 2, 1, 0, 0, 0]);
    edit(&test, &find(&test, "Bob").await, &[("title", "Chairman")]).await;
    let deleted = test.call("import_delete", json!({ "id": done["id"] })).await;
    assert_eq!(deleted["kept"].as_array().unwrap().len(), 1, "{deleted}");
    assert_eq!(deleted["kept"][0]["label"], "Bob");
    assert_eq!(names(&list(&test, "", json!([])).await), ["Bob", "Zoe"]);
    assert_eq!(find(&test, "Zoe").await["row"]["title"], "");
    assert!(test.call("import_list", json!({})).await.as_array().unwrap().is_empty());
    assert_eq!(test.try_call("import_get", json!({ "id": done["id"] })).await.unwrap_err().code, "imports.not_found");
    // One that wrote nothing only goes from the list.
    let checked = check(&test, "u.csv", "Email\ncy@c.example\n", "both").await;
    assert_eq!(test.call("import_delete", json!({ "id": checked["id"] })).await, json!({ "restored": 0, "kept": [] }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_goes_to_a_field_of_the_sellers_own() {
    let test = TestApp::open().await;
    let field = |name: &str, kind: &str| json!({ "of": "people", "name": name, "kind": kind });
    let size = test.call("fields_create", field("Deal size", "number")).await["id"].clone();
    let met = test.call("fields_create", field("Met on", "date")).await["id"].clone();
    let file = "Prénom;E-mail;DEAL SIZE;Rencontre\nAnn;ann@a.example;1 234,5;03/09/2026\nBob;bob@b.example;a lot;\n";
    let checked = check(&test, "t.csv", file, "both").await;
    let custom = |id: &Value| json!(format!("custom:{}", id.as_str().unwrap()));
    assert_eq!(columns(&checked)[2..], [custom(&size), Value::Null], "the field of that name is taken");
    assert_eq!(checked["warnings"][0]["code"], "imports.own_left_out", "{checked}");
    let with = |columns: Value| json!({ "id": checked["id"], "columns": columns, "mode": "both" });
    let twice = json!(["first_name", "email", custom(&size), custom(&size)]);
    assert_eq!(test.try_call("import_remap", with(twice)).await.unwrap_err().code, "imports.bad_mapping");
    let mapped = test.call("import_remap", with(json!(["first_name", "email", custom(&size), custom(&met)]))).await;
    apply(&test, &mapped).await;
    let values = |person: Value| person["row"]["custom"].as_array().unwrap().clone();
    let is = |field: &Value, value: &str| json!({ "field": field, "value": value });
    assert_eq!(values(find(&test, "Ann").await), [is(&size, "1234.5"), is(&met, "2026-09-03")]);
    assert_eq!(values(find(&test, "Bob").await), Vec::<Value>::new());
    // A value that is there stays, unless the rules say otherwise.
    let later = check(&test, "u.csv", "E-mail;Deal size\nann@a.example;7\nbob@b.example;8\n", "both").await;
    apply(&test, &later).await;
    assert_eq!(values(find(&test, "Ann").await)[0], is(&size, "1234.5"));
    assert_eq!(values(find(&test, "Bob").await), [is(&size, "8")]);
    let over = check(&test, "v.csv", "E-mail;Deal size\nann@a.example;7\n", "both").await;
    let done = apply(&test, &ruled(&test, &over, json!({ "usual": "overwrite_typed" })).await).await;
    assert_eq!(values(find(&test, "Ann").await)[0], is(&size, "7"));
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(values(find(&test, "Ann").await)[0], is(&size, "1234.5"));
}
