-- Saved views of the lists. Recorded. What a view asks is kept as the commands take it, as JSON.
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

-- What every desk starts with; the seller changes it as they like.
INSERT INTO saved_view (id, of, name, name_norm, builtin, favourite, position, content, created_at) VALUES
  ('01990000-0000-7000-8000-000000000101', 'people', '', '', 'to_contact_today', 1, 1,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"next_step","op":"before","value":"today+1"},{"field":"status","op":"is_not","value":"do_not_contact"}],"sort":"name","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000102', 'people', '', '', 'replied', 0, 2,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"status","op":"is","value":"interested"},{"field":"next_step","op":"empty","value":""}],"sort":"last_contact","descending":true}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000103', 'people', '', '', 'no_next_step', 0, 3,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"status","op":"is","value":"contacted,interested,qualified"},{"field":"next_step","op":"empty","value":""}],"sort":"last_contact","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000104', 'people', '', '', 'cooling_down', 0, 4,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"status","op":"is","value":"contacted,interested,qualified"},{"field":"last_contact","op":"before","value":"today-30"}],"sort":"last_contact","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000105', 'people', '', '', 'do_not_contact', 0, 5,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"status","op":"is","value":"do_not_contact"}],"sort":"name","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000106', 'people', '', '', 'missing_email', 0, 6,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"email","op":"empty","value":""},{"field":"status","op":"is_not","value":"do_not_contact,lost"}],"sort":"name","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000107', 'people', '', '', 'duplicates', 0, 7,
   '{"layout":"table","query":{"of":"people","query":{"text":"","filters":[{"field":"duplicate","op":"is","value":"yes"}],"sort":"name","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000108', 'opportunities', '', '', 'closing_soon', 0, 8,
   '{"layout":"table","query":{"of":"opportunities","query":{"text":"","filters":[{"field":"state","op":"is","value":"open"},{"field":"close_on","op":"before","value":"today+31"}],"sort":"close_on","descending":false}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z'),
  ('01990000-0000-7000-8000-000000000109', 'opportunities', '', '', 'standing_still', 0, 9,
   '{"layout":"table","query":{"of":"opportunities","query":{"text":"","filters":[{"field":"stagnating","op":"is","value":"yes"}],"sort":"age","descending":true}},"columns":[],"grouping":""}',
   '2026-01-01T00:00:00.000Z');
