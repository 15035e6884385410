use super::{PATIENCE, add_company, add_person, assert_sound, edit, new_desk, nth, value};
use crate::{Desk, StoreError, Tx, opportunities, pipelines};
use domain::money::Currency;
use domain::opportunities::{Opportunity, Stage};
use uuid::Uuid;

fn first_stage(tx: &Tx<'_>) -> Stage {
    let pipeline = pipelines::all(tx).unwrap().remove(0);
    pipelines::first_stage(tx, pipeline.id).unwrap().unwrap()
}

fn add(tx: &mut Tx<'_>, id: Uuid, name: &str, company: Option<Uuid>, person: Option<Uuid>) -> Result<(), StoreError> {
    let mut one = Opportunity::new(id, name, &first_stage(tx), Currency::EUR, tx.now());
    (one.company_id, one.person_id) = (company, person);
    opportunities::insert(tx, &one)?;
    opportunities::record(tx, &one, None)
}

async fn found(desk: &Desk, text: &'static str) -> usize {
    assert!(desk.search_ready(PATIENCE).await.unwrap());
    let gauge = opportunities::Gauge { now: desk.now(), quiet_days: 14 };
    desk.read::<_, StoreError>(move |read| opportunities::search(read, text, 50, gauge)).await.unwrap().len()
}

#[tokio::test]
async fn an_opportunity_is_found_by_its_company_and_person_also_after_they_are_called_otherwise() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(1), "Acme")?;
        add_person(tx, nth(2), "Ann", "Lee", None)?;
        add(tx, nth(3), "Audit", Some(nth(1)), Some(nth(2)))
    })
    .await;
    for text in ["audit", "acme", "ann lee"] {
        assert_eq!(found(&desk, text).await, 1, "{text}");
    }
    let renamed = edit(&desk, |tx| {
        crate::companies::rename(tx, nth(1), "Zenith")?;
        tx.conn().execute("UPDATE person SET last_name = 'Martin' WHERE last_name = 'Lee'", [])?;
        Ok(())
    })
    .await;
    assert_eq!([found(&desk, "zenith").await, found(&desk, "martin").await, found(&desk, "acme").await], [1, 1, 0]);
    desk.undo(renamed).await.unwrap();
    assert_eq!([found(&desk, "zenith").await, found(&desk, "acme").await], [0, 1]);
    edit(&desk, |tx| opportunities::remove(tx, nth(3)).map(drop)).await;
    assert_eq!(found(&desk, "audit").await, 0);
    assert_sound(&desk).await;
}

#[tokio::test]
async fn a_column_that_has_no_room_left_is_numbered_anew_and_keeps_its_order() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        for n in 1..=3 {
            add(tx, nth(n), "Card", None, None)?;
        }
        tx.conn().execute("UPDATE opportunity SET position = 1", [])?;
        Ok(())
    })
    .await;
    edit(&desk, |tx| {
        let stage = first_stage(tx).id;
        let place = opportunities::place_after(tx, stage, nth(1), nth(3))?;
        let mut moved = opportunities::get(tx, nth(3))?.unwrap();
        moved.position = place;
        opportunities::update(tx, &moved).map(drop)
    })
    .await;
    let order = desk.read::<_, StoreError>(|read| {
        opportunities::at(read, pipelines::first_stage(read, pipelines::all(read)?.remove(0).id)?.unwrap().id)
    });
    assert_eq!(order.await.unwrap(), [nth(1), nth(3), nth(2)]);
    assert_eq!(value(&desk, "SELECT count(DISTINCT position) FROM opportunity").await, "3");
}
