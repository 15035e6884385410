use super::{Facts, Policy, Purpose, Step, Touch, waits};
use crate::fault::Reason;
use crate::mail::Address;
use crate::people::Status;
use crate::views::outreach::{Answer, RuleLine, VerdictView};
use crate::views::people::EmailStatus;
use chrono::{DateTime, Utc};

/// The gate's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Now.
    Go,
    /// Later; without a time: when the seller acts.
    Wait {
        /// The first moment all rules allow.
        until: Option<DateTime<Utc>>,
        /// The rule that lasts longest.
        rule: Reason,
    },
    /// Not at all.
    Never {
        /// The first rule that forbids it.
        rule: Reason,
    },
}

/// A rule and whether it is satisfied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Satisfied.
    pub ok: bool,
    /// Code and figures.
    pub rule: Reason,
}

/// The answer with every rule that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The answer.
    pub verdict: Verdict,
    /// Every rule, in the order it was asked.
    pub rules: Vec<Rule>,
}

impl Judgement {
    /// For the screens.
    pub fn view(self) -> VerdictView {
        let rules = self.rules.into_iter().map(|r| RuleLine { ok: r.ok, rule: r.rule.into() }).collect();
        let (answer, until, rule) = match self.verdict {
            Verdict::Go => (Answer::Go, None, Reason::new("gate.go")),
            Verdict::Wait { until, rule } => (Answer::Wait, until, rule),
            Verdict::Never { rule } => (Answer::Never, None, rule),
        };
        VerdictView { answer, until, rule: rule.into(), rules }
    }
}

/// May this touch happen now?
///
/// Rules that forbid come first and the first of them is the answer; then the rules that delay are brought together into the first moment
/// that satisfies all of them.
pub fn judge(touch: Touch, facts: &Facts, policy: &Policy, now: DateTime<Utc>) -> Judgement {
    let mut rules = forbidding(touch, facts);
    if let Some(rule) = rules.iter().find(|r| !r.ok).map(|r| r.rule.clone()) {
        return Judgement { verdict: Verdict::Never { rule }, rules };
    }
    if touch.purpose == Purpose::Draft {
        return Judgement { verdict: Verdict::Go, rules };
    }
    let hold = holding(touch, facts);
    let held = hold.iter().find(|r| !r.ok).map(|r| r.rule.clone());
    rules.extend(hold);
    let delay = waits::delay(touch, facts, policy, now);
    rules.extend(delay.rules);
    let verdict = match (held, delay.until) {
        (Some(rule), _) => Verdict::Wait { until: None, rule },
        (None, Some((until, rule))) => Verdict::Wait { until: Some(until), rule },
        (None, None) => Verdict::Go,
    };
    Judgement { verdict, rules }
}

fn rule(ok: bool, rule: Reason) -> Rule {
    Rule { ok, rule }
}

fn forbidding(touch: Touch, facts: &Facts) -> Vec<Rule> {
    let mut rules = Vec::with_capacity(16);
    rules.push(rule(!facts.deleted, Reason::new("gate.deleted")));
    if touch.purpose == Purpose::Send {
        rules.push(rule(!facts.sample, Reason::new("gate.sample")));
    }
    rules.push(match &facts.suppressed {
        Some((at, why)) => rule(false, Reason::new("gate.suppressed").with("at", at.to_rfc3339()).with("reason", why)),
        None => rule(true, Reason::new("gate.suppressed")),
    });
    rules.push(rule(status_allows(touch.step, facts), Reason::new("gate.status_stop").with("status", facts.status)));
    if touch.step != Step::Linkedin {
        rules.extend(address_rules(facts));
    }
    rules.push(match facts.touched_at {
        Some(at) => rule(false, Reason::new("gate.already_touched").with("at", at.to_rfc3339()).with("step", touch.step)),
        None => rule(true, Reason::new("gate.already_touched").with("step", touch.step)),
    });
    if touch.step != Step::Linkedin {
        rules.push(rule(facts.address_touched_at.is_none(), Reason::new("gate.duplicate_address")));
    }
    rules.push(rule(!facts.other_message, Reason::new("gate.duplicate_message")));
    if matches!(touch.step, Step::Followup(_)) {
        rules.push(rule(facts.previous_left, Reason::new("gate.nothing_to_follow")));
    }
    rules
}

/// A first message goes to people who are new, or were contacted in a rehearsal only; a follow-up as long as nothing came of the first.
fn status_allows(step: Step, facts: &Facts) -> bool {
    match step {
        Step::First => facts.status == Status::New || (facts.status == Status::Contacted && facts.rehearsed),
        Step::Followup(_) => matches!(facts.status, Status::New | Status::Contacted),
        Step::Linkedin => takes_notes(facts.status),
    }
}

/// Whether a LinkedIn note may go to somebody of this status.
#[must_use]
pub fn takes_notes(status: Status) -> bool {
    !matches!(status, Status::DoNotContact | Status::Lost | Status::Converted)
}

fn address_rules(facts: &Facts) -> Vec<Rule> {
    if facts.email.is_empty() {
        return vec![rule(false, Reason::new("gate.no_address"))];
    }
    let Ok(address) = Address::parse(&facts.email) else {
        return vec![rule(false, Reason::new("gate.bad_address"))];
    };
    vec![
        rule(facts.email_status != EmailStatus::Bounced, Reason::new("gate.bounced")),
        rule(facts.email_status != EmailStatus::Guessed, Reason::new("gate.guessed_address")),
        rule(!address.is_private() || facts.consent, Reason::new("gate.private_without_consent")),
    ]
}

/// What only the seller can release.
fn holding(touch: Touch, facts: &Facts) -> Vec<Rule> {
    let paused = match &facts.paused {
        Some(why) => rule(false, Reason::new("gate.sending_paused").with("reason", why)),
        None => rule(true, Reason::new("gate.sending_paused")),
    };
    let run = match facts.paused_run {
        Some(number) => rule(false, Reason::new("gate.run_paused").with("number", number)),
        None => rule(true, Reason::new("gate.run_paused")),
    };
    let mut rules = vec![rule(!facts.held_after_restore, Reason::new("gate.held_after_restore")), paused, run];
    if matches!(touch.step, Step::Followup(_)) {
        rules.push(rule(facts.approved, Reason::new("gate.replies_unknown")));
    }
    rules
}
