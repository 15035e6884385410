-- How warm people and opportunities were.

CREATE TABLE score_point (                 -- the course of scores: a point for each change
  id             INTEGER PRIMARY KEY,
  person_id      TEXT,
  opportunity_id TEXT,
  at             TEXT NOT NULL,
  value          INTEGER NOT NULL          -- 0 to 100
) STRICT;

CREATE INDEX score_point_person ON score_point (person_id, at) WHERE person_id IS NOT NULL;

CREATE INDEX score_point_opportunity ON score_point (opportunity_id, at) WHERE opportunity_id IS NOT NULL;
