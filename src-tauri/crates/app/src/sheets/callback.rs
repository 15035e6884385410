use super::consent::Consent;
use super::page::{Page, answer};
use secrecy::{ExposeSecret, SecretString};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use url::Url;

/// Largest request head read, in bytes: Google's answer has a few hundred.
const LARGEST_HEAD: usize = 16_384;
/// A browser that opens a connection and says nothing is not waited for longer.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// A port of this machine that waits for Google's one answer (RFC 8252 section 7.3).
pub struct Waiting {
    listener: TcpListener,
    gate: Arc<Gate>,
}

/// What an answer must match.
struct Gate {
    host: String,
    path: String,
    state: SecretString,
    french: bool,
}

/// What the browser brought back.
#[derive(Debug)]
pub enum Answer {
    /// Consent, with the files that were picked.
    Code {
        /// Authorisation code, to be exchanged once.
        code: SecretString,
        /// Ids of picked files.
        picked: Vec<String>,
    },
    /// An error code such as `access_denied`.
    Error(String),
}

impl Waiting {
    /// Opens a port: any free one with `port` 0.
    ///
    /// # Errors
    /// The port is taken, or listening is not allowed.
    pub async fn open(port: u16, consent: &Consent, french: bool) -> std::io::Result<Self> {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        let host = format!("127.0.0.1:{}", listener.local_addr()?.port());
        let gate = Gate { host, path: consent.path.clone(), state: consent.state.clone(), french };
        Ok(Self { listener, gate: Arc::new(gate) })
    }

    /// Where Google sends the browser back to.
    pub fn redirect_uri(&self) -> String {
        format!("http://{}{}", self.gate.host, self.gate.path)
    }

    /// Waits for the one answer that matches; everything else that knocks is turned away and changes nothing. The port is closed with it.
    pub async fn answer(self) -> Answer {
        let (found, mut answers) = mpsc::channel(1);
        loop {
            tokio::select! {
                Some(answer) = answers.recv() => return answer,
                accepted = self.listener.accept() => {
                    let Ok((stream, _)) = accepted else {
                        tokio::time::sleep(Duration::from_millis(50)).await;
                        continue;
                    };
                    // each by itself: browsers open connections ahead and say nothing on them
                    let (gate, found) = (Arc::clone(&self.gate), found.clone());
                    tokio::spawn(async move { serve(stream, &gate, &found).await });
                }
            }
        }
    }
}

async fn serve(mut stream: TcpStream, gate: &Gate, found: &mpsc::Sender<Answer>) {
    let head = tokio::time::timeout(HEAD_TIME, read_head(&mut stream)).await.ok().flatten();
    let read = head.and_then(|head| gate.read(&head));
    let page = match &read {
        Some(Answer::Code { .. }) => Page::Taken,
        Some(Answer::Error(_)) => Page::Refused,
        None => Page::Stranger,
    };
    // the answer counts even when the browser does not wait for its page
    let _ = stream.write_all(answer(page, gate.french).as_bytes()).await;
    let _ = stream.shutdown().await;
    if let Some(read) = read {
        let _ = found.try_send(read);
    }
}

async fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut chunk = [0; 2_048];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let n = stream.read(&mut chunk).await.ok().filter(|n| *n > 0)?;
        head.extend_from_slice(chunk.get(..n)?);
        if head.len() > LARGEST_HEAD {
            return None;
        }
    }
    String::from_utf8(head).ok()
}

impl Gate {
    fn read(&self, head: &str) -> Option<Answer> {
        let mut lines = head.split("\r\n");
        let mut request = lines.next()?.split(' ');
        let (method, target, version) = (request.next()?, request.next()?, request.next()?);
        let hosts: Vec<&str> = lines
            .filter_map(|line| line.split_once(':'))
            .filter(|(name, _)| name.eq_ignore_ascii_case("host"))
            .map(|(_, v)| v.trim())
            .collect();
        // another name for this machine is another site to a browser (DNS rebinding)
        if method != "GET" || !version.starts_with("HTTP/1.") || hosts != [self.host.as_str()] || !target.starts_with('/') {
            return None;
        }
        let url = Url::parse(&format!("http://{}{target}", self.host)).ok()?;
        if url.path() != self.path {
            return None;
        }
        let once = |name: &str| {
            let mut values = url.query_pairs().filter(|(key, _)| key == name).map(|(_, value)| value.into_owned());
            values.next().filter(|_| values.next().is_none())
        };
        if !same(&once("state")?, self.state.expose_secret()) {
            return None;
        }
        if let Some(error) = once("error") {
            return Some(Answer::Error(error.chars().filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c)).take(60).collect()));
        }
        let code = once("code").filter(|code| !code.is_empty())?;
        let picked = once("picked_file_ids").unwrap_or_default();
        let picked = picked.split(',').map(str::trim).filter(|id| super::attach::is_id(id)).map(str::to_owned).collect();
        Some(Answer::Code { code: code.into(), picked })
    }
}

/// Compares in a time that does not tell where they differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |acc, (x, y)| acc | (x ^ y)) == 0
}

#[cfg(test)]
#[path = "callback_tests.rs"]
mod tests;
