//! Follow-ups due.
