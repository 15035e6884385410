use crate::people::Meaning;

/// Why no follow-up goes out any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopReason {
    /// The person's status says so: they answered, or are not to be contacted.
    Status,
    /// As many as allowed were made.
    Enough,
}

impl StopReason {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            StopReason::Status => "followup.stopped_by_status",
            StopReason::Enough => "followup.enough",
        }
    }
}

/// Whether a person whose status counts as this gets no follow-up: only people nothing was heard of get one.
pub fn stopped_by(meaning: Meaning) -> Option<StopReason> {
    match meaning {
        Meaning::New | Meaning::Contacted => None,
        Meaning::Interested | Meaning::Qualified | Meaning::Converted | Meaning::Lost | Meaning::DoNotContact => Some(StopReason::Status),
    }
}

/// The number of the next follow-up after `done` of them, unless that is enough.
pub fn next_number(done: u32, max: u32) -> Result<u32, StopReason> {
    if done < max { Ok(done + 1) } else { Err(StopReason::Enough) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_people_nothing_was_heard_of_get_a_followup() {
        let followed: Vec<Meaning> = Meaning::ALL.into_iter().filter(|meaning| stopped_by(*meaning).is_none()).collect();
        assert_eq!(followed, vec![Meaning::New, Meaning::Contacted]);
    }

    #[test]
    fn there_are_never_more_than_the_most_allowed() {
        assert_eq!(next_number(0, 3), Ok(1));
        assert_eq!(next_number(2, 3), Ok(3));
        assert_eq!(next_number(3, 3), Err(StopReason::Enough));
        assert_eq!(next_number(0, 0), Err(StopReason::Enough));
    }
}
