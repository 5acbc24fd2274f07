--liquibase formatted sql
--changeset helpathand:0017-provider-event

CREATE TABLE provider_event (
    id              uuid        NOT NULL,
    provider        text        NOT NULL,
    provider_id     text        NOT NULL,
    kind            text        NOT NULL,
    received_at     timestamptz NOT NULL,
    sent_at         timestamptz,
    swept           boolean     NOT NULL,
    conversation_id uuid,
    raw             bytea,
    CONSTRAINT pk_provider_event PRIMARY KEY (id),
    CONSTRAINT ux_provider_event UNIQUE (provider, provider_id, kind)
);
COMMENT ON TABLE provider_event IS 'What a provider told us, once each: the bytes as they came, encrypted under the conversation''s data key.';
COMMENT ON COLUMN provider_event.kind IS 'message, or the state of a text of ours in the provider''s own word.';
COMMENT ON COLUMN provider_event.sent_at IS 'By the provider''s clock, which orders nothing.';
COMMENT ON COLUMN provider_event.swept IS 'Found in the provider''s list, because it never came by itself.';
CREATE INDEX ix_provider_event_conversation_id ON provider_event (conversation_id);
GRANT SELECT, INSERT, DELETE ON provider_event TO ${appRole};

CREATE TABLE provider_sweep (
    provider text        NOT NULL,
    since    timestamptz NOT NULL,
    CONSTRAINT pk_provider_sweep PRIMARY KEY (provider)
);
COMMENT ON TABLE provider_sweep IS 'Until when a provider''s list of received texts has been read to the end.';
GRANT SELECT, INSERT, UPDATE ON provider_sweep TO ${appRole};
