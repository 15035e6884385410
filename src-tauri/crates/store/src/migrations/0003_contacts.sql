-- What there is beside the first address and the first number, which stand on the person or the company. References are checked at commit.
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
CREATE INDEX contact_point_person ON contact_point (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX contact_point_company ON contact_point (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX contact_point_norm ON contact_point (norm) WHERE norm <> '';
-- What the first ones are for; empty where nobody said.
ALTER TABLE person ADD COLUMN email_label TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN phone_label TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN phone_label TEXT NOT NULL DEFAULT '';
