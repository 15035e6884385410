use super::Trouble;
use super::lanes::{duplicates, messages, runs_and_imports, upkeep};
use crate::App;
use chrono::Duration;

/// Works until nothing is due within the next minute: runs, messages, follow-ups, retries. For a terminal and for tests.
///
/// # Errors
/// [`Trouble`] when work stopped that will be tried again; what could be done is done.
pub async fn until_idle(app: &App) -> Result<(), Trouble> {
    app.attempted("recovery", super::recover(app).await);
    loop {
        runs_and_imports(app).await;
        duplicates(app).await;
        let next = [messages(app).await, upkeep(app, true).await].into_iter().flatten().min();
        // A run that ends may leave a mail to the seller, which is due at once.
        if runs_and_imports(app).await {
            continue;
        }
        let now = app.ports().clock.now();
        match (next, app.trouble()) {
            (_, Some(trouble)) => return Err(trouble),
            (Some(at), None) if at - now <= Duration::seconds(60) => {
                let wait = (at - now).to_std().unwrap_or_default().max(std::time::Duration::from_millis(5));
                tokio::time::sleep(wait).await;
            }
            _ => return Ok(()),
        }
    }
}
