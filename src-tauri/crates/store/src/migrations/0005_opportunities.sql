-- Opportunities: pipelines with their stages, what may be sold at which of them, and the goals of a month. All recorded.
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
CREATE INDEX pipeline_stage_pipeline ON pipeline_stage (pipeline_id, position);

CREATE TABLE close_reason (
  id          TEXT PRIMARY KEY NOT NULL,
  kind        TEXT NOT NULL,               -- won|lost
  name_fr     TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  position    INTEGER NOT NULL,
  archived_at TEXT
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
CREATE INDEX opportunity_board ON opportunity (stage_id, position) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_name ON opportunity (name_norm) WHERE deleted_at IS NULL;
CREATE INDEX opportunity_company ON opportunity (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX opportunity_person ON opportunity (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX opportunity_closed ON opportunity (closed_on) WHERE closed_on IS NOT NULL;

-- The stages an opportunity has been at; it left each when it entered the next.
CREATE TABLE opportunity_move (
  id             TEXT PRIMARY KEY NOT NULL,
  opportunity_id TEXT NOT NULL,
  from_stage_id  TEXT,                     -- null = it was made here
  stage_id       TEXT NOT NULL,
  entered_at     TEXT NOT NULL
) STRICT;
CREATE INDEX opportunity_move_of ON opportunity_move (opportunity_id, entered_at);

CREATE TABLE opportunity_line (
  id             TEXT PRIMARY KEY NOT NULL,
  opportunity_id TEXT NOT NULL,
  position       INTEGER NOT NULL,
  name           TEXT NOT NULL,
  quantity       INTEGER NOT NULL,         -- thousandths
  unit_price     INTEGER NOT NULL,         -- minor units of the opportunity's currency, without VAT
  vat_rate       INTEGER                   -- hundredths of a percent
) STRICT;
CREATE INDEX opportunity_line_of ON opportunity_line (opportunity_id, position);

CREATE TABLE opportunity_contact (
  id             TEXT PRIMARY KEY NOT NULL,
  opportunity_id TEXT NOT NULL,
  person_id      TEXT NOT NULL,
  role           TEXT NOT NULL             -- decision_maker|influencer|user|buyer|blocker|other
) STRICT;
CREATE INDEX opportunity_contact_of ON opportunity_contact (opportunity_id);
CREATE INDEX opportunity_contact_person ON opportunity_contact (person_id);

CREATE TABLE goal (
  month  TEXT NOT NULL,                    -- YYYY-MM
  kind   TEXT NOT NULL,                    -- revenue|appointments|signatures
  target INTEGER NOT NULL,                 -- minor units of the desk's currency, or a count
  PRIMARY KEY (month, kind)
) STRICT, WITHOUT ROWID;

-- What every desk starts with, in both languages; the seller changes it as they like.
INSERT INTO pipeline (id, name_fr, name_en, position, created_at) VALUES
  ('01990000-0000-7000-8000-000000000001', 'Ventes directes', 'Direct sales', 1, '2026-01-01T00:00:00.000Z');
INSERT INTO pipeline_stage (id, pipeline_id, name_fr, name_en, colour, position, probability, rotten_days, kind) VALUES
  ('01990000-0000-7000-8000-000000000011', '01990000-0000-7000-8000-000000000001', 'Découverte', 'Discovery', 'quiet', 1, 10, 14, 'open'),
  ('01990000-0000-7000-8000-000000000012', '01990000-0000-7000-8000-000000000001', 'Qualification', 'Qualification', 'line', 2, 25, 14, 'open'),
  ('01990000-0000-7000-8000-000000000013', '01990000-0000-7000-8000-000000000001', 'Proposition', 'Proposal', 'accent', 3, 50, 21, 'open'),
  ('01990000-0000-7000-8000-000000000014', '01990000-0000-7000-8000-000000000001', 'Négociation', 'Negotiation', 'warn', 4, 75, 30, 'open'),
  ('01990000-0000-7000-8000-000000000015', '01990000-0000-7000-8000-000000000001', 'Gagnée', 'Won', 'ok', 5, 100, NULL, 'won'),
  ('01990000-0000-7000-8000-000000000016', '01990000-0000-7000-8000-000000000001', 'Perdue', 'Lost', 'bad', 6, 0, NULL, 'lost');
INSERT INTO close_reason (id, kind, name_fr, name_en, position) VALUES
  ('01990000-0000-7000-8000-000000000021', 'won', 'Prix', 'Price', 1),
  ('01990000-0000-7000-8000-000000000022', 'won', 'Délai', 'Delivery time', 2),
  ('01990000-0000-7000-8000-000000000023', 'won', 'Service', 'Service', 3),
  ('01990000-0000-7000-8000-000000000024', 'won', 'Confiance', 'Trust', 4),
  ('01990000-0000-7000-8000-000000000031', 'lost', 'Trop cher', 'Too expensive', 1),
  ('01990000-0000-7000-8000-000000000032', 'lost', 'Concurrent choisi', 'Chose a competitor', 2),
  ('01990000-0000-7000-8000-000000000033', 'lost', 'Pas de budget', 'No budget', 3),
  ('01990000-0000-7000-8000-000000000034', 'lost', 'Projet abandonné', 'Project dropped', 4),
  ('01990000-0000-7000-8000-000000000035', 'lost', 'Plus de réponse', 'No answer any more', 5),
  ('01990000-0000-7000-8000-000000000036', 'lost', 'Mauvais moment', 'Bad timing', 6);
