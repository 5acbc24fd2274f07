--liquibase formatted sql
--changeset helpathand:0003-enquiry

CREATE TABLE enquiry (
    id              uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    message_id      uuid        NOT NULL,
    reference       text        NOT NULL,
    form_token      bytea       NOT NULL,
    content_hash    bytea       NOT NULL,
    channel         text        NOT NULL,
    received_at     timestamptz NOT NULL,
    wanted          bytea,
    safe            text,
    urgency         text        NOT NULL,
    urgency_reasons text[]      NOT NULL,
    children        uuid[]      NOT NULL,
    CONSTRAINT pk_enquiry PRIMARY KEY (id),
    CONSTRAINT fk_enquiry_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id),
    CONSTRAINT ux_enquiry_reference UNIQUE (reference),
    CONSTRAINT ux_enquiry_form_token UNIQUE (form_token)
);
COMMENT ON TABLE enquiry IS 'One request for help as it was received, never edited. Its words are the conversation''s first message.';
COMMENT ON COLUMN enquiry.form_token IS 'HMAC of the form''s token: the same form sent twice is one enquiry.';
COMMENT ON COLUMN enquiry.content_hash IS 'HMAC of all that was sent: the same form sent again with other words adds them to the conversation.';
CREATE INDEX ix_enquiry_conversation_id ON enquiry (conversation_id);
GRANT SELECT, INSERT, DELETE ON enquiry TO ${appRole};

CREATE TABLE enquiry_details (
    id          uuid        NOT NULL,
    enquiry_id  uuid        NOT NULL,
    origin      bytea       NOT NULL,
    received_at timestamptz NOT NULL,
    answers     bytea       NOT NULL,
    CONSTRAINT pk_enquiry_details PRIMARY KEY (id),
    CONSTRAINT fk_enquiry_details_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id),
    CONSTRAINT ux_enquiry_details_origin UNIQUE (origin)
);
COMMENT ON TABLE enquiry_details IS 'What was added after sending; the answers as JSON, encrypted under the conversation''s data key.';
CREATE INDEX ix_enquiry_details_enquiry_id ON enquiry_details (enquiry_id);
GRANT SELECT, INSERT, DELETE ON enquiry_details TO ${appRole};
