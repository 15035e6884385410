-- Fields the seller adds to people, companies and opportunities, and their values. Recorded. A value belongs to its record by the column every
-- table has for that, so merging, the trash and undo know it.
CREATE TABLE custom_field (
  id         TEXT PRIMARY KEY NOT NULL,
  of         TEXT NOT NULL,                -- people|companies|opportunities
  name       TEXT NOT NULL,
  name_norm  TEXT NOT NULL,                -- folded words
  kind       TEXT NOT NULL,                -- text|number|date|choice|choices|money|flag|link
  choices    TEXT NOT NULL DEFAULT '[]',   -- JSON, in order
  currency   TEXT NOT NULL DEFAULT '',     -- of amounts
  position   INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE person_value (
  person_id TEXT NOT NULL,
  field_id  TEXT NOT NULL,
  value     TEXT NOT NULL,                 -- as read; choices one a line
  key       TEXT NOT NULL,                 -- folded, for finding and ordering; each choice between line ends
  number    INTEGER,                       -- millionths of a number, minor units of an amount
  PRIMARY KEY (person_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_value_key ON person_value (field_id, key);
CREATE INDEX person_value_number ON person_value (field_id, number) WHERE number IS NOT NULL;
CREATE TABLE company_value (
  company_id TEXT NOT NULL,
  field_id   TEXT NOT NULL,
  value      TEXT NOT NULL,
  key        TEXT NOT NULL,
  number     INTEGER,
  PRIMARY KEY (company_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_value_key ON company_value (field_id, key);
CREATE INDEX company_value_number ON company_value (field_id, number) WHERE number IS NOT NULL;
CREATE TABLE opportunity_value (
  opportunity_id TEXT NOT NULL,
  field_id       TEXT NOT NULL,
  value          TEXT NOT NULL,
  key            TEXT NOT NULL,
  number         INTEGER,
  PRIMARY KEY (opportunity_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX opportunity_value_key ON opportunity_value (field_id, key);
CREATE INDEX opportunity_value_number ON opportunity_value (field_id, number) WHERE number IS NOT NULL;
