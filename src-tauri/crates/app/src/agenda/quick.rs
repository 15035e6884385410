use super::{AgendaFault, now};
use crate::App;
use domain::agenda::read_line;
use domain::views::agenda::{QuickLine, QuickRead};

/// What a line of words would note: "call Marie tomorrow 2pm".
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn read_quick(app: &App, line: QuickLine) -> Result<QuickRead, AgendaFault> {
    let at = app.ports().clock.now();
    let now = app.desk()?.read(move |read| Ok::<_, AgendaFault>(now(read, at)?)).await?;
    let quick = read_line(&line.text, now.today(), now.at.with_timezone(&now.zone).time());
    Ok(QuickRead {
        title: quick.title,
        kind: quick.kind,
        due_on: quick.on,
        due_time: quick.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
        priority: quick.priority,
    })
}
