//! Asks a model, with patience for an endpoint that may recover.

use domain::ports::{ModelEndpoint, ModelError, ModelReply, ModelRequest, TextModel};
use std::time::{Duration, Instant};

/// No further try begins later than this after the first.
const LONGEST: Duration = Duration::from_secs(60);
/// Before the second try and the third, where the endpoint does not say how long to wait.
const WAITS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(4)];

/// How often a model is asked for one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tries {
    /// Once: somebody looks at the screen and waits.
    One,
    /// Up to three times within a minute.
    Three,
}

/// Asks, and asks again when the endpoint was busy (for as long as its `Retry-After` says), failed or did not answer.
pub(super) async fn ask(
    model: &dyn TextModel,
    endpoint: &ModelEndpoint,
    request: &ModelRequest,
    tries: Tries,
) -> Result<ModelReply, ModelError> {
    let began = Instant::now();
    let mut tried = 1;
    loop {
        let answered = model.complete(endpoint, request).await;
        let again = answered.as_ref().err().and_then(|error| wait_before_next(error, tried, began.elapsed()));
        match again {
            Some(wait) if tries == Tries::Three => tokio::time::sleep(wait).await,
            _ => return answered,
        }
        tried += 1;
    }
}

/// How long to wait before the next try; none when there is none.
fn wait_before_next(error: &ModelError, tried: usize, spent: Duration) -> Option<Duration> {
    let wait = *WAITS.get(tried.checked_sub(1)?)?;
    let wait = match error {
        ModelError::Busy(Some(told)) => Duration::from_secs(*told),
        error if may_pass(error) => wait,
        _ => return None,
    };
    Some(wait).filter(|wait| spent + *wait < LONGEST)
}

/// Whether a failure may be of this one text, or pass by itself; a refused key does not.
pub fn may_pass(error: &ModelError) -> bool {
    matches!(error, ModelError::Busy(_) | ModelError::Failed | ModelError::Unreachable)
}

/// Whether a failure is the endpoint's and not this text's: the next person would fare no better.
pub(super) fn is_outage(error: &ModelError) -> bool {
    match error {
        ModelError::BadAddress
        | ModelError::Unreachable
        | ModelError::Unauthorized
        | ModelError::NoSuchModel
        | ModelError::Busy(_)
        | ModelError::OutOfCredit
        | ModelError::Failed => true,
        ModelError::Refused | ModelError::Cut | ModelError::Unusable => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(error: ModelError, tried: usize, spent: u64) -> Option<u64> {
        wait_before_next(&error, tried, Duration::from_secs(spent)).map(|wait| wait.as_secs())
    }

    #[test]
    fn an_endpoint_is_asked_three_times_within_a_minute() {
        for error in [ModelError::Busy(None), ModelError::Failed, ModelError::Unreachable] {
            let waits = [1, 2, 3].map(|tried| seconds(error.clone(), tried, 5));
            assert_eq!(waits, [Some(1), Some(4), None], "{error:?}");
            assert_eq!(seconds(error, 1, 60), None, "the first try took the minute");
        }
    }

    #[test]
    fn what_the_endpoint_says_about_waiting_is_kept_or_given_up() {
        assert_eq!([1, 2, 3].map(|tried| seconds(ModelError::Busy(Some(20)), tried, 21)), [Some(20), Some(20), None]);
        assert_eq!(seconds(ModelError::Busy(Some(0)), 1, 0), Some(0));
        assert_eq!(seconds(ModelError::Busy(Some(40)), 2, 41), None);
        assert_eq!(seconds(ModelError::Busy(Some(600)), 1, 0), None);
    }

    #[test]
    fn nothing_else_is_asked_twice() {
        use ModelError::{BadAddress, Cut, NoSuchModel, OutOfCredit, Refused, Unauthorized, Unusable};
        for error in [BadAddress, Unauthorized, NoSuchModel, OutOfCredit, Refused, Cut, Unusable] {
            assert_eq!(seconds(error.clone(), 1, 0), None, "{error:?}");
        }
    }
}
