use super::failure::Failure;
use super::greet::{Offers, refusal_or_nonsense};
use super::wire::Wire;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::ports::SmtpSettings;
use secrecy::ExposeSecret;
use std::time::Duration;

/// Signs in with PLAIN (RFC 4616) or, where only that is offered, LOGIN. Without a user name nothing is said.
pub(super) async fn sign_in(wire: &mut Wire, offers: &Offers, settings: &SmtpSettings, patience: Duration) -> Result<(), Failure> {
    if settings.user.is_empty() {
        return Ok(());
    }
    let password = settings.password.as_ref().ok_or(Failure::NoPassword)?.expose_secret();
    let reply = if offers.auth_plain {
        let secret = BASE64_STANDARD.encode(format!("\0{}\0{password}", settings.user));
        wire.say(&format!("AUTH PLAIN {secret}"), patience).await?
    } else if offers.auth_login {
        let mut reply = wire.say("AUTH LOGIN", patience).await?;
        for part in [settings.user.as_str(), password] {
            if reply.code != 334 {
                break;
            }
            reply = wire.say(&BASE64_STANDARD.encode(part), patience).await?;
        }
        reply
    } else {
        return Err(Failure::NoSignIn);
    };
    if reply.code == 235 { Ok(()) } else { Err(refusal_or_nonsense(reply)) }
}
