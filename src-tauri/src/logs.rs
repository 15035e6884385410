//! The log: one file a day beside the desk, thirty kept, ids only and never what people wrote.

use std::path::Path;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// How many days are kept.
const KEPT: usize = 30;

/// Begins to write into `logs` in the desk's folder. Without a log the desk works all the same.
pub(crate) fn begin(folder: &Path) {
    let files =
        RollingFileAppender::builder().rotation(Rotation::DAILY).max_log_files(KEPT).filename_prefix("rainmaker").filename_suffix("log");
    let Ok(files) = files.build(folder.join("logs")) else { return };
    let filter = EnvFilter::try_from_env("RAINMAKER_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // Only the first call wins, and there is only one.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(files).try_init();
}
