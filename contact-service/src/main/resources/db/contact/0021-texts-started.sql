--liquibase formatted sql
--changeset helpathand:0021-texts-started

ALTER TABLE phone_route ADD COLUMN texts_started_at timestamptz;
COMMENT ON COLUMN phone_route.texts_started_at IS 'When START was said last, by the provider: a STOP from before that comes late changes nothing.';
