-- What `sqlite3` does with the same rows, as fast as it can: the desk's own tables (TABLES) and, once they are full, all indices the desk has
-- on them (INDICES), then the two search tables in bulk. Without the options of FTS5 that sqlite3 3.40 does not know yet, which would cost it more.
PRAGMA synchronous = FULL;
PRAGMA cache_size = -65536;
BEGIN;
-- TABLES
CREATE TEMP TABLE raw (first, last, url, email, company, position, connected);
.mode csv
.import --skip 4 CONNECTIONS raw
INSERT INTO company (id, name, name_norm, created_at, source)
  SELECT printf('%08x-0000-7000-8000-%012x', rowid, rowid), company, lower(company), '2026-09-15T08:00:00.000Z', 'linkedin'
    FROM (SELECT min(rowid) AS rowid, company FROM raw GROUP BY company);
CREATE TEMP TABLE company_of AS SELECT name_norm AS name, id FROM company;
CREATE INDEX temp.company_of_name ON company_of (name);
INSERT INTO person (id, first_name, last_name, name_norm, sort_name, title, company_id, email, email_norm, email_status, linkedin_url,
    linkedin_slug, source, source_detail, connected_on, added_on, created_at)
  SELECT printf('%08x-0000-7000-8000-%012x', r.rowid, r.rowid), first, last, lower(first || ' ' || last), lower(last || ' ' || first), position, c.id, email,
         lower(email), CASE email WHEN '' THEN 'none' ELSE 'valid' END, url, lower(substr(url, 29)), 'linkedin', 'Connections.csv', connected,
         '2026-09-15', '2026-09-15T08:00:00.000Z'
    FROM raw r JOIN company_of c ON c.name = lower(r.company) ORDER BY r.rowid;
-- INDICES
CREATE VIRTUAL TABLE person_words USING fts5 (name, company, title, email, location, notes, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4');
CREATE VIRTUAL TABLE person_parts USING fts5 (name, company, title, email, location, notes, content = '', tokenize = 'trigram case_sensitive 0');
INSERT INTO person_words (rowid, name, company, title, email, location, notes)
  SELECT p.rowid, first_name || ' ' || last_name, c.name, title, email, '', '' FROM person p JOIN company c ON c.id = p.company_id ORDER BY p.rowid;
INSERT INTO person_parts (rowid, name, company, title, email, location, notes)
  SELECT p.rowid, first_name || ' ' || last_name, c.name, title, email, '', '' FROM person p JOIN company c ON c.id = p.company_id ORDER BY p.rowid;
COMMIT;
