use super::*;

fn consent() -> Consent {
    Consent { state: "st-1".to_owned().into(), verifier: "v".to_owned().into(), path: "/back".into() }
}

/// Sends one raw request and returns the status line's code.
async fn knock(port: u16, request: String) -> u16 {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}

fn get(port: u16, target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n\r\n")
}

async fn open() -> (u16, tokio::task::JoinHandle<Answer>) {
    let waiting = Waiting::open(0, &consent(), true).await.unwrap();
    let port = waiting.listener.local_addr().unwrap().port();
    assert_eq!(waiting.redirect_uri(), format!("http://127.0.0.1:{port}/back"));
    (port, tokio::spawn(waiting.answer()))
}

#[tokio::test]
async fn the_matching_answer_is_taken_and_the_port_is_closed() {
    let (port, answer) = open().await;
    assert_eq!(knock(port, get(port, "/back?state=st-1&code=c%2F1&picked_file_ids=s1,../x,s2")).await, 200);
    let Answer::Code { code, picked } = answer.await.unwrap() else { panic!("no code") };
    assert_eq!((code.expose_secret(), picked), ("c/1", vec!["s1".to_owned(), "s2".to_owned()]));
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err(), "a second answer finds nobody");
}

#[tokio::test]
async fn everything_else_is_turned_away_and_the_right_answer_still_counts() {
    let (port, answer) = open().await;
    for target in [
        "/back?state=wrong&code=c",
        "/back?code=c",
        "/back?state=st-1",
        "/back?state=st-1&code=",
        "/other?state=st-1&code=c",
        "/?state=st-1&code=c",
        "/back?state=st-1&state=st-1&code=c",
        "/back?state=st-1&code=a&code=b",
        "/back/?state=st-1&code=c",
    ] {
        assert_eq!(knock(port, get(port, target)).await, 400, "{target}");
    }
    let good = "/back?state=st-1&code=c";
    for (what, request) in [
        ("another host", format!("GET {good} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n")),
        ("a rebound name", format!("GET {good} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n")),
        ("two hosts", format!("GET {good} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n")),
        ("no host", format!("GET {good} HTTP/1.1\r\n\r\n")),
        ("a post", format!("POST {good} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")),
        ("garbage", "\u{1}\u{2}\r\n\r\n".to_owned()),
    ] {
        assert_eq!(knock(port, request).await, 400, "{what}");
    }
    let silent = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    assert_eq!(knock(port, get(port, good)).await, 200);
    assert!(matches!(answer.await.unwrap(), Answer::Code { .. }));
    drop(silent);
}

#[tokio::test]
async fn a_refusal_in_googles_page_is_an_answer() {
    let (port, answer) = open().await;
    assert_eq!(knock(port, get(port, "/back?state=st-1&error=access_denied")).await, 200);
    assert!(matches!(answer.await.unwrap(), Answer::Error(error) if error == "access_denied"));
}

#[tokio::test]
async fn a_head_that_never_ends_is_not_read_for_ever() {
    let (port, _answer) = open().await;
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let _ = stream.write_all("x".repeat(40_000).as_bytes()).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 400"));
}

#[tokio::test]
async fn a_taken_port_is_an_error() {
    let first = Waiting::open(0, &consent(), false).await.unwrap();
    let port = first.listener.local_addr().unwrap().port();
    assert!(Waiting::open(port, &consent(), false).await.is_err());
}
