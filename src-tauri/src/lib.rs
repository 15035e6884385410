//! The shell: the only crate that knows the window system. It opens the window; every decision is made below it.

use std::path::Path;
use std::process::ExitCode;

mod dialogs;
mod offered;
mod window;

/// Starts the desk and returns when its last window is closed.
///
/// A second start shows the first one's window and ends at once.
pub fn run() -> ExitCode {
    let built = tauri::Builder::default()
        // First, so that a second start stops before anything else is opened.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            window::show(app);
            offered::offer(app, &arguments, Path::new(&folder));
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![dialogs::pick_file, dialogs::pick_target])
        .setup(|app| window::open(app.handle()).map_err(Into::into))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            let code = app.run_return(|_app, _event| {});
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        }
        Err(error) => {
            eprintln!("rainmaker: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
