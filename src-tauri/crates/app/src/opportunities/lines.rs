use super::OpportunitiesFault;
use super::detail::{detail, present};
use crate::App;
use domain::opportunities::{Line, LineError, total};
use domain::views::money::whole;
use domain::views::opportunities::{LineView, LinesSet, OpportunityDetail, ProductView};
use domain::views::people::SearchRequest;
use store::{Actor, Intent};

/// Writes what is sold with an opportunity; its amount follows. Without lines the amount stays as it was.
///
/// # Errors
/// `opportunities.not_found`, a [`LineError`].
pub async fn set_lines(app: &App, request: LinesSet) -> Result<OpportunityDetail, OpportunitiesFault> {
    let (id, now) = (request.id, app.ports().clock.now());
    let lines: Vec<Line> =
        request.lines.into_iter().enumerate().map(|(at, line)| read(line).ok_or(LineError::Number(at + 1))).collect::<Result<_, _>>()?;
    let lines = Line::checked(lines)?;
    let desk = app.desk()?;
    let name = desk.read(move |read| Ok::<_, OpportunitiesFault>(present(read, id)?.name)).await?;
    desk.write::<_, OpportunitiesFault>(Actor::Seller, Intent::new("opportunities.lines").with("name", name), move |tx| {
        let mut opportunity = present(tx, id)?;
        store::opportunities::set_lines(tx, id, &lines)?;
        if !lines.is_empty() {
            opportunity.amount = Some(total(&lines));
            store::opportunities::update(tx, &opportunity)?;
        }
        Ok(())
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}

/// Products sold before whose name holds these words.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn products(app: &App, request: SearchRequest) -> Result<Vec<ProductView>, OpportunitiesFault> {
    let desk = app.desk()?;
    let find =
        move |read: &store::Read<'_>| Ok::<_, OpportunitiesFault>(store::opportunities::products(read, &request.text, request.limit)?);
    Ok(desk.read(find).await?.into_iter().map(view).collect())
}

#[expect(clippy::cast_precision_loss, reason = "prices are bounded far below 2^53")]
fn view(product: store::opportunities::Product) -> ProductView {
    ProductView {
        name: product.name,
        unit_price: product.unit_price as f64,
        currency: product.currency.code().to_owned(),
        vat_rate: product.vat_rate,
    }
}

fn read(line: LineView) -> Option<Line> {
    Some(Line { name: line.name, quantity: whole(line.quantity)?, unit_price: whole(line.unit_price)?, vat_rate: line.vat_rate })
}
