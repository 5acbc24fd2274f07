--liquibase formatted sql
--changeset helpathand:0008-handover-receipt

CREATE TABLE handover_receipt (
    id           uuid        NOT NULL,
    content_hash bytea       NOT NULL,
    received_at  timestamptz NOT NULL,
    CONSTRAINT pk_handover_receipt PRIMARY KEY (id)
);
COMMENT ON TABLE handover_receipt IS 'What was handed over, each id once: at-least-once delivery, one effect.';
COMMENT ON COLUMN handover_receipt.content_hash IS 'HMAC of named immutable fields: the same id with other content is refused, a release between two tries is not.';
GRANT SELECT, INSERT ON handover_receipt TO ${appRole};
