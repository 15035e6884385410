PRAGMA synchronous = FULL;
PRAGMA cache_size = -65536;
CREATE TABLE company (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, name_norm TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL, name_norm TEXT NOT NULL, sort_name TEXT NOT NULL, title TEXT NOT NULL,
  company_id TEXT, email TEXT NOT NULL, email_norm TEXT NOT NULL, email_status TEXT NOT NULL, linkedin_url TEXT NOT NULL, linkedin_slug TEXT NOT NULL,
  status TEXT NOT NULL, source TEXT NOT NULL, source_detail TEXT NOT NULL, connected_on TEXT, added_on TEXT NOT NULL, last_contact_at TEXT,
  created_at TEXT NOT NULL, deleted_at TEXT) STRICT;
BEGIN;
CREATE TEMP TABLE raw (first, last, url, email, company, position, connected);
.mode csv
.import --skip 4 CONNECTIONS raw
INSERT INTO company SELECT printf('%08x-0000-7000-8000-%012x', rowid, rowid), company, lower(company), '2026-09-15T08:00:00.000Z'
  FROM (SELECT min(rowid) AS rowid, company FROM raw GROUP BY company);
CREATE INDEX company_name ON company (name_norm);
CREATE INDEX company_added ON company (created_at);
INSERT INTO person
  SELECT printf('%08x-0000-7000-8000-%012x', r.rowid, r.rowid), first, last, lower(first || ' ' || last), lower(last || ' ' || first), position, c.id, email,
         lower(email), CASE email WHEN '' THEN 'none' ELSE 'valid' END, url, lower(substr(url, 29)), 'new', 'linkedin', 'Connections.csv', connected,
         '2026-09-15', NULL, '2026-09-15T08:00:00.000Z', NULL
    FROM raw r JOIN company c ON c.name_norm = lower(r.company) ORDER BY r.rowid;
CREATE INDEX person_email ON person (email_norm) WHERE email_norm <> '';
CREATE INDEX person_slug  ON person (linkedin_slug) WHERE linkedin_slug <> '';
CREATE INDEX person_name  ON person (name_norm);
CREATE INDEX person_list  ON person (sort_name) WHERE deleted_at IS NULL;
CREATE INDEX person_status ON person ((CASE status WHEN 'new' THEN 0 ELSE 1 END), sort_name) WHERE deleted_at IS NULL;
CREATE INDEX person_added ON person (added_on) WHERE deleted_at IS NULL;
CREATE INDEX person_contact ON person (last_contact_at) WHERE deleted_at IS NULL;
CREATE INDEX person_company ON person (company_id, deleted_at, last_contact_at) WHERE company_id IS NOT NULL;
CREATE VIRTUAL TABLE person_words USING fts5 (name, company, title, email, location, notes, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4');
CREATE VIRTUAL TABLE person_parts USING fts5 (name, company, title, email, location, notes, content = '', tokenize = 'trigram case_sensitive 0');
INSERT INTO person_words (rowid, name, company, title, email, location, notes)
  SELECT p.rowid, first_name || ' ' || last_name, c.name, title, email, '', '' FROM person p JOIN company c ON c.id = p.company_id ORDER BY p.rowid;
INSERT INTO person_parts (rowid, name, company, title, email, location, notes)
  SELECT p.rowid, first_name || ' ' || last_name, c.name, title, email, '', '' FROM person p JOIN company c ON c.id = p.company_id ORDER BY p.rowid;
COMMIT;
