use super::ExportFault;
use super::chunks::in_chunks;
use super::columns::text;
use super::table::{Column, Table, said, together};
use crate::App;
use crate::opportunities::{chosen, gauge};
use domain::money::Currency;
use domain::opportunities::{Line, Opportunity, Pipeline};
use domain::views::custom::CustomOf;
use domain::views::exports::{ExportDone, OpportunitiesExport};
use domain::views::opportunities::{ContactView, OpportunityRow};
use domain::views::pipelines::StageKindWord;
use domain::writing::Language;
use formats::export::Cell;
use serde_json::{Value, json};
use store::{Read, StoreError};
use uuid::Uuid;

const COLUMNS: [Column; 23] = [
    ("opportunities", "export.id"),
    ("opportunities", "field.name"),
    ("opportunities", "field.company"),
    ("opportunities", "field.person"),
    ("opportunities", "field.pipeline"),
    ("opportunities", "field.stage"),
    ("opportunities", "field.state"),
    ("opportunities", "field.amount"),
    ("opportunities", "field.currency"),
    ("opportunities", "field.probability"),
    ("opportunities", "field.close_on"),
    ("opportunities", "field.next_step"),
    ("opportunities", "field.next_step_on"),
    ("opportunities", "field.source"),
    ("opportunities", "field.competitor"),
    ("opportunities", "field.closed_on"),
    ("opportunities", "field.reason"),
    ("opportunities", "close.note"),
    ("opportunities", "detail.notes"),
    ("opportunities", "lines.title"),
    ("opportunities", "contacts.title"),
    ("opportunities", "field.stage_since"),
    ("opportunities", "field.added"),
];

/// Writes opportunities to a file, in the clear, as they are at one moment.
///
/// # Errors
/// `opportunities.none`; `exports.unwritable_file`, `exports.too_many_rows`, `exports.cell_too_long`.
pub async fn opportunities(app: &App, request: OpportunitiesExport) -> Result<ExportDone, ExportFault> {
    let OpportunitiesExport { selection, format, path } = request;
    let (desk, ids) = chosen(app, selection).await?;
    let (app, now) = (app.clone(), app.ports().clock.now());
    desk.read(move |read| {
        let (pipelines, gauge) = (store::pipelines::all(read)?, gauge(read, now)?);
        let mut table = Table::begin(read, (CustomOf::Opportunities, "opportunities"), (format, &path), &COLUMNS)?;
        in_chunks(&app, &ids, |chunk| {
            for row in store::opportunities::views(read, chunk, gauge)? {
                let Some(one) = Whole::read(read, row)? else { continue };
                let cells = one.cells(&table, &pipelines);
                table.row(&one.row.custom, cells, || one.json(&pipelines))?;
            }
            Ok(())
        })?;
        Ok(table.finish()?)
    })
    .await
}

/// An opportunity with everything that is written of it.
struct Whole {
    row: OpportunityRow,
    opportunity: Opportunity,
    lines: Vec<Line>,
    contacts: Vec<ContactView>,
}

impl Whole {
    fn read(read: &Read<'_>, row: OpportunityRow) -> Result<Option<Self>, StoreError> {
        let Some(opportunity) = store::opportunities::get(read, row.id)? else { return Ok(None) };
        let (lines, contacts) = (store::opportunities::lines(read, row.id)?, store::opportunities::contacts(read, row.id)?);
        Ok(Some(Self { row, opportunity, lines, contacts }))
    }

    fn cells<'w>(&'w self, table: &Table, pipelines: &'w [Pipeline]) -> Vec<Cell<'w>> {
        let Self { row, opportunity, lines, contacts } = self;
        let language = table.language;
        let pick = |fr, en| if language == Language::Fr { text(fr) } else { text(en) };
        let pipeline = pipeline(pipelines, row.pipeline);
        let currency = opportunity.currency;
        let several = |all: Vec<String>| if all.is_empty() { Cell::Empty } else { Cell::from(all.join("; ")) };
        vec![
            Cell::from(row.id.to_string()),
            text(&row.name),
            text(&row.company),
            text(&row.person),
            pipeline.map_or(Cell::Empty, |one| pick(&one.name_fr, &one.name_en)),
            pick(&row.stage_fr, &row.stage_en),
            Cell::from(said(language, "opportunities", state(row.kind))),
            opportunity.amount.map_or(Cell::Empty, |minor| Cell::from(table.number(&currency.plain(minor)))),
            text(currency.code()),
            Cell::Integer(i64::from(row.probability)),
            row.close_on.map_or(Cell::Empty, Cell::Date),
            text(&row.next_step),
            row.next_step_on.map_or(Cell::Empty, Cell::Date),
            text(&row.source),
            text(&row.competitor),
            row.closed_on.map_or(Cell::Empty, Cell::Date),
            pick(&row.reason_fr, &row.reason_en),
            text(&opportunity.close_note),
            text(&opportunity.notes),
            several(lines.iter().map(|line| sold(line, currency, table)).collect()),
            several(contacts.iter().map(|contact| contact.name.clone()).collect()),
            Cell::Date(row.stage_since.date_naive()),
            Cell::Date(row.added_at.date_naive()),
        ]
    }

    fn json(&self, pipelines: &[Pipeline]) -> Value {
        let Self { row, opportunity, lines, contacts } = self;
        let pipeline = pipeline(pipelines, row.pipeline);
        let line =
            |line: &Line| json!({ "name": line.name, "quantity": line.quantity, "unitPrice": line.unit_price, "vatRate": line.vat_rate });
        let beside = json!({
            "pipelineFr": pipeline.map(|one| &one.name_fr),
            "pipelineEn": pipeline.map(|one| &one.name_en),
            "notes": opportunity.notes,
            "closeNote": opportunity.close_note,
            "lines": lines.iter().map(line).collect::<Vec<_>>(),
            "contacts": contacts,
        });
        together(json!(row), beside)
    }
}

fn pipeline(pipelines: &[Pipeline], id: Uuid) -> Option<&Pipeline> {
    pipelines.iter().find(|pipeline| pipeline.id == id)
}

fn state(kind: StageKindWord) -> &'static str {
    match kind {
        StageKindWord::Open => "state.open",
        StageKindWord::Won => "state.won",
        StageKindWord::Lost => "state.lost",
    }
}

/// What is sold, how many, for how much each: `Audit × 2.5 × 800`.
fn sold(line: &Line, currency: Currency, table: &Table) -> String {
    let quantity = format!("{}.{:03}", line.quantity / 1000, (line.quantity % 1000).abs());
    let quantity = quantity.trim_end_matches('0').trim_end_matches('.');
    format!("{} × {} × {}", line.name, table.number(quantity), table.number(&currency.plain(line.unit_price)))
}
