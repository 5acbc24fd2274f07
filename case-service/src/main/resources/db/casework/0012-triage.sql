--liquibase formatted sql
--changeset helpathand:0012-triage

CREATE TABLE triage (
    id         uuid        NOT NULL,
    enquiry_id uuid        NOT NULL,
    outcome    text        NOT NULL,
    by_id      text        NOT NULL,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    message_id uuid,
    CONSTRAINT pk_triage PRIMARY KEY (id),
    CONSTRAINT fk_triage_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id),
    CONSTRAINT fk_triage_message_id FOREIGN KEY (message_id) REFERENCES message (id)
);
COMMENT ON TABLE triage IS 'A person''s decision on an enquiry; a further one each time it came back to the queue.';
COMMENT ON COLUMN triage.message_id IS 'What the child or adult was told.';
CREATE INDEX ix_triage_enquiry_id ON triage (enquiry_id);
CREATE INDEX ix_triage_message_id ON triage (message_id);
GRANT SELECT, INSERT ON triage TO ${appRole};
