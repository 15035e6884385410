//! The practice outbox: what would have left.
