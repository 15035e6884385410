-- The search index, a file of its own (`search.db`): made from the desk, in no backup, thrown away and made anew whenever it does not fit.
CREATE TABLE about (
  form      INTEGER NOT NULL,             -- version of this schema
  upto      INTEGER NOT NULL,             -- the last journal_segment the index knows of
  operation TEXT NOT NULL,                -- and its operation: tells the journal of another desk, or of an older copy, apart
  filling   TEXT,                         -- the last row indexed while it is filled anew, 'company/<id>' after the people, then 'opportunity/<id>', then 'text/<id>', then 'file/<id>',
                                          -- '' at the beginning;
                                          -- null once it is whole
  sent      TEXT NOT NULL DEFAULT '',     -- messages that left until then are indexed
  desk      INTEGER NOT NULL              -- version of the desk's schema: another one may number rows otherwise
) STRICT;
CREATE TABLE search_doc (                 -- each indexed person's row in the two tables below
  doc       INTEGER PRIMARY KEY,          -- and in the desk: the same rowid
  person_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE person_words USING fts5 (
  name, company, title, email, location, notes,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);
CREATE VIRTUAL TABLE person_parts USING fts5 (
  name, company, title, email, location, notes,
  content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0 remove_diacritics 1'
);
CREATE TABLE company_doc (                -- the same for companies
  doc        INTEGER PRIMARY KEY,
  company_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE company_words USING fts5 (
  name, site, place, activity, numbers, notes,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);
CREATE VIRTUAL TABLE company_parts USING fts5 (
  name, site, place, activity, numbers, notes,
  content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0 remove_diacritics 1'
);
CREATE TABLE opportunity_doc (            -- the same for opportunities
  doc            INTEGER PRIMARY KEY,
  opportunity_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE opportunity_words USING fts5 (
  name, company, person, step, origin, notes,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);
CREATE VIRTUAL TABLE opportunity_parts USING fts5 (
  name, company, person, step, origin, notes,
  content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0 remove_diacritics 1'
);
CREATE TABLE text_doc (                   -- notes, calls, messages and names of files: each one's row in the two tables below
  doc     INTEGER PRIMARY KEY,
  text_id TEXT NOT NULL UNIQUE            -- 'note/<id of the activity>', 'message/<id>', 'file/<id>'
) STRICT;
CREATE VIRTUAL TABLE text_words USING fts5 (
  title, body,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4'
);
CREATE VIRTUAL TABLE text_parts USING fts5 (
  title, body,
  content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0 remove_diacritics 1'
);
-- The words there are, for what was typed with a mistake in it.
CREATE VIRTUAL TABLE person_vocab USING fts5vocab (person_words, row);
CREATE VIRTUAL TABLE company_vocab USING fts5vocab (company_words, row);
CREATE VIRTUAL TABLE opportunity_vocab USING fts5vocab (opportunity_words, row);
CREATE VIRTUAL TABLE text_vocab USING fts5vocab (text_words, row);
