-- The index had the name the table needs.
DROP INDEX person_status;

-- Statuses of people: the seller's own. Recorded. What a status counts as is the beginning of its key and never changes.
CREATE TABLE person_status (
  key         TEXT PRIMARY KEY NOT NULL,   -- new|contacted|interested|qualified|converted|lost|do_not_contact, or one of these, ':' and an id
  name_fr     TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  colour      TEXT NOT NULL DEFAULT '',    -- accent|ok|warn|bad|doubt|quiet|line|''
  position    INTEGER NOT NULL,
  rotten_days INTEGER,                     -- days after which somebody is in it too long
  hidden      INTEGER NOT NULL DEFAULT 0,  -- nobody is put in it any more
  deleted_at  TEXT
) STRICT, WITHOUT ROWID;
-- In the seller's order, and of no two rows the same: a list by status walks it.
CREATE UNIQUE INDEX person_status_order ON person_status (position, key);

INSERT INTO person_status (key, name_fr, name_en, colour, position) VALUES
  ('new', 'Nouveau', 'New', 'quiet', 1),
  ('contacted', 'Contacté', 'Contacted', 'line', 2),
  ('interested', 'Intéressé', 'Interested', 'accent', 3),
  ('qualified', 'Qualifié', 'Qualified', 'warn', 4),
  ('converted', 'Converti', 'Converted', 'ok', 5),
  ('lost', 'Perdu', 'Lost', '', 6),
  ('do_not_contact', 'Ne pas contacter', 'Do not contact', 'bad', 7);

-- Nobody is in a status that is not there, and one with people stays: whatever is undone, in whatever order.
CREATE TRIGGER person_status_there BEFORE UPDATE OF status ON person
  WHEN instr(NEW.status, ':') > 0 AND NOT EXISTS (SELECT 1 FROM person_status WHERE key = NEW.status)
BEGIN SELECT RAISE(ABORT, 'no such status'); END;
CREATE TRIGGER person_status_known BEFORE INSERT ON person
  WHEN instr(NEW.status, ':') > 0 AND NOT EXISTS (SELECT 1 FROM person_status WHERE key = NEW.status)
BEGIN SELECT RAISE(ABORT, 'no such status'); END;
CREATE TRIGGER person_status_used BEFORE DELETE ON person_status
  WHEN EXISTS (SELECT 1 FROM person WHERE status = OLD.key)
BEGIN SELECT RAISE(ABORT, 'the status has people'); END;

-- When somebody came into their status; null = when they came onto the desk.
ALTER TABLE person ADD COLUMN status_since TEXT;
UPDATE person SET status_since = (SELECT max(at) FROM activity WHERE person_id = person.id AND kind = 'status_changed')
  WHERE id IN (SELECT person_id FROM activity WHERE kind = 'status_changed');

CREATE INDEX person_by_status ON person (status, sort_name) WHERE deleted_at IS NULL;

INSERT INTO saved_view (id, of, name, name_norm, builtin, favourite, position, content, created_at) VALUES
  ('01990000-0000-7000-8000-000000000110', 'people', '', '', 'too_long', 0, 10,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"too_long","op":"is","value":"yes"}],"sort":"status","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z');

-- What the desk's own views ask is what a status counts as.
UPDATE saved_view SET content = replace(content, '"field":"status"', '"field":"counts_as"') WHERE builtin <> '';
