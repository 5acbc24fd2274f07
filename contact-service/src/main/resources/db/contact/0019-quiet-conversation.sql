--liquibase formatted sql
--changeset helpathand:0019-quiet-conversation

ALTER TABLE message ALTER COLUMN text DROP NOT NULL;
ALTER TABLE enquiry_details ALTER COLUMN answers DROP NOT NULL;
COMMENT ON COLUMN message.text IS 'Exactly as it was written, encrypted; null once the conversation was quiet for long and case-service has it.';
CREATE INDEX ix_message_kept ON message (at, id) WHERE text IS NOT NULL;
GRANT UPDATE (wanted, referral) ON enquiry TO ${appRole};
GRANT UPDATE (answers) ON enquiry_details TO ${appRole};
GRANT UPDATE (raw) ON provider_event TO ${appRole};
