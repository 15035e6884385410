//! Address books: Google Contacts, Outlook, vCard.

use super::super::Field;
use super::Role::{Email, Is, Labelled, Nothing, Phone, Place};
use super::{Column, Part};

/// Google Contacts since 2024.
pub(super) const GOOGLE_SIGNATURES: [&[&str]; 2] = [&["organization name", "file as"], &["organization name", "labels", "phone # value"]];

/// Google Contacts before.
pub(super) const GOOGLE_OLD_SIGNATURES: [&[&str]; 2] = [&["given name", "family name", "yomi name"], &["given name", "group membership"]];

/// The column this crate gives each card.
pub(super) const VCARD_SIGNATURES: [&[&str]; 1] = [&["vcard uid"]];

/// Google Contacts, old and new: repeated columns carry a number, and what a value is for stands beside it.
pub(super) const GOOGLE: &[Column] = &[
    ("vcard uid", Is(Field::ExternalId)),
    ("first name", Is(Field::FirstName)),
    ("given name", Is(Field::FirstName)),
    ("last name", Is(Field::LastName)),
    ("family name", Is(Field::LastName)),
    ("name", Is(Field::FullName)),
    ("organization name", Is(Field::Company)),
    ("organization # name", Is(Field::Company)),
    ("organization title", Is(Field::Title)),
    ("organization # title", Is(Field::Title)),
    ("e mail # value", Labelled(Field::Email)),
    ("phone # value", Labelled(Field::Phone)),
    ("website # value", Labelled(Field::OtherUrl)),
    ("address # street", Place(0, Part::Street, "")),
    ("address # extended address", Place(0, Part::Street, "")),
    ("address # po box", Place(0, Part::Street, "")),
    ("address # city", Place(0, Part::City, "")),
    ("address # region", Place(0, Part::Region, "")),
    ("address # postal code", Place(0, Part::Postcode, "")),
    ("address # country", Place(0, Part::Country, "")),
    ("notes", Is(Field::Notes)),
    ("labels", Is(Field::Tags)),
    ("group membership", Is(Field::Tags)),
    ("language", Is(Field::Language)),
    ("address # formatted", Nothing),
    ("location", Nothing),
    ("occupation", Nothing),
    ("nickname", Nothing),
    ("organization # location", Nothing),
];

/// Outlook's own name for the first address, beside one of its many others.
pub(super) const OUTLOOK_SIGNATURES: [&[&str]; 4] = [
    &["e mail address", "business street"],
    &["e mail address", "business phone"],
    &["e mail address", "e mail 2 address"],
    &["e mail address", "home phone", "mobile phone"],
];

/// Outlook, classic and new. `Title` is the civility.
pub(super) const OUTLOOK: &[Column] = &[
    ("first name", Is(Field::FirstName)),
    ("last name", Is(Field::LastName)),
    ("company", Is(Field::Company)),
    ("job title", Is(Field::Title)),
    ("e mail address", Email("")),
    ("e mail 2 address", Email("")),
    ("e mail 3 address", Email("")),
    ("primary phone", Phone("")),
    ("mobile phone", Phone("mobile")),
    ("business phone", Phone("work")),
    ("business phone 2", Phone("work")),
    ("home phone", Phone("home")),
    ("home phone 2", Phone("home")),
    ("other phone", Phone("other")),
    ("company main phone", Phone("work")),
    ("business street", Place(0, Part::Street, "work")),
    ("business street 2", Place(0, Part::Street, "work")),
    ("business street 3", Place(0, Part::Street, "work")),
    ("business postal code", Place(0, Part::Postcode, "work")),
    ("business city", Place(0, Part::City, "work")),
    ("business state", Place(0, Part::Region, "work")),
    ("business country", Place(0, Part::Country, "work")),
    ("business country region", Place(0, Part::Country, "work")),
    ("home street", Place(1, Part::Street, "home")),
    ("home street 2", Place(1, Part::Street, "home")),
    ("home street 3", Place(1, Part::Street, "home")),
    ("home postal code", Place(1, Part::Postcode, "home")),
    ("home city", Place(1, Part::City, "home")),
    ("home state", Place(1, Part::Region, "home")),
    ("home country", Place(1, Part::Country, "home")),
    ("home country region", Place(1, Part::Country, "home")),
    ("other street", Place(2, Part::Street, "other")),
    ("other street 2", Place(2, Part::Street, "other")),
    ("other street 3", Place(2, Part::Street, "other")),
    ("other postal code", Place(2, Part::Postcode, "other")),
    ("other city", Place(2, Part::City, "other")),
    ("other state", Place(2, Part::Region, "other")),
    ("other country", Place(2, Part::Country, "other")),
    ("other country region", Place(2, Part::Country, "other")),
    ("web page", Is(Field::Website)),
    ("notes", Is(Field::Notes)),
    ("categories", Is(Field::Tags)),
    ("language", Is(Field::Language)),
    // The civility; whole addresses once more; a place inside a building; words for the search of Outlook.
    ("title", Nothing),
    ("business address", Nothing),
    ("home address", Nothing),
    ("other address", Nothing),
    ("location", Nothing),
    ("profession", Nothing),
    ("account", Nothing),
    ("assistant s phone", Nothing),
];

