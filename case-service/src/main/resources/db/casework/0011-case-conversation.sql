--liquibase formatted sql
--changeset helpathand:0011-case-conversation

CREATE TABLE case_conversation (
    case_id         uuid NOT NULL,
    conversation_id uuid NOT NULL,
    CONSTRAINT pk_case_conversation PRIMARY KEY (case_id, conversation_id),
    CONSTRAINT fk_case_conversation_case_id FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT fk_case_conversation_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);
COMMENT ON TABLE case_conversation IS 'The threads of a case; a thread about several children belongs to several cases.';
CREATE INDEX ix_case_conversation_conversation_id ON case_conversation (conversation_id);
GRANT SELECT, INSERT ON case_conversation TO ${appRole};
