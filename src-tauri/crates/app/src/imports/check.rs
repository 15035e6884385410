//! The check: whom each row meets, what it would change. Nothing of it is written to people.

use super::added::Adding;
use super::decide::{self, Meeting};
use super::incoming::What;
use domain::fault::{Params, Reason};
use domain::imports::{Added, Incoming, Keys, Met, People, Rules, Tally};
use domain::people::Person;
use domain::ports::Ids;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::imports::{Planned, Settings, Staged, StagedRow, Warned};
use store::suppression::Blocked;
use store::{Read, StoreError};
use uuid::Uuid;

/// Everything the check remembers from one batch of rows to the next.
pub(super) struct Check {
    people: People,
    blocked: Blocked,
    rules: Rules,
    adding: Adding,
    ids: Arc<dyn Ids>,
    pub(super) tally: Tally,
    /// People of the file who are on the do-not-contact list.
    pub(super) suppressed: u32,
    /// Rows that say otherwise than what the seller typed.
    pub(super) conflicts: u32,
    /// Rows that are taken without a value of theirs.
    pub(super) not_taken: u32,
    /// Values that were not taken as they stand, by reason and field, with how many rows.
    warnings: BTreeMap<(String, String), u32>,
}

/// A row and what it turned out to be.
pub(super) type ReadRow = (StagedRow, What);

impl Check {
    /// Reads everybody's keys.
    pub(super) fn load(read: &Read<'_>, rules: Rules, settings: &Settings, ids: Arc<dyn Ids>) -> Result<Self, StoreError> {
        Self::knowing(read, load_people(read, rules.keys)?, rules, settings, ids)
    }

    /// Reads the keys of those alone whom some rows may meet.
    pub(super) fn about(
        read: &Read<'_>,
        rules: Rules,
        settings: &Settings,
        ids: Arc<dyn Ids>,
        rows: &[ReadRow],
    ) -> Result<Self, StoreError> {
        let mut people = People::by(rules.keys);
        for (_, what) in rows {
            if let What::Person(incoming, _) = what {
                know_similar(read, &mut people, rules.keys, incoming)?;
            }
        }
        Self::knowing(read, people, rules, settings, ids)
    }

    fn knowing(read: &Read<'_>, people: People, rules: Rules, settings: &Settings, ids: Arc<dyn Ids>) -> Result<Self, StoreError> {
        let (blocked, adding) = (store::suppression::blocked(read)?, Adding::of(read, settings)?);
        Ok(Self {
            people,
            blocked,
            rules,
            adding,
            ids,
            tally: Tally::default(),
            suppressed: 0,
            conflicts: 0,
            not_taken: 0,
            warnings: BTreeMap::new(),
        })
    }

    /// Plans a batch of rows.
    pub(super) fn plan(&mut self, read: &Read<'_>, rows: Vec<ReadRow>) -> Result<Vec<Staged>, StoreError> {
        let met: Vec<Option<(Met, Uuid)>> = rows
            .iter()
            .map(|(row, what)| match what {
                What::Person(incoming, _) if !row.told.out => {
                    let id = self.ids.new_id();
                    Some((self.people.meet(incoming, row.line, id), id))
                }
                _ => None,
            })
            .collect();
        let here: Vec<Uuid> =
            met.iter().flatten().filter_map(|(met, _)| if let Met::Here { id, .. } = met { Some(*id) } else { None }).collect();
        let people = store::people::many(read, &here)?;
        let mut added = self.added(read, &rows, &met, &people)?;
        let mut people = people.into_iter();
        let provenances = store::people::provenances(read, &here)?;
        let unknown = store::people::Provenance::default();
        let mut staged = Vec::with_capacity(rows.len());
        for ((row, what), met) in rows.into_iter().zip(met) {
            let mut planned = match (&what, met) {
                _ if row.told.out => decide::taken_out(),
                (What::Person(incoming, _), Some((Met::New, _))) if is_erased(&self.blocked, incoming) => decide::erased(),
                (What::Person(incoming, noticed), Some((Met::New, id))) => {
                    decide::new_person(id, incoming, self.rules.mode, noticed.first())
                }
                (_, Some((Met::Earlier { line, .. }, _))) => decide::duplicate(line),
                (What::Person(incoming, noticed), Some((Met::Here { id, by }, _))) => {
                    // The keys and these people were read from one state of the desk or a later one; somebody removed in between is new
                    // again.
                    match people.as_slice().first().filter(|person| person.id == id).cloned() {
                        Some(person) => {
                            people.next();
                            let provenance = provenances.get(&id).unwrap_or(&unknown);
                            let taken = self.people.has_email_of_other(id, &incoming.person.email_norm);
                            let incoming = decide::without_further(read, &self.people, &person, incoming)?;
                            let meeting = Meeting { provenance, by, rules: &self.rules, taken, chosen: &row.told.file };
                            let mut planned = decide::known_person(&person, &incoming, &meeting, noticed.first());
                            decide::adds(&mut planned, added.remove(&id).unwrap_or_default());
                            planned
                        }
                        None => decide::new_person(self.ids.new_id(), incoming, self.rules.mode, noticed.first()),
                    }
                }
                (What::Rejected(reason), _) => decide::rejected(reason.clone()),
                (What::Person(incoming, noticed), None) => {
                    decide::new_person(self.ids.new_id(), incoming, self.rules.mode, noticed.first())
                }
            };
            planned.held = self.holds(&what, &planned);
            self.count(&what, &planned);
            staged.push(Staged { row, planned });
        }
        Ok(staged)
    }

