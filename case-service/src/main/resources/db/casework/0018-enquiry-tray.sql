--liquibase formatted sql
--changeset helpathand:0018-enquiry-tray

ALTER TABLE enquiry ADD COLUMN confirmed_at timestamptz;
COMMENT ON COLUMN enquiry.confirmed_at IS 'When the sender of an enquiry of the tray showed that they are a person; null for all others.';
CREATE INDEX ix_enquiry_tray ON enquiry (received_at) WHERE status = 'unconfirmed';
GRANT UPDATE (confirmed_at) ON enquiry TO ${appRole};
