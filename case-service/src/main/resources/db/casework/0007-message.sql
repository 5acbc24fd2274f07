--liquibase formatted sql
--changeset helpathand:0007-message

CREATE TABLE message (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    sequence        bigint      NOT NULL,
    author          text        NOT NULL,
    by_id           text,
    by_name         text,
    text            text        NOT NULL,
    altered         boolean     NOT NULL,
    sent_at         timestamptz NOT NULL,
    handed_over_at  timestamptz,
    delivery        text,
    delivery_at     timestamptz,
    CONSTRAINT pk_message PRIMARY KEY (id),
    CONSTRAINT fk_message_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id),
    CONSTRAINT ux_message_conversation_id_sequence UNIQUE (conversation_id, sequence),
    CONSTRAINT ck_message_author CHECK (author IN ('child', 'adult', 'team', 'system'))
);
COMMENT ON TABLE message IS 'One entry of a conversation, immutable: the app role may change only how far it got.';
COMMENT ON COLUMN message.by_id IS 'The subject of the person of the team who wrote it; by_name is shown to colleagues, never to a child.';
COMMENT ON COLUMN message.altered IS 'Characters that text cannot hold stand as U+FFFD.';
GRANT SELECT, INSERT ON message TO ${appRole};
GRANT UPDATE (handed_over_at, delivery, delivery_at) ON message TO ${appRole};
