//! Tags, and lists of people or companies.

use super::companies::CompanySelection;
use super::people::Selection;
use super::{view, words};
use uuid::Uuid;

words! {
    /// The colour of a tag.
    pub enum TagColour {
        /// Grey.
        Grey,
        /// Blue.
        Blue,
        /// Green.
        Green,
        /// Yellow.
        Yellow,
        /// Orange.
        Orange,
        /// Red.
        Red,
        /// Violet.
        Violet,
    }
    /// What a list holds.
    pub enum ListOf {
        /// People.
        People,
        /// Companies.
        Companies,
    }
}

view! {
    /// A tag on somebody.
    #[derive(Eq)]
    pub struct TagView {
        /// Id.
        pub id: Uuid,
        /// Name.
        pub name: String,
        /// Colour.
        pub colour: TagColour,
    }

    /// A tag with how often it is used.
    pub struct TagRow {
        /// Id.
        pub id: Uuid,
        /// Name.
        pub name: String,
        /// Colour.
        pub colour: TagColour,
        /// People who have it.
        pub people: u32,
        /// Companies that have it.
        pub companies: u32,
    }

    /// A new tag; one of this name that is there already is answered as it is.
    pub struct TagNew {
        /// Name.
        pub name: String,
        /// Colour.
        pub colour: TagColour,
    }

    /// A change; what is absent stays.
    pub struct TagSet {
        /// Which.
        pub id: Uuid,
        /// Name.
        pub name: Option<String>,
        /// Colour.
        pub colour: Option<TagColour>,
    }

    /// Two tags become one.
    pub struct TagMerge {
        /// The one that goes.
        pub from: Uuid,
        /// The one that stays, on whoever had either.
        pub into: Uuid,
    }

    /// Puts tags on people and takes tags off them, by name; one that does not exist is made when it is put on.
    pub struct TagPeople {
        /// Who.
        pub selection: Selection,
        /// Names of tags to put on.
        pub add: Vec<String>,
        /// Names of tags to take off.
        pub remove: Vec<String>,
    }

    /// The same for companies.
    pub struct TagCompanies {
        /// Which.
        pub selection: CompanySelection,
        /// Names of tags to put on.
        pub add: Vec<String>,
        /// Names of tags to take off.
        pub remove: Vec<String>,
    }

    /// A list with how many are on it.
    pub struct ListRow {
        /// Id.
        pub id: Uuid,
        /// Name.
        pub name: String,
        /// What it holds.
        pub of: ListOf,
        /// How many.
        pub count: u32,
    }

    /// A new list.
    pub struct ListNew {
        /// Name.
        pub name: String,
        /// What it holds.
        pub of: ListOf,
    }

    /// Another name for a list.
    pub struct ListRename {
        /// Which.
        pub id: Uuid,
        /// Name.
        pub name: String,
    }

    /// Puts people on a list, at its end, or takes them off.
    pub struct ListPeople {
        /// Which list.
        pub id: Uuid,
        /// Who.
        pub selection: Selection,
        /// Off the list; otherwise on it.
        pub remove: bool,
    }

    /// The same for companies.
    pub struct ListCompanies {
        /// Which list.
        pub id: Uuid,
        /// Which.
        pub selection: CompanySelection,
        /// Off the list; otherwise on it.
        pub remove: bool,
    }
}
