use super::{add_company, add_person, edit, key, new_desk, noon, nth};
use crate::container::{self, ContainerError, Manifest};
use crate::{OpenError, RawKey, snapshot};
use std::fs;

#[tokio::test]
async fn a_copy_is_encrypted_with_the_same_key_and_counts_what_it_holds() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_company(tx, nth(100), "Acme")?;
        (0..50).try_for_each(|n| add_person(tx, nth(n), "Ada", "Byron", Some(nth(100))))
    })
    .await;
    let to = folder.path().join("copy.db");
    let facts = desk.snapshot(to.clone()).await.unwrap();
    assert_eq!((facts.people, facts.rows), (50, 51));
    assert_eq!(snapshot::verify(&to, &key()).unwrap(), facts);
    assert!(matches!(snapshot::verify(&to, &RawKey::new([1; 32])), Err(OpenError::WrongKey)));
}

#[tokio::test]
async fn a_container_gives_back_what_was_packed_and_notices_damage() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| (0..200).try_for_each(|n| add_person(tx, nth(n), "Ada", "Byron", None))).await;
    let (copy, workspace, backup) =
        (folder.path().join("copy.db"), folder.path().join("workspace.json"), folder.path().join("one.rainbackup"));
    fs::write(&workspace, b"{\"form\":1}").unwrap();
    let facts = desk.snapshot(copy.clone()).await.unwrap();
    let manifest = Manifest::new("manual", noon(), facts);
    container::pack(&backup, &manifest, &copy, &workspace).unwrap();

    let out = tempfile::tempdir().unwrap();
    assert_eq!(container::unpack(&backup, out.path()).unwrap(), manifest);
    assert_eq!(fs::read(out.path().join("desk.db")).unwrap(), fs::read(&copy).unwrap());
    assert_eq!(container::peek(&backup).unwrap().1, b"{\"form\":1}");

    let good = fs::read(&backup).unwrap();
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    for (bad, what) in [(&flipped[..], "flipped"), (&good[..good.len() / 2], "cut"), (&good[..good.len() - 30], "cut at its end")] {
        fs::write(&backup, bad).unwrap();
        let answer = container::unpack(&backup, out.path());
        assert!(matches!(answer, Err(ContainerError::Damaged)), "{what}: {answer:?}");
    }
    fs::write(&backup, b"Nom,Email").unwrap();
    assert!(matches!(container::unpack(&backup, out.path()), Err(ContainerError::NotABackup)));
}
