use crate::desk::Bench;
use domain::views::outbox::OutboxState;

#[tokio::test]
async fn the_practice_outbox_keeps_what_would_have_left_and_is_never_unsure() {
    let bench = Bench::practising().await;
    let mut ids = Vec::new();
    for n in 0..50 {
        ids.push(bench.message("P", &format!("p{n}@client.example")).await);
    }
    bench.send_due().await;
    for id in &ids {
        assert_eq!(bench.state(*id).await, OutboxState::Sent);
        assert_eq!(bench.ledger(*id).await, ["started", "sent"]);
    }
    let kept = bench.app.desk().unwrap().read(|read| store::practice::list(read, 0, 100)).await.unwrap();
    assert_eq!(kept.len(), 50);
    let (id, message_id) = (kept[0].clone(), kept[0].message_id.clone());
    let raw = bench.app.desk().unwrap().read(move |read| store::practice::raw(read, &message_id)).await.unwrap().unwrap();
    let text = String::from_utf8(raw).unwrap();
    assert!(text.contains(&format!("Message-ID: <{}>\r\n", id.message_id)) && text.contains("List-Unsubscribe: <mailto:"));
}

#[tokio::test]
async fn rehearsing_keeps_nobody_from_being_written_to_for_real() {
    use domain::people::Meaning;
    use testkit::smtp::{Setup, SmtpServer};
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::practising().await;
    let id = bench.message("A", "a@client.example").await;
    bench.send_due().await;
    let person = bench.get(id).await.person.unwrap();
    let status = bench.write(move |tx| store::runs::status(tx, person)).await;
    assert_eq!(status, Some(Meaning::Contacted.into()));
    bench.set_all(crate::desk::smtp_settings(server.port())).await;
    let real = bench.write(move |tx| crate::desk::insert_message(tx, Some(person), "first", "A", "a@client.example", true)).await;
    bench.send_due().await;
    assert_eq!(bench.state(real).await, OutboxState::Sent);
    assert_eq!(server.taken().len(), 1);
}
