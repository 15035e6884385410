use super::http::{self, Clients, ReadError};
use domain::ports::SpreadsheetError;
use reqwest::Method;
use reqwest::header::{AUTHORIZATION, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::Url;

/// Largest answer read: the ids of a sheet as large as Sheets allows.
const LARGEST: usize = 256_000_000;

/// One call, not made yet.
pub(super) struct Call {
    http: reqwest::Client,
    url: Url,
    bearer: Option<HeaderValue>,
}

/// An answer: its status and its JSON, null when there is none.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Value,
}

impl Call {
    pub(super) fn new(base: &str, segments: &[&str], clients: &Clients) -> Result<Self, SpreadsheetError> {
        let base = http::allowed(base).ok_or(SpreadsheetError::BadAddress)?;
        let http = clients.to(&base).map_err(|_| SpreadsheetError::Cut { maybe_done: false })?;
        let url = if segments.is_empty() { base } else { http::below(&base, segments).ok_or(SpreadsheetError::BadAddress)? };
        Ok(Self { http, url, bearer: None })
    }

    pub(super) fn bearer(mut self, token: &SecretString) -> Result<Self, SpreadsheetError> {
        let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose_secret())).map_err(|_| SpreadsheetError::Expired)?;
        value.set_sensitive(true);
        self.bearer = Some(value);
        Ok(self)
    }

    pub(super) fn query(mut self, name: &str, value: &str) -> Self {
        self.url.query_pairs_mut().append_pair(name, value);
        self
    }

    /// Reads; it may be repeated at will.
    pub(super) async fn get(self) -> Result<Value, SpreadsheetError> {
        success(self.send(Method::GET, |request| request).await?)
    }

    /// Changes something: a cut after the request was on its way leaves it unknown whether it was carried out.
    pub(super) async fn post(self, body: &Value) -> Result<Value, SpreadsheetError> {
        success(self.send(Method::POST, |request| request.json(body)).await?)
    }

    pub(super) async fn form(self, form: &[(&str, &str)]) -> Result<Answer, SpreadsheetError> {
        self.send(Method::POST, |request| request.form(form)).await
    }

    async fn send(
        self,
        method: Method,
        with: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> Result<Answer, SpreadsheetError> {
        let changes = method != Method::GET;
        let mut request = self.http.request(method, self.url);
        if let Some(bearer) = self.bearer {
            request = request.header(AUTHORIZATION, bearer);
        }
        let response = with(request)
            .send()
            .await
            .map_err(|error| SpreadsheetError::Cut { maybe_done: changes && !(error.is_connect() || error.is_builder()) })?;
        let status = response.status().as_u16();
        if matches!(status, 429 | 503) {
            return Err(SpreadsheetError::Busy(http::retry_after(&response)));
        }
        let body = http::read(response, LARGEST).await.map_err(|error| match error {
            // the status line said it was carried out, but not with what result
            ReadError::Cut => SpreadsheetError::Cut { maybe_done: changes },
            ReadError::TooLarge => SpreadsheetError::Unexpected(status),
        })?;
        Ok(Answer { status, body: serde_json::from_slice(&body).unwrap_or(Value::Null) })
    }
}

/// The meaning of a Sheets answer (<https://cloud.google.com/apis/design/errors>).
fn success(answer: Answer) -> Result<Value, SpreadsheetError> {
    let status = answer.body.pointer("/error/status").and_then(Value::as_str).unwrap_or_default();
    match answer.status {
        200..=299 if answer.body.is_object() => Ok(answer.body),
        401 => Err(SpreadsheetError::Expired),
        403 if status == "RESOURCE_EXHAUSTED" => Err(SpreadsheetError::Busy(None)),
        403 if is_api_off(&answer.body) => Err(SpreadsheetError::ApiOff),
        403 => Err(SpreadsheetError::Forbidden),
        404 => Err(SpreadsheetError::NotFound),
        300..=399 => Err(SpreadsheetError::BadAddress),
        500..=599 => Err(SpreadsheetError::Cut { maybe_done: true }),
        other => Err(SpreadsheetError::Unexpected(other)),
    }
}

/// Google names a service that the project has not switched on in the details of its error (`google.rpc.ErrorInfo`).
fn is_api_off(body: &Value) -> bool {
    let details = body.pointer("/error/details").and_then(Value::as_array);
    details.into_iter().flatten().any(|detail| detail.get("reason").and_then(Value::as_str) == Some("SERVICE_DISABLED"))
}
