-- Files kept on a person, a company or an opportunity. What a file is called and whose it is is recorded. Its contents are not: the journal would
-- hold each of them a second time, and nobody could be erased from it in small pieces.
CREATE TABLE file (
  id             TEXT PRIMARY KEY NOT NULL,
  person_id      TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  company_id     TEXT REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  opportunity_id TEXT REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
  name           TEXT NOT NULL,            -- as shown
  size           INTEGER NOT NULL,         -- bytes
  hash           TEXT NOT NULL,            -- file_content
  added_at       TEXT NOT NULL,
  by             TEXT NOT NULL DEFAULT '', -- seller
  deleted_at     TEXT
) STRICT;
CREATE INDEX file_person ON file (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX file_company ON file (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX file_opportunity ON file (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX file_hash ON file (hash);
CREATE INDEX file_removed ON file (deleted_at) WHERE deleted_at IS NOT NULL;

-- The same contents are kept once, whoever has them. Those no file has any more stay for a time, for undo and redo.
CREATE TABLE file_content (
  hash         TEXT PRIMARY KEY NOT NULL,  -- SHA-256, hexadecimal
  whole        INTEGER NOT NULL,           -- 0 while it is written
  unused_since TEXT                        -- since when no file has it, as the upkeep noticed; of what is being written, since it is
) STRICT;
CREATE TABLE file_chunk (
  id    INTEGER PRIMARY KEY,
  hash  TEXT NOT NULL,
  n     INTEGER NOT NULL,                  -- from 0
  bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX file_chunk_of ON file_chunk (hash, n);
