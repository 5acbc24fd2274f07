--liquibase formatted sql
--changeset helpathand:0002-message

CREATE TABLE message (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    sequence        bigint      NOT NULL,
    author          text        NOT NULL,
    text            bytea       NOT NULL,
    content_hash    bytea       NOT NULL,
    origin          bytea,
    urgency         text        NOT NULL,
    urgency_reasons text[]      NOT NULL,
    at              timestamptz NOT NULL,
    seen_at         timestamptz,
    CONSTRAINT pk_message PRIMARY KEY (id),
    CONSTRAINT fk_message_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id),
    CONSTRAINT ux_message_conversation_id_sequence UNIQUE (conversation_id, sequence),
    CONSTRAINT ux_message_origin UNIQUE (origin),
    CONSTRAINT ck_message_author CHECK (author IN ('child', 'adult', 'team', 'system'))
);
COMMENT ON TABLE message IS 'One entry of a conversation, immutable but for seen_at.';
COMMENT ON COLUMN message.origin IS 'HMAC of the form token and the words: the same sending twice is one message.';
COMMENT ON COLUMN message.content_hash IS 'HMAC of the words: the same id with other words is refused.';
GRANT SELECT, INSERT, UPDATE, DELETE ON message TO ${appRole};
