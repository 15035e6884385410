use super::*;
use domain::writing::prompt;
use secrecy::SecretString;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use wiremock::matchers::{body_partial_json, header, method, path};
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

fn quick() -> OpenAi {
    OpenAi::with_patience(http::Patience { idle: Duration::from_millis(500), whole: Duration::from_secs(5) })
}

fn endpoint(server: &MockServer) -> ModelEndpoint {
    ModelEndpoint { base_url: format!("{}/v1", server.uri()), model: "small".into(), key: None }
}

fn request() -> ModelRequest {
    ModelRequest {
        system: "Be brief.".into(),
        user: "Write.".into(),
        schema: Some(("first_email".into(), prompt::schema())),
        max_tokens: 100,
    }
}

fn completion(content: &str) -> Value {
    json!({ "choices": [{ "message": { "content": content }, "finish_reason": "stop" }], "usage": { "prompt_tokens": 7, "completion_tokens": 9 } })
}

const GOOD: &str = r#"{"body":"b","subject":"a"}"#;

async fn answering(response: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("POST")).and(path("/v1/chat/completions")).respond_with(response).mount(&server).await;
    server
}

async fn outcome(response: ResponseTemplate) -> Result<ModelReply, ModelError> {
    let server = answering(response).await;
    quick().complete(&endpoint(&server), &request()).await
}

#[tokio::test]
async fn a_structured_answer_comes_back_with_its_tokens() {
    let reply = outcome(ResponseTemplate::new(200).set_body_json(completion(GOOD))).await.unwrap();
    assert_eq!(reply, ModelReply { text: GOOD.into(), tokens_in: Some(7), tokens_out: Some(9) });
}

#[tokio::test]
async fn what_is_sent_is_exactly_what_was_shown_and_the_key_goes_in_the_header() {
    let server = MockServer::start().await;
    let model = quick();
    let endpoint = ModelEndpoint { key: Some(SecretString::from("sk-1")), ..endpoint(&server) };
    let (url, shown) = model.preview(&endpoint, &request());
    assert_eq!(url, format!("{}/v1/chat/completions", server.uri()));
    Mock::given(path("/v1/chat/completions"))
        .and(header("authorization", "Bearer sk-1"))
        .respond_with(ResponseTemplate::new(200).set_body_json(completion(GOOD)))
        .mount(&server)
        .await;
    model.complete(&endpoint, &request()).await.unwrap();
    let sent = server.received_requests().await.unwrap().remove(0);
    assert_eq!(serde_json::from_slice::<Value>(&sent.body).unwrap(), serde_json::from_str::<Value>(&shown).unwrap());
    assert!(!shown.contains("sk-1"));
}

#[tokio::test]
async fn without_a_key_no_key_is_sent() {
    let server = answering(ResponseTemplate::new(200).set_body_json(completion(GOOD))).await;
    quick().complete(&endpoint(&server), &request()).await.unwrap();
    assert!(!server.received_requests().await.unwrap()[0].headers.contains_key("authorization"));
}

#[test]
fn openai_gets_its_own_token_limit_and_others_the_old_one() {
    let openai = ModelEndpoint { base_url: "https://api.openai.com/v1".into(), model: "m".into(), key: None };
    let body: Value = serde_json::from_str(&quick().preview(&openai, &request()).1).unwrap();
    assert_eq!((&body["max_completion_tokens"], &body["max_tokens"], &body["store"]), (&json!(100), &Value::Null, &json!(false)));
    let local = ModelEndpoint { base_url: "http://localhost:11434/v1".into(), ..openai };
    let body: Value = serde_json::from_str(&quick().preview(&local, &request()).1).unwrap();
    assert_eq!((&body["max_completion_tokens"], &body["max_tokens"], &body["store"]), (&Value::Null, &json!(100), &Value::Null));
}

/// Understands no `response_format` of these types.
struct Without(&'static [&'static str], AtomicUsize);

impl Respond for Without {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        self.1.fetch_add(1, Ordering::SeqCst);
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        match body["response_format"]["type"].as_str() {
            Some(kind) if self.0.contains(&kind) => {
                ResponseTemplate::new(400).set_body_json(json!({ "error": { "message": "response_format is not supported" } }))
            }
            _ => ResponseTemplate::new(200).set_body_json(completion(&format!("Here:\n```json\n{GOOD}\n```"))),
        }
    }
}

#[tokio::test]
async fn a_server_without_structured_output_is_asked_in_simpler_forms_and_that_is_remembered() {
    for (missing, first, second) in [(&["json_schema"][..], 2, 1), (&["json_schema", "json_object"][..], 3, 1)] {
        let server = MockServer::start().await;
        Mock::given(method("POST")).respond_with(Without(missing, AtomicUsize::new(0))).mount(&server).await;
        let model = quick();
        assert_eq!(model.complete(&endpoint(&server), &request()).await.unwrap().text, GOOD);
        assert_eq!(server.received_requests().await.unwrap().len(), first);
        model.complete(&endpoint(&server), &request()).await.unwrap();
        assert_eq!(server.received_requests().await.unwrap().len(), first + second);
        let last: Value = serde_json::from_slice(&server.received_requests().await.unwrap().last().unwrap().body).unwrap();
        assert_eq!(format!("{last:#}"), model.preview(&endpoint(&server), &request()).1);
        assert!(last["messages"][0]["content"].as_str().unwrap().contains("JSON Schema"));
    }
}

