//! A model whose endpoint does not serve: the run waits instead of writing something else to everybody.

use crate::support::{config, desk_with_people, outbox, people_of, run_all};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use testkit::TestApp;
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

/// Refuses so many times, then writes.
struct Refusing {
    status: u16,
    times: usize,
    asked: AtomicUsize,
}

impl Respond for Refusing {
    fn respond(&self, _: &Request) -> ResponseTemplate {
        if self.asked.fetch_add(1, Ordering::SeqCst) < self.times {
            return ResponseTemplate::new(self.status).insert_header("retry-after", "0");
        }
        let body =
            "Bonjour,\n\nJe me demande si un court échange sur votre travail aurait du sens pour vous ce mois-ci. Seriez-vous disponible ?";
        let answer = json!({ "subject": "Une question", "body": body }).to_string();
        ResponseTemplate::new(200).set_body_json(json!({ "choices": [{ "message": { "content": answer }, "finish_reason": "stop" }] }))
    }
}

/// Writes for everybody but this person, whose texts the server never manages.
struct Choking {
    on: &'static str,
    otherwise: Refusing,
}

impl Respond for Choking {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        if String::from_utf8_lossy(&request.body).contains(self.on) {
            return ResponseTemplate::new(500).insert_header("retry-after", "0");
        }
        self.otherwise.respond(request)
    }
}

/// A desk with people and a model that refuses so many times.
async fn desk_with_model(status: u16, times: usize) -> (TestApp, MockServer) {
    desk_with(Refusing { status, times, asked: AtomicUsize::new(0) }).await
}

async fn desk_with(model: impl Respond + 'static) -> (TestApp, MockServer) {
    let test = desk_with_people().await;
    let server = MockServer::start().await;
    Mock::given(path("/v1/chat/completions")).respond_with(model).mount(&server).await;
    for (key, value) in
        [("ai.base_url", format!("{}/v1", server.uri())), ("ai.model", "small".to_owned()), ("identity.locale", "fr".to_owned())]
    {
        test.call("setting_set", json!({ "key": key, "value": value })).await;
    }
    (test, server)
}

async fn run(test: &TestApp, id: &Value) -> Value {
    test.call("run_get", json!({ "id": id })).await
}

