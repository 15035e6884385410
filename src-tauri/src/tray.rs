//! The tray: where the desk goes on working without a window. Never the only way back in, because some desktops hide it;
//! a second start shows the window too.

use tauri::image::Image;
use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager as _, Wry};

use crate::window;
use crate::words::Words;

const ID: &str = "main";
const SHOW: &str = "show";
const QUIT: &str = "quit";

/// Hides the window behind an icon in the tray; where there is no tray the window only becomes small.
pub(crate) fn hide(app: &AppHandle<Wry>, words: &Words) {
    let Some(window) = app.get_webview_window(window::MAIN) else { return };
    let hidden = build(app, words).and_then(|()| window.hide());
    if hidden.is_err() {
        let _ = window.minimize();
    }
}

/// Takes the icon away: the window is there again.
pub(crate) fn leave(app: &AppHandle<Wry>) {
    let _ = app.remove_tray_by_id(ID);
}

fn build(app: &AppHandle<Wry>, words: &Words) -> tauri::Result<()> {
    let show = MenuItem::with_id(app, SHOW, words.show, true, None::<&str>)?;
    let quit = MenuItem::with_id(app, QUIT, words.quit, true, None::<&str>)?;
    let icon = TrayIconBuilder::with_id(ID)
        .icon(Image::from_bytes(include_bytes!("../../icons/tray.png"))?)
        .tooltip("Rainmaker")
        .menu(&Menu::with_items(app, &[&show, &quit])?)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| match event.id().as_ref() {
            SHOW => window::show(app),
            QUIT => window::end(app),
            _ => {}
        })
        .on_tray_icon_event(|icon, event| {
            if matches!(event, TrayIconEvent::Click { button: MouseButton::Left, .. }) {
                window::show(icon.app_handle());
            }
        });
    icon.build(app)?;
    Ok(())
}
