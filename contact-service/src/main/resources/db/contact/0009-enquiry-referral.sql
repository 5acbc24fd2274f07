--liquibase formatted sql
--changeset helpathand:0009-enquiry-referral

ALTER TABLE enquiry ADD COLUMN referral bytea;
COMMENT ON COLUMN enquiry.referral IS 'What an adult said, as JSON, encrypted under the conversation''s data key. Null for a child who writes.';
