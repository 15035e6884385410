use super::dial::Line;
use super::failure::Failure;
use super::greet::refusal_or_nonsense;
use super::mailer::Patience;
use super::reply::Reply;
use super::stuffing::data_block;
use async_trait::async_trait;
use domain::ports::{Envelope, MailSession, SendOutcome, SendStage};
use std::time::Duration;
use tokio::time::Instant;

/// An open conversation, used for one message after the other.
#[derive(Debug)]
pub(super) struct Session {
    line: Line,
    patience: Patience,
    last_used: Instant,
    broken: bool,
}

impl Session {
    pub(super) fn new(line: Line, patience: Patience) -> Self {
        Self { line, patience, last_used: Instant::now(), broken: false }
    }

    /// Everything up to and including `354`. On failure the stage says how far it got.
    async fn announce(&mut self, envelope: &Envelope, message: &[u8]) -> Result<(), (SendStage, Failure)> {
        let size = self.line.offers.size.map(|_| format!(" SIZE={}", message.len())).unwrap_or_default();
        let body = if message.is_ascii() { "" } else { " BODY=8BITMIME" };
        let (mail, rcpt) = (format!("MAIL FROM:<{}>{size}{body}", envelope.from), format!("RCPT TO:<{}>", envelope.to));
        if self.line.offers.pipelining {
            self.both(&mail, &rcpt).await?;
        } else {
            self.command(&mail).await.map_err(|f| (SendStage::Mail, f))?;
            self.command(&rcpt).await.map_err(|f| (SendStage::Rcpt, f))?;
        }
        let reply = self.line.wire.say("DATA", self.patience.command).await.map_err(|f| (SendStage::Data, f))?;
        if reply.code == 354 { Ok(()) } else { Err((SendStage::Data, refusal_or_nonsense(reply))) }
    }

    /// Sender and recipient in one write, their answers in order. DATA waits for both: after a refused recipient nothing must follow.
    async fn both(&mut self, mail: &str, rcpt: &str) -> Result<(), (SendStage, Failure)> {
        let patience = self.patience.command;
        let lines = format!("{mail}\r\n{rcpt}\r\n");
        self.line.wire.write_all(lines.as_bytes(), patience).await.map_err(|cut| (SendStage::Mail, cut.failure))?;
        let sender = self.line.wire.reply(patience).await.and_then(positive).map_err(|f| (SendStage::Mail, f));
        match sender {
            Ok(()) => self.line.wire.reply(patience).await.and_then(positive).map_err(|f| (SendStage::Rcpt, f)),
            Err((stage, Failure::Refused(reply))) if reply.code != 421 => {
                // The answer about the recipient of a refused sender says nothing; unread it would be taken for the next one.
                self.line.wire.reply(patience).await.map_err(|f| (stage, f))?;
                Err((stage, Failure::Refused(reply)))
            }
            Err(failure) => Err(failure),
        }
    }

    async fn command(&mut self, command: &str) -> Result<(), Failure> {
        positive(self.line.wire.say(command, self.patience.command).await?)
    }

    /// The message and its final dot in one piece, and the answer; also whether the conversation can go on.
    async fn hand_over(&mut self, block: &[u8]) -> (SendOutcome, bool) {
        if let Err(cut) = self.line.wire.write_all(block, self.patience.command).await {
            if cut.handed_over == block.len() {
                return (cut.failure.after_dot(), false);
            }
            // The last byte of the final dot never left, so the server cannot have the message. It may have said why it hung up.
            let last_words = self.line.wire.reply(Duration::from_secs(1)).await.ok().filter(Reply::is_refusal);
            return (last_words.map_or(cut.failure, Failure::Refused).before_dot(SendStage::Body), false);
        }
        match self.line.wire.reply(self.patience.after_dot).await {
            Ok(reply) if reply.is_positive() => (SendOutcome::Accepted { reply: format!("{} {}", reply.code, reply.text()) }, true),
            Ok(reply) => {
                let goes_on = reply.is_refusal() && reply.code != 421;
                (refusal_or_nonsense(reply).after_dot(), goes_on)
            }
            Err(failure) => (failure.after_dot(), false),
        }
    }

    /// After a refusal before the body the conversation goes on with a clean slate; after anything else it is over.
    async fn clean_slate(&mut self, failure: &Failure) -> bool {
        match failure {
            Failure::Refused(reply) if reply.code != 421 => self.command("RSET").await.is_ok(),
            _ => false,
        }
    }
}

#[async_trait]
impl MailSession for Session {
    async fn send(&mut self, envelope: &Envelope, message: &[u8]) -> SendOutcome {
        if let Some(why) = unsendable(envelope, message, &self.line) {
            return SendOutcome::NotSent { stage: SendStage::Mail, detail: why.to_owned(), retryable: false };
        }
        let Some(block) = data_block(message) else {
            return SendOutcome::NotSent { stage: SendStage::Mail, detail: "mail.bare_line_end".to_owned(), retryable: false };
        };
        // If this future is dropped half-way, the conversation is in an unknown state and must not be used again.
        if std::mem::replace(&mut self.broken, true) {
            return Failure::Cut.before_dot(SendStage::Mail);
        }
        let (outcome, goes_on) = match self.announce(envelope, message).await {
            Ok(()) => self.hand_over(&block).await,
            Err((stage, failure)) => {
                let goes_on = self.clean_slate(&failure).await;
                (failure.before_dot(stage), goes_on)
            }
        };
        self.broken = !goes_on;
        self.last_used = Instant::now();
        outcome
    }

    async fn close(&mut self) {
        if !self.broken {
            self.broken = true;
            let _ = self.line.wire.say("QUIT", Duration::from_secs(2)).await;
        }
    }

    fn usable(&self) -> bool {
        !self.broken && self.last_used.elapsed() < self.patience.idle
    }
}

fn positive(reply: Reply) -> Result<(), Failure> {
    if reply.is_positive() { Ok(()) } else { Err(refusal_or_nonsense(reply)) }
}

/// What would break the conversation is stopped before its first byte.
fn unsendable(envelope: &Envelope, message: &[u8], line: &Line) -> Option<&'static str> {
    let safe = |address: &str| {
        let graphic = address.bytes().all(|b| b.is_ascii_graphic() && !b"<>".contains(&b));
        graphic && address.contains('@') && address.len() <= 254
    };
    if !safe(&envelope.from) || !safe(&envelope.to) {
        Some("mail.bad_envelope")
    } else if message.contains(&0) || (!message.is_ascii() && !line.offers.eight_bit) {
        Some("mail.not_ascii")
    } else if line.offers.size.is_some_and(|most| message.len() > most) {
        Some("mail.too_large")
    } else {
        None
    }
}
