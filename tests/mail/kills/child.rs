use super::start_time;
use crate::desk::app_in;
use connectors::smtp::{Patience, SmtpMailer};

/// The process that is killed. Not a test by itself: [`super::start`] runs it with the folder of a desk.
#[tokio::test]
#[ignore = "the process other tests kill"]
async fn sends_until_nothing_is_due() {
    let Some(folder) = std::env::var_os("RAINMAKER_TEST_DESK") else { return };
    let n: u32 = std::env::var("RAINMAKER_TEST_START").unwrap().parse().unwrap();
    let mailer = SmtpMailer::new().patience(Patience::default());
    let (app, _) = app_in(folder.as_ref(), start_time(n), mailer).await;
    app::outbox::recover(&app).await.unwrap();
    while app::outbox::send_due(&app).await.unwrap().is_some() {}
    app.take_open().unwrap().close().await;
}
