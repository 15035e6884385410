use super::{Incoming, Keys};
use crate::people::Person;
use crate::text::fold_company;
use hashbrown::HashTable;
use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash};
use std::num::{NonZeroU32, NonZeroU64};
use uuid::Uuid;

/// What told that a row and a person are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The desk's own id.
    Id,
    /// The LinkedIn profile.
    Profile,
    /// The address.
    Email,
    /// The phone number.
    Phone,
    /// Name and company.
    Name,
    /// The name; neither has a company.
    NameAlone,
}

/// What somebody on the desk is known by; what is empty is not known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// Key of the profile.
    pub profile: &'a str,
    /// Key of the address.
    pub email: &'a str,
    /// Key of the phone number.
    pub phone: &'a str,
    /// Folded name.
    pub name: &'a str,
    /// Folded company.
    pub company: &'a str,
}

/// Whom a row meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// Nobody: it was noted as the new person.
    New,
    /// Somebody who was here before the file.
    Here {
        /// Who.
        id: Uuid,
        /// How that is known.
        by: By,
    },
    /// A person an earlier row of the file is about.
    Earlier {
        /// Who.
        id: Uuid,
        /// That row's line.
        line: u32,
    },
}

/// The people on the desk and those of the file so far, by their keys. Of the keys only hashes are kept: 64 bits each, under a
/// secret of this import, so that of a million people two meet by accident once in thirty million imports. They stand in the entries; what
/// finds an entry by a key is its place alone, so that a million people take about 100 MB.
#[derive(Default)]
pub struct People {
    hash: RandomState,
    keys: Keys,
    entries: Vec<Entry>,
    by_id: HashTable<u32>,
    by_profile: Places,
    by_email: Places,
    /// The first entry of a name and company; the others follow by [`Entry::next`].
    by_name: Places,
    by_phone: HashMap<Key, u32>,
    /// Addresses behind the first one, with whose they are.
    further: HashSet<(Key, Uuid)>,
}

/// Not zero, so that "not known" takes no room of its own.
type Key = NonZeroU64;

struct Entry {
    id: Uuid,
    profile: Option<Key>,
    email: Option<Key>,
    name: Option<Key>,
    /// Never the very first entry.
    next: Option<NonZeroU32>,
    /// The row of the file that is about this person.
    line: Option<u32>,
    /// Only this file knows them.
    new: bool,
}

impl Entry {
    /// Whether an earlier row of the file is about this person, under another profile: whoever shares their address is somebody else.
    fn is_another_of_the_file(&self, profile: Option<Key>) -> bool {
        self.line.is_some() && profile.is_some() && self.profile.is_some() && self.profile != profile
    }
}

/// Where entries stand in the list of all, by one kind of key.
#[derive(Default)]
struct Places {
    /// By the key in the entry itself.
    own: HashTable<u32>,
    /// By keys that came to an entry later.
    later: HashMap<Key, u32>,
}

impl Places {
    fn get(&self, key: Key, entries: &[Entry], of: KeyOf) -> Option<u32> {
        let own = self.own.find(key.get(), |index| entries.get(*index as usize).and_then(of) == Some(key));
        own.or_else(|| self.later.get(&key)).copied()
    }

    /// Notes where an entry stands, unless its key is another's.
    fn note(&mut self, index: u32, entries: &[Entry], of: KeyOf) {
        let key_at = |index: u32| entries.get(index as usize).and_then(of);
        let Some(key) = key_at(index).filter(|key| self.get(*key, entries, of).is_none()) else { return };
        self.own.insert_unique(key.get(), index, |index| key_at(*index).map_or(0, NonZeroU64::get));
    }

    /// Notes a further key of an entry, unless it is another's.
    fn note_later(&mut self, key: Key, index: u32, entries: &[Entry], of: KeyOf) {
        if self.get(key, entries, of).is_none() {
            self.later.insert(key, index);
        }
    }
}

/// One kind of key of an entry.
type KeyOf = fn(&Entry) -> Option<Key>;

const PROFILE: KeyOf = |entry| entry.profile;
const EMAIL: KeyOf = |entry| entry.email;
const NAME: KeyOf = |entry| entry.name;

