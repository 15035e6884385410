//! What stays of an erased address, number, profile or id: a keyed hash, by which it is known again and from which nobody learns it.

use crate::values::{At, Id};
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac};
use rusqlite::Connection;
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

/// The keys hashes of this desk were made with: its own, and those of desks whose erasures a restore carried over.
#[derive(Default)]
pub(crate) struct Keys(Vec<Zeroizing<Vec<u8>>>);

impl Keys {
    /// Reads the keys; none where nobody was ever erased.
    pub(crate) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut statement = conn.prepare_cached("SELECT key FROM erasure_key ORDER BY at, id")?;
        let keys = statement.query_map([], |row| row.get::<_, String>(0))?;
        Ok(Self(keys.map(|key| Ok(Zeroizing::new(bytes(&key?)))).collect::<Result<_, StoreError>>()?))
    }

    /// The keys, the first one made where there is none.
    pub(super) fn load_or_make(read: &Read<'_>, at: DateTime<Utc>, fresh: &[u8; 32]) -> Result<Self, StoreError> {
        let there = Self::load(read.conn())?;
        if !there.is_empty() {
            return Ok(there);
        }
        let id = Uuid::now_v7();
        read.conn().execute("INSERT INTO erasure_key (id, at, key) VALUES (?1, ?2, ?3)", (Id(id), At(at), hex(fresh)))?;
        Self::load(read.conn())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every form a value may stand in as a hash. `scope` keeps the same text of two kinds apart.
    pub(crate) fn forms<'k>(&'k self, scope: &'k str, value: &'k str) -> impl Iterator<Item = String> + 'k {
        self.0.iter().map(move |key| hashed(key, scope, value))
    }

    /// The form new entries are written in.
    pub(super) fn form(&self, scope: &str, value: &str) -> String {
        self.0.last().map(|key| hashed(key, scope, value)).unwrap_or_default()
    }
}

fn hashed(key: &[u8], scope: &str, value: &str) -> String {
    let mut text = String::from("hmac:");
    // HMAC takes a key of any length.
    if let Ok(mut mac) = <Hmac<Sha256> as Mac>::new_from_slice(key) {
        mac.update(scope.as_bytes());
        mac.update(b":");
        mac.update(value.as_bytes());
        text.push_str(&hex(&mac.finalize().into_bytes()));
    }
    text
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).filter_map(|at| u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok()).collect()
}
