--liquibase formatted sql
--changeset helpathand:0020-conversation-first-return

ALTER TABLE conversation
    ADD COLUMN contact_staff_version bigint NOT NULL DEFAULT 0,
    ADD COLUMN contact_state_version bigint NOT NULL DEFAULT 0,
    ADD COLUMN contact_told_at timestamptz,
    ADD COLUMN first_returned_at timestamptz;
COMMENT ON COLUMN conversation.contact_staff_version IS 'Rises with every change of safe contact by staff. A state from contact-service that does not know it yet changes nothing.';
COMMENT ON COLUMN conversation.contact_state_version IS 'Rises whenever safe contact becomes another, whoever changed it: the ETag.';
COMMENT ON COLUMN conversation.contact_told_at IS 'When staff were last told about safe contact.';
COMMENT ON COLUMN conversation.first_returned_at IS 'When the return code first opened the thread.';
CREATE INDEX ix_enquiry_received_at ON enquiry (received_at);
