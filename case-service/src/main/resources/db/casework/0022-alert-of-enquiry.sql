--liquibase formatted sql
--changeset helpathand:0022-alert-of-enquiry

-- It held the open alerts only, like the index of the list: PostgreSQL could take it for the list, and sort.
DROP INDEX ix_alert_enquiry_id;
CREATE INDEX ix_alert_enquiry_id ON alert (enquiry_id, stopped_at);
