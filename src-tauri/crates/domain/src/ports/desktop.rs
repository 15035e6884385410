/// What only a desktop can do. The terminal's implementation prints instead.
pub trait Desktop: Send + Sync {
    /// Opens an `https:` or `mailto:` address in the user's own program; every other scheme is refused.
    fn open_url(&self, url: &str) -> Result<(), DesktopError>;
    /// Puts plain text on the clipboard.
    fn copy_text(&self, text: &str) -> Result<(), DesktopError>;
    /// Shows a desktop notification.
    fn notify(&self, title: &str, body: &str) -> Result<(), DesktopError>;
}

/// The desktop refused, or there is none.
#[derive(Debug, Clone, thiserror::Error)]
pub enum DesktopError {
    /// No desktop here (a terminal without a display).
    #[error("no desktop here")]
    None,
    /// The address has a scheme the desk never opens.
    #[error("this kind of address is not opened")]
    Scheme,
    /// The system's answer.
    #[error("the desktop refused: {0}")]
    Refused(String),
}
