//! What becomes of a row that meets somebody: the same rule for the check and for the writing.

use domain::contacts::{Owner, PointKind};
use domain::fault::Reason;
use domain::imports::{Added, By, Deciding, FieldChange, Incoming, People, Rules, compare, writes_company_otherwise};
use domain::people::{Person, PersonField};
use domain::views::imports::{ImportMode, RowPlan};
use std::borrow::Cow;
use store::imports::Planned;
use store::people::Provenance;
use store::{Read, StoreError};
use uuid::Uuid;

const EMAIL_OF_OTHER: &str = "imports.email_of_other";
const DUPLICATE: &str = "imports.duplicate_in_file";
const SAME_COMPANY: &str = "imports.same_company";

/// Whether a reason says that a value of the file was not taken.
pub(super) fn is_warning(reason: &Reason) -> bool {
    matches!(reason.code.as_str(), EMAIL_OF_OTHER | SAME_COMPANY)
}

/// The plan for a row that meets nobody.
pub(super) fn new_person(id: Uuid, row: &Incoming, mode: ImportMode, noticed: Option<&Reason>) -> Planned {
    if !row.person.is_identified() {
        // Its id is nobody's on this desk, and nothing else says who it is.
        return rejected(Reason::new("imports.no_identity"));
    }
    match mode {
        ImportMode::Update => plan(RowPlan::Skip, Some(Reason::new("imports.only_update"))),
        _ => Planned { person: Some(id), ..plan(RowPlan::Create, noticed.cloned()) },
    }
}

/// The plan for a row of somebody who was erased at their wish: nothing of it is taken.
pub(super) fn erased() -> Planned {
    rejected(Reason::new("imports.erased"))
}

/// The plan for a later row of a person.
pub(super) fn duplicate(line: u32) -> Planned {
    plan(RowPlan::Skip, Some(Reason::new(DUPLICATE).with("line", line)))
}

/// The plan for a row the seller took out.
pub(super) fn taken_out() -> Planned {
    plan(RowPlan::Skip, Some(Reason::new("imports.taken_out")))
}

/// The plan for a row that cannot be used.
pub(super) fn rejected(reason: Reason) -> Planned {
    plan(RowPlan::Reject, Some(reason))
}

fn plan(plan: RowPlan, reason: Option<Reason>) -> Planned {
    Planned { plan, reason, person: None, changes: Vec::new(), added: Vec::new(), held: false }
}

/// A row of somebody whose address or number stands behind their first one already: no news of it.
pub(super) fn without_further<'r>(
    read: &Read<'_>,
    people: &People,
    person: &Person,
    row: &'r Incoming,
) -> Result<Cow<'r, Incoming>, StoreError> {
    let address = people.is_further_address(person.id, &row.person.email_norm);
    let number = has_further_number(read, person, row)?;
    if !address && !number {
        return Ok(Cow::Borrowed(row));
    }
    let mut row = row.clone();
    for field in [(PersonField::Email, address), (PersonField::Phone, number)].into_iter().filter_map(|(field, is)| is.then_some(field)) {
        row.withdraw(field);
    }
    Ok(Cow::Owned(row))
}

fn has_further_number(read: &Read<'_>, person: &Person, row: &Incoming) -> Result<bool, StoreError> {
    let norm = &row.person.phone_norm;
    if norm.is_empty() || *norm == person.phone_norm {
        return Ok(false);
    }
    let there = store::contacts::of(read, Owner::Person(person.id))?;
    Ok(there.iter().any(|point| point.kind == PointKind::Phone && point.norm == *norm))
}

/// Whether a row is left because an earlier one is about the same person.
pub(super) fn is_duplicate(planned: &Planned) -> bool {
    planned.plan == RowPlan::Skip && earlier_line(planned).is_some()
}

/// The line of the earlier row that is about the same person.
pub(super) fn earlier_line(planned: &Planned) -> Option<&str> {
    let reason = planned.reason.as_ref().filter(|reason| reason.code == DUPLICATE)?;
    reason.params.get("line").map(String::as_str)
}

/// How a row met somebody, and what decides about their values.
pub(super) struct Meeting<'a> {
    pub(super) provenance: &'a Provenance,
    pub(super) by: By,
    pub(super) rules: &'a Rules,
    /// The row's address is somebody else's on the desk, who keeps it.
    pub(super) taken: bool,
    /// Fields for which the seller chose the file.
    pub(super) chosen: &'a [PersonField],
}

/// The plan for a row that meets `person`.
pub(super) fn known_person(person: &Person, row: &Incoming, meeting: &Meeting<'_>, noticed: Option<&Reason>) -> Planned {
    let met = match meeting.by {
        By::Id => "imports.by_id",
        By::Profile => "imports.by_profile",
        By::Email => "imports.by_email",
        By::Phone => "imports.by_phone",
        By::Name => "imports.by_name",
        By::NameAlone => "imports.by_name_alone",
    };
    let planned = |plan, code: &str, changes| Planned {
        plan,
        reason: Some(Reason::new(code)),
        person: Some(person.id),
        changes,
        added: Vec::new(),
        held: false,
    };
    if meeting.rules.mode == ImportMode::Create {
        return planned(RowPlan::Skip, "imports.only_create", Vec::new());
    }
    let typed = |field| meeting.provenance.is_typed(person, field);
    let mut changes = compare(person, row, &Deciding { rules: meeting.rules, typed, chosen: meeting.chosen });
    let other = meeting.taken && changes.iter().any(|change| change.field == PersonField::Email);
    if other {
        let address = changes.iter_mut().filter(|change| change.field == PersonField::Email);
        address.for_each(|change| (change.kept, change.typed) = (true, false));
    }
    let same_firm = writes_company_otherwise(person, &row.person) && row.given.contains(&PersonField::Company);
    let plan = plan_of(&changes, &[]);
    let mut planned = planned(plan, met, changes);
    if other {
        planned.reason = Some(Reason::new(EMAIL_OF_OTHER).with("field", PersonField::Email.code()));
    } else if let Some(noticed) = noticed {
        planned.reason = Some(noticed.clone());
    } else if same_firm {
        planned.reason = Some(Reason::new(SAME_COMPANY).with("field", PersonField::Company.code()));
    }
    planned
}

/// Notes what a row adds to somebody who is here; one that nothing else changes is changed by it.
pub(super) fn adds(planned: &mut Planned, added: Vec<Added>) {
    if matches!(planned.plan, RowPlan::Update | RowPlan::Unchanged) {
        planned.plan = plan_of(&planned.changes, &added);
        planned.added = added;
    }
}

/// What becomes of somebody who is here: something of them changes, or nothing.
pub(super) fn plan_of(changes: &[FieldChange], added: &[Added]) -> RowPlan {
    if !added.is_empty() || changes.iter().any(|change| !change.kept) { RowPlan::Update } else { RowPlan::Unchanged }
}
