--liquibase formatted sql
--changeset helpathand:0022-redacted-words

ALTER TABLE conversation ADD COLUMN contact_words_version bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN conversation.contact_words_version IS 'case-service''s count of its redactions of the note about safe contact and the cover words: none of before comes back.';
