//! The shell: the only crate that knows the window system. It wires the desk to the outside world and opens the window; every
//! decision is made below it.

use std::path::Path;
use std::process::ExitCode;

use tauri::{App, Manager as _, RunEvent, Window, WindowEvent, Wry};

mod closing;
mod commands;
mod desktop;
mod dialogs;
mod events;
#[cfg(target_os = "linux")]
mod language;
mod offered;
mod revival;
mod tray;
mod window;
mod wiring;
mod words;
mod work;

/// Starts the desk and returns when its last window is closed.
///
/// A second start shows the first one's window and ends at once.
pub fn run() -> ExitCode {
    // Two TLS providers may be compiled in; one must be chosen before the first connection.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
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
        .invoke_handler(commands::handler())
        .setup(|app| set_up(app).map_err(Into::into))
        .on_window_event(on_event)
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            let code = app.run_return(|app, event| {
                if matches!(event, RunEvent::Exit) {
                    closing::end(app);
                }
            });
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        }
        Err(error) => {
            eprintln!("rainmaker: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

fn set_up(app: &App<Wry>) -> tauri::Result<()> {
    let desk = wiring::desk(app.handle());
    connectors::logs::begin(desk.root());
    events::pass_on(app.handle(), &desk);
    desktop::hear_clicks(app.handle());
    work::begin(&desk);
    app.manage(desk.clone());
    app.manage(offered::Offered::at_start());
    window::open(app.handle())?;
    #[cfg(target_os = "linux")]
    language::follow(app.handle(), &desk);
    Ok(())
}

fn on_event(window: &Window<Wry>, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        api.prevent_close();
        closing::asked(window);
    }
}
