--liquibase formatted sql
--changeset helpathand:p002-outbox

CREATE TABLE outbox (
    id              uuid        NOT NULL,
    kind            text        NOT NULL,
    subject_id      uuid        NOT NULL,
    stream_id       uuid        NOT NULL,
    sequence        bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    parked_at       timestamptz,
    last_failure    text,
    CONSTRAINT pk_outbox PRIMARY KEY (id),
    CONSTRAINT ux_outbox_stream_sequence UNIQUE (stream_id, sequence)
);
COMMENT ON TABLE outbox IS 'Remote effects that are still owed. Ids only, no personal data; a row goes when its effect is done.';
COMMENT ON COLUMN outbox.stream_id IS 'Rows of one stream happen in order of sequence: given under the row lock of the conversation.';
COMMENT ON COLUMN outbox.next_attempt_at IS 'When the row may be claimed next; a claim moves it on by the lease.';
CREATE INDEX ix_outbox_next_attempt_at ON outbox (next_attempt_at) WHERE parked_at IS NULL;
CREATE INDEX ix_outbox_parked ON outbox (parked_at, id) WHERE parked_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO ${appRole};
