//! Names inside an archive.

/// LinkedIn's other files (structure of exports seen from 2020 to 2026), folded as [`fold`] does.
const KNOWN: [&str; 44] = [
    "adtargeting",
    "adsclicked",
    "causesyoucareabout",
    "certifications",
    "comments",
    "companyfollows",
    "contacts",
    "courses",
    "education",
    "emailaddresses",
    "endorsementgiveninfo",
    "endorsementreceivedinfo",
    "events",
    "guidemessages",
    "hashtagfollows",
    "honors",
    "importedcontacts",
    "inferencesaboutyou",
    "instantreposts",
    "invitations",
    "jobapplications",
    "jobseekerpreferences",
    "languages",
    "learning",
    "learningcoachmessages",
    "learningrolplaymessages",
    "logins",
    "memberfollows",
    "messages",
    "organizations",
    "patents",
    "phonenumbers",
    "positions",
    "profile",
    "profilesummary",
    "projects",
    "publications",
    "reactions",
    "receipts",
    "recommendationsgiven",
    "recommendationsreceived",
    "richmedia",
    "savedjobs",
    "skills",
];

/// The last part of a path, whichever slash the program that packed it used.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// How many folders deep a path is.
pub(super) fn depth(path: &str) -> usize {
    path.split(['/', '\\']).count()
}

/// A file name without case, spaces, underscores, dashes and ending.
fn fold(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".csv")?;
    Some(stem.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).collect())
}

/// True for the list of connections.
pub(super) fn is_connections(path: &str) -> bool {
    !is_noise(path) && fold(file_name(path)).as_deref() == Some("connections")
}

/// True for the file of this folded name.
pub(super) fn is_part(path: &str, part: &str) -> bool {
    !is_noise(path) && fold(file_name(path)).as_deref() == Some(part)
}

/// True for a file of LinkedIn's beside the connections.
pub(super) fn is_known(path: &str) -> bool {
    !is_noise(path) && fold(file_name(path)).is_some_and(|name| KNOWN.contains(&name.as_str()))
}

/// What macOS adds to each file it packs.
fn is_noise(path: &str) -> bool {
    path.starts_with("__MACOSX") || file_name(path).starts_with("._")
}

/// True for a name that tries to leave the folder it would be unpacked into.
pub(super) fn is_unsafe(path: &str) -> bool {
    path.starts_with(['/', '\\'])
        || path.contains('\0')
        || path.as_bytes().get(1) == Some(&b':')
        || path.split(['/', '\\']).any(|part| part == "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_found_whatever_the_spelling() {
        for path in ["Connections.csv", "connections.CSV", "Complete_Export/CONNECTIONS.csv", "a\\b\\Connections_.csv"] {
            assert!(is_connections(path), "{path}");
        }
        for path in ["__MACOSX/Connections.csv", "._Connections.csv", "Connections.txt", "My Connections.csv", "Member_Follows.csv"] {
            assert!(!is_connections(path), "{path}");
        }
    }

    #[test]
    fn other_files_of_linkedin_are_known() {
        for path in ["messages.csv", "Email Addresses.csv", "Endorsement_Received_Info.csv", "x/Ad_Targeting.csv", "Rich_Media.csv"] {
            assert!(is_known(path), "{path}");
        }
        assert!(!is_known("holiday.csv"));
    }

    #[test]
    fn paths_that_leave_their_folder_are_unsafe() {
        for path in ["../Connections.csv", "a/../../b.csv", "/etc/passwd", "C:\\x.csv", "a\\..\\b", "\\\\host\\x"] {
            assert!(is_unsafe(path), "{path}");
        }
        assert!(!is_unsafe("export/Connections..csv"));
    }
}
