//! The send ledger: who was touched, when, by what; append-only.
