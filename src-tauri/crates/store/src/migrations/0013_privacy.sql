-- Erasing somebody for good.

CREATE TABLE erasure_key (                 -- what erased addresses and ids are hashed with; every restore carries it over
  id  TEXT PRIMARY KEY NOT NULL,
  at  TEXT NOT NULL,
  key TEXT NOT NULL                        -- 32 bytes, hexadecimal
) STRICT;

CREATE TABLE erasure (                     -- who was erased; every restore carries it over and applies it again before the desk opens
  id     TEXT PRIMARY KEY NOT NULL,
  at     TEXT NOT NULL,
  person TEXT NOT NULL                     -- hmac:<hex> of the person's id
) STRICT;

CREATE TABLE erasure_work (                -- one under way: what is still to be found and taken out. Gone when it is done.
  id      TEXT PRIMARY KEY NOT NULL,
  words   TEXT NOT NULL,                   -- JSON
  segment INTEGER NOT NULL,                -- journal segments from this one on are done
  import  TEXT NOT NULL DEFAULT '',        -- rows of imports up to this place are done
  row     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE erasing (                     -- has a row only within a transaction that erases: the append-only tables then let go
  one INTEGER PRIMARY KEY NOT NULL
) STRICT;

DROP TRIGGER send_ledger_no_update;
DROP TRIGGER suppression_no_delete;
DROP TRIGGER merge_log_no_delete;
CREATE TRIGGER send_ledger_no_update BEFORE UPDATE ON send_ledger WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER suppression_no_delete BEFORE DELETE ON suppression WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merge_log_no_delete BEFORE DELETE ON merge_log WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- On what ground a person is held, when they were told and last heard of, and what they agreed to.

CREATE TABLE person_privacy (
  person_id   TEXT PRIMARY KEY NOT NULL,
  legal_basis TEXT NOT NULL DEFAULT '',    -- legitimate_interest|consent|contract, '' = legitimate_interest
  informed_on TEXT,                        -- date they were told of GDPR article 14 otherwise than by a message of the desk
  heard_on    TEXT,                        -- date of their last contact that the desk does not know by itself
  heard_how   TEXT NOT NULL DEFAULT ''     -- the seller's words
) STRICT, WITHOUT ROWID;

CREATE TABLE person_consent (
  person_id TEXT NOT NULL,
  channel   TEXT NOT NULL,                 -- email|phone|sms|linkedin|post
  given     INTEGER NOT NULL,              -- 1 agreed, 0 refused
  on_day    TEXT NOT NULL,
  note      TEXT NOT NULL DEFAULT '',      -- how
  PRIMARY KEY (person_id, channel)
) STRICT, WITHOUT ROWID;
