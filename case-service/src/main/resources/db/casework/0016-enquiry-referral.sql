--liquibase formatted sql
--changeset helpathand:0016-enquiry-referral

ALTER TABLE enquiry ADD COLUMN referral bytea;
COMMENT ON COLUMN enquiry.referral IS 'What an adult said, without the children, as JSON under the enquiry''s data key. Null for a child who writes.';
