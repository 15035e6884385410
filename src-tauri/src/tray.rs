//! The tray: where the desk goes on working without a window. Never the only way back in, because some desktops hide it;
//! a second start shows the window too.

use tauri::image::Image;
use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager as _, Wry};

use crate::window;
use crate::words::Words;

/// Also part of the name of the icon's file in a folder that all programs built on Tauri share.
const ID: &str = "rainmaker";
const SHOW: &str = "show";
const QUIT: &str = "quit";

/// Hides the window behind an icon in the tray; where there is no tray the window only becomes small.
pub(crate) fn hide(app: &AppHandle<Wry>, words: &Words) {
    let Some(window) = app.get_webview_window(window::MAIN) else { return };
    let hidden = appear(app, words).and_then(|()| window.hide());
    if hidden.is_err() {
        let _ = window.minimize();
    }
}

/// Takes the icon out of sight: the window is there again.
pub(crate) fn leave(app: &AppHandle<Wry>) {
    if let Some(icon) = app.tray_by_id(ID) {
        let _ = icon.set_visible(false);
    }
}

/// Shows the icon, made once and kept: on Linux the desktop's bus never forgets one that was removed, and refuses the next of its name.
fn appear(app: &AppHandle<Wry>, words: &Words) -> tauri::Result<()> {
    let show = MenuItem::with_id(app, SHOW, words.show, true, None::<&str>)?;
    let quit = MenuItem::with_id(app, QUIT, words.quit, true, None::<&str>)?;
    let menu = Menu::with_items(app, &[&show, &quit])?;
    if let Some(icon) = app.tray_by_id(ID) {
        // The language may be another one by now.
        icon.set_menu(Some(menu))?;
        return icon.set_visible(true);
    }
    let icon = TrayIconBuilder::with_id(ID)
        .icon(Image::from_bytes(include_bytes!("../../icons/tray.png"))?)
        .tooltip("Rainmaker")
        .menu(&menu)
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
