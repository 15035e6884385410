-- Tasks, appointments, and notes that stand on a company or an opportunity. Recorded.
CREATE TABLE task (
  id             TEXT PRIMARY KEY NOT NULL,
  title          TEXT NOT NULL,
  kind           TEXT NOT NULL DEFAULT 'other',  -- call|email|visit|quote|other
  notes          TEXT NOT NULL DEFAULT '',
  due_on         TEXT,                           -- date, in its zone
  due_time       TEXT NOT NULL DEFAULT '',       -- HH:MM, or '' for the whole day
  time_zone      TEXT NOT NULL DEFAULT '',       -- IANA, '' = the desk's
  due_at         TEXT,                           -- that time as a moment, when it was written
  priority       TEXT NOT NULL DEFAULT 'normal', -- low|normal|high
  state          TEXT NOT NULL DEFAULT 'to_do',  -- to_do|in_progress|done|cancelled
  done_at        TEXT,
  outcome        TEXT NOT NULL DEFAULT '',
  remind_at      TEXT,
  person_id      TEXT,
  company_id     TEXT,
  opportunity_id TEXT,
  sample         INTEGER NOT NULL DEFAULT 0,
  created_at     TEXT NOT NULL,
  deleted_at     TEXT
) STRICT;
-- A day alone stands before the times of that day, and what has no day at the end.
CREATE INDEX task_open ON task (coalesce(due_at, due_on, '9999'), id) WHERE deleted_at IS NULL AND state IN ('to_do', 'in_progress');
CREATE INDEX task_over ON task (done_at, id) WHERE deleted_at IS NULL AND state IN ('done', 'cancelled');
CREATE INDEX task_person ON task (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX task_company ON task (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX task_opportunity ON task (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX task_remind ON task (remind_at) WHERE remind_at IS NOT NULL AND deleted_at IS NULL AND state IN ('to_do', 'in_progress');

CREATE TABLE appointment (
  id             TEXT PRIMARY KEY NOT NULL,
  title          TEXT NOT NULL,
  kind           TEXT NOT NULL DEFAULT 'meeting', -- meeting|video|call|visit|other
  starts_at      TEXT NOT NULL,                   -- of whole days: midnight in the desk's zone, when it was written
  ends_at        TEXT NOT NULL,                   -- first moment after it
  time_zone      TEXT NOT NULL DEFAULT '',        -- IANA, where it was made
  starts_on      TEXT,                            -- whole days: the first
  ends_on        TEXT,                            -- and the last, included
  place          TEXT NOT NULL DEFAULT '',
  video_link     TEXT NOT NULL DEFAULT '',
  state          TEXT NOT NULL DEFAULT 'planned', -- planned|done|cancelled|no_show
  notes          TEXT NOT NULL DEFAULT '',
  outcome        TEXT NOT NULL DEFAULT '',
  company_id     TEXT,
  opportunity_id TEXT,
  remind_minutes INTEGER,                         -- before it
  remind_at      TEXT,
  uid            TEXT NOT NULL,                   -- RFC 5545 UID
  occurrence     TEXT NOT NULL DEFAULT '',        -- RECURRENCE-ID of one of a series
  sequence       INTEGER NOT NULL DEFAULT 0,
  imported       INTEGER NOT NULL DEFAULT 0,
  sample         INTEGER NOT NULL DEFAULT 0,
  created_at     TEXT NOT NULL,
  deleted_at     TEXT
) STRICT;
CREATE INDEX appointment_time ON appointment (ends_at, starts_at) WHERE deleted_at IS NULL;
CREATE INDEX appointment_uid ON appointment (uid);
CREATE INDEX appointment_company ON appointment (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX appointment_opportunity ON appointment (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX appointment_remind ON appointment (remind_at) WHERE remind_at IS NOT NULL AND deleted_at IS NULL AND state = 'planned';

CREATE TABLE appointment_person (
  appointment_id TEXT NOT NULL,
  person_id      TEXT NOT NULL,
  position       INTEGER NOT NULL DEFAULT 0,      -- in the order they were named
  PRIMARY KEY (appointment_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_person_of ON appointment_person (person_id);

-- What stands on a company or an opportunity alone has '' for its person.
ALTER TABLE activity ADD COLUMN company_id TEXT;
ALTER TABLE activity ADD COLUMN opportunity_id TEXT;
ALTER TABLE activity ADD COLUMN deleted_at TEXT;
CREATE INDEX activity_company ON activity (company_id, at) WHERE company_id IS NOT NULL;
CREATE INDEX activity_opportunity ON activity (opportunity_id, at) WHERE opportunity_id IS NOT NULL;