impl People {
    /// Nobody yet; rows will meet people by these keys.
    pub fn by(keys: Keys) -> Self {
        Self { keys, ..Self::default() }
    }

    /// Makes room for so many more at once: growing with them would take twice the room for a moment.
    pub fn expect(&mut self, more: u32) {
        let more = more as usize;
        self.entries.reserve_exact(more);
        let Self { hash, by_id, by_profile, by_email, by_name, entries, .. } = self;
        by_id.reserve(more, |index| entries.get(*index as usize).map_or(0, |entry| hash.hash_one(entry.id)));
        for (places, of) in [(by_profile, PROFILE), (by_email, EMAIL), (by_name, NAME)] {
            places.own.reserve(more, |index| entries.get(*index as usize).and_then(of).map_or(0, NonZeroU64::get));
        }
    }

    /// Notes somebody who is on the desk. Oldest first: of two with the same key, the one noted first is met.
    pub fn add(&mut self, id: Uuid, known: Known<'_>) {
        self.insert(id, known, None);
    }

    /// Notes a further address (as a key) of somebody who was noted: they are met by it too.
    pub fn add_address(&mut self, id: Uuid, email: &str) {
        if let (Some(index), Some(key)) = (self.place(id), self.key(email)) {
            self.by_email.note_later(key, index, &self.entries, EMAIL);
            self.further.insert((key, id));
        }
    }

    /// Whether an address (as a key) is one of somebody's further ones: it is no news of them.
    pub fn is_further_address(&self, id: Uuid, email: &str) -> bool {
        !self.further.is_empty() && self.key(email).is_some_and(|key| self.further.contains(&(key, id)))
    }

    /// How many are noted.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nobody is noted.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether somebody else than `id` who was here before has this address (as a key).
    pub fn has_email_of_other(&self, id: Uuid, email: &str) -> bool {
        let found = self.key(email).and_then(|key| self.with_email(key)).and_then(|index| self.entry(index));
        found.is_some_and(|entry| entry.id != id)
    }

    /// Says whom the row at `line` meets, and remembers that they were met. Somebody new is noted under `new_id`.
    pub fn meet(&mut self, row: &Incoming, line: u32, new_id: Uuid) -> Met {
        let (name, company) = (row.person.name_norm(), fold_company(&row.person.company));
        let Some((index, by)) = self.find(row, &name, &company) else {
            let Person { linkedin_slug, email_norm, phone_norm, .. } = &row.person;
            let known = Known { profile: linkedin_slug, email: email_norm, phone: phone_norm, name: &name, company: &company };
            self.insert(new_id, known, Some(line));
            return Met::New;
        };
        // What this row adds, a later row may be known by.
        let Person { linkedin_slug, email_norm, phone_norm, .. } = &row.person;
        if let Some(key) = self.key(linkedin_slug) {
            self.by_profile.note_later(key, index, &self.entries, PROFILE);
        }
        if let Some(key) = self.key(email_norm) {
            self.by_email.note_later(key, index, &self.entries, EMAIL);
        }
        if let Some(key) = self.phone_key(phone_norm) {
            self.by_phone.entry(key).or_insert(index);
        }
        match self.entries.get_mut(index as usize) {
            Some(Entry { id, line: Some(line), .. }) => Met::Earlier { id: *id, line: *line },
            Some(entry) => {
                entry.line = Some(line);
                Met::Here { id: entry.id, by }
            }
            None => Met::New,
        }
    }

    /// Whom a row would meet, without remembering it, and whether only this file knows them.
    pub fn whom(&self, row: &Incoming) -> Option<(Uuid, bool)> {
        let (index, _) = self.find(row, &row.person.name_norm(), &fold_company(&row.person.company))?;
        self.entry(index).map(|entry| (entry.id, entry.new))
    }

