//! What the end of an attempt means for a message, and when another attempt is right. Pure.
//!
//! The rule above all others: only a message that has *surely not* left is tried again. Whoever is cut off after the final dot cannot know, so
//! the answer is [`Ending::Unknown`] and a question to the seller, never a repetition (RFC 1047).

use crate::fault::Reason;
use crate::mail::{Meaning, meaning_of};
use crate::ports::{SendOutcome, SendStage};
use chrono::Duration;

/// How long to wait before each further attempt, in seconds. Greylisting wants minutes (RFC 6647 section 4.5), an outage hours.
const PAUSES: [i64; 6] = [30, 120, 600, 3_600, 14_400, 43_200];

/// How long to wait before each further attempt to reach the server at all, in seconds; the last repeats.
const DIALS: [i64; 5] = [5, 15, 45, 120, 300];

/// How an attempt ended for the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The server took it.
    Sent {
        /// Its answer.
        reply: String,
    },
    /// It may have left.
    Unknown {
        /// What is known.
        why: Reason,
    },
    /// It surely did not leave and never will by itself.
    Failed {
        /// Why.
        why: Reason,
        /// The address does not exist: nobody is to write there again.
        bad_address: bool,
    },
    /// It surely did not leave; another attempt is right after this time.
    Again {
        /// How long to wait.
        after: Duration,
        /// Why it did not leave.
        why: Reason,
    },
    /// It surely did not leave, and the reason is on our side (password, policy, certificate): everything waits until the seller has mended it.
    Stop {
        /// What to mend.
        why: Reason,
    },
}

/// Reads an outcome. `attempts` counts this one; `jitter` is any byte, so that many desks do not come back at the same second.
pub fn ending(outcome: &SendOutcome, attempts: u32, jitter: u8) -> Ending {
    match outcome {
        SendOutcome::Accepted { reply } => Ending::Sent { reply: reply.clone() },
        SendOutcome::Unknown { detail } => Ending::Unknown { why: Reason::new("outbox.no_answer").with("detail", detail) },
        SendOutcome::Refused { stage, code, enhanced, text } => {
            let why = |sentence: &str| {
                let reason = Reason::new(sentence).with("code", code).with("text", text);
                enhanced.iter().fold(reason, |reason, status| reason.with("status", status))
            };
            match meaning_of(*stage, *code, enhanced.as_deref()) {
                Meaning::BadAddress => Ending::Failed { why: why("mail.bad_address"), bad_address: true },
                Meaning::OurProblem => Ending::Stop { why: why("mail.server_refused") },
                Meaning::Credentials => Ending::Stop { why: why("mail.bad_password") },
                Meaning::Refused => Ending::Failed { why: why("mail.refused"), bad_address: false },
                Meaning::Later => later(why("mail.busy"), attempts, jitter),
            }
        }
        SendOutcome::NotSent { stage, detail, retryable } => match (retryable, stage) {
            (true, _) => later(detail_reason(detail), attempts, jitter),
            (false, SendStage::Connect) => Ending::Stop { why: detail_reason(detail) },
            (false, _) => Ending::Failed { why: detail_reason(detail), bad_address: false },
        },
    }
}

/// What a failure to reach the server means for everything that waits: a pause, or `Err` with what the seller has to mend.
///
/// # Errors
/// The reason, when waiting does not help.
pub fn dial_again(outcome: &SendOutcome, failures: u32, jitter: u8) -> Result<(Duration, Reason), Reason> {
    let last = DIALS.last().copied().unwrap_or(300);
    let pause = usize::try_from(failures).ok().and_then(|n| DIALS.get(n)).copied().unwrap_or(last);
    match ending(outcome, 1, jitter) {
        Ending::Again { why, .. } => Ok((spread(pause, jitter), why)),
        Ending::Stop { why } | Ending::Failed { why, .. } | Ending::Unknown { why } => Err(why),
        Ending::Sent { .. } => Ok((Duration::zero(), Reason::new("mail.not_smtp"))),
    }
}

