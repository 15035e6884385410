use super::filter::LAST_AT;
use super::list::Gauge;
use super::rows::{currency, day};
use crate::people::called;
use crate::values::{Id, id, id_or_none, ids_json, time};
use crate::{Read, StoreError, custom};
use domain::fault::Reason;
use domain::opportunities::{Attention, Seen, StageKind, attention};
use domain::views::custom::CustomOf;
use domain::views::money::MoneyView;
use domain::views::opportunities::OpportunityRow;
use rusqlite::Row;
use uuid::Uuid;

/// Rows of a list for these ids, in their order; opportunities removed meanwhile are left out.
pub fn views(read: &Read<'_>, ids: &[Uuid], gauge: Gauge) -> Result<Vec<OpportunityRow>, StoreError> {
    select(read, "o.deleted_at IS NULL", ids, gauge)
}

/// The row of one opportunity, which may be removed.
pub fn view(read: &Read<'_>, opportunity: Uuid, gauge: Gauge) -> Result<Option<OpportunityRow>, StoreError> {
    Ok(select(read, "1", &[opportunity], gauge)?.pop())
}

fn select(read: &Read<'_>, which: &str, ids: &[Uuid], gauge: Gauge) -> Result<Vec<OpportunityRow>, StoreError> {
    let person = called!("p.");
    let sql = format!(
        "SELECT o.id, o.name, c.id AS company_id, coalesce(c.name, '') AS company, p.id AS person_id,
                CASE WHEN p.id IS NULL THEN '' ELSE {person} END AS person, o.pipeline_id, o.stage_id, s.name_fr, s.name_en, s.colour, s.kind,
                s.rotten_days, o.amount, o.currency, o.probability, s.probability AS usual, o.close_on, o.next_step, o.next_step_on, o.source,
                o.competitor, o.stage_since, {LAST_AT} AS last_at, o.closed_on, coalesce(r.name_fr, '') AS reason_fr,
                coalesce(r.name_en, '') AS reason_en, o.created_at, o.sample
           FROM json_each(?1) j JOIN opportunity o ON o.id = j.value JOIN pipeline_stage s ON s.id = o.stage_id
                LEFT JOIN company c ON c.id = o.company_id AND c.deleted_at IS NULL
                LEFT JOIN person p ON p.id = o.person_id AND p.deleted_at IS NULL
                LEFT JOIN close_reason r ON r.id = o.close_reason_id
          WHERE {which} ORDER BY j.key"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut custom = custom::of_all(read, CustomOf::Opportunities, ids)?;
    let mut found = Vec::with_capacity(ids.len());
    while let Some(row) = rows.next()? {
        let row = from_row(row, gauge)?;
        found.push(OpportunityRow { custom: custom.remove(&row.id).unwrap_or_default(), ..row });
    }
    Ok(found)
}

fn from_row(row: &Row<'_>, gauge: Gauge) -> Result<OpportunityRow, StoreError> {
    let kind = row.get_ref("kind")?.as_str().ok().and_then(StageKind::of_code);
    let kind = kind.ok_or(StoreError::Malformed { table: "pipeline_stage", column: "kind" })?;
    let currency = currency(row, "currency")?;
    let (own, usual): (Option<u8>, u8) = (row.get("probability")?, row.get("usual")?);
    let stage_since = time(row, "stage_since")?;
    let seen = Seen { stage_since, rotten_days: row.get("rotten_days")?, last_at: time(row, "last_at")?, quiet_days: gauge.quiet_days };
    let stagnates = attention(seen, gauge.now).filter(|_| kind == StageKind::Open);
    Ok(OpportunityRow {
        id: id(row, "id")?,
        name: row.get("name")?,
        company_id: id_or_none(row, "company_id")?,
        company: row.get("company")?,
        person_id: id_or_none(row, "person_id")?,
        person: row.get("person")?,
        pipeline: row.get::<_, Id>("pipeline_id")?.0,
        stage: row.get::<_, Id>("stage_id")?.0,
        stage_fr: row.get("name_fr")?,
        stage_en: row.get("name_en")?,
        stage_colour: row.get("colour")?,
        kind: kind.into(),
        amount: row.get::<_, Option<i64>>("amount")?.map(|minor| MoneyView::of(currency, minor)),
        currency: currency.code().to_owned(),
        probability: own.unwrap_or(usual),
        own_probability: own.is_some(),
        close_on: day(row, "close_on")?,
        next_step: row.get("next_step")?,
        next_step_on: day(row, "next_step_on")?,
        source: row.get("source")?,
        competitor: row.get("competitor")?,
        stage_since,
        days: u32::try_from((gauge.now - stage_since).num_days().max(0)).unwrap_or(u32::MAX),
        attention: stagnates.map(|why| told(why).into()),
        closed_on: day(row, "closed_on")?,
        reason_fr: row.get("reason_fr")?,
        reason_en: row.get("reason_en")?,
        added_at: time(row, "created_at")?,
        sample: row.get("sample")?,
        custom: Vec::new(),
    })
}

/// Which limit was passed, and since when.
fn told(why: Attention) -> Reason {
    match why {
        Attention::TooLong { since, days, limit } => {
            Reason::new("opportunities.too_long_here").with("days", days).with("limit", limit).with("since", since.date_naive())
        }
        Attention::Quiet { since, days, limit } => {
            Reason::new("opportunities.quiet").with("days", days).with("limit", limit).with("since", since.date_naive())
        }
    }
}
