use domain::ports::{Desktop, DesktopError};
use std::sync::{Mutex, PoisonError};

/// A desktop that remembers what it was asked.
#[derive(Default)]
pub struct TestDesktop {
    /// Addresses opened.
    pub opened: Mutex<Vec<String>>,
    /// The clipboard, newest last.
    pub copied: Mutex<Vec<String>>,
    /// Notifications: title and body.
    pub notified: Mutex<Vec<(String, String)>>,
}

impl Desktop for TestDesktop {
    fn open_url(&self, url: &str) -> Result<(), DesktopError> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(url.to_owned());
        Ok(())
    }

    fn copy_text(&self, text: &str) -> Result<(), DesktopError> {
        self.copied.lock().unwrap_or_else(PoisonError::into_inner).push(text.to_owned());
        Ok(())
    }

    fn notify(&self, title: &str, body: &str) -> Result<(), DesktopError> {
        self.notified.lock().unwrap_or_else(PoisonError::into_inner).push((title.to_owned(), body.to_owned()));
        Ok(())
    }
}
