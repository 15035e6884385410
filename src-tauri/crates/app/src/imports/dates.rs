//! In which order a file writes its dates: learnt from its rows, block by block, while they are read.

use super::incoming::{Reader, order_of};
use super::mapping::order_names;
use domain::fault::params;
use domain::views::imports::ImportDates;
use formats::people::{AssumedOrder, DateEvidence};
use std::collections::BTreeMap;
use store::imports::Warned;

/// Reads all rows of a file, block by block. A row is read with what the rows up to its block have shown, which is nearly always what the whole file shows;
/// where it is not, the rows are to be read a second time.
pub(super) struct LearningReader {
    pub(super) reader: Reader,
    evidence: DateEvidence,
    /// A block was read.
    begun: bool,
    /// A later block showed another order than an earlier one was read in.
    again: bool,
    /// Everything is known.
    learnt: bool,
    /// The seller told the order.
    told: bool,
}

impl LearningReader {
    pub(super) fn new(mut reader: Reader, told: Option<ImportDates>) -> Self {
        reader.layout.dates = BTreeMap::new();
        let order = told.map(order_of);
        let evidence = DateEvidence::of(&reader.layout).told(order);
        Self { reader, evidence, begun: false, again: false, learnt: false, told: told.is_some() }
    }

    /// Takes the cells of a block of rows into account, before they are read.
    pub(super) fn learn<'r>(&mut self, block: impl Iterator<Item = &'r Vec<String>>) {
        if self.learnt {
            return;
        }
        block.for_each(|cells| self.evidence.note(cells));
        let dates = self.evidence.orders();
        self.again |= self.begun && dates != self.reader.layout.dates;
        self.reader.layout.dates = dates;
        self.begun = true;
    }

    /// All rows were read. `true`: some were read in an order that the later ones disproved; now that the order is known, they can be read
    /// again.
    pub(super) fn finish(&mut self) -> bool {
        self.learnt = true;
        std::mem::take(&mut self.again)
    }

    /// The orders found, as they are kept with the import.
    pub(super) fn orders(&self) -> BTreeMap<String, Vec<String>> {
        order_names(&self.reader.layout)
    }

    /// The orders that were taken though nothing in the file proves them.
    pub(super) fn warnings(&self) -> impl Iterator<Item = Warned> {
        let code = if self.told { "imports.date_order_told" } else { "imports.date_order_assumed" };
        self.evidence.assumed().into_iter().map(move |AssumedOrder { field, order, rows, example, day }| {
            let params = params([("order", order.code().to_owned()), ("example", example), ("day", day.to_string())]);
            Warned { code: code.to_owned(), field: field.code().to_owned(), rows, params }
        })
    }
}
