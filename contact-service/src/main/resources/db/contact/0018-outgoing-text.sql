--liquibase formatted sql
--changeset helpathand:0018-outgoing-text

CREATE TABLE outgoing_text (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    message_id      uuid,
    route           text        NOT NULL,
    automatic       boolean     NOT NULL,
    overridden      text,
    form            text,
    state           text        NOT NULL,
    state_at        timestamptz NOT NULL,
    held_until      timestamptz,
    rule            text,
    failure         text,
    expires_at      timestamptz,
    tried_at        timestamptz,
    provider        text,
    provider_id     text,
    CONSTRAINT pk_outgoing_text PRIMARY KEY (id),
    CONSTRAINT fk_outgoing_text_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id),
    CONSTRAINT ck_outgoing_text_route CHECK (route IN ('text', 'email')),
    CONSTRAINT ck_outgoing_text_state CHECK (state IN
        ('held', 'sending', 'sent', 'delivered', 'not-delivered', 'refused'))
);
COMMENT ON TABLE outgoing_text IS 'A text or e-mail to the child or adult about a message. Its id is our reference at the provider. Words and number stand with the conversation.';
COMMENT ON COLUMN outgoing_text.tried_at IS 'When the first try began: from then on the provider may have it, and is asked before it is sent again.';
COMMENT ON COLUMN outgoing_text.expires_at IS 'After which it is of no use and does not go; null for a person''s answer.';
CREATE INDEX ix_outgoing_text_held ON outgoing_text (held_until) WHERE state = 'held';
CREATE INDEX ix_outgoing_text_conversation_id ON outgoing_text (conversation_id);
CREATE INDEX ix_outgoing_text_provider_id ON outgoing_text (provider, provider_id) WHERE provider_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON outgoing_text TO ${appRole};
