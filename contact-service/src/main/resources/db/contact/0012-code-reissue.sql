--liquibase formatted sql
--changeset helpathand:0012-code-reissue

ALTER TABLE conversation
    ADD COLUMN code_requested_at timestamptz,
    ADD COLUMN tickets_ended_at timestamptz;
COMMENT ON COLUMN conversation.code_requested_at IS 'When an adviser asked for this code, by case-service''s clock; null for a code nobody asked for. A revocation asked for before it was not meant for it.';
COMMENT ON COLUMN conversation.tickets_ended_at IS 'Since then no code that was waiting to be shown is shown any more, not even one that a page carries sealed.';

CREATE TABLE code_reissue (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    requested_at    timestamptz NOT NULL,
    made_at         timestamptz NOT NULL,
    code            bytea,
    CONSTRAINT pk_code_reissue PRIMARY KEY (id),
    CONSTRAINT fk_code_reissue_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
COMMENT ON TABLE code_reissue IS 'New return codes that an adviser asked for; each is made once.';
COMMENT ON COLUMN code_reissue.code IS 'The code, encrypted, so that a repeated call gets the same one; gone after 15 minutes, or when it opens nothing any more.';
CREATE INDEX ix_code_reissue_conversation_id ON code_reissue (conversation_id);
CREATE INDEX ix_code_reissue_made_at ON code_reissue (made_at) WHERE code IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON code_reissue TO ${appRole};
