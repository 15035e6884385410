//! A page whose process ended is loaded again: the desk below it went on working, only its window would stay blank.
//!
//! On Linux a page has a process of its own, which the system ends when memory is short. See
//! <https://webkitgtk.org/reference/webkit2gtk/stable/signal.WebView.web-process-terminated.html>. Elsewhere the webview does it by itself.

#[cfg(target_os = "linux")]
use std::time::{Duration, Instant};

use tauri::{WebviewWindow, Wry};

/// Loads the page again whenever its process ends, unless that happens again and again.
#[cfg(target_os = "linux")]
pub(crate) fn watch(window: &WebviewWindow<Wry>) -> tauri::Result<()> {
    use std::cell::RefCell;
    use webkit2gtk::{WebProcessTerminationReason, WebViewExt as _};

    window.with_webview(|webview| {
        let revivals = RefCell::new(Revivals::default());
        webview.inner().connect_web_process_terminated(move |page, why| {
            if why == WebProcessTerminationReason::TerminatedByApi {
                return;
            }
            let again = revivals.borrow_mut().allow(Instant::now());
            tracing::warn!(?why, again, "the process of the page ended");
            if again {
                page.reload();
            }
        });
    })
}

/// Loads the page again whenever its process ends, unless that happens again and again.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch(_: &WebviewWindow<Wry>) -> tauri::Result<()> {
    Ok(())
}

/// When the page was loaded again lately.
#[cfg(target_os = "linux")]
#[derive(Debug, Default)]
struct Revivals(Vec<Instant>);

#[cfg(target_os = "linux")]
impl Revivals {
    /// A page that ends more often within [`Self::WITHIN`] would only end again.
    const MOST: usize = 3;
    const WITHIN: Duration = Duration::from_secs(60);

    /// Whether the page may be loaded again now; if so, that is noted.
    fn allow(&mut self, now: Instant) -> bool {
        self.0.retain(|at| now.duration_since(*at) < Self::WITHIN);
        let again = self.0.len() < Self::MOST;
        if again {
            self.0.push(now);
        }
        again
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_ends_again_and_again_is_left_until_a_minute_has_passed() {
        let (mut revivals, start) = (Revivals::default(), Instant::now());
        let after = |seconds| start + Duration::from_secs(seconds);
        let allowed = [0, 10, 20, 30, 59].map(|seconds| revivals.allow(after(seconds)));
        assert_eq!(allowed, [true, true, true, false, false]);
        assert!(revivals.allow(after(61)), "the first is a minute ago");
        assert!(!revivals.allow(after(62)));
    }
}
