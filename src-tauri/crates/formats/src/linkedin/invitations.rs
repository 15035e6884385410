use chrono::{DateTime, Utc};

use super::{cell, moment, rows, slug};
use crate::table::TableError;

/// An invitation of `Invitations.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Name of who was invited, or who invited.
    pub name: String,
    /// Their profile; older archives have none.
    pub profile: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// Its note; mostly empty.
    pub text: String,
    /// It came from them.
    pub incoming: bool,
}

/// Reads the invitations; those that cannot be read are counted apart.
pub(super) fn read(bytes: Vec<u8>) -> Result<(Vec<Invitation>, u32), TableError> {
    let (columns, rows) = rows(bytes)?;
    let (mut invitations, mut left_out) = (Vec::with_capacity(rows.len()), 0_u32);
    for row in &rows {
        let get = |name: &str| cell(&columns, row, name);
        let incoming = match get("direction").to_ascii_uppercase().as_str() {
            "INCOMING" => Some(true),
            "OUTGOING" => Some(false),
            _ => None,
        };
        let (Some(at), Some(incoming)) = (moment(get("sentat")), incoming) else {
            left_out = left_out.saturating_add(1);
            continue;
        };
        let (name, profile) = if incoming { ("from", "inviterprofileurl") } else { ("to", "inviteeprofileurl") };
        invitations.push(Invitation {
            name: get(name).to_owned(),
            profile: slug(get(profile)),
            at,
            text: get("message").to_owned(),
            incoming,
        });
    }
    Ok((invitations, left_out))
}
