//! What an invented seller has to do: tasks and appointments around the day the sample is made.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use domain::agenda::{Appointment, Due, Now, Span, Task};
use domain::time;
use domain::views::agenda::{AppointmentKind, AppointmentState, Priority, TaskKind};
use store::{StoreError, Tx};
use uuid::Uuid;

/// Working days from today (behind it where negative), hour and minute or neither, kind, weight, French, English.
type TaskLine = (i64, Option<(u32, u32)>, TaskKind, Priority, &'static str, &'static str);
/// Working days from today, hour, minutes it takes, kind, French, English, and whether it is elsewhere.
type MeetingLine = (i64, u32, i64, AppointmentKind, &'static str, &'static str, bool);

const TASKS: [TaskLine; 11] = [
    (-2, None, TaskKind::Quote, Priority::High, "Envoyer le devis révisé", "Send the revised quote"),
    (-1, Some((10, 0)), TaskKind::Call, Priority::Normal, "Rappeler après l’essai", "Call back after the trial"),
    (0, Some((16, 30)), TaskKind::Call, Priority::Normal, "Appeler au sujet de la livraison", "Call about the delivery"),
    (0, None, TaskKind::Email, Priority::Normal, "Envoyer la documentation", "Send the documentation"),
    (0, None, TaskKind::Other, Priority::Low, "Vérifier les références demandées", "Check the references they asked for"),
    (1, Some((9, 30)), TaskKind::Call, Priority::High, "Appeler avant le comité", "Call before their board meets"),
    (1, None, TaskKind::Quote, Priority::Normal, "Chiffrer la deuxième ligne", "Price the second line"),
    (3, None, TaskKind::Visit, Priority::Normal, "Préparer la visite du site", "Prepare the visit of the site"),
    (5, None, TaskKind::Email, Priority::Normal, "Relancer sur le contrat-cadre", "Follow up on the framework contract"),
    (9, None, TaskKind::Call, Priority::Low, "Prendre des nouvelles", "See how they are doing"),
    (12, None, TaskKind::Other, Priority::Low, "Préparer le salon", "Prepare the trade fair"),
];

const MEETINGS: [MeetingLine; 9] = [
    (-3, 10, 60, AppointmentKind::Visit, "Visite de découverte", "First visit", true),
    (-1, 15, 30, AppointmentKind::Video, "Point sur l’essai", "How the trial goes", false),
    (0, 11, 45, AppointmentKind::Video, "Démonstration", "Demonstration", false),
    (0, 15, 60, AppointmentKind::Meeting, "Négociation du contrat", "Contract talks", true),
    (1, 14, 90, AppointmentKind::Visit, "Visite de l’atelier", "Visit of the workshop", true),
    (2, 9, 30, AppointmentKind::Call, "Appel de qualification", "Qualification call", false),
    (4, 11, 60, AppointmentKind::Meeting, "Présentation de l’offre", "Presenting the offer", true),
    (6, 16, 45, AppointmentKind::Video, "Suivi trimestriel", "Quarterly review", false),
    (10, 10, 60, AppointmentKind::Visit, "Signature", "Signing", true),
];

/// Enters them, each with somebody of the sample.
pub(super) fn add(tx: &mut Tx<'_>, french: bool, firms: &[domain::companies::Company], staff: &[(Uuid, usize)]) -> Result<(), StoreError> {
    let at = tx.now();
    let now = crate::agenda::now(tx, at)?;
    for (n, (days, hour, kind, priority, fr, en)) in TASKS.into_iter().enumerate() {
        let mut task = Task::new(tx.new_id(), at);
        (if french { fr } else { en }).clone_into(&mut task.title);
        task.kind = kind;
        task.priority = priority;
        let time = hour.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
        task.due = Some(Due { on: working_day(now, days), time, zone: None });
        task.person_id = staff.get(n * 17).map(|(person, _)| *person);
        task.sample = true;
        store::agenda::insert_task(tx, &task, now.zone)?;
    }
    for (n, (days, hour, minutes, kind, fr, en, elsewhere)) in MEETINGS.into_iter().enumerate() {
        let mut one = Appointment::new(tx.new_id(), at, now.zone);
        (if french { fr } else { en }).clone_into(&mut one.title);
        one.kind = kind;
        let starts = time::instant(now.zone, working_day(now, days), NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
        one.span = Span::timed(starts, starts + TimeDelta::minutes(minutes)).ok();
        if let Some((person, firm)) = staff.get(n * 19 + 5) {
            one.people = vec![*person];
            if let Some(firm) = firms.get(*firm).filter(|_| elsewhere) {
                one.place.clone_from(&firm.city);
            }
        }
        if days < 0 {
            one.state = AppointmentState::Done;
        }
        one.sample = true;
        store::agenda::insert_appointment(tx, &one, now.zone)?;
    }
    Ok(())
}

/// The day so many working days away; a weekend counts as the Monday after it.
fn working_day(now: Now, days: i64) -> NaiveDate {
    let is_off = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut day = now.today();
    while is_off(day) {
        day = day.checked_add_days(Days::new(1)).unwrap_or(day);
    }
    let one = Days::new(1);
    for _ in 0..days.unsigned_abs() {
        loop {
            let next = if days < 0 { day.checked_sub_days(one) } else { day.checked_add_days(one) };
            let Some(next) = next else { return day };
            day = next;
            if !is_off(day) {
                break;
            }
        }
    }
    day
}
