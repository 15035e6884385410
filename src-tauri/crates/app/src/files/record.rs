use super::FilesFault;
use domain::views::files::FileView;
use domain::views::history::{RecordKind, RecordRef};
use store::files::File;
use store::{Read, StoreError};

/// What the record is called; it must be on the desk.
pub(super) fn name(read: &Read<'_>, record: &RecordRef) -> Result<String, FilesFault> {
    let id = record.id;
    let found = match record.kind {
        RecordKind::Person => store::people::get(read, id)?.filter(|person| person.deleted_at.is_none()).map(|person| person.label()),
        RecordKind::Company => store::companies::get(read, id)?.filter(|company| company.deleted_at.is_none()).map(|company| company.name),
        RecordKind::Opportunity => store::opportunities::get(read, id)?.filter(|one| one.deleted_at.is_none()).map(|one| one.name),
    };
    found.ok_or(FilesFault::NoRecord)
}

/// Files of a record, newest first.
pub(super) fn all_of(read: &Read<'_>, record: &RecordRef) -> Result<Vec<FileView>, StoreError> {
    store::files::of(read, record)?.into_iter().map(|file| view(read, file)).collect()
}

/// A file as it is shown.
pub(super) fn view(read: &Read<'_>, file: File) -> Result<FileView, StoreError> {
    Ok(FileView {
        id: file.id,
        save_as: domain::files::safe(&file.name),
        there: store::files::is_whole(read, &file.hash)?,
        name: file.name,
        size: file.size,
        added_at: file.added_at,
        by: file.by,
    })
}

/// A file that is on the desk.
pub(super) fn present(read: &Read<'_>, id: uuid::Uuid) -> Result<File, FilesFault> {
    store::files::get(read, id)?.ok_or(FilesFault::NotFound)
}
