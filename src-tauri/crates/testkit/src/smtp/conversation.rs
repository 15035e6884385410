use super::{Act, At, Event, Memory, Setup, Taken, lock};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

trait Pipe: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Pipe for T {}

/// The conversation is over.
struct Over;

struct Conversation {
    pipe: Box<dyn Pipe>,
    unread: Vec<u8>,
    setup: Setup,
    memory: Arc<Mutex<Memory>>,
    connection: usize,
    offers_tls: bool,
    from: String,
    to: String,
}

pub(super) async fn serve(stream: TcpStream, setup: Setup, memory: Arc<Mutex<Memory>>, connection: usize) {
    let _ = stream.set_nodelay(true);
    let implicit = setup.identity.clone().filter(|_| setup.implicit_tls);
    let pipe: Box<dyn Pipe> = match &implicit {
        Some(identity) => match TlsAcceptor::from(Arc::clone(&identity.config)).accept(stream).await {
            Ok(tls) => Box::new(tls),
            Err(_) => return,
        },
        None => Box::new(stream),
    };
    let offers_tls = setup.identity.is_some() && implicit.is_none();
    let (from, to) = (String::new(), String::new());
    let mut talk = Conversation { pipe, unread: Vec::new(), setup, memory, connection, offers_tls, from, to };
    if talk.answer(At::Greeting, "", "220 scripted ESMTP").await.is_ok() {
        let _ = talk.run().await;
    }
}

