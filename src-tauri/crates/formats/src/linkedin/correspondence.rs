use chrono::{DateTime, Utc};
use std::fs::File;
use std::path::Path;

use super::{Owner, invitations, messages, owner};
use crate::archive::Archive;
use crate::table::TableError;

/// What an archive says of who wrote to whom, by the people it was with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Correspondence {
    /// Whose archive it is.
    pub owner: Owner,
    /// Everything, by time.
    pub touches: Vec<Touch>,
    /// Drafts, spam, advertisements, and what cannot be read.
    pub left_out: u32,
    /// Messages of which nothing tells with whom they were: the other side left LinkedIn, or the archive is too old to say.
    pub unknown: u32,
}

/// Something that happened with one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch {
    /// Key of their profile: what stands behind `/in/`, in lower case.
    pub profile: String,
    /// Their name, where it is told.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// It came from them.
    pub incoming: bool,
    /// What.
    pub kind: TouchKind,
    /// What it says.
    pub text: String,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TouchKind {
    /// A message.
    Message,
    /// An invitation to connect.
    Invitation,
}

/// Reads messages, invitations and profile of an archive; an archive without them is one without touches.
///
/// # Errors
/// [`TableError`] for a file that is no archive, or one of whose files cannot be read.
pub fn correspondence(path: &Path) -> Result<Correspondence, TableError> {
    let mut archive = Archive::open(File::open(path)?)?;
    let mut part = |name: &str| archive.part(name).map(|bytes| bytes.filter(|bytes| !bytes.trim_ascii().is_empty()));
    let (messages, unread) = part("messages")?.map(messages::read).transpose()?.unwrap_or_default();
    let (invitations, unclear) = part("invitations")?.map(invitations::read).transpose()?.unwrap_or_default();
    let owner = part("profile")?.map(owner::read).transpose()?.unwrap_or_default();
    let profile = owner::profile(&owner, &messages, &invitations);
    let mut found =
        Correspondence { owner: Owner { profile, ..owner }, left_out: unread.saturating_add(unclear), ..Correspondence::default() };
    for message in messages {
        found.message(message);
    }
    for one in invitations {
        match one.profile {
            Some(profile) => found.touches.push(Touch {
                profile,
                name: one.name,
                at: one.at,
                incoming: one.incoming,
                kind: TouchKind::Invitation,
                text: one.text,
            }),
            None => found.unknown = found.unknown.saturating_add(1),
        }
    }
    found.touches.sort_by(|one, two| one.at.cmp(&two.at).then_with(|| one.profile.cmp(&two.profile)));
    Ok(found)
}

impl Correspondence {
    /// A message is one with each of the others in it. Without the owner's profile nobody knows which side is theirs.
    fn message(&mut self, message: messages::Message) {
        let Some(own) = self.owner.profile.clone() else {
            self.unknown = self.unknown.saturating_add(1);
            return;
        };
        let text = if message.subject.is_empty() { message.text } else { format!("{}\n\n{}", message.subject, message.text) };
        let incoming = message.sender.as_deref() != Some(own.as_str());
        let with: Vec<String> = if incoming {
            message.sender.into_iter().collect()
        } else {
            message.recipients.into_iter().filter(|one| *one != own).collect()
        };
        if with.is_empty() {
            self.unknown = self.unknown.saturating_add(1);
        }
        let name = if incoming { message.from } else { String::new() };
        self.touches.extend(with.into_iter().map(|profile| Touch {
            profile,
            name: name.clone(),
            at: message.at,
            incoming,
            kind: TouchKind::Message,
            text: text.clone(),
        }));
    }
}
