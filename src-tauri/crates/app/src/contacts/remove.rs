use super::holder::Holder;
use super::{ContactsFault, all_of, first, present, unknown_first};
use crate::App;
use crate::people::PeopleFault;
use domain::contacts::{Owner, PointKind};
use domain::views::contacts::{ContactPointView, PointRef};
use store::contacts::First;
use store::{Actor, Intent, Tx};

/// Takes one away; where it was the first, the next of its kind takes its place. What the do-not-contact list knows of it stays. Answers with
/// all that are left.
///
/// # Errors
/// `contacts.not_found`, `people.no_identity` when nothing would be left to know a person by, `people.not_found`, `companies.not_found`.
pub async fn remove(app: &App, request: PointRef) -> Result<Vec<ContactPointView>, ContactsFault> {
    let (owner, desk) = (request.owner, app.desk()?);
    let name = desk.read(move |read| Ok::<_, ContactsFault>(Holder::present(read, owner)?.name())).await?;
    let intent = Intent::new("contacts.remove").with("name", name).with("kind", request.kind.code());
    desk.write(Actor::Seller, intent, move |tx| {
        let mut holder = Holder::present(tx, owner)?;
        if request.id == holder.id() {
            return take_first(tx, &mut holder, owner, request.kind);
        }
        let point = present(tx, owner, request.kind, request.id)?;
        Ok(store::contacts::remove(tx, &point)?)
    })
    .await?;
    app.wake();
    desk.read(move |read| all_of(read, owner)).await
}

fn take_first(tx: &mut Tx<'_>, holder: &mut Holder, owner: Owner, kind: PointKind) -> Result<(), ContactsFault> {
    holder.held(kind).ok_or(ContactsFault::NotFound)?;
    let points = store::contacts::of(tx, owner)?;
    let head_office = kind == PointKind::Address;
    if let Some(next) = points.into_iter().find(|point| point.kind == kind && !head_office) {
        first::stand(tx, holder, &next)?;
        return Ok(store::contacts::remove(tx, &next)?);
    }
    holder.hold(kind, None);
    if !holder.is_identified() {
        return Err(PeopleFault::NoIdentity.into());
    }
    holder.write(tx)?;
    let gone = First { source: "typed".to_owned(), ..unknown_first(tx.now()) };
    Ok(store::contacts::put_first(tx, owner, kind, &gone)?)
}
