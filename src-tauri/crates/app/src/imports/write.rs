//! Writing rows: one chunk is one transaction.

use super::ImportFault;
use super::added::{Adding, is_point};
use super::check::{is_erased, know_similar, load_people};
use super::decide::{self, Meeting};
use super::everybody::Everybody;
use super::further::{Beside, first_labels};
use super::incoming::What;
use crate::contacts::keep_behind;
use crate::people::block;
use chrono::NaiveDate;
use domain::contacts::{Owner, PointKind};
use domain::imports::{By, Incoming, Met, People, Rules, Tally};
use domain::people::{Meaning, Person, PersonField, Status, site_domain};
use domain::text::fold_company;
use domain::views::imports::{ImportMode, ImportState, RowPlan};
use std::collections::{HashMap, VecDeque};
use store::contacts::First;
use store::imports::{Import, Planned, Told};
use store::suppression::Blocked;
use store::{Read, StoreError, Tx};
use uuid::Uuid;

/// Rows between two looks at the clock.
const LOOKS: u32 = 32;

/// What writing remembers from one chunk to the next.
pub(super) struct Writer {
    import: Uuid,
    source: String,
    file_name: String,
    rules: Rules,
    /// Where new people come from, when the seller told it.
    origin: String,
    everybody: Everybody,
    adding: Adding,
    today: NaiveDate,
    people: People,
    companies: HashMap<String, Uuid>,
    blocked: Blocked,
    beside: Beside,
    pub(super) tally: Tally,
    pub(super) applied: u32,
    /// The newest change of the journal that [`Writer::people`] knows of.
    newest: u32,
}

/// A staged row with what it says.
pub(super) struct Ready {
    pub(super) n: u32,
    pub(super) line: u32,
    pub(super) planned: Planned,
    pub(super) told: Told,
    pub(super) what: What,
}

impl Writer {
    pub(super) fn load(read: &Read<'_>, import: &Import, rules: Rules, today: NaiveDate) -> Result<Self, StoreError> {
        let mut companies = HashMap::new();
        store::companies::for_each(read, |id, key| {
            companies.entry(key.to_owned()).or_insert(id);
        })?;
        let mut people = load_people(read, rules.keys)?;
        people.expect(import.tally.created);
        Ok(Self {
            import: import.id,
            source: import.kind.clone(),
            file_name: import.file_name.clone(),
            origin: import.settings.rules.source.clone(),
            everybody: Everybody::of(&import.settings.rules),
            adding: Adding::of(read, &import.settings)?,
            today,
            people,
            rules,
            companies,
            blocked: store::suppression::blocked(read)?,
            beside: Beside::load(read, import)?,
            tally: import.tally,
            applied: import.applied,
            newest: store::imports::newest_change(read)?,
        })
    }

    /// Writes rows, taking each from the front, until it is `enough`, and moves the watermark; `false` when the import is no longer being
    /// written, or somebody else writes it.
    pub(super) fn write(&mut self, tx: &mut Tx<'_>, rows: &mut VecDeque<Ready>, enough: impl Fn() -> bool) -> Result<bool, ImportFault> {
        if store::imports::standing(tx, self.import)? != Some((ImportState::Applying, self.applied)) {
            return Ok(false);
        }
        // Somebody else changed the desk since the keys were read: ask the desk about every row.
        let careful = store::imports::newest_change(tx)? != self.newest;
        let mut otherwise: Vec<(u32, Planned)> = Vec::new();
        while let Some(row) = rows.pop_front() {
            if let What::Person(incoming, _) = &row.what
                && (row.planned.plan.is_taken() || decide::is_duplicate(&row.planned))
            {
                let planned = if row.planned.plan.is_taken() {
                    self.write_row(tx, &row, incoming, careful)?
                } else {
                    self.complete(tx, &row, incoming, careful)?
                };
                self.everybody.note(&planned, incoming);
                if planned.plan != row.planned.plan {
                    self.tally.recount(row.planned.plan, planned.plan);
                    otherwise.push((row.n, planned));
                }
            }
            self.applied = row.n;
            if row.n % LOOKS == 0 && enough() {
                break;
            }
        }
        self.everybody.write(tx)?;
        store::imports::replan(tx, self.import, otherwise.iter().map(|(n, planned)| (*n, planned)))?;
        self.tally.balanced()?;
        store::imports::progress(tx, self.import, &self.tally, self.applied)?;
        Ok(true)
    }

