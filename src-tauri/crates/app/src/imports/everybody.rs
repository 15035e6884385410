//! Tags and the list that everybody of a file gets, beside the tags of single rows: written once for a chunk, and not at all where there are none.

use domain::tags::name;
use domain::views::imports::ImportRules;
use std::collections::HashMap;
use store::{StoreError, Tx};
use uuid::Uuid;

/// What a chunk has to put on its people.
pub(super) struct Everybody {
    /// Names of tags for everybody.
    tags: Vec<String>,
    /// Name of the list.
    list: String,
    noted: Vec<(Uuid, Vec<String>)>,
    /// Tags met in this chunk, by key.
    known: HashMap<String, Uuid>,
}

impl Everybody {
    pub(super) fn of(rules: &ImportRules) -> Self {
        Self { tags: rules.tags.clone(), list: rules.list.clone(), noted: Vec::new(), known: HashMap::new() }
    }

    /// Somebody of the file was written, or is here as the file says.
    pub(super) fn note(&mut self, person: Option<Uuid>, own: &[String]) {
        let nothing = self.tags.is_empty() && self.list.is_empty() && own.is_empty();
        if let (Some(person), false) = (person, nothing) {
            self.noted.push((person, own.to_vec()));
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
        for (person, own) in &noted {
            for text in self.tags.clone().iter().chain(own) {
                if let Some(tag) = self.tag(tx, text)? {
                    pairs.push((*person, tag));
                }
            }
        }
        if !pairs.is_empty() {
            store::tags::tag_all(tx, &pairs)?;
        }
        if let Ok((shown, key)) = name(&self.list) {
            let list = crate::tags::list_found_or_made(tx, &shown, &key)?;
            store::tags::put_all_on(tx, list, &noted.iter().map(|(person, _)| *person).collect::<Vec<_>>())?;
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
