//! What rows add beside the fields of people who are here: tags, lists, further addresses and numbers, values of the seller's own fields.

use super::further::{barred, stands};
use super::incoming::CUSTOM;
use domain::contacts::{ContactPoint, Owner, PointKind, read as read_point};
use domain::imports::{Added, Incoming};
use domain::people::Person;
use domain::tags::name;
use domain::views::custom::CustomOf;
use domain::views::imports::{ImportPolicy, ImportRules};
use std::collections::HashMap;
use store::imports::Settings;
use store::{Read, StoreError};
use uuid::Uuid;

/// What an import adds to those who are here.
#[derive(Debug, Clone)]
pub(super) struct Adding {
    /// Tags for everybody, as they are shown and by key.
    tags: Vec<(String, String)>,
    /// The list everybody is put on, likewise.
    list: Option<(String, String)>,
    usual: ImportPolicy,
    /// Country of numbers without an international prefix.
    home: String,
}

impl Adding {
    pub(super) fn of(read: &Read<'_>, settings: &Settings) -> Result<Self, StoreError> {
        let ImportRules { tags, list, usual, .. } = &settings.rules;
        let home = settings.reading.country.clone().map_or_else(|| crate::contacts::home(read), Ok)?;
        Ok(Self { tags: tags.iter().filter_map(|tag| name(tag).ok()).collect(), list: name(list).ok(), usual: *usual, home })
    }

    /// The same without what everybody gets.
    pub(super) fn of_rows(&self) -> Self {
        Self { tags: Vec::new(), list: None, ..self.clone() }
    }

    /// Whether a row may add something at all; most files have nothing to add, and then nothing is looked up.
    fn may(&self, row: &Incoming) -> bool {
        let of_row = !row.tags.is_empty() || !row.lists.is_empty() || !row.own.is_empty() || !row.points.is_empty();
        !self.tags.is_empty() || self.list.is_some() || !row.barred.is_empty() || (of_row && self.touches())
    }

    /// Whether what rows say themselves is added to those who are here.
    fn touches(&self) -> bool {
        self.usual != ImportPolicy::Never
    }

    /// What each of these people gets from their row; those who get nothing are left out.
    pub(super) fn all<'r>(
        &self,
        read: &Read<'_>,
        rows: impl Iterator<Item = (&'r Person, &'r Incoming)>,
    ) -> Result<HashMap<Uuid, Vec<Added>>, StoreError> {
        let rows: Vec<(&Person, &Incoming)> = rows.filter(|(_, row)| self.may(row)).collect();
        if rows.is_empty() {
            return Ok(HashMap::new());
        }
        let there = There::load(read, self, &rows)?;
        let mut all = HashMap::new();
        for (person, row) in rows {
            let mut added = self.everybodys(&there, person, row);
            added.extend(self.barred(read, row)?);
            if self.touches() {
                added.extend(self.points(read, person, row)?);
                added.extend(self.own(&there, person, row));
            }
            if !added.is_empty() {
                all.insert(person.id, added);
            }
        }
        Ok(all)
    }

    /// The same of one person.
    pub(super) fn one(&self, read: &Read<'_>, person: &Person, row: &Incoming) -> Result<Vec<Added>, StoreError> {
        Ok(self.all(read, std::iter::once((person, row)))?.remove(&person.id).unwrap_or_default())
    }

    /// Tags and lists.
    fn everybodys(&self, there: &There, person: &Person, row: &Incoming) -> Vec<Added> {
        let of_row = row.tags.iter().filter(|_| self.touches()).filter_map(|tag| name(tag).ok());
        let mut seen: Vec<&str> = there.tags.get(&person.id).map(|keys| keys.iter().map(String::as_str).collect()).unwrap_or_default();
        let all: Vec<(String, String)> = self.tags.iter().cloned().chain(of_row).collect();
        let mut new: Vec<&str> = Vec::new();
        for (shown, key) in &all {
            if !seen.contains(&key.as_str()) {
                seen.push(key);
                new.push(shown);
            }
        }
        let tags = (!new.is_empty()).then(|| Added { field: "tags".to_owned(), value: new.join(", ") });
        let of_row = row.lists.iter().filter(|_| self.touches()).filter_map(|list| name(list).ok());
        let mut on: Vec<String> = there.lists.get(&person.id).cloned().unwrap_or_default();
        let mut lists: Vec<String> = Vec::new();
        for (shown, key) in self.list.iter().cloned().chain(of_row) {
            if !on.contains(&key) {
                on.push(key);
                lists.push(shown);
            }
        }
        let lists = (!lists.is_empty()).then(|| Added { field: "list".to_owned(), value: lists.join(", ") });
        tags.into_iter().chain(lists).collect()
    }

    fn points(&self, read: &Read<'_>, person: &Person, row: &Incoming) -> Result<Vec<Added>, StoreError> {
        if row.points.is_empty() {
            return Ok(Vec::new());
        }
        let there: Vec<ContactPoint> = store::contacts::of(read, Owner::Person(person.id))?;
        let mut added: Vec<Added> = Vec::new();
        for point in &row.points {
            let Ok(value) = read_point(point.kind, &point.value, point.postal.as_ref(), &self.home) else { continue };
            let new = Added { field: code(point.kind).to_owned(), value: value.value.clone() };
            if !stands(person, &there, point.kind, &value) && !added.contains(&new) {
                added.push(new);
            }
        }
        Ok(added)
    }

    /// Addresses and numbers that must not be used any more: heard whatever the policies say.
    fn barred(&self, read: &Read<'_>, row: &Incoming) -> Result<Vec<Added>, StoreError> {
        let asked = barred(read, row, &self.home)?;
        Ok(asked.into_iter().map(|(value, _, _, status)| Added { field: status.code().to_owned(), value: value.to_owned() }).collect())
    }

    fn own(&self, there: &There, person: &Person, row: &Incoming) -> Vec<Added> {
        let overwrites = self.usual == ImportPolicy::OverwriteTyped;
        let is_new = |field: Uuid, text: &str| match there.own.get(&(person.id, field)) {
            Some(value) => overwrites && value != text,
            None => true,
        };
        let new = row.own.iter().filter(|(field, value)| is_new(*field, &value.text));
        new.map(|(field, value)| Added { field: format!("{CUSTOM}{field}"), value: value.text.clone() }).collect()
    }
}

