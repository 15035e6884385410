use super::failure::Failure;
use super::reply::{self, MAX_REPLY, Reply};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;

/// The bytes of a conversation, plain or protected, with what was read ahead.
#[derive(Debug)]
pub(super) struct Wire {
    stream: Stream,
    unread: Vec<u8>,
}

#[derive(Debug)]
enum Stream {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl Wire {
    pub(super) fn plain(stream: TcpStream) -> Self {
        Self { stream: Stream::Plain(stream), unread: Vec::new() }
    }

    pub(super) fn tls(stream: Box<TlsStream<TcpStream>>) -> Self {
        Self { stream: Stream::Tls(stream), unread: Vec::new() }
    }

    /// Gives the socket back for STARTTLS. Bytes that came after the server agreed were not protected by anything: refused.
    pub(super) fn into_plain(self) -> Result<TcpStream, Failure> {
        match self.stream {
            Stream::Plain(stream) if self.unread.is_empty() => Ok(stream),
            _ => Err(Failure::Injected),
        }
    }

    /// Says one line and reads the answer.
    pub(super) async fn say(&mut self, line: &str, patience: Duration) -> Result<Reply, Failure> {
        let mut bytes = Vec::with_capacity(line.len() + 2);
        bytes.extend_from_slice(line.as_bytes());
        bytes.extend_from_slice(b"\r\n");
        self.write_all(&bytes, patience).await.map_err(|cut| cut.failure)?;
        self.reply(patience).await
    }

    /// Writes everything, in as few writes as the system takes, counting what was handed over: if the last byte was not, the other side
    /// cannot have it.
    pub(super) async fn write_all(&mut self, bytes: &[u8], patience: Duration) -> Result<(), CutWrite> {
        if !self.unread.is_empty() {
            // An answer nobody asked for yet: from here on answers could be taken for the wrong ones.
            return Err(CutWrite { handed_over: 0, failure: Failure::NotSmtp });
        }
        let mut handed_over = 0;
        while let Some(rest) = bytes.get(handed_over..).filter(|rest| !rest.is_empty()) {
            let written = match &mut self.stream {
                Stream::Plain(stream) => write_some(stream, rest, patience).await,
                Stream::Tls(stream) => write_some(stream, rest, patience).await,
            };
            handed_over += written.map_err(|failure| CutWrite { handed_over, failure })?;
        }
        let flushed = match &mut self.stream {
            Stream::Plain(_) => return Ok(()),
            Stream::Tls(stream) => timeout(patience, stream.flush()).await,
        };
        match flushed {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(CutWrite { handed_over, failure: Failure::Cut }),
            Err(_) => Err(CutWrite { handed_over, failure: Failure::TimedOut }),
        }
    }

    /// Reads one complete reply, bounded in size and, as a whole, in time.
    pub(super) async fn reply(&mut self, patience: Duration) -> Result<Reply, Failure> {
        timeout(patience, self.read_reply()).await.map_err(|_| Failure::TimedOut)?
    }

    async fn read_reply(&mut self) -> Result<Reply, Failure> {
        let (mut reply, mut taken) = (None::<Reply>, 0);
        loop {
            let bytes = self.line(&mut taken).await?;
            let line = reply::line(&bytes).ok_or(Failure::NotSmtp)?;
            let reply = reply.get_or_insert_with(|| Reply { code: line.code, lines: Vec::new() });
            if reply.code != line.code {
                return Err(Failure::NotSmtp);
            }
            reply.lines.push(line.text.into_owned());
            if !line.more {
                return Ok(reply.clone());
            }
        }
    }

    async fn line(&mut self, taken: &mut usize) -> Result<Vec<u8>, Failure> {
        let mut searched = 0;
        loop {
            if let Some(end) = self.unread.iter().skip(searched).position(|b| *b == b'\n') {
                let mut line: Vec<u8> = self.unread.drain(..=searched + end).collect();
                *taken += line.len();
                line.pop();
                line.pop_if(|b| *b == b'\r');
                return Ok(line);
            }
            searched = self.unread.len();
            if *taken + searched > MAX_REPLY {
                return Err(Failure::NotSmtp);
            }
            let read = match &mut self.stream {
                Stream::Plain(stream) => read_some(stream, &mut self.unread).await?,
                Stream::Tls(stream) => read_some(stream, &mut self.unread).await?,
            };
            if read == 0 {
                return Err(Failure::Cut);
            }
        }
    }
}

/// A write that did not reach its end.
#[derive(Debug)]
pub(super) struct CutWrite {
    /// Bytes the system (or the TLS layer) took.
    pub(super) handed_over: usize,
    pub(super) failure: Failure,
}

async fn write_some(stream: &mut (impl AsyncWrite + Unpin), bytes: &[u8], patience: Duration) -> Result<usize, Failure> {
    match timeout(patience, stream.write(bytes)).await {
        Ok(Ok(0) | Err(_)) => Err(Failure::Cut),
        Ok(Ok(written)) => Ok(written),
        Err(_) => Err(Failure::TimedOut),
    }
}

async fn read_some(stream: &mut (impl AsyncRead + Unpin), into: &mut Vec<u8>) -> Result<usize, Failure> {
    let mut chunk = [0; 4096];
    let read = stream.read(&mut chunk).await?;
    into.extend(chunk.iter().take(read));
    Ok(read)
}
