--liquibase formatted sql
--changeset helpathand:p011-outbox-urgent

ALTER TABLE outbox ADD COLUMN urgent boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN outbox.urgent IS 'A child may be in danger: goes before all that is due, with what stands before it in its stream.';
CREATE INDEX ix_outbox_urgent ON outbox (next_attempt_at) WHERE parked_at IS NULL AND urgent;
COMMENT ON INDEX ix_outbox_urgent IS 'What is claimed first: a handful of rows, however many wait beside them.';
