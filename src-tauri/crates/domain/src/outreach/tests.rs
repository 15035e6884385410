use super::*;
use crate::people::Meaning;
use crate::time::DayWindow;
use crate::views::people::EmailStatus;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn facts() -> Facts {
    Facts {
        deleted: false,
        sample: false,
        status: Meaning::New.into(),
        email: "camille@atelier-lumen.example".into(),
        email_status: EmailStatus::Valid,
        consent: false,
        suppressed: None,
        touched_at: None,
        rehearsed: false,
        address_touched_at: None,
        other_message: false,
        previous_left: true,
        approved: true,
        not_before: None,
        zone: Tz::Europe__Paris,
        used_today: 0,
        sending_days: 30,
        last_touch: None,
        paused: None,
        paused_run: None,
        held_after_restore: false,
    }
}

fn policy() -> Policy {
    Policy {
        account: Account::Real("elodie@cevenol.example".into()),
        zone: Tz::Europe__Paris,
        pacing: Pacing {
            daily_cap: Some(45),
            ramp: true,
            gap: Duration::minutes(10),
            window: DayWindow::parse("08:00-19:00"),
            weekdays_only: true,
        },
        holiday: |d| d == NaiveDate::from_ymd_opt(2026, 11, 11).unwrap(),
    }
}

const SEND: Touch = Touch { step: Step::First, purpose: Purpose::Send };

/// Tuesday, 10:00 in Paris.
fn tuesday() -> DateTime<Utc> {
    at("2026-09-15T08:00:00Z")
}

#[test]
fn what_forbids_a_touch_is_what_the_judgement_gives_as_its_reason() {
    let changes: [fn(&mut Facts); 12] = [
        |_| (),
        |f| f.deleted = true,
        |f| f.sample = true,
        |f| f.suppressed = Some((tuesday(), "asked".into())),
        |f| f.status = Meaning::Lost.into(),
        |f| f.email = String::new(),
        |f| f.email = "nobody".into(),
        |f| f.email_status = EmailStatus::Bounced,
        |f| f.touched_at = Some(tuesday()),
        |f| f.address_touched_at = Some(tuesday()),
        |f| f.other_message = true,
        |f| f.previous_left = false,
    ];
    for (first, second) in changes.iter().flat_map(|first| changes.iter().map(move |second| (first, second))) {
        let mut facts = facts();
        first(&mut facts);
        second(&mut facts);
        for step in [Step::First, Step::Followup(1), Step::Linkedin] {
            for purpose in [Purpose::Send, Purpose::Draft] {
                let touch = Touch { step, purpose };
                let reason = match judge(touch, &facts, &policy(), tuesday()).verdict {
                    Verdict::Never { rule } => Some(rule),
                    Verdict::Go | Verdict::Wait { .. } => None,
                };
                assert_eq!(forbids(touch, &facts), reason, "{touch:?} {facts:?}");
            }
        }
    }
}

fn never(touch: Touch, facts: &Facts) -> String {
    match judge(touch, facts, &policy(), tuesday()).verdict {
        Verdict::Never { rule } => rule.code,
        other => panic!("expected never, got {other:?}"),
    }
}

fn wait(facts: &Facts, now: DateTime<Utc>) -> (Option<DateTime<Utc>>, String) {
    match judge(SEND, facts, &policy(), now).verdict {
        Verdict::Wait { until, rule } => (until, rule.code),
        other => panic!("expected wait, got {other:?}"),
    }
}

#[test]
fn somebody_new_with_an_address_may_be_written_to_in_working_hours() {
    assert_eq!(judge(SEND, &facts(), &policy(), tuesday()).verdict, Verdict::Go);
}

