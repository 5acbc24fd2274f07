--liquibase formatted sql
--changeset helpathand:p007-audit-reason

CREATE TABLE audit_reason (
    audit_id  uuid NOT NULL,
    salt      bytea,
    reason    text,
    erased_at timestamptz,
    CONSTRAINT pk_audit_reason PRIMARY KEY (audit_id),
    CONSTRAINT ck_audit_reason_erased CHECK ((reason IS NULL) = (erased_at IS NOT NULL) AND (salt IS NULL) = (reason IS NULL))
);
COMMENT ON TABLE audit_reason IS 'What people gave as their reason, beside the audit: it can go with whom it is about, and the chain stays whole. Insert only for the app role.';
COMMENT ON COLUMN audit_reason.salt IS 'Random; with it the hash in the audit row tells nothing of the words once both are gone.';
GRANT SELECT, INSERT ON audit_reason TO ${appRole};
COMMENT ON COLUMN audit.reason IS 'Of the system a code; of a person ''sha256'' and the hash of salt and words, which stand in audit_reason.';
