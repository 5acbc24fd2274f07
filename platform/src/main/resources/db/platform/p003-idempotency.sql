--liquibase formatted sql
--changeset helpathand:p003-idempotency

CREATE TABLE idempotency (
    client      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    response    bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    CONSTRAINT pk_idempotency PRIMARY KEY (client, key)
);
COMMENT ON TABLE idempotency IS 'First answers to calls with an Idempotency-Key, sealed, kept for seven days.';
CREATE INDEX ix_idempotency_created_at ON idempotency (created_at);
GRANT SELECT, INSERT, DELETE ON idempotency TO ${appRole};
