use super::PrivacyFault;
use crate::App;
use chrono::{DateTime, Utc};
use domain::agenda::Now;
use domain::privacy::{Channel, LegalBasis, keep_until};
use domain::views::ById;
use domain::views::privacy::{BasisWord, ChannelWord, ConsentView, PrivacyView};
use store::Read;
use uuid::Uuid;

/// Key of the setting that says how long people are kept.
pub(super) const YEARS: &str = "privacy.retention_years";

/// How it stands with one person's privacy.
///
/// # Errors
/// `people.not_found`; when the desk is locked or cannot be read.
pub async fn get(app: &App, request: ById) -> Result<PrivacyView, PrivacyFault> {
    let at = app.ports().clock.now();
    app.desk()?.read(move |read| card(read, request.id, at)).await
}

pub(super) fn card(read: &Read<'_>, id: Uuid, at: DateTime<Utc>) -> Result<PrivacyView, PrivacyFault> {
    let person = store::people::get(read, id)?.ok_or(PrivacyFault::NotFound)?;
    let known = store::privacy::known(read, id)?.ok_or(PrivacyFault::NotFound)?;
    let noted = store::privacy::noted(read, id)?;
    let now: Now = crate::agenda::now(read, at)?;
    let years = store::settings::load(read)?.number(YEARS);
    let until = keep_until(noted.basis, known.collected, known.heard_on, years);
    let consents = store::privacy::consents(read, id)?
        .into_iter()
        .map(|said| ConsentView { channel: channel_word(said.channel), given: said.given, on: said.on, note: said.note })
        .collect();
    Ok(PrivacyView {
        source: person.source,
        source_detail: person.source_detail,
        collected: known.collected,
        basis: basis_word(noted.basis),
        informed_at: known.informed_at,
        informed_on: noted.informed_on,
        heard_on: known.heard_on,
        heard_by: known.heard_by,
        heard_how: noted.heard_how,
        until,
        expired: until.is_some_and(|until| until < now.today()),
        years,
        consents,
    })
}

pub(super) fn basis_word(basis: LegalBasis) -> BasisWord {
    match basis {
        LegalBasis::LegitimateInterest => BasisWord::LegitimateInterest,
        LegalBasis::Consent => BasisWord::Consent,
        LegalBasis::Contract => BasisWord::Contract,
    }
}

pub(super) fn basis_of(word: BasisWord) -> LegalBasis {
    match word {
        BasisWord::LegitimateInterest => LegalBasis::LegitimateInterest,
        BasisWord::Consent => LegalBasis::Consent,
        BasisWord::Contract => LegalBasis::Contract,
    }
}

pub(super) fn channel_of(word: ChannelWord) -> Channel {
    match word {
        ChannelWord::Email => Channel::Email,
        ChannelWord::Phone => Channel::Phone,
        ChannelWord::Sms => Channel::Sms,
        ChannelWord::Linkedin => Channel::Linkedin,
        ChannelWord::Post => Channel::Post,
    }
}

fn channel_word(channel: Channel) -> ChannelWord {
    match channel {
        Channel::Email => ChannelWord::Email,
        Channel::Phone => ChannelWord::Phone,
        Channel::Sms => ChannelWord::Sms,
        Channel::Linkedin => ChannelWord::Linkedin,
        Channel::Post => ChannelWord::Post,
    }
}
