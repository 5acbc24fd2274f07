--liquibase formatted sql
--changeset helpathand:0006-conversation

CREATE TABLE conversation (
    id                    uuid    NOT NULL,
    enquiry_id            uuid    NOT NULL,
    audience              text    NOT NULL,
    reply_by              text    NOT NULL,
    number                bytea,
    number_is             text,
    email                 bytea,
    safe_times            text[]  NOT NULL,
    safe_note             bytea,
    contact_version       bigint  NOT NULL,
    progress_stage        text    NOT NULL,
    progress_next_step    text,
    progress_by           date,
    progress_version      bigint  NOT NULL,
    waiting_since         timestamptz,
    owner_kind            text    NOT NULL,
    owner_id              text,
    last_message_sequence bigint  NOT NULL,
    last_outbox_sequence  bigint  NOT NULL,
    version               integer NOT NULL,
    CONSTRAINT pk_conversation PRIMARY KEY (id),
    CONSTRAINT fk_conversation_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id),
    CONSTRAINT ux_conversation_enquiry_id UNIQUE (enquiry_id),
    CONSTRAINT ck_conversation_audience CHECK (audience IN ('child', 'adult')),
    CONSTRAINT ck_conversation_owner CHECK ((owner_kind = 'adviser') = (owner_id IS NOT NULL))
);
COMMENT ON TABLE conversation IS 'The thread between one requester and the team. Its row lock is the lock of its enquiry, its alerts and its ownership. Numbers, addresses and the note are encrypted under the enquiry''s data key.';
COMMENT ON COLUMN conversation.waiting_since IS 'When the oldest message that nobody has answered came.';
COMMENT ON COLUMN conversation.owner_kind IS 'Who must answer: queue, adviser (owner_id) or lead. Every inbound message has an owner.';
COMMENT ON COLUMN conversation.progress_version IS 'Rises with every change of what happens next, so that contact-service can tell an older call.';
COMMENT ON COLUMN conversation.last_outbox_sequence IS 'Given under this row''s lock, so that hand-over keeps the order of the conversation.';
CREATE INDEX ix_conversation_waiting ON conversation (waiting_since, id) WHERE waiting_since IS NOT NULL;
CREATE INDEX ix_conversation_owner_kind ON conversation (owner_kind, waiting_since, id) WHERE waiting_since IS NOT NULL;
CREATE INDEX ix_conversation_owner_id ON conversation (owner_kind, owner_id, waiting_since, id) WHERE waiting_since IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON conversation TO ${appRole};
