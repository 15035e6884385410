use std::io::{Cursor, Write};

use formats::{
    archive::ArchiveError,
    linkedin::{TouchKind, correspondence},
    table::{self, Container, ReadOptions, TableError},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::support::{People, error, fixture};

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn connections() -> Vec<u8> {
    std::fs::read(fixture("Connections.csv")).unwrap()
}

#[test]
fn the_connections_of_a_whole_archive_are_read_and_the_rest_listed() {
    let csv = connections();
    let bytes = zip(&[
        ("messages.csv", b"CONVERSATION ID,FROM\n"),
        ("Profile.csv", b"First Name\n"),
        ("Email Addresses.csv", b"x"),
        ("Connections.csv", &csv),
        ("Jobs/Saved Jobs.csv", b"x"),
        ("holiday.jpg", b"x"),
    ]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Basic_LinkedInDataExport_11-20-2026.zip");
    std::fs::write(&path, &bytes).unwrap();
    let table = table::open(&path, &ReadOptions::default()).unwrap();
    let Container::Archive { entry, ignored } = &table.info().container else { panic!("an archive") };
    assert_eq!(entry, "Connections.csv");
    assert_eq!(ignored, &["Email Addresses.csv", "Profile.csv", "Saved Jobs.csv", "messages.csv"]);
    assert!(table.info().fingerprint.is_some());
    assert_eq!(People::of(table).people.len(), 8);
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing is unpacked beside it");
}

#[test]
fn folders_case_and_the_leftovers_of_macos_do_not_matter() {
    let csv = connections();
    for name in ["Complete_LinkedInDataExport/CONNECTIONS.CSV", "a\\connections.csv", "Connections_.csv"] {
        let bytes = zip(&[("__MACOSX/._Connections.csv", b"\0\0"), ("old/deep/Connections.csv", b"x"), (name, &csv)]);
        let table = table::from_bytes(bytes, &ReadOptions::default()).unwrap();
        assert_eq!(People::of(table).people.len(), 8, "{name}");
    }
}

#[test]
fn an_archive_without_connections_says_so() {
    assert_eq!(error(zip(&[("messages.csv", b"x")])), TableError::Archive(ArchiveError::NoConnections));
    assert_eq!(error(zip(&[])), TableError::Archive(ArchiveError::NoConnections));
}

#[test]
fn two_lists_at_the_same_depth_are_not_chosen_between() {
    let bytes = zip(&[("a/Connections.csv", b"x"), ("b/connections.csv", b"y")]);
    assert_eq!(error(bytes), TableError::Archive(ArchiveError::SeveralConnections));
}

#[test]
fn a_bomb_is_refused() {
    let zeros = vec![b' '; 4 * 1024 * 1024];
    assert_eq!(error(zip(&[("Connections.csv", &zeros)])).code(), "archive_too_large");
}

#[test]
fn a_bomb_that_lies_about_its_size_is_refused() {
    let zeros = vec![b' '; 4 * 1024 * 1024];
    let mut bytes = zip(&[("Connections.csv", &zeros)]);
    let real = 4_u32 * 1024 * 1024;
    // Both headers now declare 1,000 bytes.
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == real.to_le_bytes()).collect();
    assert!(places.len() >= 2);
    for at in places {
        bytes[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    let code = error(bytes).code();
    assert!(["archive_too_large", "archive_damaged"].contains(&code), "{code}");
}

#[test]
fn unsafe_names_are_refused() {
    let csv = connections();
    for name in ["../Connections.csv", "/etc/Connections.csv", "a/../../Connections.csv", "C:\\Connections.csv"] {
        let bytes = zip(&[("Connections.csv", &csv), (name, b"x")]);
        assert_eq!(error(bytes), TableError::Archive(ArchiveError::UnsafePath), "{name}");
    }
}

#[test]
fn an_encrypted_archive_is_refused() {
    // The encryption bit of the flags, in the local and the central header.
    let mut bytes = zip(&[("Connections.csv", &connections())]);
    let central = bytes.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    bytes[6] |= 1;
    bytes[central + 8] |= 1;
    assert_eq!(error(bytes), TableError::Archive(ArchiveError::Encrypted));
}

#[test]
fn a_truncated_archive_is_damaged() {
    let bytes = zip(&[("Connections.csv", &connections())]);
    for keep in [10, bytes.len() / 2, bytes.len() - 5] {
        assert_eq!(error(bytes[..keep].to_vec()), TableError::Archive(ArchiveError::Damaged), "{keep}");
    }
}

#[test]
fn an_archive_inside_the_archive_is_no_list() {
    let inner = zip(&[("Connections.csv", &connections())]);
    assert_eq!(error(zip(&[("Connections.csv", &inner)])).code(), "not_text");
}

#[test]
fn who_wrote_to_whom_is_read_from_the_rest_of_the_archive() {
    let messages = "\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\",\"SENDER PROFILE URL\",\"TO\",\"RECIPIENT PROFILE URLS\",\"DATE\",\"SUBJECT\",\"CONTENT\",\"FOLDER\",\"ATTACHMENTS\",\"IS MESSAGE DRAFT\",\"IS CONVERSATION DRAFT\"\n\
        \"1\",\"\",\"Zoé Owner\",\"https://www.linkedin.com/in/zoe-owner\",\"Ann Lee\",\"https://www.linkedin.com/in/Ann-Lee\",\"2025-06-01 14:03:22 UTC\",\"\",\"<p>Bonjour Ann,</p><p>à bientôt\n!</p>\",\"INBOX\",\"\",\"No\",\"No\"\n\
        \"1\",\"\",\"Ann Lee\",\"https://www.linkedin.com/in/Ann-Lee\",\"Zoé Owner\",\"https://www.linkedin.com/in/zoe-owner\",\"2025-06-02 08:00:00 UTC\",\"Re\",\"Oui, \"\"demain\"\"\",\"INBOX\",\"\",\"No\",\"No\"\n\
        \"2\",\"\",\"Zoé Owner\",\"https://www.linkedin.com/in/zoe-owner\",\"Bob, Ann\",\"https://www.linkedin.com/in/bob,https://www.linkedin.com/in/ann-lee\",\"2025-06-03 08:00:00 UTC\",\"\",\"A vous deux\",\"ARCHIVE\",\"\",\"No\",\"No\"\n\
        \"3\",\"\",\"LinkedIn Member\",\"\",\"Zoé Owner\",\"https://www.linkedin.com/in/zoe-owner\",\"2025-06-03 09:00:00 UTC\",\"\",\"left\",\"INBOX\",\"\",\"No\",\"No\"\n\
        \"4\",\"\",\"Ad\",\"https://www.linkedin.com/in/ad\",\"Zoé Owner\",\"https://www.linkedin.com/in/zoe-owner\",\"2025-06-03 09:00:00 UTC\",\"\",\"<div class=spinmail>buy</div>\",\"INBOX\",\"\",\"No\",\"No\"\n\
        \"5\",\"\",\"Zoé Owner\",\"https://www.linkedin.com/in/zoe-owner\",\"Ann\",\"https://www.linkedin.com/in/ann-lee\",\"2025-06-04 09:00:00 UTC\",\"\",\"never sent\",\"INBOX\",\"\",\"Yes\",\"No\"\n";
    let invitations = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
        Cid,Zoé Owner,\"1/29/26, 2:37 PM\",\"Bonjour,\nje\",INCOMING,https://www.linkedin.com/in/cid,https://www.linkedin.com/in/zoe-owner\n\
        Zoé Owner,Dan,\"1/30/26, 9:05 AM\",,OUTGOING,https://www.linkedin.com/in/zoe-owner,https://www.linkedin.com/in/dan\n\
        Zoé Owner,Old,\"1/30/19, 9:05 AM\",,OUTGOING,,\n";
    let profile = "First Name,Last Name,Maiden Name,Headline\nZoé,Owner,,Sells boats\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Complete_LinkedInDataExport.zip");
    std::fs::write(
        &path,
        zip(&[
            ("Connections.csv", &connections()),
            ("messages.csv", messages.as_bytes()),
            ("Invitations.csv", invitations.as_bytes()),
            ("Profile.csv", profile.as_bytes()),
        ]),
    )
    .unwrap();
    let found = correspondence(&path).unwrap();
    assert_eq!(
        (found.owner.name.as_str(), found.owner.headline.as_str(), found.owner.profile.as_deref()),
        ("Zoé Owner", "Sells boats", Some("zoe-owner"))
    );
    let touches: Vec<(&str, bool, TouchKind, &str)> =
        found.touches.iter().map(|one| (one.profile.as_str(), one.incoming, one.kind, one.text.as_str())).collect();
    assert_eq!(
        touches,
        [
            ("ann-lee", false, TouchKind::Message, "Bonjour Ann,\nà bientôt\n!"),
            ("ann-lee", true, TouchKind::Message, "Re\n\nOui, \"demain\""),
            ("ann-lee", false, TouchKind::Message, "A vous deux"),
            ("bob", false, TouchKind::Message, "A vous deux"),
            ("cid", true, TouchKind::Invitation, "Bonjour,\nje"),
            ("dan", false, TouchKind::Invitation, ""),
        ]
    );
    assert_eq!((found.left_out, found.unknown), (2, 2));
    std::fs::write(&path, zip(&[("Connections.csv", &connections())])).unwrap();
    assert_eq!(correspondence(&path).unwrap(), formats::linkedin::Correspondence::default(), "an archive may have none of it");
}
