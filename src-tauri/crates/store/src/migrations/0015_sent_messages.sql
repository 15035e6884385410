-- The search index takes messages in as they leave.
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE state = 'sent';