    fn find(&self, row: &Incoming, name: &str, company: &str) -> Option<(u32, By)> {
        if let Some(index) = row.own_id.and_then(|id| self.place(id)) {
            return Some((index, By::Id));
        }
        let (profile, email) = (self.key(&row.person.linkedin_slug), self.key(&row.person.email_norm));
        if let Some(index) = profile.filter(|_| self.keys.profile).and_then(|key| self.by_profile.get(key, &self.entries, PROFILE)) {
            return Some((index, By::Profile));
        }
        if let Some(index) = email.filter(|_| self.keys.email).and_then(|key| self.with_email(key))
            && !self.entry(index).is_some_and(|entry| entry.is_another_of_the_file(profile))
        {
            return Some((index, By::Email));
        }
        if let Some(index) = self.phone_key(&row.person.phone_norm).and_then(|key| self.by_phone.get(&key)) {
            return Some((*index, By::Phone));
        }
        let mut next = self.name_key(name, company).and_then(|key| self.by_name.get(key, &self.entries, NAME));
        while let Some(index) = next {
            let entry = self.entry(index)?;
            // Two profiles are two people. Two addresses are, within one file and without a company; a file against the desk may bring the new
            // address of somebody whose company is the same.
            let two_profiles = profile.is_some() && entry.profile.is_some();
            let two_addresses = (entry.new || company.is_empty()) && email.is_some() && entry.email.is_some() && entry.email != email;
            if !two_profiles && !two_addresses {
                return Some((index, if company.is_empty() { By::NameAlone } else { By::Name }));
            }
            next = entry.next.map(NonZeroU32::get);
        }
        None
    }

    fn insert(&mut self, id: Uuid, known: Known<'_>, line: Option<u32>) {
        let Ok(index) = u32::try_from(self.entries.len()) else { return };
        let name = self.name_key(known.name, known.company);
        let first_of_name = name.and_then(|key| self.by_name.get(key, &self.entries, NAME));
        let (profile, email) = (self.key(known.profile), self.key(known.email));
        self.entries.push(Entry { id, profile, email, name, next: None, line, new: line.is_some() });
        if self.place(id).is_none() {
            let Self { hash, by_id, entries, .. } = self;
            by_id.insert_unique(hash.hash_one(id), index, |index| entries.get(*index as usize).map_or(0, |entry| hash.hash_one(entry.id)));
        }
        self.by_profile.note(index, &self.entries, PROFILE);
        self.by_email.note(index, &self.entries, EMAIL);
        if let Some(key) = self.phone_key(known.phone) {
            self.by_phone.entry(key).or_insert(index);
        }
        match first_of_name {
            Some(first) => self.append(first, index),
            None => self.by_name.note(index, &self.entries, NAME),
        }
    }

    /// Puts `index` after the first of its name: order among the rest does not matter, the first stays first.
    fn append(&mut self, first: u32, index: u32) {
        let after = self.entries.get_mut(first as usize).map(|entry| std::mem::replace(&mut entry.next, NonZeroU32::new(index)));
        if let Some(entry) = self.entries.get_mut(index as usize) {
            entry.next = after.flatten();
        }
    }

    /// Where somebody stands.
    fn place(&self, id: Uuid) -> Option<u32> {
        self.by_id.find(self.hash.hash_one(id), |index| self.entry(*index).is_some_and(|entry| entry.id == id)).copied()
    }

    fn with_email(&self, key: Key) -> Option<u32> {
        self.by_email.get(key, &self.entries, EMAIL)
    }

    fn entry(&self, index: u32) -> Option<&Entry> {
        self.entries.get(index as usize)
    }

    fn key(&self, text: &str) -> Option<Key> {
        (!text.is_empty()).then(|| self.hashed(text))
    }

    /// Only where numbers tell who somebody is: a firm's switchboard stands with many.
    fn phone_key(&self, phone: &str) -> Option<Key> {
        self.key(phone).filter(|_| self.keys.phone)
    }

    fn name_key(&self, name: &str, company: &str) -> Option<Key> {
        (self.keys.name && !name.is_empty()).then(|| self.hashed((name, company)))
    }