/// Whether something is a further address, number, link or postal address.
pub(super) fn is_point(added: &Added) -> bool {
    added.field.starts_with("other_")
}

fn code(kind: PointKind) -> &'static str {
    match kind {
        PointKind::Email => "other_email",
        PointKind::Phone => "other_phone",
        PointKind::Url => "other_url",
        PointKind::Address => "other_address",
    }
}

/// What stands beside people already.
struct There {
    /// Keys of their tags.
    tags: HashMap<Uuid, Vec<String>>,
    /// Keys of the lists they are on.
    lists: HashMap<Uuid, Vec<String>>,
    /// Values of the seller's own fields, by person and field.
    own: HashMap<(Uuid, Uuid), String>,
}

impl There {
    fn load(read: &Read<'_>, adding: &Adding, rows: &[(&Person, &Incoming)]) -> Result<Self, StoreError> {
        let ids =
            |of: &dyn Fn(&Incoming) -> bool| -> Vec<Uuid> { rows.iter().filter(|(_, row)| of(row)).map(|(person, _)| person.id).collect() };
        let tagged = ids(&|row| !adding.tags.is_empty() || !row.tags.is_empty());
        let tags = if tagged.is_empty() { HashMap::new() } else { store::tags::of_people(read, &tagged)? };
        let on = ids(&|row| adding.list.is_some() || !row.lists.is_empty());
        let lists = if on.is_empty() { HashMap::new() } else { store::tags::lists_of_people(read, &on)? };
        let key = |text: &str| name(text).map_or_else(|_| text.to_owned(), |(_, key)| key);
        let valued = ids(&|row| !row.own.is_empty());
        let values = if valued.is_empty() { HashMap::new() } else { store::custom::of_all(read, CustomOf::People, &valued)? };
        let own = values.into_iter().flat_map(|(person, values)| values.into_iter().map(move |of| ((person, of.field), of.value)));
        Ok(Self {
            tags: tags.into_iter().map(|(id, tags)| (id, tags.iter().map(|tag| key(&tag.name)).collect())).collect(),
            lists: lists.into_iter().map(|(id, names)| (id, names.iter().map(|name| key(name)).collect())).collect(),
            own: own.collect(),
        })
    }
}
