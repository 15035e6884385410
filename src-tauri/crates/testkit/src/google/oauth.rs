use super::answer::Answer;
use super::{Decision, World};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use url::Url;

/// What a code was given for.
#[derive(Debug)]
pub(super) struct Asked {
    challenge: String,
    redirect_uri: String,
    client_id: String,
    scope: String,
}

pub(super) fn consent(world: &mut World, url: &str, decision: Decision<'_>) -> String {
    let url = Url::parse(url).unwrap_or_else(|e| panic!("the consent page's address: {e}"));
    let query: HashMap<String, String> = url.query_pairs().into_owned().collect();
    let get = |name: &str| query.get(name).cloned().unwrap_or_else(|| panic!("the consent page is not told {name}"));
    assert_eq!((get("response_type").as_str(), get("code_challenge_method").as_str()), ("code", "S256"));
    assert_eq!((get("access_type").as_str(), get("prompt").as_str()), ("offline", "consent"));
    let mut back = Url::parse(&get("redirect_uri")).unwrap_or_else(|e| panic!("the redirect address: {e}"));
    back.query_pairs_mut().append_pair("state", &get("state"));
    if decision == Decision::Refuse {
        back.query_pairs_mut().append_pair("error", "access_denied");
        return back.into();
    }
    if let Decision::Pick(id) = decision {
        assert_eq!(get("trigger_onepick"), "true");
        world.allowed.insert(id.to_owned());
        back.query_pairs_mut().append_pair("picked_file_ids", id);
    }
    let code = world.fresh("code");
    let asked =
        Asked { challenge: get("code_challenge"), redirect_uri: get("redirect_uri"), client_id: get("client_id"), scope: get("scope") };
    world.codes.insert(code.clone(), asked);
    back.query_pairs_mut().append_pair("code", &code).append_pair("scope", &get("scope"));
    back.into()
}

pub(super) fn token(world: &mut World, body: &[u8]) -> Answer {
    let form: HashMap<String, String> = url::form_urlencoded::parse(body).into_owned().collect();
    let get = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    if get("client_secret") != "hush" {
        return Answer::oauth(401, "invalid_client");
    }
    match get("grant_type") {
        "authorization_code" => {
            // a code works once, whatever comes of it
            let Some(asked) = world.codes.remove(get("code")) else { return Answer::oauth(400, "invalid_grant") };
            let proof = URL_SAFE_NO_PAD.encode(Sha256::digest(get("code_verifier").as_bytes()));
            if proof != asked.challenge || get("redirect_uri") != asked.redirect_uri || get("client_id") != asked.client_id {
                return Answer::oauth(400, "invalid_grant");
            }
            let refresh = world.fresh("refresh");
            world.refresh.insert(refresh.clone());
            let scope = world.scope.clone().unwrap_or(asked.scope);
            let access = world.fresh_access();
            Answer::ok(
                json!({ "access_token": access, "expires_in": 3_600, "refresh_token": refresh, "scope": scope, "token_type": "Bearer" }),
            )
        }
        "refresh_token" if world.refresh.contains(get("refresh_token")) => {
            let access = world.fresh_access();
            Answer::ok(json!({ "access_token": access, "expires_in": 3_600, "token_type": "Bearer" }))
        }
        _ => Answer::oauth(400, "invalid_grant"),
    }
}

pub(super) fn revoke(world: &mut World, body: &[u8]) -> Answer {
    let token =
        url::form_urlencoded::parse(body).find(|(name, _)| name == "token").map(|(_, token)| token.into_owned()).unwrap_or_default();
    if world.refresh.remove(&token) || world.access.remove(&token) {
        world.access.clear();
        Answer::ok(json!({}))
    } else {
        Answer::oauth(400, "invalid_token")
    }
}

impl World {
    fn fresh(&mut self, kind: &str) -> String {
        self.next += 1;
        format!("{kind}-{}", self.next)
    }

    fn fresh_access(&mut self) -> String {
        let token = self.fresh("access");
        self.access.insert(token.clone());
        token
    }
}
