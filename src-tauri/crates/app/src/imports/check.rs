//! The check: whom each row meets, what it would change. Nothing of it is written to people.

use super::decide;
use super::incoming::What;
use domain::fault::Params;
use domain::imports::{Met, People, Tally};
use domain::ports::Ids;
use domain::views::imports::{ImportMode, RowPlan};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::imports::{Planned, Staged, StagedRow, Warned};
use store::suppression::Blocked;
use store::{Read, StoreError};
use uuid::Uuid;

/// Everything the check remembers from one batch of rows to the next.
pub(super) struct Check {
    people: People,
    blocked: Blocked,
    mode: ImportMode,
    ids: Arc<dyn Ids>,
    pub(super) tally: Tally,
    /// People of the file who are on the do-not-contact list.
    pub(super) suppressed: u32,
    /// Values that were not taken as they stand, by reason and field, with how many rows.
    warnings: BTreeMap<(String, String), u32>,
}

/// A row and what it turned out to be.
pub(super) type ReadRow = (StagedRow, What);

impl Check {
    /// Reads everybody's keys.
    pub(super) fn load(read: &Read<'_>, mode: ImportMode, ids: Arc<dyn Ids>) -> Result<Self, StoreError> {
        let people = load_people(read)?;
        let blocked = store::suppression::blocked(read)?;
        Ok(Self { people, blocked, mode, ids, tally: Tally::default(), suppressed: 0, warnings: BTreeMap::new() })
    }

    /// Plans a batch of rows.
    pub(super) fn plan(&mut self, read: &Read<'_>, rows: Vec<ReadRow>) -> Result<Vec<Staged>, StoreError> {
        let met: Vec<Option<(Met, Uuid)>> = rows
            .iter()
            .map(|(row, what)| match what {
                What::Person(incoming, _) => {
                    let id = self.ids.new_id();
                    Some((self.people.meet(incoming, row.line, id), id))
                }
                What::Rejected(_) => None,
            })
            .collect();
        let here: Vec<Uuid> =
            met.iter().flatten().filter_map(|(met, _)| if let Met::Here { id, .. } = met { Some(*id) } else { None }).collect();
        let mut people = store::people::many(read, &here)?.into_iter();
        let provenances = store::people::provenances(read, &here)?;
        let unknown = store::people::Provenance::default();
        let mut staged = Vec::with_capacity(rows.len());
        for ((row, what), met) in rows.into_iter().zip(met) {
            let planned = match (&what, met) {
                (What::Person(incoming, noticed), Some((Met::New, id))) => decide::new_person(id, incoming, self.mode, noticed.first()),
                (_, Some((Met::Earlier { line }, _))) => decide::duplicate(line),
                (What::Person(incoming, noticed), Some((Met::Here { id, by }, _))) => {
                    // The keys and these people were read from one state of the desk or a later one; somebody removed in between is new
                    // again.
                    match people.as_slice().first().filter(|person| person.id == id).cloned() {
                        Some(person) => {
                            people.next();
                            let provenance = provenances.get(&id).unwrap_or(&unknown);
                            let taken = self.people.has_email_of_other(id, &incoming.person.email_norm);
                            let incoming = decide::without_further_address(&self.people, id, incoming);
                            decide::known_person(&person, provenance, &incoming, by, self.mode, taken, noticed.first())
                        }
                        None => decide::new_person(self.ids.new_id(), incoming, self.mode, noticed.first()),
                    }
                }
                (What::Rejected(reason), _) => decide::rejected(reason.clone()),
                (What::Person(incoming, noticed), None) => decide::new_person(self.ids.new_id(), incoming, self.mode, noticed.first()),
            };
            self.count(&what, &planned);
            staged.push(Staged { row, planned });
        }
        Ok(staged)
    }

    /// What of the file was not taken as it stands.
    pub(super) fn warnings(&self) -> Vec<Warned> {
        let warned = |((code, field), rows): (&(String, String), &u32)| Warned {
            code: code.clone(),
            field: field.clone(),
            rows: *rows,
            params: Params::new(),
        };
        self.warnings.iter().map(warned).collect()
    }

    fn count(&mut self, what: &What, planned: &Planned) {
        self.tally.rows = self.tally.rows.saturating_add(1);
        self.tally.count(planned.plan);
        if let (What::Person(incoming, noticed), RowPlan::Create | RowPlan::Update | RowPlan::Unchanged) = (what, planned.plan) {
            let decided = planned.reason.iter().filter(|reason| decide::is_warning(reason) && !noticed.contains(reason));
            for reason in noticed.iter().chain(decided) {
                let field = reason.params.get("field").cloned().unwrap_or_default();
                *self.warnings.entry((reason.code.clone(), field)).or_default() += 1;
            }
            let id = planned.person.unwrap_or_default();
            let held = self.blocked.holds(id, &incoming.person.email_norm, &incoming.person.linkedin_slug);
            self.suppressed = self.suppressed.saturating_add(u32::from(held));
        }
    }
}

/// The keys of everybody on the desk.
pub(super) fn load_people(read: &Read<'_>) -> Result<People, StoreError> {
    let mut people = People::default();
    store::people::for_each_key(read, |keys| people.add(keys.id, keys.profile, keys.email, keys.name, keys.company))?;
    store::contacts::for_each_address(read, |person, email| people.add_address(person, email))?;
    Ok(people)
}
