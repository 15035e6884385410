use super::groups::within as in_group;
use super::list::{Gauge, OPPORTUNITIES, PROBABILITY};
use crate::custom::Fields;
use crate::listing::{Condition, today};
use crate::values::time_text;
use crate::{Read, StoreError};
use chrono::TimeDelta;
use domain::text::{fold, fold_company};
use domain::views::custom::CustomOf;
use domain::views::filters::{FilterGroup, day_of};
use domain::views::groups::{OpportunityGroup, Within};
use domain::views::opportunities::{BoardRequest, OpportunitiesQuery, OpportunityFilter, OpportunityFilterField as Field};
use domain::views::people::FilterOp;
use uuid::Uuid;

/// What conditions, orders and sums read beside the opportunities.
const JOIN: &str = "JOIN pipeline_stage s ON s.id = o.stage_id JOIN pipeline l ON l.id = s.pipeline_id
    LEFT JOIN company c ON c.id = o.company_id AND c.deleted_at IS NULL";

/// The last thing that happened with opportunity `o`: a move, a contact with one of its people, a line on its own timeline or that of the main
/// one, a task done, an appointment that took place.
pub(super) const LAST_AT: &str = "max(o.stage_since,
    coalesce((SELECT max(p.last_contact_at) FROM person p
               WHERE p.id IN (SELECT o.person_id UNION SELECT k.person_id FROM opportunity_contact k WHERE k.opportunity_id = o.id)), ''),
    coalesce((SELECT max(a.at) FROM activity a WHERE a.person_id = o.person_id AND a.deleted_at IS NULL), ''),
    coalesce((SELECT max(a.at) FROM activity a WHERE a.opportunity_id = o.id AND a.deleted_at IS NULL), ''),
    coalesce((SELECT max(t.done_at) FROM task t WHERE t.opportunity_id = o.id AND t.deleted_at IS NULL AND t.state = 'done'), ''),
    coalesce((SELECT max(m.starts_at) FROM appointment m WHERE m.opportunity_id = o.id AND m.deleted_at IS NULL AND m.state = 'done'), ''))";

/// What a list or a board asks for.
pub(super) struct Asked<'q> {
    pub(super) text: &'q str,
    pub(super) any: bool,
    pub(super) filters: &'q [OpportunityFilter],
    pub(super) groups: &'q [FilterGroup<OpportunityFilter>],
    pub(super) within: Option<&'q Within<OpportunityGroup>>,
}

impl<'q> From<&'q OpportunitiesQuery> for Asked<'q> {
    fn from(query: &'q OpportunitiesQuery) -> Self {
        Self { text: &query.text, any: query.any, filters: &query.filters, groups: &query.groups, within: query.within.as_ref() }
    }
}

impl<'q> From<&'q BoardRequest> for Asked<'q> {
    fn from(board: &'q BoardRequest) -> Self {
        Self { text: &board.text, any: board.any, filters: &board.filters, groups: &board.groups, within: None }
    }
}

/// The condition of a query.
pub(super) fn condition<'q>(read: &Read<'_>, asked: impl Into<Asked<'q>>, gauge: Gauge) -> Result<Condition, StoreError> {
    let Asked { text, any, filters, groups, within } = asked.into();
    let mut condition = OPPORTUNITIES.typed(read, text)?;
    condition.join = JOIN.to_owned();
    let today = today(read)?.day;
    let mut clauses = filters.iter().chain(groups.iter().flat_map(|group| &group.filters));
    let own = Fields::of(read, CustomOf::Opportunities, clauses.any(|clause| clause.field == Field::Custom))?;
    condition.ask(any, filters, groups, |condition, clause| match clause.field {
        Field::Custom => own.condition(condition, CustomOf::Opportunities, clause.custom, (clause.op, &clause.value), today),
        Field::CloseOn | Field::NextStepOn | Field::ClosedOn | Field::StageSince | Field::Added => {
            add(condition, &OpportunityFilter { value: day_of(&clause.value, today), ..clause.clone() }, gauge);
        }
        _ => add(condition, clause, gauge),
    });
    if let Some(within) = within {
        in_group(read, &mut condition, within)?;
    }
    Ok(condition)
}

