--liquibase formatted sql
--changeset helpathand:0005-code-revocation

CREATE TABLE code_revocation (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    requested_at    timestamptz NOT NULL,
    CONSTRAINT pk_code_revocation PRIMARY KEY (id),
    CONSTRAINT fk_code_revocation_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
COMMENT ON TABLE code_revocation IS 'Revocations handed over; each has its effect once.';
CREATE INDEX ix_code_revocation_conversation_id ON code_revocation (conversation_id);
GRANT SELECT, INSERT, DELETE ON code_revocation TO ${appRole};
