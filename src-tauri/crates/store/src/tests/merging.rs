use super::{add_company, add_person, edit, new_desk, nth, value};
use crate::journal::RECORDED;
use crate::merging::{Apart, Links, absorb, split};
use crate::{Actor, Intent, StoreError};
use domain::views::duplicates::DuplicateKind;
use rusqlite::Connection;
use uuid::Uuid;

/// A row for a table, made from what the schema says of its columns: every link is `link`.
fn put_row(conn: &Connection, table: &str, link: &str) {
    let mut columns = conn.prepare("SELECT name, type FROM pragma_table_info(?1)").unwrap();
    let columns: Vec<(String, String)> =
        columns.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap();
    let value = |(name, kind): &(String, String)| match kind.as_str() {
        _ if name.ends_with("person_id") || name.ends_with("company_id") => format!("'{link}'"),
        "INTEGER" | "REAL" => "1".to_owned(),
        "BLOB" => "x'00'".to_owned(),
        _ => format!("'{name} of {table}'"),
    };
    let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let values: Vec<String> = columns.iter().map(value).collect();
    conn.execute(&format!("INSERT INTO \"{table}\" ({}) VALUES ({})", names.join(", "), values.join(", ")), []).unwrap();
}

/// A desk in memory in which nothing is checked but what SQLite must.
fn bare() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    let schema = crate::schema_text().unwrap();
    // What follows the desk's own schema is that of the search index, a file of its own.
    let desk = schema.split("CREATE TABLE about").next().unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;").unwrap();
    for statement in desk.split(";\n\n").filter(|statement| !statement.trim().is_empty()) {
        let _not_of_the_desk = conn.execute_batch(statement);
    }
    conn
}

#[test]
fn every_column_of_a_recorded_table_that_points_to_a_person_or_a_company_follows_a_merge() {
    let conn = bare();
    for (kind, name) in [(DuplicateKind::Person, "person_id"), (DuplicateKind::Company, "company_id")] {
        let links = Links::on(&conn, kind).unwrap();
        let mut covered = 0;
        for table in RECORDED.iter().filter(|table| table.name != "person_field") {
            let points = crate::journal::columns(&conn, table.name).unwrap().into_iter().filter(|column| column.ends_with(name));
            for column in points {
                conn.execute(&format!("DELETE FROM \"{}\"", table.name), []).unwrap();
                put_row(&conn, table.name, &nth(2).to_string());
                links.repoint_on(&conn, nth(1), nth(2)).unwrap();
                let sql = format!("SELECT count(*) FROM \"{}\" WHERE \"{column}\" = '{}'", table.name, nth(1));
                let moved: i64 = conn.query_row(&sql, [], |row| row.get(0)).unwrap();
                assert_eq!(moved, 1, "{}.{column} stays with who is gone", table.name);
                covered += 1;
            }
        }
        assert!(covered > 0, "{name}");
    }
}

#[test]
fn a_reference_to_a_person_or_a_company_is_called_one() {
    let conn = bare();
    for table in RECORDED {
        let mut references = conn.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)").unwrap();
        let found: Vec<(String, String)> =
            references.query_map([table.name], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap();
        for (column, parent) in found.iter().filter(|(_, parent)| parent == "person" || parent == "company") {
            let called = column.ends_with(&format!("{parent}_id")) || (column == "merged_into" && parent == table.name);
            assert!(called, "{}.{column} points to a {parent}: merging finds it by its name only", table.name);
        }
    }
}

#[test]
fn a_row_the_survivor_has_too_stays_where_it_is() {
    let conn = bare();
    conn.execute_batch("CREATE TABLE followup_copy AS SELECT * FROM followup; DROP TABLE followup;").unwrap();
    conn.execute_batch("CREATE TABLE followup (person_id TEXT PRIMARY KEY, n INTEGER) STRICT").unwrap();
    let insert = |id: Uuid| conn.execute("INSERT INTO followup VALUES (?1, 1)", [id.to_string()]).unwrap();
    insert(nth(1));
    insert(nth(2));
    Links::on(&conn, DuplicateKind::Person).unwrap().repoint_on(&conn, nth(1), nth(2)).unwrap();
    let left: String =
        conn.query_row("SELECT group_concat(person_id) FROM (SELECT * FROM followup ORDER BY 1)", [], |row| row.get(0)).unwrap();
    assert_eq!(left, format!("{},{}", nth(1), nth(2)));
}

