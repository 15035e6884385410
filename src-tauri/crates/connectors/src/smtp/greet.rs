use super::failure::Failure;
use super::reply::Reply;
use super::wire::Wire;
use std::time::Duration;

/// What this client calls itself: an address literal that tells nothing about the machine.
const HELLO: &str = "EHLO [127.0.0.1]";

/// What the server offers (RFC 5321 section 4.1.1.1), as far as the desk uses it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Offers {
    pub(super) starttls: bool,
    pub(super) auth_plain: bool,
    pub(super) auth_login: bool,
    pub(super) eight_bit: bool,
    /// Commands may be sent without waiting for each answer (RFC 2920).
    pub(super) pipelining: bool,
    /// Largest message, in octets (RFC 1870); 0 = not said.
    pub(super) size: Option<usize>,
}

/// Waits for the greeting.
pub(super) async fn greeting(wire: &mut Wire, patience: Duration) -> Result<(), Failure> {
    let reply = wire.reply(patience).await?;
    if reply.code == 220 { Ok(()) } else { Err(refusal_or_nonsense(reply)) }
}

/// Says hello and reads what the server offers.
pub(super) async fn hello(wire: &mut Wire, patience: Duration) -> Result<Offers, Failure> {
    let reply = wire.say(HELLO, patience).await?;
    if reply.code == 250 { Ok(offers(&reply)) } else { Err(refusal_or_nonsense(reply)) }
}

/// A reply that is neither what was hoped for nor a refusal is not SMTP.
pub(super) fn refusal_or_nonsense(reply: Reply) -> Failure {
    if reply.is_refusal() { Failure::Refused(reply) } else { Failure::NotSmtp }
}

fn offers(reply: &Reply) -> Offers {
    let mut offers = Offers::default();
    for line in reply.lines.iter().skip(1) {
        let mut words = line.split([' ', '=']);
        match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "STARTTLS" => offers.starttls = true,
            "8BITMIME" => offers.eight_bit = true,
            "PIPELINING" => offers.pipelining = true,
            "SIZE" => offers.size = words.next().and_then(|n| n.parse().ok()).filter(|n| *n > 0),
            // Some old servers write `AUTH=PLAIN`.
            "AUTH" => {
                for word in words {
                    offers.auth_plain |= word.eq_ignore_ascii_case("PLAIN");
                    offers.auth_login |= word.eq_ignore_ascii_case("LOGIN");
                }
            }
            _ => {}
        }
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_read_whatever_their_case_and_order() {
        let lines =
            ["mail.example at your service", "SIZE 35882577", "8bitmime", "Pipelining", "auth=login plain", "AUTH XOAUTH2", "StartTLS"];
        let reply = Reply { code: 250, lines: lines.map(str::to_owned).to_vec() };
        let all = Offers { starttls: true, auth_plain: true, auth_login: true, eight_bit: true, pipelining: true, size: Some(35_882_577) };
        assert_eq!(offers(&reply), all);
        let bare = Reply { code: 250, lines: vec!["STARTTLS is only a host name here".into(), "SIZE 0".into()] };
        assert_eq!(offers(&bare), Offers::default());
    }
}
