-- The schema after every migration, written by `cargo xtask schema`. Do not edit.

CREATE TABLE activity (
  id         TEXT PRIMARY KEY NOT NULL,
  person_id  TEXT NOT NULL,
  kind       TEXT NOT NULL,               -- note|status_changed|linkedin_recorded|followup_stopped|…
  at         TEXT NOT NULL,
  data       TEXT NOT NULL DEFAULT '{}',  -- JSON
  run_id     TEXT
, company_id TEXT, opportunity_id TEXT, deleted_at TEXT) STRICT;

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

CREATE TABLE appointment_person (
  appointment_id TEXT NOT NULL,
  person_id      TEXT NOT NULL,
  position       INTEGER NOT NULL DEFAULT 0,      -- in the order they were named
  PRIMARY KEY (appointment_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE backup_log (
  id     TEXT PRIMARY KEY NOT NULL,
  at     TEXT NOT NULL,
  path   TEXT NOT NULL,
  kind   TEXT NOT NULL,                   -- manual|before_migration|automatic
  bytes  INTEGER NOT NULL,
  verified INTEGER NOT NULL
) STRICT;

CREATE TABLE close_reason (
  id          TEXT PRIMARY KEY NOT NULL,
  kind        TEXT NOT NULL,               -- won|lost
  name_fr     TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  position    INTEGER NOT NULL,
  archived_at TEXT
) STRICT;

CREATE TABLE company (
  id          TEXT PRIMARY KEY NOT NULL,
  name        TEXT NOT NULL,
  name_norm   TEXT NOT NULL,               -- folded, without legal form: matching
  domain      TEXT NOT NULL DEFAULT '',    -- registrable domain, lower case
  sample      INTEGER NOT NULL DEFAULT 0,
  created_at  TEXT NOT NULL,
  deleted_at  TEXT
, website    TEXT NOT NULL DEFAULT '', phone      TEXT NOT NULL DEFAULT '', phone_norm TEXT NOT NULL DEFAULT '', street     TEXT NOT NULL DEFAULT '', postcode   TEXT NOT NULL DEFAULT '', city       TEXT NOT NULL DEFAULT '', city_norm  TEXT NOT NULL DEFAULT '', country    TEXT NOT NULL DEFAULT '', siren      TEXT NOT NULL DEFAULT '', siret      TEXT NOT NULL DEFAULT '', vat        TEXT NOT NULL DEFAULT '', naf        TEXT NOT NULL DEFAULT '', activity   TEXT NOT NULL DEFAULT '', headcount  INTEGER, notes      TEXT NOT NULL DEFAULT '', source     TEXT NOT NULL DEFAULT '', phone_label TEXT NOT NULL DEFAULT '', merged_into TEXT REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED, to_qualify_since TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE company_tag (
  company_id TEXT NOT NULL,
  tag_id     TEXT NOT NULL,
  at         TEXT NOT NULL,
  PRIMARY KEY (company_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE company_value (
  company_id TEXT NOT NULL,
  field_id   TEXT NOT NULL,
  value      TEXT NOT NULL,
  key        TEXT NOT NULL,
  number     INTEGER,
  PRIMARY KEY (company_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_point (
  id         TEXT PRIMARY KEY NOT NULL,
  person_id  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  company_id TEXT REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  kind       TEXT NOT NULL,                  -- email|phone|url|address
  label      TEXT NOT NULL DEFAULT '',       -- work|home|mobile|other, or the seller's own word
  value      TEXT NOT NULL,                  -- as given; of a postal address JSON {street, postcode, city, region, country}
  norm       TEXT NOT NULL DEFAULT '',       -- key: address in lower case, E.164, link without its scheme, folded words
  status     TEXT NOT NULL DEFAULT 'unknown', -- unknown|valid|guessed|bounced; what the do-not-contact list says counts more
  position   INTEGER NOT NULL DEFAULT 0,
  source     TEXT NOT NULL DEFAULT '',       -- typed|import:<id>|linkedin|csv|…
  source_at  TEXT NOT NULL,
  by         TEXT NOT NULL DEFAULT '',       -- who brought it: seller|import:<id>|desk
  deleted_at TEXT
) STRICT;

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

CREATE TABLE duplicate_group (
  id        INTEGER PRIMARY KEY,
  search_id INTEGER NOT NULL,
  kind      TEXT NOT NULL,                -- person|company
  exact     INTEGER NOT NULL,
  score     INTEGER NOT NULL,             -- 0 to 100
  reasons   TEXT NOT NULL                 -- JSON
) STRICT;

CREATE TABLE duplicate_member (
  group_id  INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  member_id TEXT NOT NULL,
  mark      TEXT NOT NULL,
  PRIMARY KEY (group_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE duplicate_search (
  id          INTEGER PRIMARY KEY,
  started_at  TEXT NOT NULL,
  finished_at TEXT,                       -- NULL: at work, or cut off; what it wrote is not shown
  upto        INTEGER NOT NULL,           -- the journal's last segment when it began
  people      INTEGER NOT NULL DEFAULT 0,
  companies   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE erasing (                     -- has a row only within a transaction that erases: the append-only tables then let go
  one INTEGER PRIMARY KEY NOT NULL
) STRICT;

CREATE TABLE erasure (                     -- who was erased; every restore carries it over and applies it again before the desk opens
  id     TEXT PRIMARY KEY NOT NULL,
  at     TEXT NOT NULL,
  person TEXT NOT NULL                     -- hmac:<hex> of the person's id
) STRICT;

CREATE TABLE erasure_key (                 -- what erased addresses and ids are hashed with; every restore carries it over
  id  TEXT PRIMARY KEY NOT NULL,
  at  TEXT NOT NULL,
  key TEXT NOT NULL                        -- 32 bytes, hexadecimal
) STRICT;

CREATE TABLE erasure_work (                -- one under way: what is still to be found and taken out. Gone when it is done.
  id      TEXT PRIMARY KEY NOT NULL,
  words   TEXT NOT NULL,                   -- JSON
  segment INTEGER NOT NULL,                -- journal segments from this one on are done
  import  TEXT NOT NULL DEFAULT '',        -- rows of imports up to this place are done
  row     INTEGER NOT NULL DEFAULT 0
) STRICT;

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

CREATE TABLE file_chunk (
  id    INTEGER PRIMARY KEY,
  hash  TEXT NOT NULL,
  n     INTEGER NOT NULL,                  -- from 0
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE file_content (
  hash         TEXT PRIMARY KEY NOT NULL,  -- SHA-256, hexadecimal
  whole        INTEGER NOT NULL,           -- 0 while it is written
  unused_since TEXT                        -- since when no file has it, as the upkeep noticed; of what is being written, since it is
) STRICT;

CREATE TABLE followup (
  id         TEXT PRIMARY KEY NOT NULL,
  person_id  TEXT NOT NULL,
  run_id     TEXT,
  n          INTEGER NOT NULL,            -- 1 = first follow-up
  due_on     TEXT NOT NULL,               -- date, in the desk's zone
  state      TEXT NOT NULL DEFAULT 'scheduled', -- scheduled|drafted|done|stopped
  reason     TEXT NOT NULL DEFAULT '',    -- why it stopped
  outbox_id  TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE goal (
  month  TEXT NOT NULL,                    -- YYYY-MM
  kind   TEXT NOT NULL,                    -- revenue|appointments|signatures
  target INTEGER NOT NULL,                 -- minor units of the desk's currency, or a count
  PRIMARY KEY (month, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id           TEXT PRIMARY KEY NOT NULL,
  file_name    TEXT NOT NULL,
  file_hash    TEXT NOT NULL,             -- SHA-256 of the bytes, hexadecimal
  kind         TEXT NOT NULL,             -- linkedin|sheet|csv
  info         TEXT NOT NULL DEFAULT '{}',-- JSON: encoding, delimiter, header, samples, ignored files
  mapping      TEXT NOT NULL DEFAULT '[]',-- JSON: a field or null for each column
  mode         TEXT NOT NULL DEFAULT 'both', -- create|update|both
  state        TEXT NOT NULL,             -- reading|checked|applying|applied|cancelled|failed
  rows         INTEGER NOT NULL DEFAULT 0,
  created      INTEGER NOT NULL DEFAULT 0, -- planned; done once applied. The five add up to rows.
  updated      INTEGER NOT NULL DEFAULT 0,
  unchanged    INTEGER NOT NULL DEFAULT 0,
  skipped      INTEGER NOT NULL DEFAULT 0,
  rejected     INTEGER NOT NULL DEFAULT 0,
  suppressed   INTEGER NOT NULL DEFAULT 0, -- people of the file who are on the do-not-contact list
  applied      INTEGER NOT NULL DEFAULT 0, -- every row up to this n is written; moves with the rows it speaks of
  operation_id TEXT,
  failure      TEXT NOT NULL DEFAULT '',  -- JSON {code, params}
  created_at   TEXT NOT NULL,
  finished_at  TEXT
, source    TEXT NOT NULL DEFAULT '', settings  TEXT NOT NULL DEFAULT '{}', signature TEXT NOT NULL DEFAULT '', conflicts INTEGER NOT NULL DEFAULT 0, deleted_at TEXT) STRICT;

CREATE TABLE import_row (
  import_id TEXT NOT NULL,
  n         INTEGER NOT NULL,             -- 1 = first data row
  line      INTEGER NOT NULL,             -- physical line in the file
  cells     TEXT NOT NULL,                -- JSON array, as read
  plan      TEXT NOT NULL,                -- create|update|unchanged|skip|reject
  reason    TEXT NOT NULL DEFAULT '',     -- JSON {code, params}
  person_id TEXT,                         -- the person it meets; of a new one, the id they get
  diff      TEXT NOT NULL DEFAULT '', conflicts INTEGER NOT NULL DEFAULT 0, held      INTEGER NOT NULL DEFAULT 0, told      TEXT NOT NULL DEFAULT '',     -- JSON [{field, old, new, kept}]
  PRIMARY KEY (import_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_text (                -- what was pasted, as long as it may be read again
  import_id TEXT PRIMARY KEY NOT NULL,
  content   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id          TEXT PRIMARY KEY NOT NULL,
  kind        TEXT NOT NULL,
  payload     TEXT NOT NULL DEFAULT '{}',
  queue       TEXT NOT NULL,
  run_at      TEXT NOT NULL,
  lease_until TEXT,
  attempts    INTEGER NOT NULL DEFAULT 0,
  idem_key    TEXT NOT NULL UNIQUE,
  state       TEXT NOT NULL DEFAULT 'ready', -- ready|leased|done|dead
  last_error  TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE journal_segment (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT, -- the search index follows it
  operation_id TEXT NOT NULL,
  n            INTEGER NOT NULL,
  rows         INTEGER NOT NULL,
  items        BLOB NOT NULL,             -- {"v":1,"tables":{table: [columns]}}: with it the changeset is read by name
  kept         TEXT NOT NULL DEFAULT '',  -- of an undo: JSON [{table, row, columns}] it left because they were edited since
  changeset    BLOB NOT NULL,             -- SQLite session changeset, as an LZ4 block behind its length (u32, little-endian)
  UNIQUE (operation_id, n)
) STRICT;

CREATE TABLE linkedin_task (
  id         TEXT PRIMARY KEY NOT NULL,
  person_id  TEXT NOT NULL,
  run_id     TEXT,
  note       TEXT NOT NULL DEFAULT '',
  state      TEXT NOT NULL DEFAULT 'waiting', -- waiting|sent|already_connected|skipped|cancelled
  created_at TEXT NOT NULL,
  done_at    TEXT
) STRICT;

CREATE TABLE list_company (
  company_id TEXT NOT NULL,
  list_id    TEXT NOT NULL,
  position   INTEGER NOT NULL DEFAULT 0,
  at         TEXT NOT NULL,
  PRIMARY KEY (company_id, list_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_person (
  person_id TEXT NOT NULL,
  list_id   TEXT NOT NULL,
  position  INTEGER NOT NULL DEFAULT 0,    -- ascending; those who come together stand in the order they had
  at        TEXT NOT NULL,
  PRIMARY KEY (person_id, list_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE merge_log (
  id           TEXT PRIMARY KEY NOT NULL,
  at           TEXT NOT NULL,
  event        TEXT NOT NULL,             -- merged|split
  kind         TEXT NOT NULL,             -- person|company
  survivor_id  TEXT NOT NULL,
  other_id     TEXT NOT NULL,
  operation_id TEXT NOT NULL              -- the operation that did it
) STRICT;

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

CREATE TABLE meta (
  key   TEXT PRIMARY KEY NOT NULL,        -- workspace_id|locale|created_at|hold_outgoing|…
  value TEXT NOT NULL
) STRICT;

CREATE TABLE named_list (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  name_norm  TEXT NOT NULL,
  of         TEXT NOT NULL,                -- people|companies
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE not_duplicate (
  kind     TEXT NOT NULL,                 -- person|company
  one_id   TEXT NOT NULL,
  other_id TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (kind, one_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  id         TEXT NOT NULL UNIQUE,
  at         TEXT NOT NULL,
  actor      TEXT NOT NULL,               -- seller|run:<id>|import:<id>|desk
  intent     TEXT NOT NULL,               -- code, named in both languages by the catalogue
  params     TEXT NOT NULL DEFAULT '{}',  -- JSON for the sentence, never addresses or bodies
  state      TEXT NOT NULL,               -- open|done|undoing|undone|redone
  undoes     TEXT,                        -- the operation this one undid or redid
  rows       INTEGER NOT NULL DEFAULT 0,
  schema     INTEGER NOT NULL,            -- schema version its changesets were made with
  undone_segments INTEGER NOT NULL DEFAULT 0 -- how many of its segments are taken back, newest first
) STRICT;

CREATE TABLE opportunity (
  id              TEXT PRIMARY KEY NOT NULL,
  name            TEXT NOT NULL,
  name_norm       TEXT NOT NULL,           -- folded: lists
  company_id      TEXT,                    -- a company or person that is gone is shown as none
  person_id       TEXT,
  pipeline_id     TEXT NOT NULL REFERENCES pipeline (id) DEFERRABLE INITIALLY DEFERRED,
  stage_id        TEXT NOT NULL REFERENCES pipeline_stage (id) DEFERRABLE INITIALLY DEFERRED,
  position        INTEGER NOT NULL DEFAULT 0, -- among the cards of its stage, the smallest first
  amount          INTEGER,                 -- minor units, without VAT; follows the lines where there are any
  currency        TEXT NOT NULL,           -- ISO 4217
  probability     INTEGER,                 -- percent; null = the stage's
  close_on        TEXT,                    -- date it should be signed
  next_step       TEXT NOT NULL DEFAULT '',
  next_step_on    TEXT,                    -- date
  source          TEXT NOT NULL DEFAULT '',
  competitor      TEXT NOT NULL DEFAULT '',
  closed_on       TEXT,                    -- date it was won or lost
  close_reason_id TEXT REFERENCES close_reason (id) DEFERRABLE INITIALLY DEFERRED,
  close_note      TEXT NOT NULL DEFAULT '',
  notes           TEXT NOT NULL DEFAULT '',
  stage_since     TEXT NOT NULL,
  sample          INTEGER NOT NULL DEFAULT 0,
  created_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;

CREATE TABLE opportunity_contact (
  id             TEXT PRIMARY KEY NOT NULL,
  opportunity_id TEXT NOT NULL,
  person_id      TEXT NOT NULL,
  role           TEXT NOT NULL             -- decision_maker|influencer|user|buyer|blocker|other
) STRICT;

CREATE TABLE opportunity_line (
  id             TEXT PRIMARY KEY NOT NULL,
  opportunity_id TEXT NOT NULL,
  position       INTEGER NOT NULL,
  name           TEXT NOT NULL,
  quantity       INTEGER NOT NULL,         -- thousandths
  unit_price     INTEGER NOT NULL,         -- minor units of the opportunity's currency, without VAT
  vat_rate       INTEGER                   -- hundredths of a percent
) STRICT;

CREATE TABLE opportunity_move (
  id             TEXT PRIMARY KEY NOT NULL,
  opportunity_id TEXT NOT NULL,
  from_stage_id  TEXT,                     -- null = it was made here
  stage_id       TEXT NOT NULL,
  entered_at     TEXT NOT NULL
) STRICT;

CREATE TABLE opportunity_value (
  opportunity_id TEXT NOT NULL,
  field_id       TEXT NOT NULL,
  value          TEXT NOT NULL,
  key            TEXT NOT NULL,
  number         INTEGER,
  PRIMARY KEY (opportunity_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id           TEXT PRIMARY KEY NOT NULL,
  channel      TEXT NOT NULL DEFAULT 'email',
  step         TEXT NOT NULL,             -- first|followup-1|…|notification|test
  person_id    TEXT,
  run_id       TEXT,
  account      TEXT NOT NULL DEFAULT '',  -- chosen when it is sent: practice|smtp:<from>
  message_id   TEXT NOT NULL UNIQUE,      -- without < >, fixed before the first byte
  in_reply_to  TEXT NOT NULL DEFAULT '',  -- Message-ID of the message this one follows
  to_name      TEXT NOT NULL DEFAULT '',
  to_address   TEXT NOT NULL,
  to_norm      TEXT NOT NULL,
  subject      TEXT NOT NULL,
  body_text    TEXT NOT NULL,
  body_html    TEXT NOT NULL DEFAULT '',
  language     TEXT NOT NULL DEFAULT '',
  written_by   TEXT NOT NULL DEFAULT 'template', -- template|model|seller
  warnings     TEXT NOT NULL DEFAULT '[]',
  payload      BLOB,                      -- the frozen RFC 5322 bytes, set when the attempt starts
  state        TEXT NOT NULL,             -- draft|held|scheduled|sending|sent|unknown|failed|cancelled
  send_after   TEXT,                      -- not before; undo-send ends here
  attempts     INTEGER NOT NULL DEFAULT 0,
  gate         TEXT NOT NULL DEFAULT '',  -- JSON of the gate's last answer
  failure      TEXT NOT NULL DEFAULT '',  -- JSON {code, params}
  created_at   TEXT NOT NULL,
  approved_at  TEXT,
  started_at   TEXT,
  finished_at  TEXT,
  given_up_in  TEXT,                      -- the operation in which the seller gave it up; kept when that is taken back
  given_up_from TEXT NOT NULL DEFAULT '',  -- its state before it was given up
  wait_until   TEXT,                      -- the gate's answer, or the pause before another attempt
  due_at       TEXT GENERATED ALWAYS AS (max(coalesce(send_after, ''), coalesce(wait_until, ''))) VIRTUAL
) STRICT;

CREATE TABLE person (
  id             TEXT PRIMARY KEY NOT NULL,
  first_name     TEXT NOT NULL DEFAULT '',
  last_name      TEXT NOT NULL DEFAULT '',
  name_norm      TEXT NOT NULL DEFAULT '',  -- folded "first last": matching
  sort_name      TEXT NOT NULL DEFAULT '',  -- folded "last first": lists
  title          TEXT NOT NULL DEFAULT '',
  company_id     TEXT REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  email          TEXT NOT NULL DEFAULT '',
  email_norm     TEXT NOT NULL DEFAULT '',
  email_status   TEXT NOT NULL DEFAULT 'none',  -- none|valid|guessed|bounced
  phone          TEXT NOT NULL DEFAULT '',
  phone_norm     TEXT NOT NULL DEFAULT '',  -- digits with leading +, or ''
  linkedin_url   TEXT NOT NULL DEFAULT '',
  linkedin_slug  TEXT NOT NULL DEFAULT '',  -- lower case, percent-decoded
  location       TEXT NOT NULL DEFAULT '',
  time_zone      TEXT NOT NULL DEFAULT '',  -- IANA, '' = the seller's
  language       TEXT NOT NULL DEFAULT '',  -- fr|en|'' = the desk's
  status         TEXT NOT NULL DEFAULT 'new', -- new|contacted|interested|qualified|converted|lost|do_not_contact
  notes          TEXT NOT NULL DEFAULT '',
  message_sent   TEXT NOT NULL DEFAULT '',  -- the sheet's "Message envoyé"
  followup_count INTEGER NOT NULL DEFAULT 0,
  last_contact_at TEXT,
  consent_at     TEXT,                      -- recorded consent to write to a private address
  consent_note   TEXT NOT NULL DEFAULT '',
  source         TEXT NOT NULL DEFAULT 'manual', -- linkedin|csv|sheet|manual|sample
  source_detail  TEXT NOT NULL DEFAULT '',
  connected_on   TEXT,                      -- date
  added_on       TEXT NOT NULL,             -- date, the sheet's "Date d'ajout"
  sample         INTEGER NOT NULL DEFAULT 0,
  created_at     TEXT NOT NULL,
  deleted_at     TEXT
, email_label TEXT NOT NULL DEFAULT '', phone_label TEXT NOT NULL DEFAULT '', merged_into TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, to_qualify_since TEXT NOT NULL DEFAULT '', status_since TEXT) STRICT;

CREATE TABLE person_consent (
  person_id TEXT NOT NULL,
  channel   TEXT NOT NULL,                 -- email|phone|sms|linkedin|post
  given     INTEGER NOT NULL,              -- 1 agreed, 0 refused
  on_day    TEXT NOT NULL,
  note      TEXT NOT NULL DEFAULT '',      -- how
  PRIMARY KEY (person_id, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_field (
  person_id  TEXT NOT NULL,
  field      TEXT NOT NULL,
  source     TEXT NOT NULL,               -- typed|import:<import id>|…
  at         TEXT NOT NULL,
  PRIMARY KEY (person_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_privacy (
  person_id   TEXT PRIMARY KEY NOT NULL,
  legal_basis TEXT NOT NULL DEFAULT '',    -- legitimate_interest|consent|contract, '' = legitimate_interest
  informed_on TEXT,                        -- date they were told of GDPR article 14 otherwise than by a message of the desk
  heard_on    TEXT,                        -- date of their last contact that the desk does not know by itself
  heard_how   TEXT NOT NULL DEFAULT ''     -- the seller's words
) STRICT, WITHOUT ROWID;

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

CREATE TABLE person_tag (
  person_id TEXT NOT NULL,
  tag_id    TEXT NOT NULL,
  at        TEXT NOT NULL,
  PRIMARY KEY (person_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_value (
  person_id TEXT NOT NULL,
  field_id  TEXT NOT NULL,
  value     TEXT NOT NULL,                 -- as read; choices one a line
  key       TEXT NOT NULL,                 -- folded, for finding and ordering; each choice between line ends
  number    INTEGER,                       -- millionths of a number, minor units of an amount
  PRIMARY KEY (person_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pipeline (
  id          TEXT PRIMARY KEY NOT NULL,
  name_fr     TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  position    INTEGER NOT NULL,
  created_at  TEXT NOT NULL,
  archived_at TEXT
) STRICT;

CREATE TABLE pipeline_stage (
  id          TEXT PRIMARY KEY NOT NULL,
  pipeline_id TEXT NOT NULL REFERENCES pipeline (id) DEFERRABLE INITIALLY DEFERRED,
  name_fr     TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  colour      TEXT NOT NULL DEFAULT '',    -- accent|ok|warn|bad|doubt|quiet|line|''
  position    INTEGER NOT NULL,
  probability INTEGER NOT NULL DEFAULT 0,  -- percent
  rotten_days INTEGER,                     -- days after which an opportunity is here too long
  kind        TEXT NOT NULL DEFAULT 'open', -- open|won|lost
  archived_at TEXT
) STRICT;

CREATE TABLE practice_mail (             -- the practice outbox: what would have left
  id          TEXT PRIMARY KEY NOT NULL,
  at          TEXT NOT NULL,
  message_id  TEXT NOT NULL UNIQUE,
  envelope_to TEXT NOT NULL,
  raw         BLOB NOT NULL
) STRICT;

CREATE TABLE run (
  id          TEXT PRIMARY KEY NOT NULL,
  number      INTEGER NOT NULL UNIQUE,
  title       TEXT NOT NULL DEFAULT '',
  config      TEXT NOT NULL,              -- JSON as the seller gave it
  selection   TEXT NOT NULL,              -- JSON: how the people were chosen
  sends       INTEGER NOT NULL DEFAULT 0, -- messages leave without approval
  recall_seconds INTEGER NOT NULL DEFAULT 0,
  state       TEXT NOT NULL,              -- preparing|running|paused|cancelling|finished|cancelled
  reason      TEXT NOT NULL DEFAULT '',   -- JSON: why it paused by itself
  created_at  TEXT NOT NULL,
  started_at  TEXT,
  finished_at TEXT,
  receipt     TEXT NOT NULL DEFAULT '',   -- JSON, written once
  operation_id TEXT NOT NULL              -- its undo step
) STRICT;

CREATE TABLE run_log (
  run_id    TEXT NOT NULL,
  seq       INTEGER NOT NULL,
  at        TEXT NOT NULL,
  level     TEXT NOT NULL,                -- info|warning|error
  code      TEXT NOT NULL,
  params    TEXT NOT NULL DEFAULT '{}',
  person_id TEXT,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_person (
  run_id      TEXT NOT NULL,
  position    INTEGER NOT NULL,
  person_id   TEXT NOT NULL,
  state       TEXT NOT NULL DEFAULT 'waiting', -- waiting|working|done|needs_you|out
  steps       TEXT NOT NULL DEFAULT '{}', -- JSON {analyse, write, check, email, linkedin, followup}
  reason      TEXT NOT NULL DEFAULT '',   -- JSON {code, params} for out and needs_you: the value the gate returned
  outbox_id   TEXT,
  linkedin_task_id TEXT,
  followup_id TEXT,
  at          TEXT,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  id         TEXT PRIMARY KEY NOT NULL,
  of         TEXT NOT NULL,                -- people|companies|opportunities
  name       TEXT NOT NULL,                -- '' = one of the desk's own, called as the catalogues say
  name_norm  TEXT NOT NULL,                -- folded words
  builtin    TEXT NOT NULL DEFAULT '',     -- which of the desk's own; '' = the seller's
  icon       TEXT NOT NULL DEFAULT '',
  favourite  INTEGER NOT NULL DEFAULT 0,
  position   INTEGER NOT NULL,
  content    TEXT NOT NULL,                -- JSON: layout, query, columns, grouping
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE score_point (                 -- the course of scores: a point for each change
  id             INTEGER PRIMARY KEY,
  person_id      TEXT,
  opportunity_id TEXT,
  at             TEXT NOT NULL,
  value          INTEGER NOT NULL          -- 0 to 100
) STRICT;

CREATE TABLE send_hour (
  account  TEXT NOT NULL,
  hour     TEXT NOT NULL,                 -- YYYY-MM-DDTHH, UTC
  started  INTEGER NOT NULL,
  first_at TEXT NOT NULL,
  last_at  TEXT NOT NULL,
  PRIMARY KEY (account, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE send_ledger (
  id           TEXT PRIMARY KEY NOT NULL,
  at           TEXT NOT NULL,
  event        TEXT NOT NULL,             -- started|sent|unknown|not_sent|reconciled_sent|reconciled_not_sent
  channel      TEXT NOT NULL,             -- email|linkedin
  person_id    TEXT,
  address_norm TEXT NOT NULL DEFAULT '',
  step         TEXT NOT NULL,             -- first|followup-1|…|linkedin|notification|test
  account      TEXT NOT NULL DEFAULT '',  -- practice|smtp:<from>|…
  run_id       TEXT,
  outbox_id    TEXT,
  message_id   TEXT NOT NULL DEFAULT '',
  detail       TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL                     -- JSON
) STRICT;

CREATE TABLE sheet_row (                  -- which person stands in which sheet, and what was last written there
  spreadsheet_id TEXT NOT NULL,
  person_id      TEXT NOT NULL,
  row_hash       TEXT NOT NULL,
  pushed_at      TEXT NOT NULL,
  PRIMARY KEY (spreadsheet_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE suppression (
  id        TEXT PRIMARY KEY NOT NULL,
  at        TEXT NOT NULL,
  action    TEXT NOT NULL,                -- block|allow
  scope     TEXT NOT NULL,                -- email|domain|linkedin|phone|person
  key       TEXT NOT NULL,                -- normalised value, or hmac:<hex> of an erased one
  reason    TEXT NOT NULL,                -- opted_out|bounced|seller|erased
  note      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE tag (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  name_norm  TEXT NOT NULL,                -- folded words
  colour     TEXT NOT NULL DEFAULT 'grey', -- grey|blue|green|yellow|orange|red|violet
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

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

CREATE INDEX activity_company ON activity (company_id, at) WHERE company_id IS NOT NULL;

CREATE INDEX activity_opportunity ON activity (opportunity_id, at) WHERE opportunity_id IS NOT NULL;

CREATE INDEX activity_person ON activity (person_id, at);

CREATE INDEX activity_removed ON activity (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX appointment_company ON appointment (company_id) WHERE company_id IS NOT NULL;

CREATE INDEX appointment_opportunity ON appointment (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE INDEX appointment_person_of ON appointment_person (person_id);

CREATE INDEX appointment_remind ON appointment (remind_at) WHERE remind_at IS NOT NULL AND deleted_at IS NULL AND state = 'planned';

CREATE INDEX appointment_removed ON appointment (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX appointment_time ON appointment (ends_at, starts_at) WHERE deleted_at IS NULL;

CREATE INDEX appointment_uid ON appointment (uid);

CREATE INDEX company_added ON company (created_at) WHERE deleted_at IS NULL;

CREATE INDEX company_merged ON company (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX company_name ON company (name_norm) WHERE deleted_at IS NULL;

CREATE INDEX company_removed ON company (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX company_siren ON company (siren) WHERE siren <> '';

CREATE INDEX company_tag_tag ON company_tag (tag_id);

CREATE INDEX company_to_qualify ON company (to_qualify_since) WHERE to_qualify_since <> '';

CREATE INDEX company_value_key ON company_value (field_id, key);

CREATE INDEX company_value_number ON company_value (field_id, number) WHERE number IS NOT NULL;

CREATE INDEX contact_point_company ON contact_point (company_id) WHERE company_id IS NOT NULL;

CREATE INDEX contact_point_norm ON contact_point (norm) WHERE norm <> '';

CREATE INDEX contact_point_person ON contact_point (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX duplicate_group_order ON duplicate_group (search_id, exact DESC, score DESC, id);

CREATE INDEX duplicate_member_of ON duplicate_member (kind, member_id);

CREATE UNIQUE INDEX file_chunk_of ON file_chunk (hash, n);

CREATE INDEX file_company ON file (company_id) WHERE company_id IS NOT NULL;

CREATE INDEX file_hash ON file (hash);

CREATE INDEX file_opportunity ON file (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE INDEX file_person ON file (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX file_removed ON file (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX followup_due ON followup (state, due_on);

CREATE INDEX followup_person ON followup (person_id);

CREATE INDEX import_hash ON import (file_hash);

CREATE INDEX import_row_conflict ON import_row (import_id, n) WHERE conflicts > 0;

CREATE INDEX import_row_held     ON import_row (import_id, n) WHERE held = 1;

CREATE INDEX import_row_plan ON import_row (import_id, plan, n) WHERE plan <> 'create';

CREATE INDEX import_signature ON import (signature) WHERE signature <> '';

CREATE INDEX job_due ON job (queue, state, run_at);

CREATE INDEX ledger_address ON send_ledger (address_norm) WHERE address_norm <> '';

CREATE INDEX ledger_at ON send_ledger (channel, at);

CREATE INDEX ledger_outbox ON send_ledger (outbox_id) WHERE outbox_id IS NOT NULL;

CREATE INDEX ledger_person ON send_ledger (person_id, at) WHERE person_id IS NOT NULL;

CREATE INDEX linkedin_task_person ON linkedin_task (person_id);

CREATE INDEX linkedin_task_state ON linkedin_task (state, created_at);

CREATE INDEX list_company_list ON list_company (list_id, position);

CREATE INDEX list_person_list ON list_person (list_id, position);

CREATE INDEX merge_log_operation ON merge_log (operation_id);

CREATE INDEX merge_log_other ON merge_log (other_id);

CREATE INDEX merge_log_survivor ON merge_log (survivor_id);

CREATE INDEX not_duplicate_other ON not_duplicate (kind, other_id);

CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX opportunity_board ON opportunity (stage_id, position) WHERE deleted_at IS NULL;

CREATE INDEX opportunity_closed ON opportunity (closed_on) WHERE closed_on IS NOT NULL;

CREATE INDEX opportunity_company ON opportunity (company_id) WHERE company_id IS NOT NULL;

CREATE INDEX opportunity_contact_of ON opportunity_contact (opportunity_id);

CREATE INDEX opportunity_contact_person ON opportunity_contact (person_id);

CREATE INDEX opportunity_line_of ON opportunity_line (opportunity_id, position);

CREATE INDEX opportunity_move_of ON opportunity_move (opportunity_id, entered_at);

CREATE INDEX opportunity_name ON opportunity (name_norm) WHERE deleted_at IS NULL;

CREATE INDEX opportunity_person ON opportunity (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX opportunity_removed ON opportunity (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX opportunity_value_key ON opportunity_value (field_id, key);

CREATE INDEX opportunity_value_number ON opportunity_value (field_id, number) WHERE number IS NOT NULL;

CREATE INDEX outbox_address ON outbox (to_norm);

CREATE INDEX outbox_due ON outbox (state, due_at, id);

CREATE INDEX outbox_finished ON outbox (finished_at) WHERE state = 'sent';

CREATE INDEX outbox_given_up ON outbox (given_up_in) WHERE given_up_in IS NOT NULL;

CREATE INDEX outbox_notice ON outbox (state, due_at, id) WHERE person_id IS NULL;

CREATE INDEX outbox_person ON outbox (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX outbox_run ON outbox (run_id, state, step, account, person_id) WHERE run_id IS NOT NULL;

CREATE INDEX person_added ON person (added_on) WHERE deleted_at IS NULL;

CREATE INDEX person_by_status ON person (status, sort_name) WHERE deleted_at IS NULL;

CREATE INDEX person_company ON person (company_id, deleted_at, last_contact_at) WHERE company_id IS NOT NULL;

CREATE INDEX person_contact ON person (last_contact_at) WHERE deleted_at IS NULL;

CREATE INDEX person_email ON person (email_norm) WHERE email_norm <> '';

CREATE INDEX person_list  ON person (sort_name) WHERE deleted_at IS NULL;

CREATE INDEX person_merged  ON person (merged_into)  WHERE merged_into IS NOT NULL;

CREATE INDEX person_name  ON person (name_norm);

CREATE INDEX person_phone ON person (phone_norm) WHERE phone_norm <> '';

CREATE INDEX person_removed ON person (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX person_sample ON person (id) WHERE sample = 1;

CREATE INDEX person_slug  ON person (linkedin_slug) WHERE linkedin_slug <> '';

CREATE UNIQUE INDEX person_status_order ON person_status (position, key);

CREATE INDEX person_tag_tag ON person_tag (tag_id);

CREATE INDEX person_to_qualify ON person (to_qualify_since) WHERE to_qualify_since <> '';

CREATE INDEX person_value_key ON person_value (field_id, key);

CREATE INDEX person_value_number ON person_value (field_id, number) WHERE number IS NOT NULL;

CREATE INDEX pipeline_stage_pipeline ON pipeline_stage (pipeline_id, position);

CREATE UNIQUE INDEX run_person_once ON run_person (run_id, person_id);

CREATE INDEX run_person_state ON run_person (run_id, state, position);

CREATE INDEX score_point_opportunity ON score_point (opportunity_id, at) WHERE opportunity_id IS NOT NULL;

CREATE INDEX score_point_person ON score_point (person_id, at) WHERE person_id IS NOT NULL;

CREATE INDEX suppression_key ON suppression (scope, key, at);

CREATE INDEX tag_name ON tag (name_norm);

CREATE INDEX task_company ON task (company_id) WHERE company_id IS NOT NULL;

CREATE INDEX task_open ON task (coalesce(due_at, due_on, '9999'), id) WHERE deleted_at IS NULL AND state IN ('to_do', 'in_progress');

CREATE INDEX task_opportunity ON task (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE INDEX task_over ON task (done_at, id) WHERE deleted_at IS NULL AND state IN ('done', 'cancelled');

CREATE INDEX task_person ON task (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX task_remind ON task (remind_at) WHERE remind_at IS NOT NULL AND deleted_at IS NULL AND state IN ('to_do', 'in_progress');

CREATE INDEX task_removed ON task (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TRIGGER merge_log_no_delete BEFORE DELETE ON merge_log WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER merge_log_no_update BEFORE UPDATE ON merge_log BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER person_status_used BEFORE DELETE ON person_status
  WHEN EXISTS (SELECT 1 FROM person WHERE status = OLD.key)
BEGIN SELECT RAISE(ABORT, 'the status has people'); END;

CREATE TRIGGER send_ledger_no_delete BEFORE DELETE ON send_ledger BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER send_ledger_no_update BEFORE UPDATE ON send_ledger WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER send_ledger_not_sent AFTER INSERT ON send_ledger
WHEN NEW.event = 'not_sent' AND NEW.step NOT IN ('notification', 'test') BEGIN
  UPDATE send_hour SET started = max(0, started - 1) WHERE account = NEW.account AND hour = substr(NEW.at, 1, 13);
END;

CREATE TRIGGER send_ledger_started AFTER INSERT ON send_ledger
WHEN NEW.event = 'started' AND NEW.step NOT IN ('notification', 'test') BEGIN
  INSERT INTO send_hour (account, hour, started, first_at, last_at) VALUES (NEW.account, substr(NEW.at, 1, 13), 1, NEW.at, NEW.at)
  ON CONFLICT (account, hour) DO UPDATE SET started = started + 1, first_at = min(first_at, NEW.at), last_at = max(last_at, NEW.at);
END;

CREATE TRIGGER suppression_no_delete BEFORE DELETE ON suppression WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER suppression_no_update BEFORE UPDATE ON suppression BEGIN SELECT RAISE(ABORT, 'append-only'); END;

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
