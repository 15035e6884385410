//! Statuses of people: the seller's own.

use super::people::StatusMeaning;
use super::view;

view! {
    /// Every status, in the seller's order; those that were deleted too, for what is told of the past.
    pub struct StatusesView {
        /// Statuses.
        pub statuses: Vec<StatusView>,
    }

    /// A status.
    pub struct StatusView {
        /// What people, filters and files call it; it never changes.
        pub key: String,
        /// What it counts as.
        pub meaning: StatusMeaning,
        /// French name.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
        /// Colour, as those of stages.
        pub colour: String,
        /// Days after which somebody has been in it too long.
        pub rotten_days: Option<u32>,
        /// Nobody is put in it any more.
        pub hidden: bool,
        /// Deleted; people are in it only where an undo put them back.
        pub deleted: bool,
        /// The desk gives it itself: it can be renamed, not deleted.
        pub fixed: bool,
    }

    /// The values of a status.
    pub struct StatusValues {
        /// French name; one language is enough.
        pub name_fr: String,
        /// English name.
        pub name_en: String,
        /// Colour.
        pub colour: String,
        /// Days after which somebody has been in it too long.
        pub rotten_days: Option<u32>,
        /// Nobody is put in it any more.
        pub hidden: bool,
    }

    /// A new status, at the end.
    pub struct StatusNew {
        /// What it counts as, for good.
        pub meaning: StatusMeaning,
        /// Its values.
        pub values: StatusValues,
    }

    /// Other values for a status.
    pub struct StatusUpdate {
        /// Which.
        pub key: String,
        /// All its values.
        pub values: StatusValues,
    }

    /// Another order; what is not named stays behind.
    pub struct StatusOrder {
        /// Keys, the first first.
        pub keys: Vec<String>,
    }

    /// Deletes a status.
    pub struct StatusDelete {
        /// Which.
        pub key: String,
        /// The status its people go to, where it has any.
        pub move_to: Option<String>,
    }
}
