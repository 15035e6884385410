use super::{PATIENCE, add_company, add_person, assert_sound, edit, key, new_desk, noon, nth, set_title, value};
use crate::journal::KeptEdit;
use crate::{Actor, Desk, Intent, StoreError, companies};
use domain::companies::{Company, CompanyField};
use uuid::Uuid;

async fn find(desk: &Desk, text: &'static str) -> Vec<Uuid> {
    assert!(desk.search_ready(PATIENCE).await.unwrap());
    let found = desk.read::<_, StoreError>(move |read| companies::search(read, text, 50)).await.unwrap();
    found.into_iter().map(|company| company.id).collect()
}

fn put(company: &mut Company, values: &[(CompanyField, &str)]) {
    values.iter().for_each(|(field, value)| field.set(company, value).unwrap());
}

/// Makes the desk's file one of the first version, with everything of it that one has.
fn to_first_version(file: &std::path::Path) {
    let first = file.with_extension("first");
    let mut conn = rusqlite::Connection::open(&first).unwrap();
    crate::desk::connection::prepare(&conn, &key(), crate::desk::connection::Purpose::Write).unwrap();
    crate::migrate::to_version(&mut conn, 1);
    conn.execute("ATTACH DATABASE ?1 AS newer KEY ?2", [file.to_str().unwrap(), key().literal().as_str()]).unwrap();
    let copies: String = {
        let sql = "SELECT group_concat('INSERT OR REPLACE INTO main.' || t.name || ' (' || c.names || ') SELECT ' || c.names || ' FROM newer.' || t.name, ';')
            FROM (SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%') t
            JOIN (SELECT m.name AS of_table, group_concat(i.name) AS names FROM main.sqlite_schema m JOIN pragma_table_info(m.name) i
                  WHERE m.type = 'table' GROUP BY m.name) c ON c.of_table = t.name";
        raw(&conn, sql)
    };
    conn.execute_batch(&format!("BEGIN; {copies}; COMMIT; DETACH newer;")).unwrap();
    conn.close().unwrap();
    std::fs::rename(first, file).unwrap();
}

/// One value, asked of the file itself.
fn raw(conn: &rusqlite::Connection, sql: &str) -> String {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn what_was_done_before_companies_had_columns_is_still_undone_by_name() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| add_company(tx, nth(1), "Before")).await;
    desk.close().await;
    std::fs::write(folder.path().join(crate::container::WORKSPACE_FILE), "{}").unwrap();
    let file = folder.path().join("desk.db");
    to_first_version(&file);
    let conn = crate::desk::connection::open_existing(&file, &key()).unwrap();
    // What a desk of the first version recorded: fewer columns in its names and its changesets than rows have now.
    let record = |n: u128, sql: &str| {
        let mut session = rusqlite::session::Session::new(&conn).unwrap();
        session.attach(Some("company")).unwrap();
        conn.execute_batch(sql).unwrap();
        let mut changeset = Vec::new();
        session.changeset_strm(&mut changeset).unwrap();
        drop(session);
        let names = r#"{"v":1,"tables":{"company":["id","name","name_norm","domain","sample","created_at","deleted_at"]}}"#;
        let operation = nth(900 + n).to_string();
        conn.execute(
            "INSERT INTO operation (id, at, actor, intent, state, rows, schema) VALUES (?1, '2026-11-20T12:00:00.000Z', 'seller', 'people.edit', 'done', 1, 1)",
            [&operation],
        )
        .unwrap();
        conn.execute(
            "INSERT INTO journal_segment (operation_id, n, rows, items, changeset) VALUES (?1, 1, 1, ?2, ?3)",
            (&operation, names.as_bytes(), lz4_flex::block::compress_prepend_size(&changeset)),
        )
        .unwrap();
    };
    record(1, &format!("UPDATE company SET name = 'After', name_norm = 'after' WHERE id = '{}'", nth(1)));
    record(
        2,
        &format!(
            "INSERT INTO company (id, name, name_norm, created_at) VALUES ('{}', 'Added', 'added', '2026-11-20T12:00:00.000Z')",
            nth(2)
        ),
    );
    assert_eq!(raw(&conn, "SELECT group_concat(name) FROM (SELECT name FROM company ORDER BY id)"), "After,Added");
    conn.close().unwrap();

    let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
    assert_eq!(value(&desk, "PRAGMA user_version").await, crate::migrate::latest().to_string());
    assert!(folder.path().join("backups").read_dir().unwrap().count() == 1, "a verified copy was made before");
    // Somebody works with the new columns in between.
    edit(&desk, |tx| {
        let mut company = companies::get(tx, nth(1))?.unwrap();
        put(&mut company, &[(CompanyField::City, "Lyon")]);
        companies::update(tx, &company).map(|_| ())
    })
    .await;
    assert_eq!(find(&desk, "after lyon").await, [nth(1)]);
    desk.undo(Some(crate::OperationId(nth(902)))).await.unwrap();
    let undone = desk.undo(Some(crate::OperationId(nth(901)))).await.unwrap();
    assert_eq!(undone.kept, []);
    assert_eq!(value(&desk, "SELECT group_concat(name || '|' || name_norm || '|' || city) FROM company").await, "Before|before|Lyon");
    assert_eq!(find(&desk, "before").await, [nth(1)]);
    assert_sound(&desk).await;
}