#[test]
fn each_forbidding_rule_forbids_by_its_own_name() {
    let cases: Vec<(&str, Facts)> = vec![
        ("gate.deleted", Facts { deleted: true, ..facts() }),
        ("gate.sample", Facts { sample: true, ..facts() }),
        ("gate.suppressed", Facts { suppressed: Some((tuesday(), "opted_out".into())), ..facts() }),
        ("gate.status_stop", Facts { status: Meaning::Lost.into(), ..facts() }),
        ("gate.no_address", Facts { email: String::new(), ..facts() }),
        ("gate.bad_address", Facts { email: "camille@".into(), ..facts() }),
        ("gate.bounced", Facts { email_status: EmailStatus::Bounced, ..facts() }),
        ("gate.guessed_address", Facts { email_status: EmailStatus::Guessed, ..facts() }),
        ("gate.private_without_consent", Facts { email: "camille@gmail.com".into(), ..facts() }),
        ("gate.already_touched", Facts { touched_at: Some(tuesday()), ..facts() }),
        ("gate.duplicate_address", Facts { address_touched_at: Some(tuesday()), ..facts() }),
        ("gate.duplicate_message", Facts { other_message: true, ..facts() }),
    ];
    for (code, facts) in cases {
        assert_eq!(never(SEND, &facts), code);
    }
}

#[test]
fn a_private_address_is_written_to_once_consent_is_recorded() {
    let facts = Facts { email: "camille@gmail.com".into(), consent: true, ..facts() };
    assert_eq!(judge(SEND, &facts, &policy(), tuesday()).verdict, Verdict::Go);
}

#[test]
fn whoever_was_contacted_in_a_rehearsal_only_may_be_written_to_for_real() {
    let contacted = Facts { status: Meaning::Contacted.into(), ..facts() };
    assert_eq!(never(SEND, &contacted), "gate.status_stop");
    assert_eq!(judge(SEND, &Facts { rehearsed: true, ..contacted }, &policy(), tuesday()).verdict, Verdict::Go);
    assert_eq!(never(SEND, &Facts { status: Meaning::Lost.into(), rehearsed: true, ..facts() }), "gate.status_stop");
}

#[test]
fn a_draft_for_sample_people_may_be_written_but_never_sent() {
    let facts = Facts { sample: true, ..facts() };
    assert_eq!(judge(Touch { purpose: Purpose::Draft, ..SEND }, &facts, &policy(), tuesday()).verdict, Verdict::Go);
    assert_eq!(never(SEND, &facts), "gate.sample");
}

#[test]
fn suppression_wins_over_every_waiting_rule() {
    let facts = Facts { suppressed: Some((tuesday(), "opted_out".into())), used_today: 99, ..facts() };
    assert_eq!(never(SEND, &facts), "gate.suppressed");
}

#[test]
fn the_first_moment_satisfies_every_rule_at_once() {
    // Friday 18:55 in Paris, gap not over before 19:02: the window is closed then, and Saturday and Sunday follow.
    let now = at("2026-09-18T16:55:00Z");
    let facts = Facts { last_touch: Some(at("2026-09-18T16:52:00Z")), ..facts() };
    let (until, rule) = wait(&facts, now);
    assert_eq!(until, Some(at("2026-09-21T06:00:00Z")));
    assert_eq!(rule, "gate.weekend");
}

#[test]
fn the_reason_is_what_keeps_a_message_back_not_the_hour_at_which_the_next_day_opens() {
    let monday = Some(at("2026-09-21T06:00:00Z"));
    assert_eq!(wait(&facts(), at("2026-09-19T10:00:00Z")), (monday, "gate.weekend".into()));
    let full = Facts { used_today: 45, last_touch: Some(tuesday()), ..facts() };
    assert_eq!(wait(&full, tuesday() + Duration::hours(1)), (Some(at("2026-09-16T06:00:00Z")), "gate.daily_cap".into()));
    assert_eq!(wait(&facts(), at("2026-11-11T09:00:00Z")).1, "gate.holiday");
    assert_eq!(wait(&facts(), at("2026-09-15T20:00:00Z")), (Some(at("2026-09-16T06:00:00Z")), "gate.window".into()));
}

#[test]
fn a_full_day_waits_for_the_next_morning() {
    let facts = Facts { used_today: 45, last_touch: Some(tuesday()), ..facts() };
    let (until, _) = wait(&facts, tuesday() + Duration::hours(1));
    assert_eq!(until, Some(at("2026-09-16T06:00:00Z")));
}

#[test]
fn the_ramp_lets_ten_leave_on_the_first_day() {
    let facts = Facts { sending_days: 0, used_today: 10, last_touch: Some(tuesday() - Duration::hours(1)), ..facts() };
    let judgement = judge(SEND, &facts, &policy(), tuesday());
    let line = judgement.rules.iter().find(|r| r.rule.code == "gate.daily_cap").unwrap();
    assert!(!line.ok);
    assert_eq!(line.rule.params["cap"], "10");
}

