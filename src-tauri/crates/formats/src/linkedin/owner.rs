use super::{Invitation, Message, cell, rows};
use crate::table::TableError;
use std::collections::{BTreeMap, BTreeSet};

/// Whose archive it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// First and last name of `Profile.csv`.
    pub name: String,
    /// What they say they do.
    pub headline: String,
    /// Their profile: LinkedIn does not write it down, but it takes part in every conversation.
    pub profile: Option<String>,
}

/// Reads `Profile.csv`.
pub(super) fn read(bytes: Vec<u8>) -> Result<Owner, TableError> {
    let (columns, rows) = rows(bytes)?;
    let Some(row) = rows.first() else { return Ok(Owner::default()) };
    let get = |name: &str| cell(&columns, row, name);
    let name = format!("{} {}", get("firstname"), get("lastname"));
    Ok(Owner { name: name.trim().to_owned(), headline: get("headline").to_owned(), profile: None })
}

/// The profile that takes part in more conversations than any other, where the name does not tell it.
pub(super) fn profile(owner: &Owner, messages: &[Message], invitations: &[Invitation]) -> Option<String> {
    let same = |name: &str| !owner.name.is_empty() && name.to_lowercase() == owner.name.to_lowercase();
    if let Some(own) = messages.iter().find(|message| same(&message.from) && message.sender.is_some()) {
        return own.sender.clone();
    }
    let others: BTreeSet<&str> = invitations.iter().filter_map(|one| one.profile.as_deref()).collect();
    let mut conversations: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for message in messages {
        for profile in message.sender.iter().chain(&message.recipients).filter(|profile| !others.contains(profile.as_str())) {
            conversations.entry(profile).or_default().insert(&message.conversation);
        }
    }
    let mut counted: Vec<(usize, &str)> = conversations.into_iter().map(|(profile, of)| (of.len(), profile)).collect();
    counted.sort_unstable_by(|one, two| two.0.cmp(&one.0).then(one.1.cmp(two.1)));
    // Of one conversation, or of two that take part in as many, nothing tells which is the owner's.
    match counted.as_slice() {
        [(first, own), (second, _), ..] if *first > 1 && first > second => Some((*own).to_owned()),
        _ => None,
    }
}
