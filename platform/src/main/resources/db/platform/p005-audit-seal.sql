--liquibase formatted sql
--changeset helpathand:p005-audit-seal

CREATE TABLE audit_seal (
    sequence    bigint      NOT NULL,
    from_xact   xid8        NOT NULL,
    before_xact xid8        NOT NULL,
    row_count   bigint      NOT NULL,
    total_count bigint      NOT NULL,
    hash        bytea       NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT pk_audit_seal PRIMARY KEY (sequence),
    CONSTRAINT ck_audit_seal_range CHECK (from_xact < before_xact),
    CONSTRAINT ck_audit_seal_count CHECK (row_count > 0 AND total_count >= row_count),
    CONSTRAINT ck_audit_seal_hash CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE audit_seal IS 'The chain over the rows of audit. Each seal takes what the transactions of its range wrote, once none of them can still run. Insert only. How to recompute it: docs/audit.md.';
COMMENT ON COLUMN audit_seal.from_xact IS 'The first transaction of the range: where the seal before ends.';
COMMENT ON COLUMN audit_seal.before_xact IS 'The first transaction after the range.';
COMMENT ON COLUMN audit_seal.total_count IS 'Rows under this seal and all before it.';
COMMENT ON COLUMN audit_seal.hash IS 'SHA-256 over the hash before it, every row, and this seal.';
CREATE INDEX ix_audit_xact_id ON audit (xact_id, at, id);
GRANT SELECT, INSERT ON audit_seal TO ${appRole};
-- Without xact_id: which transaction wrote a row is for PostgreSQL to say.
REVOKE INSERT ON audit FROM ${appRole};
GRANT INSERT (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids, reason) ON audit TO ${appRole};
