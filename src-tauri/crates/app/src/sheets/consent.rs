use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ports::Ids;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use url::Url;

/// The only permission asked for: files the desk creates or the seller picks.
pub(super) const SCOPE: &str = "https://www.googleapis.com/auth/drive.file";

/// One request for consent: what is sent to the browser and what its answer is held against.
#[derive(Debug)]
pub struct Consent {
    /// Ties the answer to this request (RFC 6749 section 10.12).
    pub state: SecretString,
    /// Proves to the token endpoint that we are who asked (RFC 7636).
    pub verifier: SecretString,
    /// Path of the address the browser comes back to; unguessable as well.
    pub path: String,
}

/// Whether a spreadsheet is picked on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Permission only.
    No,
    /// Google's picker opens after the consent, on this file when its id is known
    /// (<https://developers.google.com/workspace/drive/picker/guides/overview-desktop>).
    Sheet(Option<String>),
}

impl Consent {
    /// Fresh secrets, 256 bits each.
    pub fn new(ids: &dyn Ids) -> Self {
        let secret = || {
            let mut bytes = [0; 32];
            ids.fill(&mut bytes);
            URL_SAFE_NO_PAD.encode(bytes)
        };
        Self { state: secret().into(), verifier: secret().into(), path: format!("/{}", secret()) }
    }

    /// The address of the consent page.
    pub fn url(&self, auth_url: &str, client_id: &str, redirect_uri: &str, pick: &Pick) -> Option<String> {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.expose_secret().as_bytes()));
        let mut url = Url::parse(auth_url).ok()?;
        let mut query = url.query_pairs_mut();
        query
            .append_pair("client_id", client_id)
            .append_pair("redirect_uri", redirect_uri)
            .append_pair("response_type", "code")
            .append_pair("scope", SCOPE)
            .append_pair("state", self.state.expose_secret())
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256")
            .append_pair("access_type", "offline")
            // a token that lasts is only given with the consent
            .append_pair("prompt", "consent")
            .append_pair("include_granted_scopes", "false");
        if let Pick::Sheet(file) = pick {
            query.append_pair("trigger_onepick", "true").append_pair("mimetypes", "application/vnd.google-apps.spreadsheet");
            if let Some(file) = file {
                query.append_pair("file_ids", file);
            }
        }
        drop(query);
        Some(url.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU8, Ordering};
    use uuid::Uuid;

    struct Counting(AtomicU8);

    impl Ids for Counting {
        fn new_id(&self) -> Uuid {
            Uuid::nil()
        }
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0.fetch_add(1, Ordering::SeqCst));
        }
    }

    #[test]
    fn the_challenge_is_the_hash_of_the_verifier_and_the_verifier_stays_here() {
        // the example of RFC 7636, appendix B
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        let consent = Consent { state: "st".to_owned().into(), verifier: verifier.to_owned().into(), path: "/p".into() };
        let url = consent.url("https://a.example/auth", "c", "http://127.0.0.1:1/p", &Pick::No).unwrap();
        assert!(url.contains("code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"), "{url}");
        assert!(!url.contains(verifier) && !url.contains("onepick"));
    }

    #[test]
    fn every_request_has_its_own_secrets() {
        let ids = Counting(AtomicU8::new(0));
        let (a, b) = (Consent::new(&ids), Consent::new(&ids));
        let secrets =
            [a.state.expose_secret(), a.verifier.expose_secret(), &a.path[1..], b.state.expose_secret(), b.verifier.expose_secret()];
        assert_eq!(secrets.iter().collect::<std::collections::BTreeSet<_>>().len(), 5);
        assert!(secrets.iter().all(|s| s.len() == 43));
    }

    #[test]
    fn the_picker_opens_on_the_pasted_file() {
        let consent = Consent::new(&Counting(AtomicU8::new(0)));
        let url = consent.url("https://a.example/auth", "c", "http://127.0.0.1:1/p", &Pick::Sheet(Some("s1".into()))).unwrap();
        assert!(url.contains("trigger_onepick=true") && url.contains("file_ids=s1") && url.contains("prompt=consent"), "{url}");
    }
}
