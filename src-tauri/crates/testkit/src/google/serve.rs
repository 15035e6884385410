use super::answer::Answer;
use super::sheets::Request;
use super::{Seen, Trouble, World, oauth};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub(super) async fn serve(listener: TcpListener, world: Arc<Mutex<World>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let world = Arc::clone(&world);
        tokio::spawn(async move { one(stream, &world).await });
    }
}

/// Stands for no answer at all.
const HANGS: u16 = 0;

/// One request per connection: a cut can then be shown by saying nothing.
async fn one(mut stream: TcpStream, world: &Mutex<World>) {
    let Some((head, body)) = read(&mut stream).await else { return };
    let answer = {
        let mut world = world.lock().unwrap_or_else(PoisonError::into_inner);
        answer(&mut world, &head, &body)
    };
    let Some(answer) = answer else { return };
    if answer.status == HANGS {
        std::future::pending::<()>().await;
    }
    let text = answer.body.to_string();
    let wait = answer.retry_after.map(|seconds| format!("Retry-After: {seconds}\r\n")).unwrap_or_default();
    let head = format!(
        "HTTP/1.1 {} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{wait}Connection: close\r\n\r\n",
        answer.status,
        text.len()
    );
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(text.as_bytes()).await;
    let _ = stream.shutdown().await;
}

async fn read(stream: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut data = Vec::new();
    let mut chunk = vec![0; 65_536];
    let end = loop {
        if let Some(at) = data.windows(4).position(|end| end == b"\r\n\r\n") {
            break at + 4;
        }
        let n = stream.read(&mut chunk).await.ok().filter(|n| *n > 0)?;
        data.extend_from_slice(chunk.get(..n)?);
    };
    let head = String::from_utf8(data.get(..end)?.to_vec()).ok()?;
    let length = header(&head, "content-length").and_then(|v| v.parse().ok()).unwrap_or(0_usize);
    while data.len() < end + length {
        let n = stream.read(&mut chunk).await.ok().filter(|n| *n > 0)?;
        data.extend_from_slice(chunk.get(..n)?);
    }
    Some((head, data.get(end..end + length)?.to_vec()))
}

fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines().filter_map(|line| line.split_once(':')).find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// `None` = the connection is cut.
fn answer(world: &mut World, head: &str, body: &[u8]) -> Option<Answer> {
    let mut request = head.split(' ');
    let (method, target) = (request.next()?, request.next()?);
    let path = target.split('?').next().unwrap_or_default();
    match (method, path) {
        ("POST", "/token") => return Some(oauth::token(world, body)),
        ("POST", "/revoke") => return Some(oauth::revoke(world, body)),
        _ => {}
    }
    let Some(call) = path.strip_prefix("/v4").and_then(|path| Request::parse(method, path, body)) else {
        return Some(Answer::refused(404, "NOT_FOUND"));
    };
    let token = header(head, "authorization").and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    if !world.access.contains(token) {
        return Some(Answer::refused(401, "UNAUTHENTICATED"));
    }
    let trouble = world.troubles.get(&world.seen.len()).copied();
    world.seen.push(Seen { kind: call.kind(), bytes: body.len() });
    match trouble {
        None => Some(call.apply(world)),
        Some(Trouble::CutBefore) => None,
        Some(Trouble::CutAfter) => {
            call.apply(world);
            None
        }
        Some(Trouble::Hang) => {
            call.apply(world);
            Some(Answer { status: HANGS, ..Answer::ok(serde_json::Value::Null) })
        }
        Some(Trouble::Status(status, retry_after)) => {
            let reason = if status == 429 { "RESOURCE_EXHAUSTED" } else { "UNAVAILABLE" };
            Some(Answer { retry_after, ..Answer::refused(status, reason) })
        }
    }
}
