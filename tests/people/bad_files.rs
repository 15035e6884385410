use crate::support::list;
use serde_json::json;
use testkit::TestApp;

async fn refused(test: &TestApp, name: &str, content: &[u8]) -> String {
    let path = test.file(name, content);
    let error = test.try_call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await.unwrap_err();
    error.code
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_file_is_refused_with_its_reason_and_changes_nothing() {
    let test = TestApp::open().await;
    let mut progress = test.app.progress();
    let columns = format!("First Name,{}\nAnn,x\n", (0..10_000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(","));
    let mut unbalanced = String::from("First Name,Last Name,Email\n");
    (0..5_000).for_each(|n| unbalanced.push_str(&format!("Ann{n},Lee,a{n}@b.example\n")));
    unbalanced.push_str("Bob,\"Roy,bob@b.example\n");
    (0..5_000).for_each(|n| unbalanced.push_str(&format!("Zoe{n},Lee,z{n}@b.example\n")));
    for (name, content, code) in [
        ("empty.csv", &b""[..], "imports.empty_file"),
        ("header.csv", b"First Name,Last Name,Email\r\n\r\n", "imports.no_rows"),
        ("letter.xlsx", b"hello world\n", "imports.no_rows"),
        ("image.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "imports.not_text"),
        ("wide.csv", columns.as_bytes(), "imports.too_many_columns"),
        ("quotes.csv", unbalanced.as_bytes(), "imports.unclosed_quote"),
        ("page.csv", b"<!DOCTYPE html><html><body>Sign in</body></html>", "imports.web_page"),
        ("broken.zip", b"PK\x03\x04nothing", "imports.archive_damaged"),
    ] {
        assert_eq!(refused(&test, name, content).await, code, "{name}");
    }
    let absent = json!({ "path": test.folder().join("absent.csv"), "readAs": "auto", "mode": "both" });
    assert_eq!(test.try_call("import_open", absent).await.unwrap_err().code, "imports.unreadable_file");
    assert!(list(&test, "", json!([])).await.is_empty());
    assert_eq!(test.call("import_list", json!({})).await, json!([]), "none of them became an import");
    let mut codes = Vec::new();
    while let Ok(staged) = progress.try_recv() {
        let kept = test.call("import_get", json!({ "id": staged.id })).await;
        assert_eq!(kept["state"], "failed");
        codes.push(kept["failure"]["code"].clone());
        let rows = json!({ "id": staged.id, "plan": null, "offset": 0, "limit": 500 });
        assert_eq!(test.call("import_rows", rows).await, json!([]), "what was staged is gone");
    }
    assert!(codes.contains(&json!("imports.unclosed_quote")), "{codes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_a_gigabyte_is_refused_unread() {
    let test = TestApp::open().await;
    let path = test.file("huge.csv", "First Name,Email\n");
    std::fs::File::options().write(true).open(&path).unwrap().set_len(1 << 30).unwrap();
    let began = std::time::Instant::now();
    let request = json!({ "path": path, "readAs": "auto", "mode": "both" });
    let error = test.try_call("import_open", request).await.unwrap_err();
    assert_eq!((error.code.as_str(), error.params["size"].as_str()), ("imports.file_too_large", "1024"));
    assert!(began.elapsed() < std::time::Duration::from_secs(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_not_taken_for_linkedins() {
    let test = TestApp::open().await;
    let path = test.file("p.csv", "Email\nann@a.example\n");
    let error = test.try_call("import_open", json!({ "path": path, "readAs": "linkedin", "mode": "both" })).await.unwrap_err();
    assert_eq!(error.code, "imports.not_linkedin");
}