#[test]
fn a_public_holiday_is_left_out_in_the_recipients_zone() {
    let (until, _) = wait(&facts(), at("2026-11-11T09:00:00Z"));
    assert_eq!(until, Some(at("2026-11-12T07:00:00Z")));
}

#[test]
fn the_window_is_the_recipients_not_the_sellers() {
    let facts = Facts { zone: Tz::America__New_York, ..facts() };
    let (until, rule) = wait(&facts, tuesday());
    assert_eq!(until, Some(at("2026-09-15T12:00:00Z")));
    assert_eq!(rule, "gate.window");
}

#[test]
fn a_follow_up_waits_for_the_seller_because_replies_are_unknown() {
    let touch = Touch { step: Step::Followup(1), purpose: Purpose::Send };
    let facts = Facts { status: Meaning::Contacted.into(), approved: false, ..facts() };
    let Verdict::Wait { until, rule } = judge(touch, &facts, &policy(), tuesday()).verdict else { panic!("must wait") };
    assert_eq!((until, rule.code.as_str()), (None, "gate.replies_unknown"));
    let confirmed = Facts { approved: true, ..facts };
    assert_eq!(judge(touch, &confirmed, &policy(), tuesday()).verdict, Verdict::Go);
}

#[test]
fn a_follow_up_stops_once_the_person_answers_or_is_lost() {
    let touch = Touch { step: Step::Followup(2), purpose: Purpose::Send };
    for meaning in [Meaning::Interested, Meaning::Qualified, Meaning::Converted, Meaning::Lost, Meaning::DoNotContact] {
        assert_eq!(never(touch, &Facts { status: meaning.into(), ..facts() }), "gate.status_stop");
    }
}

#[test]
fn a_clock_set_back_does_not_stop_the_desk() {
    let facts = Facts { last_touch: Some(tuesday() + Duration::days(300)), ..facts() };
    let (until, rule) = wait(&facts, tuesday());
    assert_eq!(rule, "gate.min_gap");
    assert_eq!(until, Some(tuesday() + Duration::minutes(10)));
}

#[test]
fn paused_sending_waits_without_a_date() {
    let facts = Facts { paused: Some("seller".into()), ..facts() };
    assert_eq!(wait(&facts, tuesday()), (None, "gate.sending_paused".into()));
}

#[test]
fn a_message_of_a_paused_run_waits_until_the_run_goes_on() {
    let facts = Facts { paused_run: Some(4), ..facts() };
    assert_eq!(wait(&facts, tuesday()), (None, "gate.run_paused".into()));
    let judgement = judge(SEND, &facts, &policy(), tuesday());
    assert!(judgement.rules.iter().any(|line| !line.ok && line.rule.params.get("number").is_some_and(|n| n == "4")));
}

#[test]
fn a_follow_up_is_not_even_drafted_when_nothing_left_before_it() {
    let touch = Touch { step: Step::Followup(1), purpose: Purpose::Draft };
    assert_eq!(never(touch, &Facts { previous_left: false, ..facts() }), "gate.nothing_to_follow");
}

#[test]
fn a_forecast_adds_up_and_respects_cap_and_days() {
    let mut policy = policy();
    policy.pacing.ramp = false;
    let forecast = forecast(100, &facts(), &policy, tuesday());
    assert_eq!(forecast.days.iter().map(|d| d.1).sum::<u32>(), 100);
    assert_eq!(forecast.days.iter().map(|d| d.1).collect::<Vec<_>>(), [45, 45, 10]);
    assert!(forecast.finishes_at.unwrap() > at("2026-09-17T06:00:00Z"));
}

#[test]
fn without_pacing_everything_leaves_today() {
    let mut policy = policy();
    policy.pacing = Pacing { daily_cap: None, ramp: false, gap: Duration::zero(), window: None, weekdays_only: false };
    let forecast = forecast(100_000, &facts(), &policy, tuesday());
    assert_eq!(forecast.days, [(NaiveDate::from_ymd_opt(2026, 9, 15).unwrap(), 100_000)]);
    assert_eq!(forecast.finishes_at, Some(tuesday()));
}
