//! The work that goes on by itself while the window is open or in the tray.

use api::App;
use tokio::sync::broadcast::error::RecvError;

/// Works whenever the desk is open, until the program ends.
pub(crate) fn begin(desk: &App) {
    let (desk, mut changes) = (desk.clone(), desk.changes());
    tauri::async_runtime::spawn(async move {
        loop {
            // Ends when the desk is locked, at once when it is closed; opening it says so as a change.
            api::work::forever(&desk).await;
            if matches!(changes.recv().await, Err(RecvError::Closed)) {
                break;
            }
        }
    });
}