fn add(condition: &mut Condition, clause: &OpportunityFilter, gauge: Gauge) {
    let (column, value) = (column(clause.field), clause.value.trim());
    match clause.field {
        Field::Stagnating => return stagnating(condition, (value != "no") == (clause.op != FilterOp::IsNot), gauge),
        Field::Stage | Field::State if matches!(clause.op, FilterOp::Is | FilterOp::IsNot) => return one_of(condition, clause),
        Field::Person if matches!(clause.op, FilterOp::Is | FilterOp::IsNot) => {
            let not = if clause.op == FilterOp::Is { "" } else { "NOT " };
            let sql = format!(
                "{not}(coalesce(o.person_id, '') = ? OR EXISTS (SELECT 1 FROM opportunity_contact k WHERE k.opportunity_id = o.id AND k.person_id = ?))"
            );
            return condition.push(&sql, [value.to_owned(), value.to_owned()]);
        }
        _ => {}
    }
    // Numbers compare as numbers: what is not one matches nothing.
    let mark = if matches!(clause.field, Field::Amount | Field::Probability) { "CAST(? AS REAL)" } else { "?" };
    match clause.op {
        FilterOp::Empty => condition.push(&format!("coalesce({column}, '') = ''"), []),
        FilterOp::NotEmpty => condition.push(&format!("coalesce({column}, '') <> ''"), []),
        FilterOp::Contains => condition.push(&format!("instr(fold(coalesce({column}, '')), ?) > 0"), [fold(value)]),
        FilterOp::Before => condition.push(&format!("{column} < {mark}"), [value.to_owned()]),
        FilterOp::BeforeOrNever => condition.push(&format!("({column} IS NULL OR {column} < {mark})"), [value.to_owned()]),
        FilterOp::After => condition.push(&format!("{column} >= {mark}"), [value.to_owned()]),
        FilterOp::Is | FilterOp::IsNot => equals(condition, clause, mark),
    }
}

/// Whether it stagnates, as `domain::opportunities::attention` tells: more whole days than a limit.
fn stagnating(condition: &mut Condition, yes: bool, gauge: Gauge) {
    let not = if yes { "" } else { "NOT " };
    let quiet = time_text(gauge.now - TimeDelta::days(i64::from(gauge.quiet_days) + 1));
    let sql = format!(
        "{not}(s.kind = 'open' AND (coalesce(o.stage_since <= strftime('%Y-%m-%dT%H:%M:%fZ', ?, '-' || (s.rotten_days + 1) || ' days'), 0)
           OR {LAST_AT} <= ?))"
    );
    condition.push(&sql, [time_text(gauge.now), quiet]);
}

/// Equality with one of several values, separated by commas.
fn one_of(condition: &mut Condition, clause: &OpportunityFilter) {
    let not = if clause.op == FilterOp::Is { "" } else { "NOT " };
    let values: Vec<String> = clause.value.split(',').map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect();
    let marks = vec!["?"; values.len()].join(", ");
    condition.push(&format!("{} {not}IN ({marks})", column(clause.field)), values);
}

fn equals(condition: &mut Condition, clause: &OpportunityFilter, mark: &str) {
    let op = if clause.op == FilterOp::Is { "=" } else { "<>" };
    let (column, value) = (column(clause.field), clause.value.trim());
    match clause.field {
        Field::Name => condition.push(&format!("o.name_norm {op} ?"), [fold(value)]),
        Field::Company if Uuid::parse_str(value).is_ok() => {
            condition.push(&format!("coalesce(o.company_id, '') {op} ?"), [value.to_owned()])
        }
        Field::Company => condition.push(&format!("coalesce(c.name_norm, '') {op} ?"), [fold_company(value)]),
        Field::Currency => condition.push(&format!("{column} {op} ?"), [value.to_uppercase()]),
        Field::NextStep | Field::Source | Field::Competitor => condition.push(&format!("fold({column}) {op} ?"), [fold(value)]),
        Field::CloseOn | Field::NextStepOn | Field::ClosedOn | Field::StageSince | Field::Added => {
            condition.push(&format!("coalesce(substr({column}, 1, 10), '') {op} ?"), [value.to_owned()]);
        }
        // Unknown is another amount than any that is asked for.
        Field::Amount | Field::Probability => condition.push(&format!("coalesce({column}, -1) {op} {mark}"), [value.to_owned()]),
        _ => condition.push(&format!("coalesce({column}, '') {op} ?"), [value.to_owned()]),
    }
}

fn column(field: Field) -> &'static str {
    match field {
        Field::Name => "o.name",
        Field::Company => "c.name",
        Field::Person => "o.person_id",
        Field::Pipeline => "o.pipeline_id",
        Field::Stage => "o.stage_id",
        Field::State => "s.kind",
        // In whole units: hundredths, but for the currencies that have others.
        Field::Amount => {
            "(o.amount / CASE WHEN o.currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF',
               'XOF', 'XPF') THEN 1.0 WHEN o.currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 1000.0 ELSE 100.0 END)"
        }
        Field::Currency => "o.currency",
        Field::Probability => PROBABILITY,
        Field::CloseOn => "o.close_on",
        Field::NextStep => "o.next_step",
        Field::NextStepOn => "o.next_step_on",
        Field::Source => "o.source",
        Field::Competitor => "o.competitor",
        Field::Reason => "o.close_reason_id",
        Field::ClosedOn => "o.closed_on",
        Field::StageSince => "o.stage_since",
        Field::Added => "o.created_at",
        Field::Stagnating | Field::Custom => "''",
    }
}
