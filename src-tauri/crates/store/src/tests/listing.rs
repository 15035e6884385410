use super::{add_person, edit, new_desk, nth};
use crate::{Desk, StoreError};
use domain::views::people::PeoplePage;
use std::time::Duration;
use uuid::Uuid;

async fn page(desk: &Desk, offset: u32) -> (Vec<Uuid>, bool) {
    let query = serde_json::json!({ "text": "", "filters": [], "sort": "name", "descending": false });
    let page: PeoplePage = serde_json::from_value(serde_json::json!({ "query": query, "offset": offset, "limit": 50 })).unwrap();
    let rows = desk.read::<_, StoreError>(move |read| crate::people::page(read, &page)).await.unwrap();
    (rows.rows.iter().map(|row| row.id).collect(), rows.last)
}

#[tokio::test]
async fn a_page_far_down_is_the_same_whether_it_is_walked_to_or_looked_up_and_follows_changes() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| (0..2_400).try_for_each(|n| add_person(tx, nth(n), &format!("{n:05}"), "", None))).await.unwrap();
    // Just written: it is walked to.
    let walked = (page(&desk, 2_300).await, page(&desk, 2_380).await);
    assert_eq!((walked.0.0.len(), walked.0.1, walked.1.0.len(), walked.1.1), (50, false, 20, true));
    tokio::time::sleep(Duration::from_millis(300)).await;
    for _ in 0..2 {
        assert_eq!((page(&desk, 2_300).await, page(&desk, 2_380).await), walked);
    }
    edit(&desk, |tx| crate::people::remove(tx, nth(2_310)).map(drop)).await.unwrap();
    for wait in [0, 300] {
        tokio::time::sleep(Duration::from_millis(wait)).await;
        let (ids, _) = page(&desk, 2_300).await;
        assert_eq!(ids.len(), 50);
        assert!(!ids.contains(&nth(2_310)));
    }
}

#[tokio::test]
async fn who_begins_like_the_words_is_found_and_who_has_them_inside_only_where_few_do() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        (0..3_000).try_for_each(|n| add_person(tx, nth(n), "Camille", &format!("{n:05}"), None))?;
        add_person(tx, nth(9_000), "Maricamille", "Roux", None)
    })
    .await
    .unwrap();
    assert!(desk.search_ready(Duration::from_secs(60)).await.unwrap());
    for (text, found) in [("camille", 3_000), ("camille 00017", 1), ("camille roux", 1), ("ricamil", 1), ("camile", 3_000)] {
        let query =
            serde_json::from_value(serde_json::json!({ "text": text, "filters": [], "sort": "name", "descending": false })).unwrap();
        let count = desk.read::<_, StoreError>(move |read| crate::people::count(read, &query)).await.unwrap();
        assert_eq!(count.matching, found, "{text}");
    }
}

#[tokio::test]
async fn pages_of_many_matches_are_those_of_their_whole_order() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        (0..4_000).try_for_each(|n| {
            let first = if n % 2 == 0 { "Camille" } else { "Odile" };
            add_person(tx, nth(n), first, &format!("{:05}", n * 7 % 4_001), None)
        })
    })
    .await
    .unwrap();
    assert!(desk.search_ready(Duration::from_secs(60)).await.unwrap());
    let query = |sort: &str, descending: bool, filters: serde_json::Value| -> domain::views::people::PeopleQuery {
        serde_json::from_value(serde_json::json!({ "text": "camille", "filters": filters, "sort": sort, "descending": descending }))
            .unwrap()
    };
    let new = serde_json::json!([{ "field": "status", "op": "is", "value": "new" }]);
    for (sort, descending) in [("name", false), ("name", true), ("added", false), ("company", false), ("status", true)] {
        for filters in [serde_json::json!([]), new.clone()] {
            let query = query(sort, descending, filters);
            let asked = query.clone();
            let all = desk.read::<_, StoreError>(move |read| crate::people::ids(read, &asked)).await.unwrap();
            assert_eq!(all.len(), 2_000, "{sort}");
            for offset in [0, 30, 1_980, 2_000] {
                let page = PeoplePage { query: query.clone(), offset, limit: 50, grouped: None };
                let rows = desk.read::<_, StoreError>(move |read| crate::people::page(read, &page)).await.unwrap();
                let ids: Vec<Uuid> = rows.rows.iter().map(|row| row.id).collect();
                let expected: Vec<Uuid> = all.iter().copied().skip(offset as usize).take(50).collect();
                assert_eq!(ids, expected, "{sort} from {offset}, descending: {descending}");
                assert_eq!(rows.last, offset + 50 >= 2_000);
            }
        }
    }
}

