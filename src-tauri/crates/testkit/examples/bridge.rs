//! The desk behind a loopback address, for looking at the window's pages in an ordinary browser while they are built.
//!
//! `cargo run -p testkit --example bridge -- FOLDER [PORT]`: `POST /call/NAME` with `{"request": …}`, `GET /events` as server-sent events.
//! For development only: whoever reaches the port holds the desk. It listens on 127.0.0.1 and nothing else.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a development tool ends where it cannot listen; JSON answers null for what is missing"
)]

use api::App;
use app::Ports;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use axum::routing::{get, post};
use connectors::google::Google;
use connectors::keychain::MemoryKeychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::{SystemClock, SystemIds, Terminal};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::broadcast::error::RecvError;

#[tokio::main]
async fn main() {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "desk".to_owned());
    let port: u16 = arguments.next().and_then(|p| p.parse().ok()).unwrap_or(4321);
    let clock = Arc::new(SystemClock);
    let app = App::new(
        folder,
        Ports {
            clock: clock.clone(),
            ids: Arc::new(SystemIds),
            keychain: Arc::new(MemoryKeychain::new()),
            mailer: Arc::new(SmtpMailer::new()),
            model: Arc::new(OpenAi::default()),
            spreadsheet: Arc::new(Google::new(clock)),
            desktop: Arc::new(Terminal),
        },
    );
    tokio::spawn(keep_working(app.clone()));
    let router = Router::new()
        .route("/call/{name}", post(call).options(|| async { StatusCode::NO_CONTENT }))
        .route("/events", get(events))
        .with_state(app);
    let router = router.layer(axum::middleware::map_response(allow_any_page));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.unwrap_or_else(|e| panic!("port {port}: {e}"));
    println!("http://127.0.0.1:{port}");
    axum::serve(listener, router).await.unwrap_or_else(|e| panic!("{e}"));
}

/// As the window does: work whenever the desk is open.
async fn keep_working(app: App) {
    loop {
        api::work::forever(&app).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
}

async fn call(State(app): State<App>, Path(name): Path<String>, body: String) -> (StatusCode, axum::Json<Value>) {
    let arguments: Value = serde_json::from_str(&body).unwrap_or(Value::Null);
    match api::router::call(&app, &name, arguments["request"].clone()).await {
        Ok(answer) => (StatusCode::OK, axum::Json(answer)),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(json!(error))),
    }
}

async fn events(State(app): State<App>) -> Sse<impl futures_util::Stream<Item = Result<Event, Infallible>>> {
    let (changes, progress) = (app.changes(), app.progress());
    Sse::new(futures_util::stream::unfold((changes, progress), |(mut changes, mut progress)| async move {
        loop {
            let (name, data) = tokio::select! {
                tags = changes.recv() => match tags {
                    Ok(tags) => ("desk-changed", json!({ "tags": tags })),
                    Err(RecvError::Lagged(_)) => continue,
                    Err(RecvError::Closed) => return None,
                },
                step = progress.recv() => match step {
                    Ok(step) => ("progress", json!(step)),
                    Err(RecvError::Lagged(_)) => continue,
                    Err(RecvError::Closed) => return None,
                },
            };
            let message = json!({ "event": name, "payload": data }).to_string();
            return Some((Ok(Event::default().data(message)), (changes, progress)));
        }
    }))
}

async fn allow_any_page<B>(mut response: axum::http::Response<B>) -> axum::http::Response<B> {
    let any = axum::http::HeaderValue::from_static("*");
    for name in ["access-control-allow-origin", "access-control-allow-headers", "access-control-allow-methods"] {
        response.headers_mut().insert(name, any.clone());
    }
    response
}
