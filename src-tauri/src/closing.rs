//! Closing the window: while a run works, the seller is asked, and the desk can go on in the tray.

use crate::window;
use api::App;
use serde_json::json;
use tauri::menu::{Menu, MenuItem};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Manager as _, Wry};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogButtons};

/// Puts the desk's icon into the tray: open, quit. A desktop without a tray is fine, a second start shows the window again.
pub(crate) fn tray(app: &AppHandle<Wry>) {
    let built = (|| {
        let open = MenuItem::with_id(app, "open", "Rainmaker", true, None::<&str>)?;
        let quit = MenuItem::with_id(app, "quit", "Quit / Quitter", true, None::<&str>)?;
        let menu = Menu::with_items(app, &[&open, &quit])?;
        let mut tray = TrayIconBuilder::with_id("desk").menu(&menu).tooltip("Rainmaker").on_menu_event(|app, event| match event.id.as_ref() {
            "open" => window::show(app),
            "quit" => quit_desk(app),
            _ => {}
        });
        if let Some(icon) = app.default_window_icon() {
            tray = tray.icon(icon.clone());
        }
        tray.build(app)
    })();
    if let Err(error) = built {
        tracing::warn!(%error, "no icon in the tray");
    }
}

/// The window is asked to close: quits, or asks first while a run works.
pub(crate) fn requested(app: &AppHandle<Wry>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let Some(french) = run_at_work(&app).await else {
            quit_desk(&app);
            return;
        };
        let (title, text, stay, quit) = words(french);
        let handle = app.clone();
        let buttons = MessageDialogButtons::OkCancelCustom(stay.to_owned(), quit.to_owned());
        app.dialog().message(text).title(title).buttons(buttons).show(move |stays| {
            if stays {
                if let Some(main) = handle.get_webview_window(window::MAIN) {
                    let _ = main.hide();
                }
            } else {
                quit_desk(&handle);
            }
        });
    });
}

/// Closes the desk, then the program. A message on its way gets its answer first.
fn quit_desk(app: &AppHandle<Wry>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let desk = app.state::<App>().inner().clone();
        // A desk that is locked already has nothing to close.
        let _ = api::router::call(&desk, "workspace_lock", serde_json::Value::Null).await;
        app.exit(0);
    });
}

/// Whether a run works, and if so whether the seller reads French.
async fn run_at_work(app: &AppHandle<Wry>) -> Option<bool> {
    let desk = app.state::<App>().inner().clone();
    let runs = api::router::call(&desk, "run_list", json!({ "offset": 0, "limit": 20 })).await.ok()?;
    let works = |run: &serde_json::Value| matches!(run.get("state").and_then(|s| s.as_str()), Some("running" | "cancelling"));
    if !runs.as_array()?.iter().any(works) {
        return None;
    }
    let locale = api::router::call(&desk, "setting_get", json!({ "key": "identity.locale" })).await.ok();
    Some(locale.and_then(|l| l.get("value").and_then(|v| v.as_str()).map(|v| v == "fr")).unwrap_or(false))
}

fn words(french: bool) -> (&'static str, &'static str, &'static str, &'static str) {
    if french {
        (
            "Un lancement est en cours",
            "Il peut continuer fenêtre fermée. Si vous quittez, il reprendra à la prochaine ouverture : personne n’est oublié ni contacté deux fois.",
            "Continuer en arrière-plan",
            "Quitter",
        )
    } else {
        (
            "A run is at work",
            "It can go on with the window closed. If you quit, it resumes when the desk is opened again: nobody is lost or written to twice.",
            "Keep working in the tray",
            "Quit",
        )
    }
}
