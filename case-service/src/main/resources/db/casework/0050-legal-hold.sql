--liquibase formatted sql
--changeset helpathand:0050-legal-hold

CREATE TABLE legal_hold (
    id           uuid        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   uuid        NOT NULL,
    reason       text        NOT NULL,
    placed_by_id text        NOT NULL,
    placed_by    text        NOT NULL,
    placed_at    timestamptz NOT NULL,
    lifted_by_id text,
    lifted_by    text,
    lifted_at    timestamptz,
    lift_reason  text,
    CONSTRAINT pk_legal_hold PRIMARY KEY (id),
    CONSTRAINT ck_legal_hold_subject_kind CHECK (subject_kind IN ('child', 'enquiry')),
    CONSTRAINT ck_legal_hold_lifted CHECK ((lifted_at IS NULL) = (lifted_by_id IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
);
COMMENT ON TABLE legal_hold IS 'That a record must be kept, whatever the schedule says and whoever asks: a court, an inquiry, a complaint.';
COMMENT ON COLUMN legal_hold.subject_id IS 'A child, with all their cases and enquiries, or an enquiry that never became a case. No foreign key: lifted ones go with the record.';
CREATE INDEX ix_legal_hold_subject_id ON legal_hold (subject_id) WHERE lifted_at IS NULL;
CREATE INDEX ix_legal_hold_placed_at ON legal_hold (placed_at, id);
CREATE INDEX ix_legal_hold_open ON legal_hold (placed_at, id) WHERE lifted_at IS NULL;
GRANT SELECT, INSERT ON legal_hold TO ${appRole};
GRANT UPDATE (lifted_by_id, lifted_by, lifted_at, lift_reason) ON legal_hold TO ${appRole};
