--liquibase formatted sql
--changeset helpathand:0024-message-text

ALTER TABLE message
    ADD COLUMN text_state text,
    ADD COLUMN text_state_at timestamptz,
    ADD COLUMN text_held_until timestamptz,
    ADD COLUMN text_rule text,
    ADD COLUMN text_failure text,
    ADD COLUMN overridden_rule text,
    ADD CONSTRAINT ck_message_text_state CHECK (text_state IN ('held', 'sending', 'sent', 'delivered', 'not-delivered', 'refused'));
COMMENT ON COLUMN message.text_state IS 'How far the text about it got, beside delivery, which is of the thread. Only forward.';
COMMENT ON COLUMN message.overridden_rule IS 'The rule of safe contact that a lead set aside for this message; the reason stands in the audit.';
GRANT UPDATE (text_state, text_state_at, text_held_until, text_rule, text_failure) ON message TO ${appRole};
CREATE INDEX ix_message_sent_at ON message (conversation_id, sent_at, id);
COMMENT ON INDEX ix_message_sent_at IS 'All messages of a case in the order of time, thread by thread.';
