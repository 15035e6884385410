//! What stands beside a person: the tags and the list everybody of a file gets, the tags and lists of single rows, values of the seller's own fields.
//! Written once for a chunk, and not at all where there are none.

use super::added::is_point;
use domain::custom::CustomValue;
use domain::imports::Incoming;
use domain::tags::name;
use domain::views::custom::CustomOf;
use domain::views::imports::{ImportPolicy, ImportRules, RowPlan};
use std::collections::{BTreeMap, HashMap};
use store::imports::Planned;
use store::{StoreError, Tx};
use uuid::Uuid;

/// What a chunk has to put on its people.
pub(super) struct Everybody {
    /// Names of tags for everybody.
    tags: Vec<String>,
    /// Name of the list.
    list: String,
    /// What may happen to values of the seller's own fields that are there.
    usual: ImportPolicy,
    noted: Vec<Noted>,
    /// Tags met in this chunk, by key.
    known: HashMap<String, Uuid>,
}

/// Somebody of the file.
struct Noted {
    person: Uuid,
    /// They were added by this import.
    new: bool,
    tags: Vec<String>,
    lists: Vec<String>,
    own: Vec<(Uuid, CustomValue)>,
}

impl Everybody {
    pub(super) fn of(rules: &ImportRules) -> Self {
        Self { tags: rules.tags.clone(), list: rules.list.clone(), usual: rules.usual, noted: Vec::new(), known: HashMap::new() }
    }

    /// Somebody of the file was written: they are new, or get something they did not have.
    pub(super) fn note(&mut self, planned: &Planned, row: &Incoming) {
        let nothing = self.tags.is_empty() && self.list.is_empty() && row.tags.is_empty() && row.lists.is_empty() && row.own.is_empty();
        let new = planned.plan == RowPlan::Create;
        if let (Some(person), false, true) = (planned.person, nothing, new || planned.added.iter().any(|added| !is_point(added))) {
            let (tags, lists) =
                if new || self.usual != ImportPolicy::Never { (row.tags.clone(), row.lists.clone()) } else { (Vec::new(), Vec::new()) };
            self.noted.push(Noted { person, new, tags, lists, own: row.own.clone() });
        }
    }

    /// Puts tags and list on all who were noted since.
    pub(super) fn write(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        if self.noted.is_empty() {
            return Ok(());
        }
        let noted = std::mem::take(&mut self.noted);
        // Between two chunks the seller may have removed one.
        self.known.clear();
        let mut pairs = Vec::new();
        let mut listed: BTreeMap<String, (String, Vec<Uuid>)> = BTreeMap::new();
        for Noted { person, new, tags, lists, own } in &noted {
            for (shown, key) in lists.iter().filter_map(|list| name(list).ok()) {
                listed.entry(key).or_insert((shown, Vec::new())).1.push(*person);
            }
            for text in self.tags.clone().iter().chain(tags) {
                if let Some(tag) = self.tag(tx, text)? {
                    pairs.push((*person, tag));
                }
            }
            for (field, value) in own {
                match self.usual {
                    ImportPolicy::Never if !new => {}
                    ImportPolicy::OverwriteTyped => {
                        store::custom::put(tx, CustomOf::People, *person, *field, Some(value))?;
                    }
                    // Who typed such a value is not recorded: one that is there is the seller's.
                    _ => store::custom::fill(tx, CustomOf::People, *person, *field, value)?,
                }
            }
        }
        if !pairs.is_empty() {
            store::tags::tag_all(tx, &pairs)?;
        }
        for (key, (shown, people)) in listed {
            let list = crate::tags::list_found_or_made(tx, &shown, &key)?;
            store::tags::put_all_on(tx, list, &people)?;
        }
        if let Ok((shown, key)) = name(&self.list) {
            let list = crate::tags::list_found_or_made(tx, &shown, &key)?;
            store::tags::put_all_on(tx, list, &noted.iter().map(|noted| noted.person).collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// The tag of this name; `None` where a cell holds what is no name.
    fn tag(&mut self, tx: &mut Tx<'_>, text: &str) -> Result<Option<Uuid>, StoreError> {
        let Ok((shown, key)) = name(text) else { return Ok(None) };
        if let Some(tag) = self.known.get(&key) {
            return Ok(Some(*tag));
        }
        let tag = crate::tags::found_or_made(tx, &shown, &key)?;
        self.known.insert(key, tag);
        Ok(Some(tag))
    }
}
