//! Files go in, and come out as they went in.

use crate::support::{add, bytes, list, names, of, person, rows, saved};
use serde_json::{Value, json};
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_out_byte_for_byte_and_stands_nowhere_in_the_clear_meanwhile() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    let content = bytes(3 * 1024 * 1024 + 17);
    let (large, small) = (test.file("plan.bin", &content), test.file("empty.txt", b""));
    let added = add(&test, &ann, &[&large, &small]).await;
    assert_eq!((added["added"].as_u64(), added["refused"].as_array().map(Vec::len)), (Some(2), Some(0)));
    let files = list(&test, "person", &ann).await;
    let plan = files.iter().find(|file| file["name"] == "plan.bin").unwrap();
    assert_eq!(
        (plan["size"].as_u64(), plan["by"].as_str(), plan["there"].as_bool()),
        (Some(content.len() as u64), Some("seller"), Some(true))
    );
    assert_eq!(saved(&test, plan, "out.bin").await, content);
    let empty = files.iter().find(|file| file["name"] == "empty.txt").unwrap();
    assert_eq!(saved(&test, empty, "out.txt").await, b"");
    assert_eq!(std::fs::read(&large).unwrap(), content, "it stays where it was");
    // A marker of the contents is in no file of the desk's folder, nor is any part of a file left beside the place it was saved to.
    let marker = &content[1_000_000..1_000_032];
    for entry in std::fs::read_dir(test.folder().join("desk")).unwrap() {
        let path = entry.unwrap().path();
        let held = if path.is_file() { std::fs::read(&path).unwrap() } else { Vec::new() };
        assert!(!held.windows(marker.len()).any(|some| some == marker), "{}", path.display());
    }
    assert!(!test.folder().join("out.bin.part").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_told_and_the_rest_is_added() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    let large = test.folder().join("film.mp4");
    std::fs::File::create(&large).unwrap().set_len(25 * 1024 * 1024 + 1).unwrap();
    let (missing, good) = (test.folder().join("missing.pdf"), test.file("offer.pdf", b"an offer"));
    // Opening a pipe waits for somebody who writes into it: it is never opened.
    let pipe = test.folder().join("pipe.pdf");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let added = add(&test, &ann, &[&large, test.folder(), &missing, &pipe, &good]).await;
    let refused: Vec<_> = added["refused"].as_array().unwrap().iter().map(|one| one["reason"]["code"].as_str().unwrap()).collect();
    assert_eq!(refused, ["files.too_large", "files.unreadable", "files.unreadable", "files.unreadable"]);
    assert_eq!(added["refused"][0]["reason"]["params"], json!({ "name": "film.mp4", "limit": "25" }));
    assert_eq!((added["added"].as_u64(), names(&test, &ann).await), (Some(1), vec!["offer.pdf".to_owned()]));
    let try_add =
        async |paths: Value| test.try_call("files_add", json!({ "of": of("person", &ann), "paths": paths })).await.unwrap_err().code;
    assert_eq!(try_add(json!([large])).await, "files.too_large");
    assert_eq!(try_add(json!([])).await, "files.none");
    let nobody = json!("0190aaaa-0000-7000-8000-000000000001");
    let refused = test.try_call("files_add", json!({ "of": of("company", &nobody), "paths": [good] })).await.unwrap_err();
    assert_eq!(refused.code, "files.no_record");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_contents_are_kept_once_whoever_has_them() {
    let test = TestApp::open().await;
    let (ann, bob) = (person(&test, "Ann", "Lee").await, person(&test, "Bob", "Roe").await);
    let (one, other) = (test.file("terms.pdf", b"the same terms"), test.file("conditions.pdf", b"the same terms"));
    add(&test, &ann, &[&one, &other]).await;
    add(&test, &bob, &[&one]).await;
    assert_eq!((rows(&test, "file").await, rows(&test, "file_content").await, rows(&test, "file_chunk").await), (3, 1, 1));
    assert_eq!(add(&test, &bob, &[&one]).await["added"], 0, "one that is there already is not added again");
    assert_eq!(saved(&test, &list(&test, "person", &bob).await[0], "out.pdf").await, b"the same terms");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_name_is_shown_for_what_it_is_and_saved_under_a_safe_one() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    add(&test, &ann, &[&test.file("a.txt", b"hello")]).await;
    let id = list(&test, "person", &ann).await[0]["id"].clone();
    let folder = test.folder().join("out");
    std::fs::create_dir(&folder).unwrap();
    for (name, shown, safe) in [
        ("../../a\u{7}.txt", "../../a\u{fffd}.txt", "_.._.._a_.txt"),
        ("invoice\u{202e}fdp.exe", "invoice\u{fffd}fdp.exe", "invoice_fdp.exe"),
        ("CON", "CON", "_CON"),
        ("  devis été.pdf ", "devis été.pdf", "devis été.pdf"),
    ] {
        let renamed = test.call("files_rename", json!({ "id": id, "name": name })).await;
        assert_eq!((renamed["name"].as_str(), renamed["saveAs"].as_str()), (Some(shown), Some(safe)));
        for expected in [safe.to_owned(), domain::files::numbered(safe, 2)] {
            let done = test.call("files_save", json!({ "id": id, "path": folder })).await;
            assert_eq!(done["path"].as_str(), folder.join(&expected).to_str(), "what is there is not replaced");
            assert_eq!(std::fs::read(folder.join(expected)).unwrap(), b"hello");
        }
    }
    for (name, code) in [("   ", "files.no_name"), (&"x".repeat(401), "files.name_too_long")] {
        assert_eq!(test.try_call("files_rename", json!({ "id": id, "name": name })).await.unwrap_err().code, code);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_holds_the_files() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    let content = bytes(700_000);
    add(&test, &ann, &[&test.file("plan.bin", &content)]).await;
    let backup = test.call("backup_create", json!({ "path": "" })).await["path"].clone();
    let file = list(&test, "person", &ann).await[0].clone();
    test.call("files_remove", json!({ "ids": [file["id"]] })).await;
    test.call("trash_empty", json!({})).await;
    test.call("backup_restore", json!({ "path": backup, "secret": "" })).await;
    assert_eq!(saved(&test, &list(&test, "person", &ann).await[0], "out.bin").await, content);
}
