use super::failure::Failure;
use super::greet::{Offers, greeting, hello, refusal_or_nonsense};
use super::mailer::Patience;
use super::sign_in::sign_in;
use super::tls::Trust;
use super::wire::Wire;
use domain::ports::{CheckStep, CheckedPart, SmtpSecurity, SmtpSettings};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout};

/// A conversation that is ready for MAIL.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) wire: Wire,
    pub(super) offers: Offers,
}

/// Resolves, connects, protects, greets and signs in. Each part that was tried is added to `parts`, the failed one last.
pub(super) async fn dial(
    settings: &SmtpSettings,
    trust: &Trust,
    patience: &Patience,
    parts: &mut Vec<CheckedPart>,
) -> Result<Line, Failure> {
    let mut clock = Laps { parts, since: Instant::now() };
    let addresses = clock.lap(CheckStep::Dns, resolve(settings, patience.connect).await)?;
    let stream = clock.lap(CheckStep::Connect, connect(&addresses, patience.connect).await)?;
    let host = settings.host.as_str();
    let mut line = match settings.security {
        SmtpSecurity::None => {
            let mut wire = Wire::plain(stream);
            let offers = clock.lap(CheckStep::Connect, open(&mut wire, patience.command).await)?;
            Line { wire, offers }
        }
        SmtpSecurity::Tls => {
            let tls = within(patience.command, trust.wrap(host, stream)).await;
            let mut wire = Wire::tls(clock.lap(CheckStep::Tls, tls)?);
            let offers = clock.lap(CheckStep::Tls, open(&mut wire, patience.command).await)?;
            Line { wire, offers }
        }
        SmtpSecurity::Starttls => {
            let mut wire = Wire::plain(stream);
            let offers = clock.lap(CheckStep::Connect, open(&mut wire, patience.command).await)?;
            let protected = starttls(wire, &offers, host, trust, patience.command).await;
            clock.lap(CheckStep::Tls, protected)?
        }
    };
    if !settings.user.is_empty() {
        let signed_in = sign_in(&mut line.wire, &line.offers, settings, patience.command).await;
        clock.lap(CheckStep::SignIn, signed_in)?;
    }
    Ok(line)
}

/// Looks the name up. Plain text is for this machine only, whatever the name says: other addresses are dropped before any is dialled.
async fn resolve(settings: &SmtpSettings, patience: Duration) -> Result<Vec<SocketAddr>, Failure> {
    let host = settings.host.trim_matches(['[', ']']);
    if host.is_empty() {
        return Err(Failure::HostNotFound);
    }
    let found = timeout(patience, lookup_host((host, settings.port))).await.map_err(|_| Failure::HostNotFound)?;
    let mut addresses: Vec<SocketAddr> = found.map_err(|_| Failure::HostNotFound)?.collect();
    if addresses.is_empty() {
        return Err(Failure::HostNotFound);
    }
    if settings.security == SmtpSecurity::None {
        addresses.retain(|address| address.ip().is_loopback());
        if addresses.is_empty() {
            return Err(Failure::PlainNotLocal);
        }
    }
    Ok(addresses)
}

/// Tries the addresses in the resolver's order; each has its share of the time.
async fn connect(addresses: &[SocketAddr], patience: Duration) -> Result<TcpStream, Failure> {
    let share = patience / u32::try_from(addresses.len().max(1)).unwrap_or(1);
    let mut failure = Failure::Unreachable;
    for address in addresses {
        match timeout(share.max(Duration::from_secs(1)), TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // A command waits for its answer: nothing is gained by collecting bytes, and 40 ms are lost each time.
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Ok(Err(_)) => failure = Failure::Unreachable,
            Err(_) => failure = Failure::TimedOut,
        }
    }
    Err(failure)
}

async fn open(wire: &mut Wire, patience: Duration) -> Result<Offers, Failure> {
    greeting(wire, patience).await?;
    hello(wire, patience).await
}

/// STARTTLS is required once it is asked for: no offer, a refusal or a failed handshake ends the conversation, it never goes on in clear.
/// What the server offered before is forgotten (RFC 3207 section 4.2).
async fn starttls(mut wire: Wire, offers: &Offers, host: &str, trust: &Trust, patience: Duration) -> Result<Line, Failure> {
    if !offers.starttls {
        return Err(Failure::NoStarttls);
    }
    let reply = wire.say("STARTTLS", patience).await?;
    if reply.code != 220 {
        return Err(refusal_or_nonsense(reply));
    }
    let stream = wire.into_plain()?;
    let mut wire = Wire::tls(within(patience, trust.wrap(host, stream)).await?);
    let offers = hello(&mut wire, patience).await?;
    Ok(Line { wire, offers })
}

async fn within<T>(patience: Duration, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    timeout(patience, work).await.map_err(|_| Failure::TimedOut)?
}

/// Takes the time of each part; a part done in two steps is one line.
struct Laps<'a> {
    parts: &'a mut Vec<CheckedPart>,
    since: Instant,
}

impl Laps<'_> {
    fn lap<T>(&mut self, step: CheckStep, result: Result<T, Failure>) -> Result<T, Failure> {
        let millis = u32::try_from(self.since.elapsed().as_millis()).unwrap_or(u32::MAX);
        self.since = Instant::now();
        let failure = result.as_ref().err().map(Failure::reason);
        match self.parts.last_mut().filter(|part| part.step == step) {
            Some(part) => {
                part.millis = part.millis.saturating_add(millis);
                part.failure = failure;
            }
            None => self.parts.push(CheckedPart { step, failure, millis }),
        }
        result
    }
}
