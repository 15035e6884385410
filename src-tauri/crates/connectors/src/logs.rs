//! Logs: one file a day in the desk's folder, thirty kept; ids and codes, never names, addresses or texts.

use std::path::Path;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Files kept.
const KEPT: usize = 30;

/// Writes logs to `logs/` in the desk's folder from now on; `RAINMAKER_LOG` changes what is logged. Where the folder cannot be written there
/// are no logs, which must not keep the desk from opening.
pub fn begin(folder: &Path) {
    let logs = folder.join("logs");
    if std::fs::create_dir_all(&logs).is_err() {
        return;
    }
    let files =
        RollingFileAppender::builder().rotation(Rotation::DAILY).filename_prefix("rainmaker").filename_suffix("log").max_log_files(KEPT);
    let Ok(files) = files.build(&logs) else { return };
    let filter = EnvFilter::try_from_env("RAINMAKER_LOG").unwrap_or_else(|_| EnvFilter::new("warn,app=info,store=info,connectors=info"));
    let _ = tracing_subscriber::fmt()
        .with_writer(files)
        .with_ansi(false)
        .log_internal_errors(false)
        .with_target(true)
        .with_env_filter(filter)
        .try_init();
}