    /// Decides anew, because the desk may have changed since the check, and does it.
    fn write_row(&mut self, tx: &mut Tx<'_>, row: &Ready, incoming: &Incoming, careful: bool) -> Result<Planned, ImportFault> {
        if careful {
            know_similar(tx, &mut self.people, self.rules.keys, incoming)?;
        }
        let noticed = row.planned.reason.as_ref();
        let new_id = match (row.planned.plan, row.planned.person) {
            (RowPlan::Create, Some(id)) => id,
            _ => tx.new_id(),
        };
        let here = match self.people.meet(incoming, row.line, new_id) {
            Met::Earlier { line, .. } => return Ok(decide::duplicate(line)),
            Met::Here { id, by } => store::people::get(tx, id)?.filter(|person| person.deleted_at.is_none()).map(|person| (person, by)),
            Met::New => None,
        };
        let Some((person, by)) = here else {
            if is_erased(&self.blocked, incoming) {
                return Ok(decide::erased());
            }
            let noticed = noticed.filter(|_| row.planned.plan == RowPlan::Create);
            let planned = decide::new_person(new_id, incoming, self.rules.mode, noticed);
            if planned.plan == RowPlan::Create {
                self.create(tx, new_id, incoming, careful)?;
            }
            return Ok(Planned { held: row.planned.held, ..planned });
        };
        let provenance = store::people::provenance(tx, person.id)?;
        let taken = self.people.has_email_of_other(person.id, &incoming.person.email_norm);
        let incoming = &*decide::without_further(tx, &self.people, &person, incoming)?;
        let meeting = Meeting { provenance: &provenance, by, rules: &self.rules, taken, chosen: &row.told.file };
        let mut planned = decide::known_person(&person, incoming, &meeting, None);
        let added = if planned.plan == RowPlan::Skip { Vec::new() } else { self.adding.one(tx, &person, incoming)? };
        decide::adds(&mut planned, added);
        planned.held = row.planned.held;
        if planned.plan == RowPlan::Update {
            self.update(tx, person, incoming, &planned, careful)?;
        }
        Ok(planned)
    }

    /// Takes what a later row of somebody has beside the first one: blanks are filled, other addresses and numbers stand behind the first, nothing
    /// is put in the place of anything.
    fn complete(&mut self, tx: &mut Tx<'_>, row: &Ready, incoming: &Incoming, careful: bool) -> Result<Planned, ImportFault> {
        let may = |(id, new): (Uuid, bool)| (new || self.rules.mode != ImportMode::Create).then_some(id);
        let whom = self.people.whom(incoming).and_then(may).map(|id| store::people::get(tx, id)).transpose()?.flatten();
        let Some(person) = whom.filter(|person| person.deleted_at.is_none()) else { return Ok(row.planned.clone()) };
        // What the earlier row says beside the fields stands there from now on.
        self.everybody.write(tx)?;
        let mut rest = incoming.clone();
        rest.put_behind(&person);
        let meeting = Meeting {
            provenance: &store::people::Provenance::default(),
            by: By::Id,
            rules: &self.rules.only_filling(),
            taken: self.people.has_email_of_other(person.id, &rest.person.email_norm),
            chosen: &[],
        };
        let mut planned = decide::known_person(&person, &rest, &meeting, row.planned.reason.as_ref());
        decide::adds(&mut planned, self.adding.of_rows().one(tx, &person, &rest)?);
        if planned.plan != RowPlan::Update {
            return Ok(row.planned.clone());
        }
        self.update(tx, person, &rest, &planned, careful)?;
        Ok(planned)
    }