impl Conversation {
    async fn run(&mut self) -> Result<(), Over> {
        loop {
            let line = self.line().await?;
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => self.ehlo(&line).await?,
                "STARTTLS" => self.starttls(&line).await?,
                "AUTH" => self.auth(&line).await?,
                "MAIL" => {
                    self.from = between(&line);
                    self.answer(At::Mail, &line, "250 2.1.0 ok").await?;
                }
                "RCPT" => {
                    self.to = between(&line);
                    self.answer(At::Rcpt, &line, "250 2.1.5 ok").await?;
                }
                "DATA" => {
                    if self.answer(At::Data, &line, "354 go").await? {
                        self.message().await?;
                    }
                }
                "RSET" => {
                    self.answer(At::Rset, &line, "250 ok").await?;
                }
                "QUIT" => {
                    self.answer(At::Quit, &line, "221 bye").await?;
                    return Err(Over);
                }
                _ => self.say(b"500 what\r\n").await?,
            }
        }
    }

    async fn ehlo(&mut self, line: &str) -> Result<(), Over> {
        let mut lines = vec!["scripted".to_owned()];
        lines.extend(self.setup.offers.iter().cloned());
        if self.offers_tls {
            lines.push("STARTTLS".to_owned());
        }
        let last = lines.pop().unwrap_or_default();
        let mut reply: String = lines.iter().map(|line| format!("250-{line}\r\n")).collect();
        reply.push_str(&format!("250 {last}"));
        self.answer(At::Ehlo, line, &reply).await.map(|_| ())
    }

    async fn starttls(&mut self, line: &str) -> Result<(), Over> {
        let Some(identity) = self.setup.identity.clone().filter(|_| self.offers_tls) else {
            return self.say(b"502 not offered\r\n").await;
        };
        if !self.answer(At::StartTls, line, "220 go").await? {
            return Ok(());
        }
        let plain = std::mem::replace(&mut self.pipe, Box::new(tokio::io::empty()));
        let tls = TlsAcceptor::from(Arc::clone(&identity.config)).accept(plain).await.map_err(|_| Over)?;
        self.pipe = Box::new(tls);
        self.offers_tls = false;
        Ok(())
    }

    async fn auth(&mut self, line: &str) -> Result<(), Over> {
        let given = if line.to_ascii_uppercase().starts_with("AUTH LOGIN") {
            self.say(b"334 VXNlcm5hbWU6\r\n").await?;
            let user = decoded(&self.line().await?);
            self.say(b"334 UGFzc3dvcmQ6\r\n").await?;
            (user, decoded(&self.line().await?))
        } else {
            let plain = decoded(line.split(' ').nth(2).unwrap_or_default());
            let mut parts = plain.split('\0').skip(1).map(str::to_owned);
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
        };
        let good = self.setup.sign_in.as_ref().is_none_or(|expected| *expected == given);
        self.answer(At::Auth, line, if good { "235 2.7.0 welcome" } else { "535 5.7.8 bad credentials" }).await.map(|_| ())
    }

    async fn message(&mut self) -> Result<(), Over> {
        if self.unread.is_empty() {
            self.fill().await?;
        }
        self.pass(At::Body).await?;
        let mut raw = Vec::new();
        loop {
            let line = self.raw_line().await?;
            if line == b".\r\n" {
                break;
            }
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        match self.act(At::Dot, "") {
            Act::Go => {}
            act => {
                self.perform(act, "250 2.0.0 taken").await?;
                return Ok(());
            }
        }
        let taken = Taken { from: self.from.clone(), to: self.to.clone(), raw };
        lock(&self.memory).taken.push(taken);
        self.answer(At::Accepted, "", "250 2.0.0 taken").await?;
        self.pass(At::Answered).await
    }

    /// Asks the script and gives the good answer or does what it says; whether the good answer was given.
    async fn answer(&mut self, at: At, line: &str, good: &str) -> Result<bool, Over> {
        let act = self.act(at, line);
        self.perform(act, good).await
    }

    async fn perform(&mut self, act: Act, good: &str) -> Result<bool, Over> {
        match act {
            Act::Go => {}
            Act::Wait(time) => tokio::time::sleep(time).await,
            Act::Drop => return Err(Over),
            Act::Stall => std::future::pending().await,
            Act::Say(bytes) => return self.say(&bytes).await.map(|()| false),
            Act::SayAndDrop(bytes) => {
                self.say(&bytes).await?;
                return Err(Over);
            }
        }
        self.say(format!("{good}\r\n").as_bytes()).await.map(|()| true)
    }

    /// A moment without an answer of its own.
    async fn pass(&mut self, at: At) -> Result<(), Over> {
        match self.act(at, "") {
            Act::Go => Ok(()),
            Act::Wait(time) => {
                tokio::time::sleep(time).await;
                Ok(())
            }
            Act::Drop => Err(Over),
            Act::Stall => std::future::pending().await,
            Act::Say(bytes) => self.say(&bytes).await,
            Act::SayAndDrop(bytes) => {
                self.say(&bytes).await?;
                Err(Over)
            }
        }
    }

    fn act(&self, at: At, line: &str) -> Act {
        let nth = {
            let mut memory = lock(&self.memory);
            let count = memory.counts.entry(at).or_default();
            *count += 1;
            *count - 1
        };
        (self.setup.script)(&Event { at, nth, connection: self.connection, line: line.to_owned() })
    }

    async fn say(&mut self, bytes: &[u8]) -> Result<(), Over> {
        self.pipe.write_all(bytes).await.map_err(|_| Over)?;
        self.pipe.flush().await.map_err(|_| Over)
    }

    async fn fill(&mut self) -> Result<(), Over> {
        let mut chunk = [0; 16 * 1024];
        let read = self.pipe.read(&mut chunk).await.map_err(|_| Over)?;
        self.unread.extend(chunk.iter().take(read));
        if read == 0 { Err(Over) } else { Ok(()) }
    }

    async fn raw_line(&mut self) -> Result<Vec<u8>, Over> {
        loop {
            if let Some(end) = self.unread.windows(2).position(|pair| pair == b"\r\n") {
                return Ok(self.unread.drain(..end + 2).collect());
            }
            self.fill().await?;
        }
    }

    async fn line(&mut self) -> Result<String, Over> {
        let bytes = self.raw_line().await?;
        let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned();
        lock(&self.memory).lines.push(line.clone());
        Ok(line)
    }
}

fn between(line: &str) -> String {
    let start = line.find('<').map_or(0, |i| i + 1);
    let rest = line.get(start..).unwrap_or_default();
    rest.split('>').next().unwrap_or_default().to_owned()
}

fn decoded(text: &str) -> String {
    let bytes = BASE64_STANDARD.decode(text.trim()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
