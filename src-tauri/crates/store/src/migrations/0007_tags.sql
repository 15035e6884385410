-- Tags, and lists somebody was put on by hand. A name is unique among those that are there, by its key, and the code that writes holds it.
CREATE TABLE tag (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  name_norm  TEXT NOT NULL,                -- folded words
  colour     TEXT NOT NULL DEFAULT 'grey', -- grey|blue|green|yellow|orange|red|violet
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX tag_name ON tag (name_norm);
CREATE TABLE person_tag (
  person_id TEXT NOT NULL,
  tag_id    TEXT NOT NULL,
  at        TEXT NOT NULL,
  PRIMARY KEY (person_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_tag_tag ON person_tag (tag_id);
CREATE TABLE company_tag (
  company_id TEXT NOT NULL,
  tag_id     TEXT NOT NULL,
  at         TEXT NOT NULL,
  PRIMARY KEY (company_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_tag_tag ON company_tag (tag_id);
CREATE TABLE named_list (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  name_norm  TEXT NOT NULL,
  of         TEXT NOT NULL,                -- people|companies
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE list_person (
  person_id TEXT NOT NULL,
  list_id   TEXT NOT NULL,
  position  INTEGER NOT NULL DEFAULT 0,    -- ascending; those who come together stand in the order they had
  at        TEXT NOT NULL,
  PRIMARY KEY (person_id, list_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_person_list ON list_person (list_id, position);
CREATE TABLE list_company (
  company_id TEXT NOT NULL,
  list_id    TEXT NOT NULL,
  position   INTEGER NOT NULL DEFAULT 0,
  at         TEXT NOT NULL,
  PRIMARY KEY (company_id, list_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX list_company_list ON list_company (list_id, position);
