use super::lanes::{messages, runs_and_imports, upkeep};
use crate::App;
use chrono::Duration;

/// What was left when nothing more was due soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    /// Rounds that were worked.
    pub rounds: u32,
}

/// Works until nothing is due within the next minute: runs, messages, follow-ups, retries. For a terminal and for tests.
///
/// # Errors
/// [`store::StoreError`] when recovery cannot be written.
pub async fn until_idle(app: &App) -> Result<Idle, store::StoreError> {
    super::recover(app).await?;
    let mut rounds = 0_u32;
    loop {
        rounds = rounds.saturating_add(1);
        runs_and_imports(app).await;
        let next = [messages(app).await, upkeep(app).await].into_iter().flatten().min();
        runs_and_imports(app).await;
        let now = app.ports().clock.now();
        match next {
            Some(at) if at - now <= Duration::seconds(60) => {
                let wait = (at - now).to_std().unwrap_or_default().max(std::time::Duration::from_millis(5));
                tokio::time::sleep(wait).await;
            }
            _ => return Ok(Idle { rounds }),
        }
    }
}
