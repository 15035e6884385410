//! How a run goes on from one commit to the next: when the next message may leave, and how far the run is.

use super::RunFault;
use crate::{App, Progress};
use chrono::{DateTime, Duration, Utc};
use domain::runs::config::RunConfig;
use std::time::Instant;
use store::runs::RunRow;
use uuid::Uuid;

/// Between two reports of progress.
const TELL: std::time::Duration = std::time::Duration::from_millis(100);

/// What goes on from one commit to the next.
pub(super) struct Course {
    /// When the next message may leave.
    pub(super) pace: Pace,
    standing: Standing,
}

impl Course {
    pub(super) async fn of(app: &App, run: &RunRow, config: &RunConfig) -> Result<Self, RunFault> {
        Ok(Self { pace: Pace::of(app, run, config).await?, standing: Standing::of(app, run.id).await? })
    }

    /// A commit ended some turns and left the pace there.
    pub(super) fn went_on(&mut self, app: &App, id: Uuid, turns: usize, pace: Pace) {
        self.pace = pace;
        self.standing.ended(app, id, turns);
    }
}

/// When the next message of the run may leave: not before it can no longer be called back, and one after the other.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    recall: Duration,
    gap: Duration,
    next: Option<DateTime<Utc>>,
}

impl Pace {
    async fn of(app: &App, run: &RunRow, config: &RunConfig) -> Result<Self, RunFault> {
        let id = run.id;
        let last = app.desk()?.read(move |read| store::outbox::last_send_after(read, id)).await?;
        let gap = Duration::milliseconds(i64::try_from(config.delays.between_prospects_ms).unwrap_or(0));
        Ok(Self { recall: Duration::seconds(run.recall_seconds.into()), gap, next: last.map(|at| at + gap) })
    }

    pub(super) fn peek(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let first = now + self.recall;
        self.next.map_or(first, |next| next.max(first))
    }

    pub(super) fn advance(&mut self, now: DateTime<Utc>) {
        self.next = Some(self.peek(now) + self.gap);
    }
}

/// How far the run is. Counted once: while a run works, only its engine ends turns.
struct Standing {
    done: u32,
    of: u32,
    /// When the window was last told.
    told: Option<Instant>,
}

impl Standing {
    async fn of(app: &App, id: Uuid) -> Result<Self, RunFault> {
        let counts = app.desk()?.read(move |read| store::runs::counts(read, id)).await?;
        let of = counts.all();
        Ok(Self { done: of.saturating_sub(counts.waiting + counts.working), of, told: None })
    }

    /// Some turns have ended; the window is told when it is time.
    fn ended(&mut self, app: &App, id: Uuid, turns: usize) {
        self.done = self.done.saturating_add(u32::try_from(turns).unwrap_or(u32::MAX));
        if self.told.is_none_or(|at| at.elapsed() >= TELL) {
            self.told = Some(Instant::now());
            app.report(Progress { kind: "run", id, done: self.done, of: self.of });
        }
    }
}
