use crate::ports::SendStage;

/// What a server's refusal says about us, the address, or the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The recipient's address does not exist or is switched off: mark it, never write there again.
    BadAddress,
    /// The server objects to us (policy, reputation, sender address, missing sign-in): pause sending, the address is fine.
    OurProblem,
    /// The user name or password was refused: pause sending until it is set again.
    Credentials,
    /// It may work later.
    Later,
    /// This message is refused for good (too large, mailbox full, content, no reason given); the address stays as it is.
    Refused,
}

/// Reads a refusal: the reply code (RFC 5321 section 4.2) and, when given, the enhanced status (RFC 3463), at the stage where it came.
///
/// Only codes that say the mailbox or its domain does not exist make an address bad; anything about policy (x.7) is about the sender, even at
/// RCPT. A bare 550 is ambiguous and therefore only a refusal of this message.
pub fn meaning_of(stage: SendStage, code: u16, enhanced: Option<&str>) -> Meaning {
    let status = enhanced.and_then(parts);
    match code {
        // RFC 4954 section 6, and servers that ask for TLS or another mechanism first.
        534 | 535 | 538 => return Meaning::Credentials,
        454 if stage == SendStage::Connect => return Meaning::Credentials,
        530 => return Meaning::Credentials,
        400..=499 => return Meaning::Later,
        _ => {}
    }
    if stage <= SendStage::Mail {
        return Meaning::OurProblem;
    }
    match status {
        Some((5, 7, _)) => Meaning::OurProblem,
        // Bad *sender* address syntax or system.
        Some((5, 1, 7 | 8)) => Meaning::OurProblem,
        Some((5, 1, _) | (5, 2, 1)) if stage == SendStage::Rcpt => Meaning::BadAddress,
        // The recipient's domain leads nowhere (5.4.4 RFC 3463; 5.4.310 Exchange Online, "DNS domain does not exist").
        Some((5, 4, 4 | 310)) => Meaning::BadAddress,
        // Some servers say at the final dot that the mailbox is unknown.
        Some((5, 1, 1 | 2 | 10)) => Meaning::BadAddress,
        _ => Meaning::Refused,
    }
}

fn parts(enhanced: &str) -> Option<(u16, u16, u16)> {
    let mut numbers = enhanced.split('.').map(|part| part.parse().ok());
    let (class, subject, detail) = (numbers.next()??, numbers.next()??, numbers.next()??);
    numbers.next().is_none().then_some((class, subject, detail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use SendStage::{Connect, Data, Dot, Mail, Rcpt};

    #[test]
    fn refusals_are_told_apart_as_the_rfcs_and_the_large_providers_mean_them() {
        for (stage, code, enhanced, meaning) in [
            (Rcpt, 550, Some("5.1.1"), Meaning::BadAddress),
            (Rcpt, 550, Some("5.1.10"), Meaning::BadAddress),
            (Rcpt, 550, Some("5.2.1"), Meaning::BadAddress),
            (Dot, 550, Some("5.1.1"), Meaning::BadAddress),
            (Dot, 550, Some("5.4.310"), Meaning::BadAddress),
            (Rcpt, 553, Some("5.1.7"), Meaning::OurProblem),
            (Mail, 550, Some("5.1.8"), Meaning::OurProblem),
            (Mail, 553, None, Meaning::OurProblem),
            (Rcpt, 550, Some("5.7.1"), Meaning::OurProblem),
            (Dot, 550, Some("5.7.26"), Meaning::OurProblem),
            (Dot, 550, Some("5.7.515"), Meaning::OurProblem),
            (Connect, 554, None, Meaning::OurProblem),
            (Connect, 535, Some("5.7.8"), Meaning::Credentials),
            (Connect, 454, Some("4.7.0"), Meaning::Credentials),
            (Mail, 530, Some("5.7.0"), Meaning::Credentials),
            (Rcpt, 450, Some("4.2.0"), Meaning::Later),
            (Rcpt, 451, Some("4.7.1"), Meaning::Later),
            (Data, 452, None, Meaning::Later),
            (Mail, 421, None, Meaning::Later),
            (Rcpt, 550, None, Meaning::Refused),
            (Rcpt, 552, Some("5.2.2"), Meaning::Refused),
            (Dot, 552, Some("5.3.4"), Meaning::Refused),
            (Dot, 554, None, Meaning::Refused),
            (Rcpt, 550, Some("nonsense"), Meaning::Refused),
        ] {
            assert_eq!(meaning_of(stage, code, enhanced), meaning, "{stage:?} {code} {enhanced:?}");
        }
    }
}
