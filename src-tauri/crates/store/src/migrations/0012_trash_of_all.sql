-- The trash holds every kind of record: what was removed is found without reading the rest.
CREATE INDEX opportunity_removed ON opportunity (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX task_removed ON task (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX appointment_removed ON appointment (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX activity_removed ON activity (deleted_at) WHERE deleted_at IS NOT NULL;
