-- Imports that are told how to read, whom to meet and what to write; machinery, so nothing of it is recorded.
ALTER TABLE import ADD COLUMN source    TEXT NOT NULL DEFAULT ''; -- path of the file; '' = its text was pasted
ALTER TABLE import ADD COLUMN settings  TEXT NOT NULL DEFAULT '{}'; -- JSON: how to read it, the rules, the import they were taken over from
ALTER TABLE import ADD COLUMN signature TEXT NOT NULL DEFAULT ''; -- SHA-256 of the folded names of the columns: files of one making
ALTER TABLE import ADD COLUMN conflicts INTEGER NOT NULL DEFAULT 0; -- rows that say otherwise than what the seller typed
ALTER TABLE import ADD COLUMN deleted_at TEXT;
CREATE INDEX import_signature ON import (signature) WHERE signature <> '';
CREATE INDEX person_phone ON person (phone_norm) WHERE phone_norm <> ''; -- whom an import may meet by their number

ALTER TABLE import_row ADD COLUMN conflicts INTEGER NOT NULL DEFAULT 0; -- values that the seller typed and the file has otherwise
ALTER TABLE import_row ADD COLUMN held      INTEGER NOT NULL DEFAULT 0; -- 1 = on the do-not-contact list
ALTER TABLE import_row ADD COLUMN told      TEXT NOT NULL DEFAULT '';   -- JSON: what the seller decided about the row
CREATE INDEX import_row_conflict ON import_row (import_id, n) WHERE conflicts > 0;
CREATE INDEX import_row_held     ON import_row (import_id, n) WHERE held = 1;

CREATE TABLE import_text (                -- what was pasted, as long as it may be read again
  import_id TEXT PRIMARY KEY NOT NULL,
  content   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
