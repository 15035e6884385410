//! Ways to reach a person or a company: addresses, numbers, links, places.

use super::{view, words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

words! {
    /// What a way to reach somebody is.
    pub enum PointKind {
        /// An e-mail address.
        Email,
        /// A phone number.
        Phone,
        /// A link.
        Url,
        /// A postal address.
        Address,
    }
    /// What is known of it. What the do-not-contact list says counts more than what was noted.
    pub enum PointStatus {
        /// Nothing.
        Unknown,
        /// Given or seen working.
        Valid,
        /// Deduced from a pattern.
        Guessed,
        /// Refused by its server.
        Bounced,
        /// On the do-not-contact list.
        OptedOut,
    }
}

view! {
    /// Whose it is.
    #[derive(Copy, Eq)]
    #[serde(tag = "kind", content = "id")]
    pub enum Owner {
        /// A person's.
        #[serde(rename = "person")]
        Person(Uuid),
        /// A company's.
        #[serde(rename = "company")]
        Company(Uuid),
    }

    /// A postal address in its parts; empty where unknown.
    #[derive(Default, Eq)]
    pub struct Postal {
        /// Number and street.
        pub street: String,
        /// Postcode.
        pub postcode: String,
        /// Town.
        pub city: String,
        /// Region, state or canton.
        pub region: String,
        /// Country, two letters of ISO 3166-1.
        pub country: String,
    }

    /// One way to reach a person or a company.
    pub struct ContactPointView {
        /// Its id; of the first address and number, which stand on the person or company itself, the id of that one.
        pub id: Uuid,
        /// What it is.
        pub kind: PointKind,
        /// `work`, `home`, `mobile`, `other`, the seller's own word, or empty.
        pub label: String,
        /// As given.
        pub value: String,
        /// As people read it: a number in the form of its country, a postal address on one line.
        pub shown: String,
        /// A number that can be called from anywhere (E.164), a link that can be opened; empty where the value could not be read.
        pub target: String,
        /// The parts of a postal address.
        pub postal: Option<Postal>,
        /// What is known of it.
        pub status: PointStatus,
        /// Used for messages and calls; the others of its kind stand behind it.
        pub first: bool,
        /// `typed`, `import:<id>`, or how the person came in.
        pub source: String,
        /// Name of the file, where it came from one.
        pub source_name: String,
        /// Since when it is known.
        pub source_at: DateTime<Utc>,
        /// Who brought it: `seller`, `import:<id>`, `desk`.
        pub by: String,
    }

    /// What is there of one person or company, first ones first.
    pub struct ContactsOf {
        /// Whose.
        pub owner: Owner,
    }

    /// Another way to reach a person or a company.
    pub struct PointAdd {
        /// Whose.
        pub owner: Owner,
        /// What it is.
        pub kind: PointKind,
        /// What it is for.
        pub label: String,
        /// The value; ignored for a postal address.
        pub value: String,
        /// The parts of a postal address.
        pub postal: Option<Postal>,
        /// Use it for messages and calls from now on.
        pub first: bool,
    }

    /// A change; what is absent stays.
    pub struct PointSet {
        /// Whose.
        pub owner: Owner,
        /// What it is.
        pub kind: PointKind,
        /// Which.
        pub id: Uuid,
        /// What it is for.
        pub label: Option<String>,
        /// The value.
        pub value: Option<String>,
        /// The parts of a postal address.
        pub postal: Option<Postal>,
        /// What is known of it. `opted_out` enters an address or a number on the do-not-contact list, which undo does not touch.
        pub status: Option<PointStatus>,
    }

    /// One of them.
    pub struct PointRef {
        /// Whose.
        pub owner: Owner,
        /// What it is.
        pub kind: PointKind,
        /// Which.
        pub id: Uuid,
    }
}
