--liquibase formatted sql
--changeset helpathand:0023-safe-contact-of-texts

ALTER TABLE conversation
    ADD COLUMN began_by_text boolean NOT NULL DEFAULT false,
    ADD COLUMN language text,
    ADD COLUMN cover_words bytea,
    ADD COLUMN no_voicemail boolean,
    ADD COLUMN answers_in_text boolean,
    ADD COLUMN texts_stopped_at timestamptz;
COMMENT ON COLUMN conversation.began_by_text IS 'The first message was a text: nobody was given a return code, so code_revoked_at stands from the first moment.';
COMMENT ON COLUMN conversation.language IS 'Of the first message, a BCP 47 tag: in which a notice is written.';
COMMENT ON COLUMN conversation.cover_words IS 'What a text says instead of "there is an answer", as agreed; encrypted like the note.';
COMMENT ON COLUMN conversation.answers_in_text IS 'They chose to have the answer itself in a text; null when they did not say.';
COMMENT ON COLUMN conversation.texts_stopped_at IS 'Since when the number wants no text. Only contact-service sets and clears it; what staff are told leaves it alone.';
UPDATE conversation c
    SET language = e.language,
        began_by_text = e.channel = 'sms',
        code_revoked_at = CASE WHEN e.channel = 'sms' AND c.code_changed_at IS NULL THEN e.received_at ELSE c.code_revoked_at END
    FROM enquiry e WHERE e.id = c.enquiry_id;
