//! The desk's commands, made from the one list.

use api::{ApiError, App, commands, handlers, views};
use tauri::State;

macro_rules! generate {
    ($( $area:ident :: $name:ident ( $req:ty ) -> $res:ty, $doc:literal; )*) => {
        mod generated {
            use super::*;
            $(
                #[doc = $doc]
                #[tauri::command]
                pub(crate) async fn $name(app: State<'_, App>, request: $req) -> Result<$res, ApiError> {
                    handlers::$area::$name(&app, request).await
                }
            )*
        }

        /// Answers the page: every listed command, and the dialogs that only a shell can open.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $( generated::$name, )*
                crate::dialogs::pick_file,
                crate::dialogs::pick_files,
                crate::dialogs::pick_target,
                crate::offered::take_offered
            ]
        }
    };
}
commands!(generate);
