--liquibase formatted sql
--changeset helpathand:0007-message-guide

ALTER TABLE message ADD COLUMN guide text;
COMMENT ON COLUMN message.guide IS 'The guide to a child''s rights that a reply names; its page is /guides/ and this name.';
