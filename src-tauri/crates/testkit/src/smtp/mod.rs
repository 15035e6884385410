//! An SMTP server that does what a test tells it to, and remembers what it accepted.

mod conversation;
mod identity;
mod sink;

pub use identity::Identity;
pub use sink::Sink;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A moment of a conversation, named after what the client just did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum At {
    /// Connected; the greeting is due.
    Greeting,
    /// EHLO.
    Ehlo,
    /// STARTTLS, before its `220`.
    StartTls,
    /// AUTH, or a line of it.
    Auth,
    /// MAIL FROM.
    Mail,
    /// RCPT TO.
    Rcpt,
    /// DATA, before its `354`.
    Data,
    /// The first bytes of the message have arrived, the final dot has not been looked for.
    Body,
    /// The final dot has arrived; nothing is accepted yet.
    Dot,
    /// The message is accepted and counted; the answer has not been given.
    Accepted,
    /// The answer to the final dot has been given.
    Answered,
    /// RSET.
    Rset,
    /// QUIT.
    Quit,
}

/// What the server does at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// What a good server does.
    Go,
    /// Closes the connection without a word.
    Drop,
    /// Says nothing, ever, and keeps the connection.
    Stall,
    /// Waits, then does what a good server does.
    Wait(Duration),
    /// Says these bytes instead of its answer (a refusal, garbage) and goes on.
    Say(Vec<u8>),
    /// Says these bytes and closes the connection.
    SayAndDrop(Vec<u8>),
}

impl Act {
    /// One reply line.
    pub fn reply(line: &str) -> Self {
        Self::Say(format!("{line}\r\n").into_bytes())
    }

    /// One reply line, then the connection is closed.
    pub fn reply_and_drop(line: &str) -> Self {
        Self::SayAndDrop(format!("{line}\r\n").into_bytes())
    }
}

/// A moment, with where it stands in the life of the server.
#[derive(Debug, Clone)]
pub struct Event {
    /// Which moment.
    pub at: At,
    /// How many times this moment came before, over all connections.
    pub nth: usize,
    /// Which connection, counted from 0.
    pub connection: usize,
    /// The client's line, without its line end; empty where there is none.
    pub line: String,
}

/// A message the server took responsibility for.
#[derive(Debug, Clone)]
pub struct Taken {
    /// MAIL FROM.
    pub from: String,
    /// RCPT TO.
    pub to: String,
    /// The message, dots unstuffed.
    pub raw: Vec<u8>,
}

impl Taken {
    /// The `Message-ID` without brackets, or nothing.
    pub fn message_id(&self) -> String {
        self.header("Message-ID").trim_matches(['<', '>']).to_owned()
    }

    /// The first header of this name, unfolded only if it stands on one line.
    pub fn header(&self, name: &str) -> String {
        let text = String::from_utf8_lossy(&self.raw);
        let head = text.split("\r\n\r\n").next().unwrap_or_default();
        let mut fields = head.split("\r\n").filter_map(|line| line.split_once(": "));
        fields.find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.to_owned()).unwrap_or_default()
    }
}

/// What to do at each moment.
pub type Script = Arc<dyn Fn(&Event) -> Act + Send + Sync>;

/// How the server is set up.
#[derive(Clone)]
pub struct Setup {
    /// Lines of the EHLO answer beside `STARTTLS`.
    pub offers: Vec<String>,
    /// Certificate; with it the server offers STARTTLS, or speaks TLS from the first byte.
    pub identity: Option<Arc<Identity>>,
    /// TLS from the first byte.
    pub implicit_tls: bool,
    /// The only sign-in that is accepted; none = AUTH is not asked for.
    pub sign_in: Option<(String, String)>,
    /// What to do at each moment.
    pub script: Script,
}

impl Default for Setup {
    fn default() -> Self {
        let offers = ["PIPELINING", "SIZE 10485760", "8BITMIME", "AUTH PLAIN LOGIN"].map(str::to_owned).to_vec();
        Self { offers, identity: None, implicit_tls: false, sign_in: None, script: Arc::new(|_| Act::Go) }
    }
}

impl Setup {
    /// With a script: what to do at each moment.
    #[must_use]
    pub fn script(mut self, script: impl Fn(&Event) -> Act + Send + Sync + 'static) -> Self {
        self.script = Arc::new(script);
        self
    }

    /// Does `act` the first time `at` comes, and is a good server otherwise.
    #[must_use]
    pub fn once(self, at: At, act: Act) -> Self {
        self.script(move |event| if event.at == at && event.nth == 0 { act.clone() } else { Act::Go })
    }

    /// Does `act` whenever `at` comes.
    #[must_use]
    pub fn always(self, at: At, act: Act) -> Self {
        self.script(move |event| if event.at == at { act.clone() } else { Act::Go })
    }
}

#[derive(Default)]
struct Memory {
    taken: Vec<Taken>,
    counts: HashMap<At, usize>,
    lines: Vec<String>,
    connections: usize,
}

/// A running server; it stops when dropped.
pub struct SmtpServer {
    address: SocketAddr,
    memory: Arc<Mutex<Memory>>,
    task: JoinHandle<()>,
}

impl SmtpServer {
    /// Listens on a free loopback port.
    ///
    /// # Panics
    /// When the port cannot be bound.
    #[expect(clippy::panic, reason = "a test without its server has nothing to say")]
    pub async fn start(setup: Setup) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap_or_else(|e| panic!("no port: {e}"));
        let address = listener.local_addr().unwrap_or_else(|e| panic!("no address: {e}"));
        let memory = Arc::new(Mutex::new(Memory::default()));
        let shared = Arc::clone(&memory);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let connection = {
                    let mut memory = lock(&shared);
                    memory.connections += 1;
                    memory.connections - 1
                };
                tokio::spawn(conversation::serve(stream, setup.clone(), Arc::clone(&shared), connection));
            }
        });
        Self { address, memory, task }
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every message it accepted, in order.
    pub fn taken(&self) -> Vec<Taken> {
        lock(&self.memory).taken.clone()
    }

    /// How often each Message-ID was accepted.
    pub fn counts(&self) -> HashMap<String, usize> {
        let mut counts = HashMap::new();
        for taken in &lock(&self.memory).taken {
            *counts.entry(taken.message_id()).or_default() += 1;
        }
        counts
    }

    /// How often a moment came.
    pub fn times(&self, at: At) -> usize {
        lock(&self.memory).counts.get(&at).copied().unwrap_or_default()
    }

    /// How many connections were opened.
    pub fn connections(&self) -> usize {
        lock(&self.memory).connections
    }

    /// Every line clients said, in order.
    pub fn lines(&self) -> Vec<String> {
        lock(&self.memory).lines.clone()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn lock(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}