    /// What the rows of those who are here add beside their fields.
    fn added(
        &self,
        read: &Read<'_>,
        rows: &[ReadRow],
        met: &[Option<(Met, Uuid)>],
        people: &[Person],
    ) -> Result<HashMap<Uuid, Vec<Added>>, StoreError> {
        let said = rows.iter().zip(met).filter_map(|((_, what), met)| match (what, met) {
            (What::Person(incoming, _), Some((Met::Here { id, .. }, _))) => Some((*id, &**incoming)),
            _ => None,
        });
        let mut people = people.iter().peekable();
        let here = said.filter_map(move |(id, incoming)| people.next_if(|person| person.id == id).map(|person| (person, incoming)));
        self.adding.all(read, here)
    }

    fn holds(&self, what: &What, planned: &Planned) -> bool {
        match what {
            What::Person(incoming, _) if planned.plan.is_taken() => {
                let id = planned.person.unwrap_or_default();
                self.blocked.holds(id, &incoming.person.email_norm, &incoming.person.linkedin_slug)
            }
            _ => false,
        }
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
        for warning in warned(what, planned) {
            *self.warnings.entry(warning).or_default() += 1;
        }
        self.suppressed = self.suppressed.saturating_add(u32::from(planned.held));
        self.conflicts = self.conflicts.saturating_add(u32::from(planned.conflicts() > 0));
        self.not_taken = self.not_taken.saturating_add(u32::from(planned.is_partly_taken()));
    }
}

/// What of a row is not taken as it stands, by reason and field.
pub(super) fn warned(what: &What, planned: &Planned) -> Vec<(String, String)> {
    let What::Person(_, noticed) = what else { return Vec::new() };
    if !planned.plan.is_taken() {
        return Vec::new();
    }
    let decided = planned.reason.iter().filter(|reason| decide::is_warning(reason) && !noticed.contains(reason));
    let named = |reason: &Reason| (reason.code.clone(), reason.params.get("field").cloned().unwrap_or_default());
    noticed.iter().chain(decided).map(named).collect()
}

/// Whether a row is of somebody who was erased for good.
pub(super) fn is_erased(blocked: &Blocked, incoming: &Incoming) -> bool {
    let person = &incoming.person;
    blocked.is_erased(&person.email_norm, &person.linkedin_slug, &person.phone_norm)
}

/// The keys of everybody on the desk.
pub(super) fn load_people(read: &Read<'_>, keys: Keys) -> Result<People, StoreError> {
    let mut people = People::by(keys);
    store::people::for_each_key(read, |id, known| people.add(id, known))?;
    store::contacts::for_each_address(read, |person, email| people.add_address(person, email))?;
    Ok(people)
}

/// Notes those whom a row may meet.
pub(super) fn know_similar(read: &Read<'_>, people: &mut People, keys: Keys, incoming: &Incoming) -> Result<(), StoreError> {
    store::people::similar(read, &incoming.person, keys.phone, |id, known| people.add(id, known))?;
    for other in store::contacts::owners_of_address(read, &incoming.person.email_norm)? {
        people.add_address(other, &incoming.person.email_norm);
    }
    Ok(())
}
