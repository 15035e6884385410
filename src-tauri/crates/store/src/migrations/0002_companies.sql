-- What is known of a company beside its name. Columns are appended, for the journal's sake.
ALTER TABLE company ADD COLUMN website    TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN phone      TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN phone_norm TEXT NOT NULL DEFAULT '';  -- digits with leading +, or ''
ALTER TABLE company ADD COLUMN street     TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN postcode   TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN city       TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN city_norm  TEXT NOT NULL DEFAULT '';  -- folded: lists
ALTER TABLE company ADD COLUMN country    TEXT NOT NULL DEFAULT '';  -- ISO 3166-1, two letters
ALTER TABLE company ADD COLUMN siren      TEXT NOT NULL DEFAULT '';  -- nine digits, or what was typed in their place; so the next three
ALTER TABLE company ADD COLUMN siret      TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN vat        TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN naf        TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN activity   TEXT NOT NULL DEFAULT '';  -- what it does, in words
ALTER TABLE company ADD COLUMN headcount  INTEGER;                   -- people who work there
ALTER TABLE company ADD COLUMN notes      TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN source     TEXT NOT NULL DEFAULT '';  -- linkedin|csv|sheet|manual|sample|'' = older than this column
CREATE INDEX company_siren ON company (siren) WHERE siren <> '';
-- Lists skip to a deep page within these, without the rows.
DROP INDEX company_name;
CREATE INDEX company_name ON company (name_norm) WHERE deleted_at IS NULL;
CREATE INDEX company_added ON company (created_at) WHERE deleted_at IS NULL;

-- One index tells how many people a company has and when the last of them was contacted.
DROP INDEX person_company;
CREATE INDEX person_company ON person (company_id, deleted_at, last_contact_at) WHERE company_id IS NOT NULL;
