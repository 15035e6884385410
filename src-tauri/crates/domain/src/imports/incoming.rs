use crate::contacts::{PointError, PointKind, PointStatus, Postal, read};
use crate::custom::CustomValue;
use crate::people::{FieldError, Person, PersonField};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What a row says of a person: the values it gives, checked and with their keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// A person made of the row alone. Its id, source and times are for whoever creates it.
    pub person: Person,
    /// The fields the row gives; all others of `person` mean nothing.
    pub given: Vec<PersonField>,
    /// The whole name as one cell had it; first and last name are then only a guess at its parts.
    pub full_name: Option<String>,
    /// The person's id on this desk, where the file comes from it.
    pub own_id: Option<Uuid>,
    /// Site of the company.
    pub website: Option<String>,
    /// Where the person's data came from, as the file says.
    pub origin: Option<String>,
    /// What the first e-mail and the first number are for.
    pub labels: Vec<(PointKind, String)>,
    /// Addresses and numbers of the row that must not be used, as written, and why: [`PointStatus::Bounced`] or [`PointStatus::OptedOut`].
    pub barred: Vec<(PointKind, String, PointStatus)>,
    /// Further ways to reach the person.
    pub points: Vec<IncomingPoint>,
    /// Names of tags.
    pub tags: Vec<String>,
    /// Names of lists.
    pub lists: Vec<String>,
    /// Values of the seller's own fields.
    pub own: Vec<(Uuid, CustomValue)>,
}

/// Another way to reach the person of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct IncomingPoint {
    /// What it is.
    pub kind: PointKind,
    /// What it is for.
    pub label: String,
    /// As written; of a postal address nothing.
    pub value: String,
    /// The parts of a postal address.
    pub postal: Option<Postal>,
}

impl Incoming {
    /// A row that says nothing yet, read on the day of `at`.
    pub fn new(source: &str, at: DateTime<Utc>) -> Self {
        Self {
            person: Person::new(Uuid::nil(), source, at, at.date_naive()),
            given: Vec::new(),
            full_name: None,
            own_id: None,
            website: None,
            origin: None,
            labels: Vec::new(),
            barred: Vec::new(),
            points: Vec::new(),
            tags: Vec::new(),
            lists: Vec::new(),
            own: Vec::new(),
        }
    }

    /// Takes another way to reach the person.
    ///
    /// # Errors
    /// [`PointError`]; the row then says nothing of it.
    pub fn give_point(&mut self, point: IncomingPoint) -> Result<(), PointError> {
        // Which country a number without a prefix belongs to is for the desk to say, when it is written.
        read(point.kind, &point.value, point.postal.as_ref(), "")?;
        self.points.push(point);
        Ok(())
    }

    /// Takes one value; a blank one says nothing.
    ///
    /// # Errors
    /// [`FieldError`]; the row then says nothing about this field.
    pub fn give(&mut self, field: PersonField, value: &str) -> Result<(), FieldError> {
        if value.trim().is_empty() {
            return Ok(());
        }
        field.set(&mut self.person, value)?;
        if !field.get(&self.person).is_empty() && !self.given.contains(&field) {
            self.given.push(field);
        }
        Ok(())
    }

    /// What its first address, or its first number, is for; empty where it has none, or does not say.
    pub fn first_label(&self, kind: PointKind) -> &str {
        let there = match kind {
            PointKind::Email => !self.person.email.is_empty(),
            PointKind::Phone => !self.person.phone.is_empty(),
            PointKind::Url | PointKind::Address => false,
        };
        self.labels.iter().find(|(of, _)| *of == kind && there).map_or("", |(_, label)| label)
    }

    /// Puts its address and its number behind those somebody has already, where they are others.
    pub fn put_behind(&mut self, person: &Person) {
        let first = [
            (PersonField::Email, PointKind::Email, !person.email.is_empty(), self.person.email.clone()),
            (PersonField::Phone, PointKind::Phone, !person.phone.is_empty(), self.person.phone.clone()),
        ];
        for (field, kind, has_one, value) in first {
            if has_one && self.given.contains(&field) {
                let label = self.first_label(kind).to_owned();
                self.points.push(IncomingPoint { kind, label, value, postal: None });
                self.withdraw(field);
            }
        }
    }

    /// Takes back what was given for a field.
    pub fn withdraw(&mut self, field: PersonField) {
        self.given.retain(|given| *given != field);
        if matches!(field, PersonField::Email) {
            self.person.clear_email();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_bad_values_say_nothing() {
        let mut row = Incoming::new("csv", "2026-09-15T08:00:00Z".parse().unwrap());
        row.give(PersonField::FirstName, " Ann ").unwrap();
        row.give(PersonField::Title, " \u{a0} ").unwrap();
        row.give(PersonField::Notes, "\u{200b}").unwrap();
        assert!(row.give(PersonField::Status, "peut-être").is_err());
        assert_eq!(row.given, [PersonField::FirstName]);
        assert_eq!(row.person.first_name, "Ann");
    }
}
