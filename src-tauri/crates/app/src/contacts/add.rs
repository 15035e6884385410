use super::holder::{Held, Holder};
use super::{ContactsFault, all_of, first, given, home, typed};
use crate::App;
use domain::contacts::{ContactPoint, Owner, PointKind, Postal, Value, read};
use domain::views::contacts::{ContactPointView, PointAdd};
use store::contacts::First;
use store::{Actor, Intent, Read, Tx};
use uuid::Uuid;

/// Adds another way to reach somebody, or the first one. Answers with all of them.
///
/// # Errors
/// A [`domain::contacts::PointError`] for a value that cannot be taken, `contacts.already_here`, `people.not_found`, `companies.not_found`.
pub async fn add(app: &App, request: PointAdd) -> Result<Vec<ContactPointView>, ContactsFault> {
    let (owner, desk) = (request.owner, app.desk()?);
    let name = desk.read(move |read| Ok::<_, ContactsFault>(Holder::present(read, owner)?.name())).await?;
    let intent = Intent::new("contacts.add").with("name", name).with("kind", request.kind.code());
    desk.write(Actor::Seller, intent, move |tx| {
        let value = read(request.kind, &request.value, request.postal.as_ref(), &home(tx)?)?;
        let label = ContactPoint::label(&request.label)?;
        put(tx, owner, request.kind, label, value, request.first)
    })
    .await?;
    desk.read(move |read| all_of(read, owner)).await
}

fn put(tx: &mut Tx<'_>, owner: Owner, kind: PointKind, label: String, value: Value, use_first: bool) -> Result<(), ContactsFault> {
    let mut holder = Holder::present(tx, owner)?;
    refuse_twice(tx, &holder, owner, kind, &value, Uuid::nil())?;
    // A company keeps no region with its head office: an address with one stands by itself.
    let fits = kind != PointKind::Address || Postal::of(&value.value).is_some_and(|postal| postal.region.is_empty());
    if holder.bears(kind) && holder.held(kind).is_none() && fits {
        holder.hold(kind, Some(&Held { value: value.value, norm: value.norm, status: given(kind) }));
        holder.write(tx)?;
        let first = First { label, source: "typed".to_owned(), at: tx.now() };
        return Ok(store::contacts::put_first(tx, owner, kind, &first)?);
    }
    let points = store::contacts::of(tx, owner)?;
    let point = typed(tx, owner, kind, label, value, &points);
    store::contacts::insert(tx, &point)?;
    if use_first { first::promote(tx, point) } else { Ok(()) }
}

/// One value stands once with its owner.
pub(super) fn refuse_twice(
    read: &Read<'_>,
    holder: &Holder,
    owner: Owner,
    kind: PointKind,
    value: &Value,
    but: Uuid,
) -> Result<(), ContactsFault> {
    let on_holder = holder.held(kind).is_some_and(|held| {
        let same_key = !value.norm.is_empty() && held.norm == value.norm && kind != PointKind::Url;
        but != holder.id() && (same_key || held.value == value.value)
    });
    if on_holder || store::contacts::same(read, owner, kind, (&value.value, &value.norm), but)? {
        return Err(ContactsFault::AlreadyHere);
    }
    Ok(())
}