/// Outlook in French; two spellings of the country have been in use.
pub(super) const OUTLOOK_FR_SIGNATURES: [&[&str]; 4] = [
    &["adresse de messagerie", "rue bureau"],
    &["adresse de messagerie", "telephone bureau"],
    &["adresse de messagerie", "tel mobile"],
    &["adresse de messagerie", "adresse de messagerie 2"],
];

/// Outlook in French. Here `Titre` is what the person does (`Civilité` stands apart); a second one of the name is the one that is.
pub(super) const OUTLOOK_FR: &[Column] = &[
    ("prenom", Is(Field::FirstName)),
    ("nom", Is(Field::LastName)),
    ("societe", Is(Field::Company)),
    ("titre #", Is(Field::Title)),
    ("fonction", Is(Field::Title)),
    ("titre", Is(Field::Title)),
    ("adresse de messagerie", Email("")),
    ("adresse de messagerie #", Email("")),
    ("telephone principal", Phone("")),
    ("tel mobile", Phone("mobile")),
    ("telephone mobile", Phone("mobile")),
    ("telephone bureau", Phone("work")),
    ("telephone # bureau", Phone("work")),
    ("telephone domicile", Phone("home")),
    ("telephone # domicile", Phone("home")),
    ("telephone autre", Phone("other")),
    ("telephone societe", Phone("work")),
    ("rue bureau", Place(0, Part::Street, "work")),
    ("rue bureau 2", Place(0, Part::Street, "work")),
    ("rue bureau 3", Place(0, Part::Street, "work")),
    ("code postal bureau", Place(0, Part::Postcode, "work")),
    ("ville bureau", Place(0, Part::City, "work")),
    ("dep region bureau", Place(0, Part::Region, "work")),
    ("pays region bureau", Place(0, Part::Country, "work")),
    ("pays bureau", Place(0, Part::Country, "work")),
    ("rue domicile", Place(1, Part::Street, "home")),
    ("rue domicile 2", Place(1, Part::Street, "home")),
    ("rue domicile 3", Place(1, Part::Street, "home")),
    ("code postal domicile", Place(1, Part::Postcode, "home")),
    ("ville domicile", Place(1, Part::City, "home")),
    ("dep region domicile", Place(1, Part::Region, "home")),
    ("pays region domicile", Place(1, Part::Country, "home")),
    ("pays domicile", Place(1, Part::Country, "home")),
    ("rue autre", Place(2, Part::Street, "other")),
    ("rue autre 2", Place(2, Part::Street, "other")),
    ("rue autre 3", Place(2, Part::Street, "other")),
    ("code postal autre", Place(2, Part::Postcode, "other")),
    ("ville autre", Place(2, Part::City, "other")),
    ("dep region autre", Place(2, Part::Region, "other")),
    ("pays region autre", Place(2, Part::Country, "other")),
    ("pays autre", Place(2, Part::Country, "other")),
    ("page web", Is(Field::Website)),
    ("notes", Is(Field::Notes)),
    ("categories", Is(Field::Tags)),
    ("langue", Is(Field::Language)),
    ("emplacement", Nothing),
    ("profession", Nothing),
    ("compte", Nothing),
    ("mots cles", Nothing),
    ("bureau", Nothing),
    ("numero d identification de l organisation", Nothing),
];
