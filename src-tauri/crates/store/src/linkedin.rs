//! The LinkedIn hand-off queue.