fn later(why: Reason, attempts: u32, jitter: u8) -> Ending {
    let n = usize::try_from(attempts.saturating_sub(1)).unwrap_or(usize::MAX);
    match PAUSES.get(n) {
        Some(pause) => Ending::Again { after: spread(*pause, jitter), why },
        None => {
            let last = why.code.clone();
            let params = why.params;
            Ending::Failed {
                why: Reason { code: "mail.gave_up".to_owned(), params }.with("attempts", attempts).with("last", last),
                bad_address: false,
            }
        }
    }
}

/// A tenth more or less.
fn spread(seconds: i64, jitter: u8) -> Duration {
    Duration::milliseconds(seconds * (900 + i64::from(jitter) * 200 / 255))
}

/// `code: words`, as the connection tells it.
fn detail_reason(detail: &str) -> Reason {
    match detail.split_once(": ") {
        Some((code, why)) => Reason::new(code).with("why", why),
        None => Reason::new(detail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(stage: SendStage, code: u16, enhanced: &str) -> SendOutcome {
        SendOutcome::Refused { stage, code, enhanced: Some(enhanced.to_owned()), text: "no".to_owned() }
    }

    fn not_sent(stage: SendStage, detail: &str, retryable: bool) -> SendOutcome {
        SendOutcome::NotSent { stage, detail: detail.to_owned(), retryable }
    }

    #[test]
    fn a_message_that_may_have_left_is_never_tried_again() {
        for attempts in [1, 3, 100] {
            let outcome = SendOutcome::Unknown { detail: "mail.cut".to_owned() };
            assert!(matches!(ending(&outcome, attempts, 0), Ending::Unknown { .. }));
        }
    }

    #[test]
    fn only_a_missing_mailbox_marks_the_address() {
        let bad = ending(&refused(SendStage::Rcpt, 550, "5.1.1"), 1, 0);
        assert!(matches!(bad, Ending::Failed { bad_address: true, .. }));
        for (outcome, code) in [
            (refused(SendStage::Rcpt, 550, "5.7.1"), "mail.server_refused"),
            (refused(SendStage::Dot, 550, "5.7.26"), "mail.server_refused"),
            (refused(SendStage::Connect, 535, "5.7.8"), "mail.bad_password"),
            (not_sent(SendStage::Connect, "mail.bad_certificate: expired", false), "mail.bad_certificate"),
        ] {
            let Ending::Stop { why } = ending(&outcome, 1, 0) else { panic!("{outcome:?}") };
            assert_eq!(why.code, code);
        }
        let large = ending(&not_sent(SendStage::Mail, "mail.too_large", false), 1, 0);
        assert_eq!(large, Ending::Failed { why: Reason::new("mail.too_large"), bad_address: false });
    }

    #[test]
    fn pauses_grow_until_the_desk_gives_up_after_about_a_day() {
        let greylisted = refused(SendStage::Rcpt, 450, "4.2.0");
        let mut all = Duration::zero();
        for attempt in 1..=6 {
            let Ending::Again { after, .. } = ending(&greylisted, attempt, 128) else { panic!("attempt {attempt}") };
            assert!(after > all / 4, "each pause counts");
            all += after;
        }
        assert!(all > Duration::hours(16) && all < Duration::hours(30), "{all}");
        let Ending::Failed { why, bad_address: false } = ending(&greylisted, 7, 0) else { panic!() };
        assert_eq!((why.code.as_str(), why.params["last"].as_str(), why.params["attempts"].as_str()), ("mail.gave_up", "mail.busy", "7"));
    }

    #[test]
    fn the_first_pause_stays_below_a_minute_whatever_the_jitter() {
        for jitter in 0..=255 {
            let Ending::Again { after, .. } = ending(&refused(SendStage::Mail, 451, "4.0.0"), 1, jitter) else { panic!() };
            assert!(after >= Duration::seconds(27) && after <= Duration::seconds(33), "{after}");
        }
    }

    #[test]
    fn a_server_that_is_down_is_tried_again_and_a_wrong_password_is_not() {
        let down = not_sent(SendStage::Connect, "mail.unreachable", true);
        let pauses: Vec<i64> = (0..7).map(|n| dial_again(&down, n, 128).unwrap().0.num_seconds()).collect();
        assert_eq!(pauses, [5, 15, 45, 120, 300, 300, 300]);
        let wrong = dial_again(&refused(SendStage::Connect, 535, "5.7.8"), 0, 0).unwrap_err();
        assert_eq!(wrong.code, "mail.bad_password");
    }
}
