use super::FilesFault;
use super::record::{all_of, name};
use crate::App;
use domain::fault::{Fault, Reason};
use domain::files::{LARGEST, NAME, shown};
use domain::views::files::{FileRefused, FilesAdd, FilesAdded};
use domain::views::history::RecordRef;
use sha2::{Digest, Sha256};
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;
use store::files::{self, File};
use store::{Actor, Desk, Intent, StoreError, Tx};

/// Bytes of a piece: a few pages of the desk's file, and little to hold at once when it is saved.
const PIECE: usize = 256 * 1024;
/// Pieces written together: well under 50 ms.
const TOGETHER: usize = 8;

/// One that was read, and whose contents are in the desk.
struct Taken {
    name: String,
    size: u32,
    hash: String,
}

/// Takes files into the desk, as one undo step. Those that cannot be are left out and told; when none can, that is the error.
///
/// # Errors
/// `files.no_record`, `files.none`; of the first one `files.unreadable`, `files.too_large`, `files.name_too_long`; `store.disk_full`.
pub async fn add(app: &App, request: FilesAdd) -> Result<FilesAdded, FilesFault> {
    let FilesAdd { of, paths } = request;
    let desk = app.desk()?;
    let record = of.clone();
    let called = desk.read(move |read| name(read, &record)).await?;
    let (mut taken, mut refused, mut first) = (Vec::new(), Vec::new(), None);
    for path in paths {
        match take(&desk, path.clone()).await {
            Ok(one) => taken.push(one),
            // The desk's own trouble is every file's.
            Err(fault @ (FilesFault::Store(_) | FilesFault::Locked(_))) => return Err(fault),
            Err(fault) => {
                let reason = Reason { code: fault.code().to_owned(), params: fault.params() };
                refused.push(FileRefused { name: called_by(&path), reason: reason.into() });
                first.get_or_insert(fault);
            }
        }
    }
    if taken.is_empty() {
        return Err(first.unwrap_or(FilesFault::None));
    }
    let intent = Intent::new("files.add").with("name", called).with("count", taken.len());
    let record = of.clone();
    let written = desk.write(Actor::Seller, intent, move |tx| enter(tx, &record, taken)).await?;
    let files = desk.read(move |read| all_of(read, &of)).await?;
    Ok(FilesAdded { files, added: written.value, refused, operation: written.operation.map(|id| id.0) })
}

/// The rows, once all the contents are there.
fn enter(tx: &mut Tx<'_>, of: &RecordRef, taken: Vec<Taken>) -> Result<u32, FilesFault> {
    name(tx, of)?;
    let mut added = 0;
    for Taken { name, size, hash } in taken {
        if files::has(tx, of, &name, &hash)? {
            continue;
        }
        let file = File { id: tx.new_id(), of: of.clone(), name, size, hash, added_at: tx.now(), by: "seller".to_owned() };
        files::insert(tx, &file)?;
        added += 1;
    }
    Ok(added)
}

/// Reads one and puts its contents into the desk, where they are not there yet.
async fn take(desk: &Desk, path: String) -> Result<Taken, FilesFault> {
    let name = called_by(&path);
    if name.chars().count() > NAME {
        return Err(FilesFault::NameTooLong);
    }
    let unreadable = || FilesFault::Unreadable { name: name.clone() };
    let read = tokio::task::spawn_blocking(move || read_whole(Path::new(&path))).await;
    let bytes = read.ok().flatten().ok_or_else(unreadable)?;
    let size = u32::try_from(bytes.len()).ok().filter(|size| *size <= LARGEST).ok_or(FilesFault::TooLarge { name: name.clone() })?;
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    keep(desk, &hash, Arc::new(bytes)).await?;
    Ok(Taken { name, size, hash })
}

/// Its bytes, one more than it may have at most. Nothing where it is no file, or cannot be read.
fn read_whole(path: &Path) -> Option<Vec<u8>> {
    // Asked before it is opened: opening a pipe waits for somebody who writes into it.
    if !path.metadata().ok()?.is_file() {
        return None;
    }
    let file = std::fs::File::open(path).ok()?;
    let mut bytes = Vec::new();
    file.take(u64::from(LARGEST) + 1).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Writes contents in small writes: nobody waits for a long one, and what is cut off is begun anew.
async fn keep(desk: &Desk, hash: &str, bytes: Arc<Vec<u8>>) -> Result<(), StoreError> {
    let intent = || Intent::new("files.contents");
    let of = hash.to_owned();
    if !desk.write::<_, StoreError>(Actor::Seller, intent(), move |tx| files::begin(tx, &of)).await?.value {
        return Ok(());
    }
    let pieces = bytes.len().div_ceil(PIECE);
    for from in (0..pieces).step_by(TOGETHER) {
        let (of, bytes) = (hash.to_owned(), Arc::clone(&bytes));
        let put = move |tx: &mut Tx<'_>| {
            for (n, piece) in bytes.chunks(PIECE).enumerate().skip(from).take(TOGETHER) {
                files::put(tx, &of, u32::try_from(n).unwrap_or(u32::MAX), piece)?;
            }
            Ok::<_, StoreError>(())
        };
        desk.write(Actor::Seller, intent(), put).await?;
    }
    let of = hash.to_owned();
    desk.write::<_, StoreError>(Actor::Seller, intent(), move |tx| files::whole(tx, &of)).await?;
    Ok(())
}

/// What a file of this path is called.
fn called_by(path: &str) -> String {
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
    shown(&name)
}
