//! What every HTTP connector shares: a client that follows no redirects, addresses that are allowed, answers of bounded size.

use bytes::Bytes;
use std::net::IpAddr;
use std::sync::OnceLock;
use std::time::Duration;
use url::{Host, Url};

/// Time to reach a server.
const CONNECT: Duration = Duration::from_secs(10);

/// How long answers may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Longest silence while an answer is awaited or read.
    pub idle: Duration,
    /// Longest whole exchange.
    pub whole: Duration,
}

/// Clients for addresses [`allowed`] returned, made once: reading the machine's certificates takes longer than a call. They follow no
/// redirect and send no referer; a loopback address is reached directly, whatever proxy is configured.
#[derive(Debug)]
pub struct Clients {
    patience: Patience,
    near: OnceLock<reqwest::Client>,
    far: OnceLock<reqwest::Client>,
}

impl Clients {
    /// With these waiting times.
    pub fn new(patience: Patience) -> Self {
        Self { patience, near: OnceLock::new(), far: OnceLock::new() }
    }

    /// The client for this address.
    ///
    /// # Errors
    /// The machine's certificates or TLS cannot be set up.
    pub fn to(&self, url: &Url) -> Result<reqwest::Client, reqwest::Error> {
        let loopback = is_loopback(url);
        let made = if loopback { &self.near } else { &self.far };
        if let Some(client) = made.get() {
            return Ok(client.clone());
        }
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(CONNECT)
            .read_timeout(self.patience.idle)
            .timeout(self.patience.whole)
            .user_agent(concat!("Rainmaker/", env!("CARGO_PKG_VERSION")));
        let client = if loopback { builder.no_proxy() } else { builder }.build()?;
        Ok(made.get_or_init(|| client).clone())
    }
}

/// An address a call may go to: https anywhere, plain http to loopback only; no user name, password, query or fragment in it.
pub fn allowed(address: &str) -> Option<Url> {
    let url = Url::parse(address.trim()).ok()?;
    let bare = url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    let safe = match url.scheme() {
        "https" => url.host().is_some(),
        "http" => is_loopback(&url),
        _ => false,
    };
    (bare && safe).then_some(url)
}

/// Whether an address names this machine.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        None => false,
    }
}

/// A path below a base address, segments encoded.
pub fn below(base: &Url, segments: &[&str]) -> Option<Url> {
    let mut url = base.clone();
    url.path_segments_mut().ok()?.pop_if_empty().extend(segments);
    Some(url)
}

/// Why an answer could not be read whole.
#[derive(Debug)]
pub enum ReadError {
    /// Larger than the bound.
    TooLarge,
    /// The connection was cut.
    Cut,
}

/// Reads an answer of at most `most` bytes.
pub async fn read(mut response: reqwest::Response, most: usize) -> Result<Bytes, ReadError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| ReadError::Cut)? {
        if body.len() + chunk.len() > most {
            return Err(ReadError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Bytes::from(body))
}

/// `Retry-After` in seconds (RFC 9110 section 10.2.3), bounded to an hour; the date form is not used by the services we call.
pub fn retry_after(response: &reqwest::Response) -> Option<u64> {
    let value = response.headers().get(reqwest::header::RETRY_AFTER)?.to_str().ok()?;
    value.trim().parse::<u64>().ok().map(|seconds| seconds.min(3_600))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_goes_to_this_machine_only() {
        for good in ["https://api.example/v1", "http://localhost:11434/v1", "http://127.0.0.1:1/v1", "http://[::1]:8080/v1"] {
            assert!(allowed(good).is_some(), "{good}");
        }
        for bad in [
            "http://api.example/v1",
            "http://localhost.evil.example/v1",
            "http://127.0.0.1.evil.example",
            "ftp://localhost/",
            "file:///etc/passwd",
            "https://user:pass@api.example/v1",
            "https://api.example/v1?x=1",
            "https://api.example/v1#x",
            "nonsense",
            "http://0.0.0.0/v1",
        ] {
            assert!(allowed(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_path_is_put_below_its_base_and_encoded() {
        let base = allowed("https://sheets.example/v4/").unwrap();
        let url = below(&base, &["spreadsheets", "a/b", "values", "'Été'!A:B"]).unwrap();
        assert_eq!(url.as_str(), "https://sheets.example/v4/spreadsheets/a%2Fb/values/'%C3%89t%C3%A9'!A:B");
    }
}
