--liquibase formatted sql
--changeset helpathand:0015-conversation-texts

ALTER TABLE conversation ADD COLUMN began_by_text boolean NOT NULL DEFAULT false;
ALTER TABLE conversation ADD COLUMN number_hash bytea;
ALTER TABLE conversation ADD COLUMN cover_words bytea;
ALTER TABLE conversation ADD COLUMN no_voicemail boolean;
ALTER TABLE conversation ADD COLUMN answers_in_text boolean;
ALTER TABLE conversation ADD COLUMN texts_stopped_at timestamptz;
COMMENT ON COLUMN conversation.number_hash IS 'HMAC of the number in E.164: a route, not a person. Null for what is no number.';
COMMENT ON COLUMN conversation.texts_stopped_at IS 'Since when the number wants no text (STOP); null while texts may go.';
CREATE INDEX ix_conversation_number_hash ON conversation (number_hash, created_at) WHERE number_hash IS NOT NULL;

ALTER TABLE message ADD COLUMN part_group uuid;
ALTER TABLE message ADD COLUMN part_number integer;
ALTER TABLE message ADD COLUMN part_of integer;
ALTER TABLE message ADD COLUMN media integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN message.part_group IS 'The whole text of which this is a part; null for a whole one.';
COMMENT ON COLUMN message.media IS 'How many pictures and the like came with it; they are not fetched.';

ALTER TABLE enquiry ADD COLUMN possible_links uuid[];
COMMENT ON COLUMN enquiry.possible_links IS 'Earlier conversations of the same number: perhaps the same person. Shown to staff, nothing follows by itself.';
