use super::failure::Failure;
use rustls::ClientConfig;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls_platform_verifier::Verifier;
use std::sync::{Arc, OnceLock};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// TLS as the operating system trusts it. Reading the system's authorities takes long, so it is done once.
#[derive(Debug, Default)]
pub(super) struct Trust {
    extra: Vec<CertificateDer<'static>>,
    config: OnceLock<Arc<ClientConfig>>,
}

impl Trust {
    /// The system's authorities and these: a firm's own, or a test's.
    pub(super) fn with_extra(extra: Vec<CertificateDer<'static>>) -> Self {
        Self { extra, config: OnceLock::new() }
    }

    fn config(&self) -> Result<Arc<ClientConfig>, Failure> {
        if let Some(config) = self.config.get() {
            return Ok(Arc::clone(config));
        }
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let verifier = self.verifier(&provider).map_err(|_| Failure::NoTrustStore)?;
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| Failure::NoTrustStore)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        Ok(Arc::clone(self.config.get_or_init(|| Arc::new(config))))
    }

    #[cfg(not(target_os = "android"))]
    fn verifier(&self, provider: &Arc<rustls::crypto::CryptoProvider>) -> Result<Verifier, rustls::Error> {
        if self.extra.is_empty() {
            return Verifier::new(Arc::clone(provider));
        }
        Verifier::new_with_extra_roots(self.extra.iter().cloned(), Arc::clone(provider))
    }

    /// Shakes hands over `stream`; `host` is the name the certificate must carry.
    pub(super) async fn wrap(&self, host: &str, stream: TcpStream) -> Result<Box<TlsStream<TcpStream>>, Failure> {
        let name = ServerName::try_from(host.to_owned()).map_err(|_| Failure::HostNotFound)?;
        match TlsConnector::from(self.config()?).connect(name, stream).await {
            Ok(tls) => Ok(Box::new(tls)),
            Err(error) => Err(match error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
                Some(rustls::Error::InvalidCertificate(why)) => Failure::Certificate(certificate_word(why).to_owned()),
                Some(_) => Failure::TlsFailed,
                None => Failure::Cut,
            }),
        }
    }
}

/// The library's error in one word; its full form quotes names and dates.
fn certificate_word(why: &rustls::CertificateError) -> &'static str {
    use rustls::CertificateError as E;
    match why {
        E::Expired | E::ExpiredContext { .. } => "expired",
        E::NotValidYet | E::NotValidYetContext { .. } => "not_valid_yet",
        E::NotValidForName | E::NotValidForNameContext { .. } => "wrong_name",
        E::UnknownIssuer => "unknown_issuer",
        E::Revoked => "revoked",
        _ => "invalid",
    }
}
