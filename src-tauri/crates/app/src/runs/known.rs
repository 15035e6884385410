//! What the gate needs to know of the people of one commit.

use std::collections::{HashMap, HashSet};
use store::outreach::{About, about, about_all};
use store::{Read, StoreError};
use uuid::Uuid;

/// Read at once for everybody, and once more for whoever shares an address with somebody who was written to since.
pub(super) struct Known {
    about: HashMap<Uuid, About>,
    written_to: HashSet<String>,
}

impl Known {
    pub(super) fn read(read: &Read<'_>, people: &[Uuid]) -> Result<Self, StoreError> {
        Ok(Self { about: about_all(read, people)?, written_to: HashSet::new() })
    }

    /// What is true of a person now; `None` when there is no such person.
    pub(super) fn take(&mut self, read: &Read<'_>, person: Uuid) -> Result<Option<About>, StoreError> {
        match self.about.remove(&person) {
            Some(known) if self.written_to.contains(known.address()) => about(read, person),
            known => Ok(known),
        }
    }

    /// A message to this address was written in the same commit.
    pub(super) fn wrote_to(&mut self, address: String) {
        self.written_to.insert(address);
    }
}