#[tokio::test]
async fn a_row_that_is_given_again_is_found_by_who_has_it_now() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| (0..3).try_for_each(|n| add_person(tx, nth(n), "Ada", "Byron", None))).await.unwrap();
    let found = async |text: &'static str| {
        assert!(desk.search_ready(Duration::from_secs(60)).await.unwrap());
        let found = desk.read::<_, StoreError>(move |read| crate::people::search(read, text, 50)).await.unwrap();
        found.into_iter().map(|person| person.id).collect::<Vec<_>>()
    };
    assert_eq!(found("ada").await.len(), 3);
    // The last two rows leave, and two others come into their places: one of them somebody who was there.
    edit(&desk, |tx| {
        tx.conn().execute("DELETE FROM person WHERE id IN (?1, ?2)", [nth(1).to_string(), nth(2).to_string()])?;
        add_person(tx, nth(2), "Ada", "Lovelace", None)?;
        add_person(tx, nth(0x0fff), "Grace", "Hopper", None)
    })
    .await
    .unwrap();
    assert_eq!(found("ada").await, [nth(0), nth(2)]);
    assert_eq!(found("byron").await, [nth(0)]);
    assert_eq!(found("hopper").await, [nth(0x0fff)]);
    super::assert_sound(&desk).await;
}

#[tokio::test]
async fn people_stand_company_by_company_and_those_without_one_last() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        crate::tests::add_company(tx, nth(9_001), "Verrerie du Nord")?;
        crate::tests::add_company(tx, nth(9_002), "Atelier Lumen")?;
        // Two of the same name: their people are not mixed.
        crate::tests::add_company(tx, nth(9_003), "Atelier Lumen")?;
        let at = |n: u128| Some(nth(n));
        for (n, name, company) in [
            (1, "Zoe", None),
            (2, "Bea", at(9_001)),
            (3, "Ada", at(9_003)),
            (4, "Eve", at(9_002)),
            (5, "Ida", at(9_003)),
            (6, "Ann", None),
            (7, "Abe", at(9_002)),
        ] {
            add_person(tx, nth(n), "", name, company)?;
        }
        Ok(())
    })
    .await
    .unwrap();
    for (descending, expected) in [(false, [7, 4, 3, 5, 2, 6, 1]), (true, [2, 5, 3, 4, 7, 1, 6])] {
        let expected = expected.map(nth);
        for filters in [serde_json::json!([]), serde_json::json!([{ "field": "status", "op": "is", "value": "new" }])] {
            let query: domain::views::people::PeopleQuery =
                serde_json::from_value(serde_json::json!({ "text": "", "filters": filters, "sort": "company", "descending": descending }))
                    .unwrap();
            let asked = query.clone();
            let ids = desk.read::<_, StoreError>(move |read| crate::people::ids(read, &asked)).await.unwrap();
            assert_eq!(ids, expected, "{filters}");
            // Just changed, and later, when the order may be kept.
            for wait in [0, 250] {
                tokio::time::sleep(Duration::from_millis(wait)).await;
                for offset in 0..7 {
                    let page = PeoplePage { query: query.clone(), offset, limit: 3, grouped: None };
                    let rows = desk.read::<_, StoreError>(move |read| crate::people::page(read, &page)).await.unwrap();
                    let ids: Vec<Uuid> = rows.rows.iter().map(|row| row.id).collect();
                    let there: Vec<Uuid> = expected.iter().copied().skip(offset as usize).take(3).collect();
                    assert_eq!((ids, rows.last), (there, offset + 3 >= 7), "from {offset}: {filters}");
                }
            }
        }
    }
}
