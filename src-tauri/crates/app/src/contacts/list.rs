use super::holder::{Held, Holder};
use super::{ContactsFault, by, home, unknown_first};
use crate::App;
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus, Postal};
use domain::views::contacts::{ContactPointView, ContactsOf};
use store::suppression::{self, Scope};
use store::{Read, StoreError};

const KINDS: [PointKind; 4] = [PointKind::Email, PointKind::Phone, PointKind::Url, PointKind::Address];

/// Every way to reach a person or a company, kind by kind, the first of each first.
///
/// # Errors
/// `people.not_found`, `companies.not_found`; when the desk is locked or cannot be read.
pub async fn list(app: &App, request: ContactsOf) -> Result<Vec<ContactPointView>, ContactsFault> {
    app.desk()?.read(move |read| all_of(read, request.owner)).await
}

/// The same inside a transaction.
pub(crate) fn all_of(read: &Read<'_>, owner: Owner) -> Result<Vec<ContactPointView>, ContactsFault> {
    let holder = Holder::present(read, owner)?;
    let (home, points, blocks) = (home(read)?, store::contacts::of(read, owner)?, suppression::any(read)?);
    let mut views = Vec::new();
    for kind in KINDS {
        let held = holder.held(kind);
        let mut first = true;
        if let Some(held) = held {
            views.push(view(read, &standing(read, &holder, owner, kind, &held)?, true, &home, blocks)?);
            first = false;
        }
        for point in points.iter().filter(|point| point.kind == kind) {
            views.push(view(read, point, first, &home, blocks)?);
            first = false;
        }
    }
    Ok(views)
}

/// What stands on the owner, as a point.
fn standing(read: &Read<'_>, holder: &Holder, owner: Owner, kind: PointKind, held: &Held) -> Result<ContactPoint, StoreError> {
    let first = store::contacts::first(read, owner, kind)?.unwrap_or_else(|| unknown_first(chrono::DateTime::UNIX_EPOCH));
    Ok(super::step_back(held, first, holder.id(), -1, owner, kind))
}

fn view(read: &Read<'_>, point: &ContactPoint, first: bool, home: &str, blocks: bool) -> Result<ContactPointView, StoreError> {
    let (shown, target) = point.kind.shown(&point.value, &point.norm, home);
    let source_name = match point.source.strip_prefix("import:").and_then(|id| id.parse().ok()) {
        Some(import) => store::imports::find(read, import)?.map(|import| import.file_name).unwrap_or_default(),
        None => String::new(),
    };
    Ok(ContactPointView {
        id: point.id,
        kind: point.kind,
        label: point.label.clone(),
        value: if point.kind == PointKind::Address { shown.clone() } else { point.value.clone() },
        shown,
        target,
        postal: if point.kind == PointKind::Address { Postal::of(&point.value) } else { None },
        status: if blocks { listed(read, point)?.unwrap_or(point.status) } else { point.status },
        first,
        source: point.source.clone(),
        source_name,
        source_at: point.source_at,
        by: if point.by.is_empty() { by(&point.source).to_owned() } else { point.by.clone() },
    })
}

/// What the do-not-contact list says of it.
pub(super) fn listed(read: &Read<'_>, point: &ContactPoint) -> Result<Option<PointStatus>, StoreError> {
    listed_key(read, point.kind, &point.norm)
}

/// What it says of an address or a number of this key.
pub(crate) fn listed_key(read: &Read<'_>, kind: PointKind, norm: &str) -> Result<Option<PointStatus>, StoreError> {
    let Some(scope) = scope(kind).filter(|_| !norm.is_empty()) else { return Ok(None) };
    let held = suppression::held_key(read, scope, norm)?;
    Ok(held.map(|held| if held.reason == "bounced" { PointStatus::Bounced } else { PointStatus::OptedOut }))
}

/// What the do-not-contact list calls a kind.
pub(crate) fn scope(kind: PointKind) -> Option<Scope> {
    match kind {
        PointKind::Email => Some(Scope::Email),
        PointKind::Phone => Some(Scope::Phone),
        PointKind::Url | PointKind::Address => None,
    }
}