#[tokio::test]
async fn a_removed_company_leaves_its_people_without_one_and_undo_gives_both_back() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(100), "Acme")?;
        add_company(tx, nth(101), "Other")?;
        add_person(tx, nth(1), "Ada", "Byron", Some(nth(100)))?;
        add_person(tx, nth(2), "Bob", "Roy", Some(nth(101)))
    })
    .await;
    let removed = edit(&desk, |tx| {
        assert_eq!(companies::remove(tx, nth(100))?, Some(1));
        assert_eq!(companies::remove(tx, nth(100))?, None, "once");
        Ok(())
    })
    .await;
    assert_eq!(value(&desk, "SELECT group_concat(coalesce(company_id, '-')) FROM person ORDER BY id").await, format!("-,{}", nth(101)));
    assert!(find(&desk, "acme").await.is_empty());
    assert!(desk.read::<_, StoreError>(|read| companies::find(read, "ACME SAS")).await.unwrap().is_none(), "the name is free again");
    assert_sound(&desk).await;
    // Somebody puts Ada into another company meanwhile: that stays, the company comes back.
    edit(&desk, |tx| {
        Ok(tx.conn().execute("UPDATE person SET company_id = ?1 WHERE first_name = 'Ada'", [nth(101).to_string()]).map(|_| ())?)
    })
    .await;
    let undone = desk.undo(removed).await.unwrap();
    assert_eq!(undone.kept, [KeptEdit { table: "person".into(), row: nth(1).to_string(), columns: vec!["company_id".into()] }]);
    assert_eq!(find(&desk, "acme").await, [nth(100)]);
    assert_sound(&desk).await;
}

#[tokio::test]
async fn companies_are_found_by_name_site_town_and_number_and_the_index_follows() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        let mut lumen = Company::new(nth(1), "Ateliers de l’Étoile", "manual", tx.now());
        put(
            &mut lumen,
            &[
                (CompanyField::Website, "https://www.etoile-lumen.fr"),
                (CompanyField::City, "Saint-Étienne"),
                (CompanyField::Postcode, "42000"),
                (CompanyField::Siret, "73282932000074"),
            ],
        );
        companies::insert(tx, &lumen)?;
        companies::insert(tx, &Company::new(nth(2), "Étienne Conseil", "manual", tx.now()))
    })
    .await;
    for text in ["etoile", "atel etoi", "lumen.fr", "umen", "42000", "732829320", "7328", "saint etienne"] {
        assert_eq!(find(&desk, text).await, [nth(1)], "{text}");
    }
    assert_eq!(find(&desk, "etienne").await, [nth(2), nth(1)], "names before towns");
    edit(&desk, |tx| {
        let mut company = companies::get(tx, nth(2))?.unwrap();
        put(&mut company, &[(CompanyField::Name, "Roche Conseil"), (CompanyField::Notes, "met at the fair")]);
        companies::update(tx, &company).map(|_| ())
    })
    .await;
    assert_eq!(find(&desk, "etienne").await, [nth(1)]);
    assert_eq!(find(&desk, "fair").await, [nth(2)]);
    assert_sound(&desk).await;
    desk.close().await;
    std::fs::remove_file(folder.path().join("search.db")).unwrap();
    let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
    assert_eq!(find(&desk, "roche").await, [nth(2)], "made anew it knows companies too");
    assert_sound(&desk).await;
}

#[tokio::test]
async fn another_value_than_the_name_does_not_index_the_people_again() {
    let (_folder, desk) = new_desk().await;
    let mut tags = desk.subscribe();
    edit(&desk, |tx| {
        add_company(tx, nth(100), "Acme")?;
        (0..300).try_for_each(|n| add_person(tx, nth(n), "Ada", "Byron", Some(nth(100))))
    })
    .await;
    // Lists are told when the index has caught up with many rows.
    while tags.recv().await.unwrap() != [crate::Tag::People, crate::Tag::Companies] {}
    edit(&desk, |tx| {
        let mut company = companies::get(tx, nth(100))?.unwrap();
        put(&mut company, &[(CompanyField::City, "Lyon")]);
        companies::update(tx, &company).map(|_| ())
    })
    .await;
    assert!(desk.search_ready(PATIENCE).await.unwrap());
    assert_eq!(tags.recv().await.unwrap().len(), 5, "companies; people, duplicates and opportunities that show them; the history");
    // This time it had one.
    assert!(tags.try_recv().is_err());
    edit(&desk, |tx| set_title(tx, nth(1), "Countess")).await;
    desk.write::<_, StoreError>(Actor::Seller, Intent::new("companies.edit"), |tx| companies::rename(tx, nth(100), "Zenith"))
        .await
        .unwrap();
    assert!(desk.search_ready(PATIENCE).await.unwrap());
    assert_eq!(value(&desk, "SELECT count(*) FROM person_words WHERE person_words MATCH 'zenith'").await, "300");
}