#[tokio::test]
async fn a_server_that_rejects_every_form_is_not_asked_for_ever() {
    let server = answering(ResponseTemplate::new(400).set_body_string("no")).await;
    assert_eq!(quick().complete(&endpoint(&server), &request()).await, Err(ModelError::Unusable));
    assert_eq!(server.received_requests().await.unwrap().len(), 3);
}

#[tokio::test]
async fn thinking_aloud_is_not_part_of_the_answer() {
    let message = json!({ "content": format!("<think>{{\"subject\":\"x\",\"body\":\"y\"}}</think>{GOOD}"), "reasoning_content": "hm" });
    let body = json!({ "choices": [{ "message": message }] });
    assert_eq!(outcome(ResponseTemplate::new(200).set_body_json(body)).await.unwrap().text, GOOD);
}

#[tokio::test]
async fn refusals_cuts_and_useless_answers_are_told_apart() {
    let choice = |message: Value, finish: &str| {
        ResponseTemplate::new(200).set_body_json(json!({ "choices": [{ "message": message, "finish_reason": finish }] }))
    };
    for (response, expected) in [
        (choice(json!({ "content": null, "refusal": "I will not." }), "stop"), ModelError::Refused),
        (choice(json!({ "content": "" }), "content_filter"), ModelError::Refused),
        (choice(json!({ "content": "{\"subject\":\"a" }), "length"), ModelError::Cut),
        (choice(json!({ "content": "no json here" }), "stop"), ModelError::Unusable),
        (choice(json!({ "content": "{\"subject\":1,\"body\":\"b\"}" }), "stop"), ModelError::Unusable),
        (ResponseTemplate::new(200).set_body_json(json!({ "choices": [] })), ModelError::Unusable),
        (ResponseTemplate::new(200).set_body_string("<html>"), ModelError::Unusable),
        (ResponseTemplate::new(200).set_body_string("x".repeat(3_000_000)), ModelError::Unusable),
    ] {
        assert_eq!(outcome(response).await, Err(expected));
    }
}

#[tokio::test]
async fn every_refusal_of_a_server_has_its_meaning() {
    let error = |status: u16, code: &str| {
        ResponseTemplate::new(status).set_body_json(json!({ "error": { "message": "m", "type": "t", "code": code } }))
    };
    for (response, expected) in [
        (error(401, "invalid_api_key"), ModelError::Unauthorized),
        (error(403, "unsupported_country_region_territory"), ModelError::Unauthorized),
        (error(404, "model_not_found"), ModelError::NoSuchModel),
        (error(429, "insufficient_quota"), ModelError::OutOfCredit),
        (error(429, "credit_balance_exhausted"), ModelError::OutOfCredit),
        (error(402, "x"), ModelError::OutOfCredit),
        (error(429, "rate_limit_exceeded").insert_header("retry-after", "12"), ModelError::Busy(Some(12))),
        (error(429, "slow_down"), ModelError::Busy(None)),
        (error(503, "server_is_overloaded").insert_header("retry-after", "3"), ModelError::Busy(Some(3))),
        (ResponseTemplate::new(500).set_body_string("boom"), ModelError::Failed),
        (ResponseTemplate::new(502), ModelError::Failed),
        (ResponseTemplate::new(302).insert_header("location", "http://127.0.0.1:1/"), ModelError::BadAddress),
    ] {
        assert_eq!(outcome(response).await, Err(expected));
    }
}

#[tokio::test]
async fn nothing_is_repeated_by_itself() {
    for status in [429, 500, 503] {
        let server = answering(ResponseTemplate::new(status)).await;
        quick().complete(&endpoint(&server), &request()).await.unwrap_err();
        assert_eq!(server.received_requests().await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_silent_or_absent_server_is_unreachable() {
    let slow = ResponseTemplate::new(200).set_body_json(completion(GOOD)).set_delay(Duration::from_secs(3));
    assert_eq!(outcome(slow).await, Err(ModelError::Unreachable));
    let gone = ModelEndpoint { base_url: "http://127.0.0.1:9/v1".into(), model: "m".into(), key: None };
    assert_eq!(quick().complete(&gone, &request()).await, Err(ModelError::Unreachable));
}

#[tokio::test]
async fn plain_http_to_another_machine_is_refused_before_anything_is_sent() {
    let far = ModelEndpoint { base_url: "http://models.example/v1".into(), model: "m".into(), key: None };
    assert_eq!(quick().complete(&far, &request()).await, Err(ModelError::BadAddress));
    assert_eq!(quick().models(&far).await, Err(ModelError::BadAddress));
}

#[tokio::test]
async fn the_models_of_an_endpoint_are_listed() {
    let server = MockServer::start().await;
    let list = json!({ "object": "list", "data": [{ "id": "a", "object": "model" }, { "id": "/models/b.gguf" }] });
    Mock::given(method("GET")).and(path("/v1/models")).respond_with(ResponseTemplate::new(200).set_body_json(list)).mount(&server).await;
    assert_eq!(quick().models(&endpoint(&server)).await.unwrap(), vec!["a", "/models/b.gguf"]);
}

#[tokio::test]
async fn a_schema_is_asked_for_strictly_first() {
    let server = MockServer::start().await;
    let strict = json!({ "response_format": { "type": "json_schema", "json_schema": { "strict": true, "name": "first_email" } } });
    Mock::given(body_partial_json(strict))
        .respond_with(ResponseTemplate::new(200).set_body_json(completion(GOOD)))
        .expect(1)
        .mount(&server)
        .await;
    quick().complete(&endpoint(&server), &request()).await.unwrap();
}
