use super::{Facts, Policy, Rule, Touch};
use crate::fault::Reason;
use crate::time;
use chrono::{DateTime, Datelike, Days, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

/// The delaying rules, and the first moment that satisfies all of them when that is not now.
pub(super) struct Delay {
    pub(super) rules: Vec<Rule>,
    pub(super) until: Option<(DateTime<Utc>, Reason)>,
}

/// A rule that delays: from an instant it gives the first instant, not earlier, at which it is satisfied.
struct Wait<'a> {
    rule: Reason,
    next: Box<dyn Fn(DateTime<Utc>) -> DateTime<Utc> + 'a>,
}

impl Wait<'_> {
    /// Whether it keeps back until a day begins.
    fn on_whole_days(&self) -> bool {
        matches!(self.rule.code.as_str(), "gate.daily_cap" | "gate.weekend" | "gate.holiday")
    }
}

/// Each rule in turn pushes the moment back until none moves it any more. A year ahead is the end: such rules never open.
///
/// The reason is the rule that pushed last, but for the opening hour of a day to which a rule on whole days pushed: on a Saturday at noon it is
/// the weekend that keeps a message back, not that Monday begins at eight.
pub(super) fn delay(_touch: Touch, facts: &Facts, policy: &Policy, now: DateTime<Utc>) -> Delay {
    let waits = waits(facts, policy, now);
    let rules = waits.iter().map(|w| Rule { ok: (w.next)(now) <= now, rule: w.rule.clone() }).collect();
    let (mut at, mut last): (_, Option<&Wait<'_>>) = (now, None);
    let horizon = now + chrono::Duration::days(400);
    loop {
        let before = at;
        for wait in &waits {
            let next = (wait.next)(at);
            if next > at {
                let opening = wait.rule.code == "gate.window" && last.is_some_and(Wait::on_whole_days);
                let same_day = time::day(facts.zone, at) == time::day(facts.zone, next);
                at = next;
                last = if opening && same_day { last } else { Some(wait) };
            }
        }
        if at == before || at > horizon {
            return Delay { rules, until: last.map(|wait| (at, wait.rule.clone())) };
        }
    }
}

fn waits<'a>(facts: &'a Facts, policy: &'a Policy, now: DateTime<Utc>) -> Vec<Wait<'a>> {
    let mut waits = Vec::new();
    // A clock set back must not stop the desk for ever: a last touch in the future counts as now.
    let last_touch = facts.last_touch.map(|last| last.min(now));
    if let Some(not_before) = facts.not_before {
        waits.push(Wait { rule: Reason::new("gate.recall"), next: Box::new(move |at| at.max(not_before)) });
    }
    if let Some(cap) = policy.pacing.cap_today(facts.sending_days) {
        let rule = Reason::new("gate.daily_cap").with("used", facts.used_today).with("cap", cap);
        let (zone, used, counted) = (policy.zone, facts.used_today, last_touch);
        waits.push(Wait { rule, next: Box::new(move |at| if used >= cap { after_day_of_count(zone, at, counted) } else { at }) });
    }
    if let (Some(last), true) = (last_touch, policy.pacing.gap > chrono::Duration::zero()) {
        let rule = Reason::new("gate.min_gap").with("seconds", policy.pacing.gap.num_seconds());
        waits.push(Wait { rule, next: Box::new(move |at| at.max(last + policy.pacing.gap)) });
    }
    if policy.pacing.weekdays_only {
        waits.push(Wait { rule: Reason::new("gate.weekend"), next: Box::new(|at| open_day(facts.zone, at, |d| !is_weekend(d))) });
        waits.push(Wait { rule: Reason::new("gate.holiday"), next: Box::new(|at| open_day(facts.zone, at, |d| !(policy.holiday)(d))) });
    }
    if let Some(window) = policy.pacing.window {
        let rule = Reason::new("gate.window")
            .with("from", window.from.format("%H:%M"))
            .with("to", window.to.format("%H:%M"))
            .with("zone", facts.zone.name());
        waits.push(Wait { rule, next: Box::new(move |at| in_window(facts.zone, window, at)) });
    }
    waits
}

fn is_weekend(date: chrono::NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// A day's count is over at the next local midnight of the desk. The count was taken on the day of the last touch; once `at` has moved to a
/// later day the cap is free again.
fn after_day_of_count(zone: Tz, at: DateTime<Utc>, counted: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let today = time::day(zone, at);
    match counted {
        Some(last) if time::day(zone, last) < today => at,
        _ => time::instant(zone, today.checked_add_days(Days::new(1)).unwrap_or(today), NaiveTime::MIN),
    }
}

/// `at` itself on an open day, else the first instant of the next open one.
fn open_day(zone: Tz, at: DateTime<Utc>, open: impl Fn(chrono::NaiveDate) -> bool) -> DateTime<Utc> {
    let today = time::day(zone, at);
    if open(today) {
        return at;
    }
    let next = today.iter_days().skip(1).take(30).find(|d| open(*d)).unwrap_or(today);
    time::instant(zone, next, NaiveTime::MIN)
}

fn in_window(zone: Tz, window: time::DayWindow, at: DateTime<Utc>) -> DateTime<Utc> {
    let local = at.with_timezone(&zone);
    let today = local.date_naive();
    if local.time() < window.from {
        time::instant(zone, today, window.from)
    } else if local.time() >= window.to {
        time::instant(zone, today.checked_add_days(Days::new(1)).unwrap_or(today), window.from)
    } else {
        at
    }
}
