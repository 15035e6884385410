//! The gate, asked with what the desk knows now.

mod stopped;

pub use stopped::stopped;

use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::followups::is_french_holiday;
use domain::outreach::{Facts, Judgement, Policy, Purpose, Step, Touch, forbids, judge};
use domain::settings::Settings;
use domain::views::outreach::VerdictView;
use store::outreach::{About, AccountUse};
use store::{Read, StoreError};
use uuid::Uuid;

/// The gate with everything that is the same for all people asked about in one transaction.
pub struct Gate {
    policy: Policy,
    used: AccountUse,
    now: DateTime<Utc>,
}

impl Gate {
    /// Reads settings and the account's use.
    pub fn load(read: &Read<'_>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let settings = store::settings::load(read)?;
        Self::with(read, policy(&settings), now)
    }

    /// With a policy of the caller's.
    pub fn with(read: &Read<'_>, policy: Policy, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let used = store::outreach::account_use(read, &policy, now)?;
        Ok(Self { policy, used, now })
    }

    /// What the seller set about sending.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What the account has used.
    pub fn used(&self) -> &AccountUse {
        &self.used
    }

    /// The answer for one touch, by this message if there is one; `None` when there is no such person.
    pub fn ask(&self, read: &Read<'_>, person: Uuid, touch: Touch, outbox: Option<Uuid>) -> Result<Option<Judgement>, StoreError> {
        let Some(about) = store::outreach::about(read, person)? else { return Ok(None) };
        let facts = self.facts(read, &about, touch, outbox)?;
        Ok(Some(judge(touch, &facts, &self.policy, self.now)))
    }

    /// What forbids a touch of somebody of whom the rest is known (who is not there is touched by nobody); `None` when it may be made, now or
    /// later.
    pub fn forbids(
        &self,
        read: &Read<'_>,
        about: Option<&About>,
        touch: Touch,
        outbox: Option<Uuid>,
    ) -> Result<Option<Reason>, StoreError> {
        let Some(about) = about else { return Ok(Some(Reason::new("gate.deleted"))) };
        Ok(forbids(touch, &self.facts(read, about, touch, outbox)?))
    }

    fn facts(&self, read: &Read<'_>, about: &About, touch: Touch, outbox: Option<Uuid>) -> Result<Facts, StoreError> {
        store::outreach::facts(read, about, touch.step, outbox, &self.policy, &self.used)
    }
}

/// The policy the settings make.
pub fn policy(settings: &Settings) -> Policy {
    Policy::from(settings, &sender_address(settings), is_french_holiday)
}

/// The address messages leave from, without the display name.
pub fn sender_address(settings: &Settings) -> String {
    let from = settings.text("mail.from");
    let address = from.rsplit_once('<').map_or(from, |(_, rest)| rest.trim_end_matches('>'));
    address.trim().to_lowercase()
}

/// Why, why not, when: the first message to a person, or the next follow-up once the first has left.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn why(read: &Read<'_>, person: Uuid, now: DateTime<Utc>) -> Result<Option<VerdictView>, StoreError> {
    let gate = Gate::load(read, now)?;
    let (step, outbox) = match store::outbox::open_message(read, person)? {
        Some((outbox, step)) => (step, Some(outbox)),
        None => (Step::First, None),
    };
    Ok(gate.ask(read, person, Touch { step, purpose: Purpose::Send }, outbox)?.map(Judgement::view))
}
