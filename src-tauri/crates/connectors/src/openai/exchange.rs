use crate::http::{self, ReadError};
use async_openai::Client;
use async_openai::config::Config;
use async_openai::error::OpenAIError;
use async_openai::middleware::HttpRequestFactory;
use domain::ports::ModelError;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use url::Url;

/// Largest answer read, in bytes.
const LARGEST: usize = 2_000_000;

/// Why an exchange gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Failure {
    /// 400 or 422: something in the request is not understood there.
    #[error("the request was rejected")]
    Rejected,
    /// Everything else.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// One endpoint, ready to be asked.
pub(super) struct Exchange(Client<Endpoint>);

impl Exchange {
    pub(super) fn new(base: &Url, key: Option<SecretString>, http: reqwest::Client) -> Result<Self, ModelError> {
        let endpoint = Endpoint {
            base: base.as_str().trim_end_matches('/').to_owned(),
            key: key.filter(|key| !key.expose_secret().is_empty()).unwrap_or_default(),
        };
        endpoint.authorisation().map_err(|()| ModelError::Unauthorized)?;
        Ok(Self(Client::build(http.clone(), endpoint).with_http_service(Wire(http))))
    }

    pub(super) async fn complete(&self, body: Value) -> Result<Value, Failure> {
        self.0.chat().create_byot(body).await.map_err(failure)
    }

    pub(super) async fn models(&self) -> Result<Value, Failure> {
        self.0.models().list_byot().await.map_err(failure)
    }
}

fn failure(error: OpenAIError) -> Failure {
    match error {
        OpenAIError::Boxed(error) => match error.downcast::<Failure>() {
            Ok(failure) => *failure,
            Err(_) => Failure::Model(ModelError::Failed),
        },
        _ => Failure::Model(ModelError::Unusable),
    }
}

/// Address and key. The library's own configuration reads keys from the environment and would send them to any endpoint.
#[derive(Debug)]
struct Endpoint {
    base: String,
    key: SecretString,
}

impl Endpoint {
    fn authorisation(&self) -> Result<Option<HeaderValue>, ()> {
        if self.key.expose_secret().is_empty() {
            return Ok(None);
        }
        let mut value = HeaderValue::from_str(&format!("Bearer {}", self.key.expose_secret())).map_err(|_| ())?;
        value.set_sensitive(true);
        Ok(Some(value))
    }
}

impl Config for Endpoint {
    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if let Ok(Some(value)) = self.authorisation() {
            headers.insert(AUTHORIZATION, value);
        }
        headers
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn query(&self) -> Vec<(&str, &str)> {
        Vec::new()
    }

    fn api_base(&self) -> &str {
        &self.base
    }

    fn api_key(&self) -> &SecretString {
        &self.key
    }
}

/// Carries a request and reads the answer within its bounds. The library's own transport repeats requests, reads without bound and writes
/// what it cannot read into the log; nothing unread gets past this one.
#[derive(Clone)]
struct Wire(reqwest::Client);

type Answer = Result<reqwest::Response, Box<dyn std::error::Error + Send + Sync>>;

impl tower_service::Service<HttpRequestFactory> for Wire {
    type Response = reqwest::Response;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Answer> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: HttpRequestFactory) -> Self::Future {
        let client = self.0.clone();
        Box::pin(async move {
            let request = request.build().await?;
            let response = client.execute(request).await.map_err(|_| Failure::Model(ModelError::Unreachable))?;
            let status = response.status().as_u16();
            let wait = http::retry_after(&response);
            let body = http::read(response, LARGEST).await.map_err(|error| match error {
                ReadError::TooLarge => Failure::Model(ModelError::Unusable),
                ReadError::Cut => Failure::Model(ModelError::Unreachable),
            })?;
            let value: Option<Value> = serde_json::from_slice(&body).ok();
            match status {
                200..=299 if value.is_some() => Ok(reqwest::Response::from(::http::Response::new(body))),
                _ => Err(refusal(status, wait, value.as_ref()).into()),
            }
        })
    }
}

/// The meaning of an answer that is not a success.
fn refusal(status: u16, wait: Option<u64>, body: Option<&Value>) -> Failure {
    const NO_CREDIT: [&str; 4] = ["insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached", "billing_not_active"];
    let error = body.and_then(|b| b.get("error"));
    let says = |words: &[&str]| {
        let fields = ["code", "type"].iter().filter_map(|name| error?.get(name)?.as_str());
        fields.into_iter().any(|value| words.contains(&value))
    };
    Failure::Model(match status {
        402 => ModelError::OutOfCredit,
        429 | 403 if says(&NO_CREDIT) => ModelError::OutOfCredit,
        401 | 403 => ModelError::Unauthorized,
        404 => ModelError::NoSuchModel,
        400 if says(&["model_not_found"]) => ModelError::NoSuchModel,
        400 | 422 if says(&["content_filter", "content_policy_violation"]) => ModelError::Refused,
        400 | 422 => return Failure::Rejected,
        408 | 429 => ModelError::Busy(wait),
        503 if wait.is_some() => ModelError::Busy(wait),
        // a redirect is not followed: it could carry the key elsewhere
        300..=399 => ModelError::BadAddress,
        500..=599 => ModelError::Failed,
        _ => ModelError::Unusable,
    })
}
