//! Named points at which a test ends the process as `kill -9` would.
//!
//! `RAINMAKER_FAILPOINT=outbox.started:3` ends it the third time that point is reached. Only builds with the feature `failpoints` (and this
//! crate's own tests) contain the points; in a release [`hit`] is empty.

/// Marks a point: `failpoint!("outbox.started")`.
#[macro_export]
macro_rules! failpoint {
    ($name:expr) => {
        $crate::failpoint::hit($name)
    };
}

/// Ends the process when this point was asked for and its turn has come.
#[cfg(any(test, feature = "failpoints"))]
pub fn hit(name: &str) {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static WANTED: OnceLock<Option<(String, u32)>> = OnceLock::new();
    static SEEN: AtomicU32 = AtomicU32::new(0);

    let wanted = WANTED.get_or_init(|| {
        let text = std::env::var("RAINMAKER_FAILPOINT").ok()?;
        Some(match text.split_once(':') {
            Some((point, nth)) => (point.to_owned(), nth.parse().unwrap_or(1)),
            None => (text, 1),
        })
    });
    if let Some((point, nth)) = wanted
        && point == name
        && SEEN.fetch_add(1, Ordering::SeqCst) + 1 == *nth
    {
        std::process::abort();
    }
}

/// Does nothing in a build without fail points.
#[cfg(not(any(test, feature = "failpoints")))]
#[inline(always)]
pub fn hit(_name: &str) {}
