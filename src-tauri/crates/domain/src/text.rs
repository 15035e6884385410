//! Folding: the one form in which texts are compared, matched and ordered.

mod company;
mod fold;
mod nearly;

pub use company::fold_company;
pub use fold::{clean_line, clean_lines, fold, fold_words, spell_out};
pub use nearly::nearly;
