use super::{Facts, Policy, Purpose, Step, Touch, waits};
use crate::fault::Reason;
use crate::mail::Address;
use crate::people::Meaning;
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
    let mut rules = Vec::with_capacity(16);
    forbidding(touch, facts, &mut rules);
    if let Some(rule) = rules.iter().find(|r| !r.ok).map(|r| r.rule.clone()) {
        return Judgement { verdict: Verdict::Never { rule }, rules };
    }
    if touch.purpose == Purpose::Draft {
        return Judgement { verdict: Verdict::Go, rules };
    }
    let asked = rules.len();
    holding(touch, facts, &mut rules);
    let held = rules.iter().skip(asked).find(|r| !r.ok).map(|r| r.rule.clone());
    let delay = waits::delay(touch, facts, policy, now);
    rules.extend(delay.rules);
    let verdict = match (held, delay.until) {
        (Some(rule), _) => Verdict::Wait { until: None, rule },
        (None, Some((until, rule))) => Verdict::Wait { until: Some(until), rule },
        (None, None) => Verdict::Go,
    };
    Judgement { verdict, rules }
}

/// What forbids this touch, now and later: the first of the rules that [`judge`] finds broken. Whoever need not show the others asks this.
#[must_use]
pub fn forbids(touch: Touch, facts: &Facts) -> Option<Reason> {
    let mut broken = None;
    forbidding(touch, facts, &mut broken);
    broken
}

/// Who hears the rules, in the order they are asked.
trait Hearing {
    fn rule(&mut self, ok: bool, reason: impl FnOnce() -> Reason);
}

/// All of them.
impl Hearing for Vec<Rule> {
    fn rule(&mut self, ok: bool, reason: impl FnOnce() -> Reason) {
        self.push(Rule { ok, rule: reason() });
    }
}

/// The first that is broken: the others are not put into words.
impl Hearing for Option<Reason> {
    fn rule(&mut self, ok: bool, reason: impl FnOnce() -> Reason) {
        if !ok && self.is_none() {
            *self = Some(reason());
        }
    }
}

fn forbidding(touch: Touch, facts: &Facts, rules: &mut impl Hearing) {
    rules.rule(!facts.deleted, || Reason::new("gate.deleted"));
    if touch.purpose == Purpose::Send {
        rules.rule(!facts.sample, || Reason::new("gate.sample"));
    }
    let suppressed = || Reason::new("gate.suppressed");
    match &facts.suppressed {
        Some((at, why)) => rules.rule(false, || suppressed().with("at", at.to_rfc3339()).with("reason", why)),
        None => rules.rule(true, suppressed),
    }
    rules.rule(status_allows(touch.step, facts), || Reason::new("gate.status_stop").with("status", facts.status.meaning));
    if touch.step != Step::Linkedin {
        address_rules(facts, rules);
    }
    let touched = || Reason::new("gate.already_touched").with("step", touch.step);
    match facts.touched_at {
        Some(at) => rules.rule(false, || touched().with("at", at.to_rfc3339())),
        None => rules.rule(true, touched),
    }
    if touch.step != Step::Linkedin {
        rules.rule(facts.address_touched_at.is_none(), || Reason::new("gate.duplicate_address"));
    }
    rules.rule(!facts.other_message, || Reason::new("gate.duplicate_message"));
    if matches!(touch.step, Step::Followup(_)) {
        rules.rule(facts.previous_left, || Reason::new("gate.nothing_to_follow"));
    }
}

/// A first message goes to people who are new, or were contacted in a rehearsal only; a follow-up as long as nothing came of the first.
fn status_allows(step: Step, facts: &Facts) -> bool {
    match step {
        Step::First => facts.status.meaning == Meaning::New || (facts.status.meaning == Meaning::Contacted && facts.rehearsed),
        Step::Followup(_) => matches!(facts.status.meaning, Meaning::New | Meaning::Contacted),
        Step::Linkedin => takes_notes(facts.status.meaning),
    }
}

/// Whether a LinkedIn note may go to somebody whose status counts as this.
#[must_use]
pub fn takes_notes(meaning: Meaning) -> bool {
    !matches!(meaning, Meaning::DoNotContact | Meaning::Lost | Meaning::Converted)
}

fn address_rules(facts: &Facts, rules: &mut impl Hearing) {
    if facts.email.is_empty() {
        return rules.rule(false, || Reason::new("gate.no_address"));
    }
    let Ok(address) = Address::parse(&facts.email) else {
        return rules.rule(false, || Reason::new("gate.bad_address"));
    };
    rules.rule(facts.email_status != EmailStatus::Bounced, || Reason::new("gate.bounced"));
    rules.rule(facts.email_status != EmailStatus::Guessed, || Reason::new("gate.guessed_address"));
    rules.rule(!address.is_private() || facts.consent, || Reason::new("gate.private_without_consent"));
}

/// What only the seller can release.
fn holding(touch: Touch, facts: &Facts, rules: &mut impl Hearing) {
    rules.rule(!facts.held_after_restore, || Reason::new("gate.held_after_restore"));
    let sending = || Reason::new("gate.sending_paused");
    match &facts.paused {
        Some(why) => rules.rule(false, || sending().with("reason", why)),
        None => rules.rule(true, sending),
    }
    let run = || Reason::new("gate.run_paused");
    match facts.paused_run {
        Some(number) => rules.rule(false, || run().with("number", number)),
        None => rules.rule(true, run),
    }
    if matches!(touch.step, Step::Followup(_)) {
        rules.rule(facts.approved, || Reason::new("gate.replies_unknown"));
    }
}
