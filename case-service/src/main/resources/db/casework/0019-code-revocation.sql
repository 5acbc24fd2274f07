--liquibase formatted sql
--changeset helpathand:0019-code-revocation

ALTER TABLE conversation
    ADD COLUMN code_changed_at timestamptz,
    ADD COLUMN code_revoked_at timestamptz,
    ADD COLUMN verification_version bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN conversation.code_changed_at IS 'When the team last asked for a revocation or a new code. Only rises, so that contact-service can tell which came first.';
COMMENT ON COLUMN conversation.code_revoked_at IS 'Since when no return code opens the thread; null while one does.';
COMMENT ON COLUMN conversation.verification_version IS 'Rises with each time that somebody was asked who they are.';

CREATE TABLE code_revocation (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    reason          text        NOT NULL,
    note            text,
    by_id           text,
    by_name         text,
    at              timestamptz NOT NULL,
    handed_over_at  timestamptz,
    CONSTRAINT pk_code_revocation PRIMARY KEY (id),
    CONSTRAINT fk_code_revocation_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
COMMENT ON TABLE code_revocation IS 'Return codes that were made to open nothing any more: by the team, or by the child or adult on their page (nobody''s name).';
CREATE INDEX ix_code_revocation_conversation_id ON code_revocation (conversation_id, at, id);
GRANT SELECT, INSERT ON code_revocation TO ${appRole};
GRANT UPDATE (handed_over_at) ON code_revocation TO ${appRole};

CREATE TABLE code_reissue (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    asked           text[]      NOT NULL,
    matched         text[]      NOT NULL,
    passed          boolean     NOT NULL,
    note            text,
    by_id           text        NOT NULL,
    by_name         text        NOT NULL,
    at              timestamptz NOT NULL,
    made_at         timestamptz,
    CONSTRAINT pk_code_reissue PRIMARY KEY (id),
    CONSTRAINT fk_code_reissue_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
COMMENT ON TABLE code_reissue IS 'Each time that somebody was asked who they are, to get a new return code: which questions, which answers were right. No answers, and never the code.';
COMMENT ON COLUMN code_reissue.made_at IS 'When contact-service made the code; null when nobody passed, or it could not be made.';
CREATE INDEX ix_code_reissue_conversation_id ON code_reissue (conversation_id, at);
GRANT SELECT, INSERT ON code_reissue TO ${appRole};
GRANT UPDATE (made_at) ON code_reissue TO ${appRole};
