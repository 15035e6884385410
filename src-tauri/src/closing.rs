//! Closing the window: while a run works the seller is asked, and the desk can go on in the tray.

use std::time::Duration;

use api::App;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager as _, Window, Wry};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogButtons, MessageDialogResult};

use crate::words::{Words, words};
use crate::{tray, window};

/// How long a message on its way may take to get its answer before the program ends all the same.
const PATIENCE: Duration = Duration::from_secs(20);

/// The window is asked to close: ends the program, or asks first while a run works.
pub(crate) fn asked(asked: &Window<Wry>) {
    let app = asked.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        match at_work(&app).await {
            Some(words) => ask(&app, words),
            None => window::end(&app),
        }
    });
}

/// Closes the desk before the program ends: background work stops at its next safe point.
pub(crate) fn end(app: &AppHandle<Wry>) {
    let Some(desk) = app.try_state::<App>().map(|desk| desk.inner().clone()) else { return };
    tauri::async_runtime::block_on(async move {
        // Closed, not locked: locking would ask for the passphrase at the next start also where the keychain opens the desk.
        let _ = tokio::time::timeout(PATIENCE, app::workspace::close(&desk)).await;
    });
}

fn ask(app: &AppHandle<Wry>, words: &'static Words) {
    let handle = app.clone();
    let buttons = MessageDialogButtons::YesNoCancelCustom(words.keep.to_owned(), words.quit.to_owned(), words.stay.to_owned());
    app.dialog().message(words.working).title(words.working_title).buttons(buttons).show_with_result(move |answer| match answer {
        MessageDialogResult::Custom(said) if said == words.keep => tray::hide(&handle, words),
        MessageDialogResult::Custom(said) if said == words.quit => window::end(&handle),
        MessageDialogResult::Yes => tray::hide(&handle, words),
        MessageDialogResult::No => window::end(&handle),
        _ => {}
    });
}

/// The shell's words in the seller's language, when a run works; nothing when none does.
async fn at_work(app: &AppHandle<Wry>) -> Option<&'static Words> {
    let desk = app.state::<App>().inner().clone();
    let runs = api::router::call(&desk, "run_list", json!({ "offset": 0, "limit": 20 })).await.ok()?;
    let works = |run: &Value| matches!(run.get("state").and_then(Value::as_str), Some("running" | "cancelling"));
    if !runs.as_array()?.iter().any(works) {
        return None;
    }
    let locale = api::router::call(&desk, "setting_get", json!({ "key": "identity.locale" })).await.unwrap_or_default();
    Some(words(locale.get("value").and_then(Value::as_str).unwrap_or_default()))
}