    fn create(&mut self, tx: &mut Tx<'_>, id: Uuid, incoming: &Incoming, careful: bool) -> Result<(), ImportFault> {
        let mut person = incoming.person.clone();
        person.id = id;
        person.source.clone_from(&self.source);
        person.source_detail = if self.origin.is_empty() {
            incoming.origin.clone().filter(|origin| !is_source_code(origin)).unwrap_or_else(|| self.file_name.clone())
        } else {
            self.origin.clone()
        };
        person.created_at = tx.now();
        if !incoming.given.contains(&PersonField::AddedOn) {
            person.added_on = self.today;
        }
        person.company_id = self.company(tx, incoming, careful)?;
        let held = self.blocked.holds(id, &person.email_norm, &person.linkedin_slug);
        let asked = person.status.meaning == Meaning::DoNotContact;
        if held && !asked {
            person.status = Status::of(Meaning::DoNotContact);
        }
        store::people::insert_untouched(tx, &person, first_labels(incoming))?;
        self.beside.write(tx, &person, incoming, true)?;
        self.beside.bar(tx, incoming, &self.file_name)?;
        if asked && !held {
            block(tx, &person, &self.file_name)?;
        }
        Ok(())
    }

    fn update(
        &mut self,
        tx: &mut Tx<'_>,
        mut person: Person,
        incoming: &Incoming,
        planned: &Planned,
        careful: bool,
    ) -> Result<(), ImportFault> {
        if planned.added.iter().any(is_point) {
            self.beside.write(tx, &person, incoming, false)?;
        }
        self.beside.bar(tx, incoming, &self.file_name)?;
        if planned.changes.iter().all(|change| change.kept) {
            return Ok(());
        }
        let before = person.clone();
        let source = format!("import:{}", self.import);
        for change in planned.changes.iter().filter(|change| !change.kept) {
            // What the check took is taken again; the value went through the same door.
            change.field.set(&mut person, &change.new).map_err(|_| StoreError::Malformed { table: "import_row", column: "diff" })?;
            match change.field {
                PersonField::Company => person.company_id = self.company(tx, incoming, careful)?,
                PersonField::Phone => person.phone_norm.clone_from(&incoming.person.phone_norm),
                _ => {}
            }
            let Some(kind) = first_of_kind(change.field) else {
                store::people::set_field(tx, person.id, change.field, &source)?;
                continue;
            };
            // With where it came from, which is the new one's from here on.
            keep_behind(tx, &before, kind)?;
            let first = First { label: incoming.first_label(kind).to_owned(), source: source.clone(), at: tx.now() };
            store::contacts::put_first(tx, Owner::Person(person.id), kind, &first)?;
        }
        if before.email_norm != person.email_norm && before.consent_at.is_some() {
            // Consent was for the address it was given for.
            person.consent_at = None;
            person.consent_note.clear();
        }
        store::people::update(tx, &person)?;
        if before.status != person.status {
            store::people::status_changed(tx, person.id, before.status, person.status, None)?;
            if person.status.meaning == Meaning::DoNotContact {
                block(tx, &person, &self.file_name)?;
            }
        }
        Ok(())
    }

    /// The company a row names, made when there is none.
    fn company(&mut self, tx: &mut Tx<'_>, incoming: &Incoming, careful: bool) -> Result<Option<Uuid>, StoreError> {
        let name = &incoming.person.company;
        if name.is_empty() {
            return Ok(None);
        }
        let key = fold_company(name);
        if let Some(id) = self.companies.get(&key)
            && (!careful || store::companies::is_there(tx, *id)?)
        {
            return Ok(Some(*id));
        }
        let domain = incoming.website.as_deref().map(site_domain).unwrap_or_default();
        let company = if careful {
            store::companies::find_or_create(tx, name, &domain, &self.source)?
        } else {
            store::companies::create_untouched(tx, name, &domain, &self.source)?
        };
        self.companies.insert(key, company.id);
        Ok(Some(company.id))
    }
}

/// The kind of which a field is the first.
fn first_of_kind(field: PersonField) -> Option<PointKind> {
    match field {
        PersonField::Email => Some(PointKind::Email),
        PersonField::Phone => Some(PointKind::Phone),
        _ => None,
    }
}

/// Our own exports name the source by its code, which says nothing about where the data came from.
fn is_source_code(origin: &str) -> bool {
    matches!(origin, "linkedin" | "csv" | "sheet" | "manual" | "sample")
}
