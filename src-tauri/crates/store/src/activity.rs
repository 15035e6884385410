//! Notes and changes on a person's timeline.