fn states(people: &[Value]) -> Vec<&str> {
    people.iter().map(|p| p["state"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_model_is_asked_again_and_everybody_gets_its_text() {
    for status in [429, 503, 500] {
        let (test, server) = desk_with_model(status, 1).await;
        let id = run_all(&test, true).await;
        assert_eq!(run(&test, &id).await["state"], "finished");
        assert_eq!(server.received_requests().await.unwrap().len(), 3, "one was repeated");
        for message in outbox(&test).await {
            let detail = test.call("outbox_get", json!({ "id": message["id"] })).await;
            assert_eq!((detail["writtenBy"].as_str(), detail["row"]["state"].as_str()), (Some("model"), Some("sent")), "{detail}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_the_endpoint_fails_while_it_serves_others_gets_the_built_in_text_with_the_reason_on_the_message() {
    let otherwise = Refusing { status: 500, times: 0, asked: AtomicUsize::new(0) };
    let (test, _server) = desk_with(Choking { on: "Verrerie", otherwise }).await;
    let id = run_all(&test, false).await;
    assert_eq!(run(&test, &id).await["state"], "finished");
    let mut told = Vec::new();
    for message in outbox(&test).await {
        let detail = test.call("outbox_get", json!({ "id": message["id"] })).await;
        let codes: Vec<String> = detail["warnings"].as_array().unwrap().iter().map(|w| w["code"].as_str().unwrap().to_owned()).collect();
        told.push((detail["writtenBy"].as_str().unwrap().to_owned(), codes));
    }
    told.sort();
    let of = |by: &str, codes: &[&str]| (by.to_owned(), codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>());
    assert_eq!(told, [of("model", &[]), of("template", &["writing.template_instead", "ai.failed"])]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_key_pauses_the_run_with_the_reason_and_nobody_is_lost() {
    let (test, server) = desk_with_model(401, 3).await;
    let id = run_all(&test, true).await;
    let paused = run(&test, &id).await;
    assert_eq!((paused["state"].as_str(), paused["reason"]["code"].as_str()), (Some("paused"), Some("ai.unauthorized")), "{paused}");
    assert_eq!(outbox(&test).await, Vec::<Value>::new(), "no template was written instead");
    let told = test.desktop.notified.lock().unwrap().clone();
    assert!(told.iter().any(|(title, text)| title == "Le lancement 1 n’a pas pu continuer" && text.contains("clé")), "{told:?}");
    let today = test.call("today_get", json!({})).await;
    let row = today["rows"].as_array().unwrap().iter().find(|row| row["kind"] == "run_paused").unwrap();
    assert_eq!((row["group"].as_str(), row["count"].as_u64()), (Some("look_at"), Some(3)), "{today}");
    assert_eq!(states(&people_of(&test, &id).await), ["waiting"; 3]);
    let log = test.call("run_log", json!({ "id": id, "problems": true, "before": null, "limit": 50 })).await;
    assert!(log.to_string().contains("ai.unauthorized"), "{log}");
    let asked = server.received_requests().await.unwrap().len();
    assert!(asked <= 3, "a key is not tried again: {asked}");
    // Whatever the first runs used up, the key is good when the seller goes on.
    server.reset().await;
    let good = Refusing { status: 401, times: 0, asked: AtomicUsize::new(0) };
    Mock::given(path("/v1/chat/completions")).respond_with(good).mount(&server).await;
    test.call("run_resume", json!({ "id": id })).await;
    test.work().await;
    let finished = run(&test, &id).await;
    assert_eq!((finished["state"].as_str(), &finished["reason"]), (Some("finished"), &Value::Null), "{finished}");
    let receipt = test.call("run_receipt", json!({ "id": id })).await;
    assert_eq!([&receipt["prospectsProcessed"], &receipt["emailsSent"]], [&json!(3), &json!(2)], "{receipt}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_stays_down_pauses_the_run_after_three_tries() {
    let (test, _server) = desk_with_model(503, usize::MAX).await;
    let id = run_all(&test, true).await;
    let paused = run(&test, &id).await;
    assert_eq!((paused["state"].as_str(), paused["reason"]["code"].as_str()), (Some("paused"), Some("ai.busy")), "{paused}");
    assert_eq!(outbox(&test).await, Vec::<Value>::new(), "no template was written instead");
    assert_eq!(states(&people_of(&test, &id).await), ["done", "waiting", "waiting"], "who has no address is asked nothing about");
    let sheet = test.call("run_preflight", json!({ "selection": { "kind": "all" }, "config": config(true) })).await;
    let told: Vec<_> = sheet["warnings"].as_array().unwrap().iter().map(|w| w["code"].as_str().unwrap()).collect();
    assert!(told.contains(&"ai.busy") && told.contains(&"preflight.model_outage"), "{told:?}");
}

/// Fails whenever it is asked about this firm.
struct FailingFor(&'static str, Refusing);

impl Respond for FailingFor {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        if String::from_utf8_lossy(&request.body).contains(self.0) { ResponseTemplate::new(500) } else { self.1.respond(request) }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_an_endpoint_fails_for_gets_the_template_with_a_warning_and_the_run_goes_on() {
    let (test, server) = desk_with_model(500, 0).await;
    server.reset().await;
    let good = Refusing { status: 500, times: 0, asked: AtomicUsize::new(0) };
    Mock::given(path("/v1/chat/completions")).respond_with(FailingFor("Atelier Lumen", good)).mount(&server).await;
    let id = run_all(&test, true).await;
    let finished = run(&test, &id).await;
    assert_eq!(finished["state"], "finished", "{finished}");
    let mut written = Vec::new();
    for message in outbox(&test).await {
        let detail = test.call("outbox_get", json!({ "id": message["id"] })).await;
        written.push(detail["writtenBy"].as_str().unwrap().to_owned());
    }
    written.sort();
    assert_eq!(written, ["model", "template"]);
    let receipt = test.call("run_receipt", json!({ "id": id })).await;
    assert!(receipt["warnings"].to_string().contains("ai.failed"), "{receipt}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_that_a_run_paused_leaves_although_the_run_waits() {
    let (test, _server) = desk_with_model(401, usize::MAX).await;
    test.call("setting_set", json!({ "key": "mail.notify_to", "value": "me@seller.example" })).await;
    run_all(&test, true).await;
    let mails = outbox(&test).await;
    let paused = mails.iter().find(|m| m["subject"] == "Le lancement 1 n’a pas pu continuer").unwrap_or_else(|| panic!("{mails:?}"));
    assert_eq!((paused["state"].as_str(), paused["step"].as_str()), (Some("sent"), Some("notification")), "{mails:?}");
}
