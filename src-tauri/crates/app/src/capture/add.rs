use super::CaptureFault;
use crate::App;
use crate::contacts::home;
use domain::companies::{Company, CompanyField};
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus, Postal, phone_norm, read};
use domain::people::{FieldError, Person, PersonField};
use domain::text::{clean_line, clean_lines};
use domain::views::capture::{CaptureKind, CaptureNew, Captured};
use store::activity::Said;
use store::{Actor, Intent, Tx};

/// Notes a person or a company, marked as to be qualified. Nobody is refused because somebody like them is here: there is no time for that now.
///
/// # Errors
/// `capture.no_name`; a value that is too long.
pub async fn add(app: &App, request: CaptureNew) -> Result<Captured, CaptureFault> {
    let name = clean_line(&request.name);
    if name.is_empty() {
        return Err(CaptureFault::NoName);
    }
    let (kind, shown) = (request.kind, name.clone());
    let written = app
        .desk()?
        .write(Actor::Seller, Intent::new("capture.add").with("name", &name), move |tx| {
            let id = match kind {
                CaptureKind::Person => person(tx, &name, &request)?,
                CaptureKind::Company => company(tx, &name, &request)?,
            };
            store::capture::mark(tx, kind, id, true)?;
            Ok::<_, CaptureFault>(id)
        })
        .await?;
    Ok(Captured { id: written.value, kind, name: shown, operation: written.operation.map(|id| id.0) })
}

fn person(tx: &mut Tx<'_>, name: &str, request: &CaptureNew) -> Result<uuid::Uuid, CaptureFault> {
    let day = crate::people::today(tx, tx.now())?;
    let mut person = Person::new(tx.new_id(), "manual", tx.now(), day);
    // The first word is the first name; one word alone is how they are called.
    let (first, last) = name.split_once(' ').unwrap_or(("", name));
    PersonField::FirstName.set(&mut person, first)?;
    PersonField::LastName.set(&mut person, last)?;
    PersonField::Phone.set(&mut person, &request.phone)?;
    if !person.phone.is_empty() {
        person.phone_norm = phone_norm(&person.phone, &home(tx)?);
    }
    store::people::insert(tx, &person)?;
    if !clean_line(&request.postcode).is_empty() {
        let postal = Postal { postcode: request.postcode.clone(), ..Postal::default() };
        let value = read(PointKind::Address, "", Some(&postal), &home(tx)?)?;
        let point = ContactPoint {
            id: tx.new_id(),
            owner: Owner::Person(person.id),
            kind: PointKind::Address,
            label: String::new(),
            value: value.value,
            norm: value.norm,
            status: PointStatus::Unknown,
            position: 0,
            source: "typed".to_owned(),
            source_at: tx.now(),
            by: "seller".to_owned(),
        };
        store::contacts::insert(tx, &point)?;
    }
    let text = clean_lines(&request.note);
    if !text.is_empty() {
        let limit = PersonField::Notes.limit();
        if text.chars().count() > limit {
            return Err(FieldError::TooLong { field: PersonField::Notes, limit }.into());
        }
        store::activity::append(tx, person.id, "note", &Said { text, reason: None }, None)?;
    }
    Ok(person.id)
}

fn company(tx: &mut Tx<'_>, name: &str, request: &CaptureNew) -> Result<uuid::Uuid, CaptureFault> {
    let mut company = Company::new(tx.new_id(), name, "manual", tx.now());
    CompanyField::Name.set(&mut company, name)?;
    CompanyField::Postcode.set(&mut company, &request.postcode)?;
    CompanyField::Phone.set(&mut company, &request.phone)?;
    CompanyField::Notes.set(&mut company, &request.note)?;
    store::companies::insert(tx, &company)?;
    Ok(company.id)
}
