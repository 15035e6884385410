-- What was made one of several: the record stays, removed, and points to the one that stands for it. Columns are appended, for the journal's
-- sake. The reference keeps the one that stands from being taken away under it.
ALTER TABLE person  ADD COLUMN merged_into TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE company ADD COLUMN merged_into TEXT REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX person_merged  ON person (merged_into)  WHERE merged_into IS NOT NULL;
CREATE INDEX company_merged ON company (merged_into) WHERE merged_into IS NOT NULL;

-- Recorded: two that the seller says are not one and the same, the lesser id first.
CREATE TABLE not_duplicate (
  kind     TEXT NOT NULL,                 -- person|company
  one_id   TEXT NOT NULL,
  other_id TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (kind, one_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_duplicate_other ON not_duplicate (kind, other_id);

-- Append-only, outside undo, carried over by every restore: who was made one with whom, and separated again. The gate believes it on "was this
-- person touched?": entries of the send ledger under either id count (domain::merging::spans). Ids stand in the order of what happened.
CREATE TABLE merge_log (
  id           TEXT PRIMARY KEY NOT NULL,
  at           TEXT NOT NULL,
  event        TEXT NOT NULL,             -- merged|split
  kind         TEXT NOT NULL,             -- person|company
  survivor_id  TEXT NOT NULL,
  other_id     TEXT NOT NULL,
  operation_id TEXT NOT NULL              -- the operation that did it
) STRICT;
CREATE INDEX merge_log_survivor ON merge_log (survivor_id);
CREATE INDEX merge_log_other ON merge_log (other_id);
CREATE INDEX merge_log_operation ON merge_log (operation_id);
CREATE TRIGGER merge_log_no_update BEFORE UPDATE ON merge_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER merge_log_no_delete BEFORE DELETE ON merge_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- Machinery: which messages went over to the survivor in which merge, and how they were addressed; they go back when it is taken apart.
CREATE TABLE merge_message (
  operation_id TEXT NOT NULL,
  outbox_id    TEXT NOT NULL,
  survivor_id  TEXT NOT NULL,
  other_id     TEXT NOT NULL,
  to_name      TEXT NOT NULL,
  to_address   TEXT NOT NULL,
  to_norm      TEXT NOT NULL,
  PRIMARY KEY (operation_id, outbox_id)
) STRICT, WITHOUT ROWID;

-- Machinery: what the last search found, made anew by the next one. A member is what it was when it was found as long as its mark is.
CREATE TABLE duplicate_search (
  id          INTEGER PRIMARY KEY,
  started_at  TEXT NOT NULL,
  finished_at TEXT,                       -- NULL: at work, or cut off; what it wrote is not shown
  upto        INTEGER NOT NULL,           -- the journal's last segment when it began
  people      INTEGER NOT NULL DEFAULT 0,
  companies   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE duplicate_group (
  id        INTEGER PRIMARY KEY,
  search_id INTEGER NOT NULL,
  kind      TEXT NOT NULL,                -- person|company
  exact     INTEGER NOT NULL,
  score     INTEGER NOT NULL,             -- 0 to 100
  reasons   TEXT NOT NULL                 -- JSON
) STRICT;
CREATE INDEX duplicate_group_order ON duplicate_group (search_id, exact DESC, score DESC, id);

CREATE TABLE duplicate_member (
  group_id  INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  member_id TEXT NOT NULL,
  mark      TEXT NOT NULL,
  PRIMARY KEY (group_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_member_of ON duplicate_member (kind, member_id);

-- Machinery: making one of every group beyond doubt, which goes on after a crash.
CREATE TABLE merge_all (
  id           TEXT PRIMARY KEY NOT NULL,
  kind         TEXT NOT NULL,             -- person|company|'' = both
  state        TEXT NOT NULL,             -- running|done|stopped
  search_id    INTEGER NOT NULL,
  operation_id TEXT,
  done         INTEGER NOT NULL DEFAULT 0,
  planned      INTEGER NOT NULL,
  started_at   TEXT NOT NULL,
  finished_at  TEXT
) STRICT;
