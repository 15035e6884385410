/// Why a zip cannot be used. No file name of the archive is in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// The file could not be read.
    #[error("the archive cannot be read ({0}): check that it is on this computer and fully downloaded")]
    Io(std::io::ErrorKind),
    /// Truncated, or not a zip at all.
    #[error("the archive is damaged or not fully downloaded: download it again from LinkedIn")]
    Damaged,
    /// Packed in a way that is not read.
    #[error("the archive uses a compression that is not read: unpack it and import Connections.csv")]
    Unsupported,
    /// Protected by a password.
    #[error("the archive is protected by a password: unpack it and import Connections.csv")]
    Encrypted,
    /// A name such as `../x` or `/etc/x`: no export has one.
    #[error("the archive contains unsafe file names and is refused: download it again from LinkedIn")]
    UnsafePath,
    /// Unpacks to far more than it should.
    #[error("the archive unpacks to more than {limit} bytes and is refused: download it again from LinkedIn")]
    TooLarge {
        /// Largest unpacked size in bytes.
        limit: u64,
    },
    /// More entries than any export has.
    #[error("the archive holds more than {limit} files and is refused")]
    TooManyEntries {
        /// Most entries.
        limit: usize,
    },
    /// No Connections.csv in it.
    #[error("there is no Connections.csv in this archive: ask LinkedIn for an export that includes your connections")]
    NoConnections,
    /// Several files could be the connections.
    #[error("there are several Connections.csv in this archive: unpack it and import the right one")]
    SeveralConnections,
}

impl ArchiveError {
    /// A stable name for this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "unreadable_file",
            Self::Damaged => "archive_damaged",
            Self::Unsupported => "archive_unsupported",
            Self::Encrypted => "archive_encrypted",
            Self::UnsafePath => "archive_unsafe_path",
            Self::TooLarge { .. } => "archive_too_large",
            Self::TooManyEntries { .. } => "archive_too_many_entries",
            Self::NoConnections => "archive_no_connections",
            Self::SeveralConnections => "archive_several_connections",
        }
    }
}
