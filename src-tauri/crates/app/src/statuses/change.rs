use super::{StatusesFault, intent, list, present};
use crate::App;
use domain::people::{Status, StatusRow};
use domain::views::statuses::{StatusNew, StatusOrder, StatusUpdate, StatusValues, StatusesView};
use store::{Actor, Intent};

/// Adds a status behind the others. What it counts as is said now, for good.
///
/// # Errors
/// A [`domain::people::StatusError`].
pub async fn create(app: &App, request: StatusNew) -> Result<StatusesView, StatusesFault> {
    let row = StatusRow {
        status: Status::own(request.meaning, app.ports().ids.new_id()),
        name_fr: String::new(),
        name_en: String::new(),
        colour: String::new(),
        position: 0,
        rotten_days: None,
        hidden: false,
        deleted_at: None,
    };
    let row = put(row, request.values);
    app.desk()?
        .write(Actor::Seller, intent("statuses.create", &row), move |tx| {
            let row = store::statuses::all(tx)?.checked(row)?;
            Ok::<_, StatusesFault>(store::statuses::insert(tx, &row)?)
        })
        .await?;
    list(app).await
}

/// Gives a status other names, another colour or limit, or takes it out of what is offered.
///
/// # Errors
/// `statuses.not_found`, a [`domain::people::StatusError`].
pub async fn update(app: &App, request: StatusUpdate) -> Result<StatusesView, StatusesFault> {
    let desk = app.desk()?;
    let key = request.key.clone();
    let before = desk.read(move |read| present(read, &key)).await?;
    desk.write(Actor::Seller, intent("statuses.edit", &before), move |tx| {
        let row = store::statuses::all(tx)?.checked(put(present(tx, &request.key)?, request.values))?;
        Ok::<_, StatusesFault>(store::statuses::update(tx, &row)?)
    })
    .await?;
    list(app).await
}

/// Puts statuses in the order of these keys; those that are not named stay behind them.
///
/// # Errors
/// `statuses.not_found`.
pub async fn reorder(app: &App, request: StatusOrder) -> Result<StatusesView, StatusesFault> {
    app.desk()?
        .write(Actor::Seller, Intent::new("statuses.reorder"), move |tx| {
            let mut order = Vec::new();
            for key in &request.keys {
                order.push(present(tx, key)?.status);
            }
            let all = store::statuses::all(tx)?;
            let behind: Vec<Status> = all.rows().iter().map(|row| row.status).filter(|status| !order.contains(status)).collect();
            order.extend(behind);
            Ok::<_, StatusesFault>(store::statuses::put_in_order(tx, &order)?)
        })
        .await?;
    list(app).await
}

fn put(row: StatusRow, values: StatusValues) -> StatusRow {
    let StatusValues { name_fr, name_en, colour, rotten_days, hidden } = values;
    StatusRow { name_fr, name_en, colour, rotten_days, hidden, ..row }
}
