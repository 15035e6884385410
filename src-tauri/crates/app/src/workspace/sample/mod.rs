//! Invented people to try the desk with: always the same ones, `.example` addresses, marked, never written to.

mod days;
mod deals;
mod english;
mod french;
mod invent;

use super::WorkspaceFault;
use crate::App;
use domain::companies::Company;
use domain::views::Changed;
use store::{Actor, Intent, StoreError, Tag, companies, people, sample};

/// Fills the desk with about 200 invented people in 60 invented firms and 25 opportunities with them, and a few weeks of
/// tasks and appointments, in the desk's language. One operation.
///
/// # Errors
/// [`WorkspaceFault::SampleThere`] when they are there already.
pub async fn sample_add(app: &App) -> Result<Changed, WorkspaceFault> {
    let desk = app.desk()?;
    let written = desk.write::<_, StoreError>(Actor::Desk, Intent::new("sample.add"), |tx| {
        if sample::is_there(tx)? {
            return Ok(None);
        }
        let french = store::settings::load(tx)?.text("identity.locale") != "en";
        let world = if french { &french::WORLD } else { &english::WORLD };
        let mut firms = Vec::with_capacity(world.firms.len());
        for firm in world.firms {
            let mut company = Company::new(tx.new_id(), firm.name, "sample", tx.now());
            company.sample = true;
            company.set_website(&invent::domain(firm.name));
            firm.town.clone_into(&mut company.city);
            world.country.clone_into(&mut company.country);
            company.headcount = Some(invent::headcount(firms.len()));
            companies::insert(tx, &company)?;
            firms.push(company);
        }
        let mut count = 0;
        let mut staff = Vec::with_capacity(invent::PEOPLE);
        for n in 0..invent::PEOPLE {
            let id = tx.new_id();
            let mut person = invent::person(world, n, id, tx.now());
            if let Some(firm) = firms.get(invent::firm(world, n)) {
                person.company_id = Some(firm.id);
                person.company.clone_from(&firm.name);
            }
            people::insert(tx, &person)?;
            staff.push((id, invent::firm(world, n)));
            count += 1;
        }
        deals::add(tx, world, &firms, &staff)?;
        days::add(tx, french, &firms, &staff)?;
        tx.touch(Tag::Workspace);
        Ok(Some(count))
    });
    let written = written.await?;
    match written.value {
        Some(count) => Ok(Changed { count, operation: written.operation.map(|operation| operation.0) }),
        None => Err(WorkspaceFault::SampleThere),
    }
}

/// Takes them all away, with everything noted about them. One operation, which undo takes back.
///
/// # Errors
/// [`WorkspaceFault::NoSample`] when there are none.
pub async fn sample_remove(app: &App) -> Result<Changed, WorkspaceFault> {
    let written = app.desk()?.write::<_, StoreError>(Actor::Seller, Intent::new("sample.remove"), sample::remove).await?;
    match written.operation {
        Some(operation) => Ok(Changed { count: written.value, operation: Some(operation.0) }),
        None => Err(WorkspaceFault::NoSample),
    }
}
