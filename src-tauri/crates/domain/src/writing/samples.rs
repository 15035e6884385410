//! The people of this area's tests.

use super::{Identity, Language, Recipient, Source};
use chrono::NaiveDate;
use uuid::Uuid;

pub(crate) fn marie() -> Recipient {
    Recipient {
        id: Uuid::from_u128(1),
        first_name: "Marie".into(),
        last_name: "Durand".into(),
        title: "Directrice commerciale".into(),
        company: "Acier Lyonnais".into(),
        location: "Lyon, France".into(),
        email: "marie.durand@acier-lyonnais.example".into(),
        language: Some(Language::Fr),
        source: Source::Linkedin,
        source_detail: String::new(),
        connected_on: NaiveDate::from_ymd_opt(2024, 3, 5),
    }
}

pub(crate) fn john() -> Recipient {
    Recipient {
        id: Uuid::from_u128(2),
        first_name: "John".into(),
        last_name: "Smith".into(),
        title: "Head of Sales".into(),
        company: "Northwind".into(),
        location: "Leeds, United Kingdom".into(),
        email: "john@northwind.example".into(),
        language: Some(Language::En),
        source: Source::Csv,
        source_detail: String::new(),
        connected_on: None,
    }
}

pub(crate) fn nobody() -> Recipient {
    Recipient {
        id: Uuid::from_u128(3),
        first_name: String::new(),
        last_name: String::new(),
        title: String::new(),
        company: String::new(),
        location: String::new(),
        email: "contact@acme.example".into(),
        language: None,
        source: Source::Manual,
        source_detail: String::new(),
        connected_on: None,
    }
}

pub(crate) fn seller() -> Identity {
    Identity {
        name: "Paul Martin".into(),
        company: "Atelier Martin".into(),
        postal_address: "3 rue des Lilas\n69003 Lyon".into(),
        email: "paul@atelier-martin.example".into(),
        signature: String::new(),
    }
}
