--liquibase formatted sql
--changeset helpathand:0001-conversation

CREATE TABLE conversation (
    id                    uuid        NOT NULL,
    requester             text        NOT NULL,
    language              text        NOT NULL,
    created_at            timestamptz NOT NULL,
    code_hash             bytea       NOT NULL,
    code_revoked_at       timestamptz,
    code_expires_at       timestamptz,
    ticket_hash           bytea,
    ticket_code           bytea,
    ticket_until          timestamptz,
    reply_by              text        NOT NULL,
    number                bytea,
    number_is             text,
    email                 bytea,
    safe_times            text[]      NOT NULL,
    safe_note             bytea,
    contact_version       bigint      NOT NULL,
    staff_contact_version bigint      NOT NULL,
    progress_stage        text        NOT NULL,
    progress_next_step    bytea,
    progress_by           date,
    progress_version      bigint      NOT NULL,
    last_message_sequence bigint      NOT NULL,
    last_outbox_sequence  bigint      NOT NULL,
    version               integer     NOT NULL,
    CONSTRAINT pk_conversation PRIMARY KEY (id),
    CONSTRAINT ux_conversation_code_hash UNIQUE (code_hash),
    CONSTRAINT ck_conversation_requester CHECK (requester IN ('child', 'adult'))
);
COMMENT ON TABLE conversation IS 'The thread between one requester and the team. Numbers, addresses and words are encrypted under the conversation''s data key.';
COMMENT ON COLUMN conversation.code_hash IS 'HMAC of the return code in its normal form; the code itself is never stored.';
COMMENT ON COLUMN conversation.ticket_code IS 'The return code, encrypted, for the browser that sent the form, until it was shown once or 15 minutes have passed.';
COMMENT ON COLUMN conversation.contact_version IS 'Rises with each change of safe contact; staff_contact_version is the adviser side''s own.';
COMMENT ON COLUMN conversation.last_outbox_sequence IS 'Given under this row''s lock, so that hand-over keeps the order of the conversation.';
CREATE INDEX ix_conversation_ticket_hash ON conversation (ticket_hash) WHERE ticket_hash IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON conversation TO ${appRole};
