//! Blocks of cells pasted into a list of people, companies or opportunities.

use super::custom::CustomOf;
use super::people::FieldValue;
use super::view;
use uuid::Uuid;

view! {
    /// A block of cells: each row has its own values.
    pub struct BlockPaste {
        /// What the list is of.
        pub of: CustomOf,
        /// Its rows, from the top.
        pub rows: Vec<BlockRow>,
    }

    /// A row of a block.
    pub struct BlockRow {
        /// The record it lands on.
        pub id: Uuid,
        /// New values by field, or by `custom:` and the id of a field the seller added; empty clears.
        pub values: Vec<FieldValue>,
    }
}
