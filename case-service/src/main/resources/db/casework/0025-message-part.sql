--liquibase formatted sql
--changeset helpathand:0025-message-part

ALTER TABLE message
    ADD COLUMN part_group uuid,
    ADD COLUMN part_number integer,
    ADD COLUMN part_of integer,
    ADD COLUMN media integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN message.part_group IS 'Names the text of which this message is one part; null for a whole one. Parts come late, in any order, or never.';
COMMENT ON COLUMN message.media IS 'How many pictures and the like came with it; they are not fetched.';
CREATE INDEX ix_message_part_group ON message (part_group);
