--liquibase formatted sql
--changeset helpathand:0017-enquiry-child-referral

ALTER TABLE enquiry_child ADD COLUMN referral bytea;
COMMENT ON COLUMN enquiry_child.referral IS 'What an adult said about this child, as JSON: under the enquiry''s data key while child_id is null, then under that child''s.';
GRANT UPDATE (referral) ON enquiry_child TO ${appRole};