#[tokio::test]
async fn a_merge_is_split_after_a_column_was_appended_and_filled() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(50), "Acme")?;
        add_person(tx, nth(1), "Ann", "Lee", Some(nth(50)))?;
        add_person(tx, nth(2), "Anne", "Lee", Some(nth(50)))?;
        crate::activity::append(tx, nth(2), "note", &crate::activity::Said { text: "hers".into(), reason: None }, None).map(|_| ())
    })
    .await;
    desk.write::<_, StoreError>(Actor::Seller, Intent::new("duplicates.merge"), |tx| {
        let links = Links::of(tx, DuplicateKind::Person)?;
        tx.conn().execute("UPDATE person SET title = 'Buyer' WHERE id = ?1", [nth(1).to_string()])?;
        absorb(tx, &links, nth(1), nth(2))
    })
    .await
    .unwrap();
    assert_eq!(value(&desk, "SELECT count(*) FROM activity WHERE person_id LIKE '%1'").await, "1");
    // A later version appends columns; the desk was opened with it since.
    desk.write_unrecorded::<_, StoreError>(|tx| {
        tx.conn().execute_batch(
            "ALTER TABLE person ADD COLUMN shoe_size INTEGER NOT NULL DEFAULT 0; ALTER TABLE activity ADD COLUMN mood TEXT;",
        )?;
        tx.conn().execute("UPDATE person SET shoe_size = 42", [])?;
        Ok(())
    })
    .await
    .unwrap();
    let kept = desk
        .write::<_, StoreError>(Actor::Seller, Intent::new("duplicates.split"), |tx| {
            let apart = Apart::of(tx, DuplicateKind::Person, nth(2))?.unwrap();
            assert_eq!((apart.survivor, apart.others.as_slice(), apart.alone), (nth(1), [nth(2)].as_slice(), true));
            split(tx, &apart)
        })
        .await
        .unwrap()
        .value;
    assert!(kept.is_empty(), "{kept:?}");
    assert_eq!(value(&desk, "SELECT count(*) FROM person WHERE deleted_at IS NULL AND merged_into IS NULL AND shoe_size = 42").await, "2");
    assert_eq!(value(&desk, "SELECT title FROM person WHERE id LIKE '%1'").await, "");
    assert_eq!(value(&desk, "SELECT count(*) FROM activity WHERE person_id LIKE '%2'").await, "1");
}

#[tokio::test]
async fn the_log_of_merges_is_append_only() {
    let (_folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_person(tx, nth(1), "Ann", "Lee", None)?;
        add_person(tx, nth(2), "Anne", "Lee", None)
    })
    .await;
    desk.write::<_, StoreError>(Actor::Seller, Intent::new("duplicates.merge"), |tx| {
        let links = Links::of(tx, DuplicateKind::Person)?;
        absorb(tx, &links, nth(1), nth(2))
    })
    .await
    .unwrap();
    desk.undo(None).await.unwrap();
    assert_eq!(value(&desk, "SELECT group_concat(event) FROM (SELECT event FROM merge_log ORDER BY id)").await, "merged,split");
    for sql in ["DELETE FROM merge_log", "UPDATE merge_log SET event = 'split'"] {
        let refused = desk.write_unrecorded::<_, StoreError>(move |tx| Ok(tx.conn().execute(sql, [])?)).await;
        assert!(refused.is_err(), "{sql}");
    }
    desk.redo(None).await.unwrap();
    assert_eq!(value(&desk, "SELECT group_concat(event) FROM (SELECT event FROM merge_log ORDER BY id)").await, "merged,split,merged");
}