    fn hashed(&self, what: impl Hash) -> Key {
        NonZeroU64::new(self.hash.hash_one(what)).unwrap_or(NonZeroU64::MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::PersonField::{self, Company, Email, FirstName, LastName, LinkedinUrl};

    fn row(values: &[(PersonField, &str)]) -> Incoming {
        let mut row = Incoming::new("csv", "2026-09-15T08:00:00Z".parse().unwrap());
        values.iter().for_each(|(field, value)| row.give(*field, value).unwrap());
        row
    }

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn desk() -> People {
        let mut people = People::default();
        let known = |profile, email, name, company| Known { profile, email, name, company, phone: "" };
        people.add(id(1), known("ann-lee", "ann@a.example", "ann lee", "acme"));
        people.add(id(2), known("", "", "jean martin", "orange"));
        people.add(id(3), known("jean-martin", "", "jean martin", "orange"));
        people
    }

    #[test]
    fn the_profile_tells_first_then_the_address_then_name_and_company() {
        let meets = |values: &[(PersonField, &str)]| desk().meet(&row(values), 2, id(9));
        assert_eq!(
            meets(&[(LinkedinUrl, "linkedin.com/in/Ann-Lee/"), (Email, "other@x.example")]),
            Met::Here { id: id(1), by: By::Profile }
        );
        assert_eq!(meets(&[(LinkedinUrl, "linkedin.com/in/new"), (Email, "ANN@a.example")]), Met::Here { id: id(1), by: By::Email });
        assert_eq!(meets(&[(FirstName, "JEAN"), (LastName, "Martin"), (Company, "Orange SA")]), Met::Here { id: id(2), by: By::Name });
        assert_eq!(meets(&[(FirstName, "Jean"), (LastName, "Martin"), (Company, "Free")]), Met::New);
    }

    #[test]
    fn the_desks_own_id_comes_before_everything_and_an_unknown_one_is_ignored() {
        let mut one = row(&[(LinkedinUrl, "linkedin.com/in/ann-lee")]);
        one.own_id = Some(id(2));
        assert_eq!(desk().meet(&one, 2, id(9)), Met::Here { id: id(2), by: By::Id });
        one.own_id = Some(id(77));
        assert_eq!(desk().meet(&one, 2, id(9)), Met::Here { id: id(1), by: By::Profile });
    }

    #[test]
    fn the_first_row_of_a_person_wins_whether_they_are_new_or_here() {
        let mut people = desk();
        assert_eq!(people.meet(&row(&[(Email, "zoe@z.example")]), 4, id(9)), Met::New);
        assert_eq!(people.meet(&row(&[(Email, "Zoe@z.example")]), 5, id(10)), Met::Earlier { id: id(9), line: 4 });
        assert_eq!(people.meet(&row(&[(Email, "ann@a.example")]), 6, id(11)), Met::Here { id: id(1), by: By::Email });
        assert_eq!(people.meet(&row(&[(LinkedinUrl, "linkedin.com/in/ann-lee")]), 7, id(12)), Met::Earlier { id: id(1), line: 6 });
        assert_eq!(
            people.meet(&row(&[(LinkedinUrl, "linkedin.com/in/zoe"), (Email, "zoe@z.example")]), 8, id(13)),
            Met::Earlier { id: id(9), line: 4 }
        );
        assert_eq!(people.meet(&row(&[(LinkedinUrl, "linkedin.com/in/zoe")]), 9, id(14)), Met::Earlier { id: id(9), line: 4 });
    }

    #[test]
    fn namesakes_with_two_profiles_or_two_addresses_in_one_file_are_two_people() {
        let mut people = desk();
        let jean = |extra: (PersonField, &str)| row(&[(FirstName, "Jean"), (LastName, "Martin"), (Company, "Orange"), extra]);
        assert_eq!(people.meet(&jean((LinkedinUrl, "linkedin.com/in/jm2")), 2, id(9)), Met::Here { id: id(2), by: By::Name });
        let mut people = People::default();
        assert_eq!(people.meet(&jean((Email, "j1@orange.example")), 2, id(9)), Met::New);
        assert_eq!(people.meet(&jean((Email, "j2@orange.example")), 3, id(10)), Met::New);
        assert_eq!(people.meet(&jean((LinkedinUrl, "linkedin.com/in/jm3")), 4, id(11)), Met::Earlier { id: id(9), line: 2 });
    }

    #[test]
    fn namesakes_without_a_company_who_have_two_addresses_are_two_people() {
        let paul = |email: &str| row(&[(FirstName, "Paul"), (LastName, "Durand"), (Email, email)]);
        let mut people = People::default();
        people.add(id(1), Known { name: "paul durand", email: "paul@a.example", ..Known::default() });
        people.add(id(2), Known { name: "zoe girard", ..Known::default() });
        assert_eq!(people.meet(&paul("paul@b.example"), 2, id(9)), Met::New);
        let mut by_name = People::by(Keys { name: true, email: false, ..Keys::default() });
        by_name.add(id(1), Known { name: "paul durand", email: "paul@a.example", ..Known::default() });
        assert_eq!(
            by_name.meet(&paul("paul@a.example"), 2, id(9)),
            Met::Here { id: id(1), by: By::NameAlone },
            "the same address is not two"
        );
        let zoe = row(&[(FirstName, "Zoé"), (LastName, "Girard"), (Email, "zoe@z.example")]);
        assert_eq!(people.meet(&zoe, 3, id(10)), Met::Here { id: id(2), by: By::NameAlone });
    }

    #[test]
    fn two_profiles_that_share_an_address_in_one_file_are_two_people() {
        let office = |profile: &str| row(&[(LinkedinUrl, profile), (Email, "office@a.example")]);
        let mut people = People::default();
        assert_eq!(people.meet(&office("linkedin.com/in/zoe"), 2, id(9)), Met::New);
        assert_eq!(people.meet(&office("linkedin.com/in/paul"), 3, id(10)), Met::New);
        assert!(people.has_email_of_other(id(10), "office@a.example"));
        let mut people = desk();
        let ann = row(&[(LinkedinUrl, "linkedin.com/in/ann-lee-2"), (Email, "ann@a.example")]);
        assert_eq!(people.meet(&ann, 2, id(9)), Met::Here { id: id(1), by: By::Email }, "somebody's profile may have another name now");
    }

    #[test]
    fn a_row_without_a_name_never_meets_by_name() {
        let mut people = People::default();
        people.add(id(1), Known { company: "acme", ..Known::default() });
        assert_eq!(people.meet(&row(&[(Company, "Acme"), (Email, "x@acme.example")]), 2, id(9)), Met::New);
    }

    #[test]
    fn only_the_chosen_keys_tell() {
        let ann = Known { profile: "ann-lee", email: "ann@a.example", phone: "+33612345678", name: "ann lee", company: "acme" };
        let keys = |profile, email, phone, name| Keys { profile, email, phone, name };
        let meets = |keys: Keys, values: &[(PersonField, &str)]| {
            let mut people = People::by(keys);
            people.add(id(1), ann);
            people.meet(&row(values), 2, id(9))
        };
        let file = [
            (LinkedinUrl, "linkedin.com/in/ann-lee"),
            (Email, "ann@a.example"),
            (PersonField::Phone, "+33 6 12 34 56 78"),
            (FirstName, "Ann"),
            (LastName, "Lee"),
            (Company, "Acme"),
        ];
        for (keys, by) in [
            (keys(true, true, true, true), By::Profile),
            (keys(false, true, true, true), By::Email),
            (keys(false, false, true, true), By::Phone),
            (keys(false, false, true, false), By::Phone),
        ] {
            assert_eq!(meets(keys, &file), Met::Here { id: id(1), by });
        }
        assert_eq!(meets(keys(false, false, false, false), &file), Met::New);
        assert_eq!(meets(Keys::default(), &file[2..3]), Met::New, "a number tells nothing unless it is chosen");
        assert_eq!(meets(keys(false, false, false, true), &file[3..]), Met::Here { id: id(1), by: By::Name });
    }

    #[test]
    fn an_address_of_somebody_else_is_noticed() {
        let people = desk();
        assert!(people.has_email_of_other(id(2), "ann@a.example"));
        assert!(!people.has_email_of_other(id(1), "ann@a.example"));
        assert!(!people.has_email_of_other(id(2), "new@a.example"));
    }
}
