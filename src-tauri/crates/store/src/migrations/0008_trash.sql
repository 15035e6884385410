-- Somebody noted in two seconds, to be completed later: since when; empty once they are.
ALTER TABLE person ADD COLUMN to_qualify_since TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN to_qualify_since TEXT NOT NULL DEFAULT '';
CREATE INDEX person_to_qualify ON person (to_qualify_since) WHERE to_qualify_since <> '';
CREATE INDEX company_to_qualify ON company (to_qualify_since) WHERE to_qualify_since <> '';
-- The trash, newest first.
CREATE INDEX person_removed ON person (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX company_removed ON company (deleted_at) WHERE deleted_at IS NOT NULL;
