use super::CompaniesFault;
use crate::App;
use crate::people::explain_stops;
use domain::companies::{Company, Identifier, Judged, judged};
use domain::views::ById;
use domain::views::companies::{CompanyDetail, CompanyEvent, IdentifierView};
use domain::views::contacts::Owner;
use domain::views::duplicates::DuplicateKind;
use domain::views::people::TimelinePage;
use store::Read;
use uuid::Uuid;

/// Most people told with a company; the list of people has the others.
const PEOPLE: u32 = 50;

/// Everything about one company, also by the id of one that was made one with it.
///
/// # Errors
/// `companies.not_found`; when the desk is locked or cannot be read.
pub async fn get(app: &App, request: ById) -> Result<CompanyDetail, CompaniesFault> {
    app.desk()?.read(move |read| detail(read, standing(read, request.id)?)).await
}

/// A page of what happened with a company and its people, newest first.
///
/// # Errors
/// `companies.not_found`; when the desk is locked or cannot be read.
pub async fn timeline(app: &App, request: TimelinePage) -> Result<Vec<CompanyEvent>, CompaniesFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let company = present(read, standing(read, request.id)?)?;
            let mut events = store::companies::timeline(read, company.id, request.before, request.limit, &request.kinds)?;
            explain_stops(read, now, events.iter_mut().filter_map(|event| Some((event.person?, &mut event.item))))?;
            Ok(events)
        })
        .await
}

/// What stands for the company of this id: one that was made one with another is found under that one.
fn standing(read: &Read<'_>, id: Uuid) -> Result<Uuid, CompaniesFault> {
    Ok(store::merging::standing(read, DuplicateKind::Company, id)?.unwrap_or(id))
}

/// A company that is on the desk.
pub(crate) fn present(read: &Read<'_>, id: Uuid) -> Result<Company, CompaniesFault> {
    store::companies::get(read, id)?.filter(|company| company.deleted_at.is_none()).ok_or(CompaniesFault::NotFound)
}

pub(super) fn detail(read: &Read<'_>, id: Uuid) -> Result<CompanyDetail, CompaniesFault> {
    let company = present(read, id)?;
    Ok(CompanyDetail {
        row: store::companies::view(read, &company)?,
        identifiers: judged(&company).into_iter().map(view).collect(),
        next: store::companies::next(read, id)?,
        people: store::companies::people(read, id, PEOPLE)?,
        contacts: crate::contacts::all_of(read, Owner::Company(id)).map_err(|fault| match fault {
            crate::contacts::ContactsFault::Store(error) => CompaniesFault::Store(error),
            _ => CompaniesFault::NotFound,
        })?,
        notes: company.notes,
        source: company.source,
    })
}

fn view(number: Judged) -> IdentifierView {
    let field = match number.identifier {
        Identifier::Siren => "siren",
        Identifier::Siret => "siret",
        Identifier::Vat => "vat",
        Identifier::Naf => "naf",
    };
    IdentifierView { field: field.to_owned(), shown: number.shown, flaw: number.flaw.map(Into::into), offer: number.offer }
}
