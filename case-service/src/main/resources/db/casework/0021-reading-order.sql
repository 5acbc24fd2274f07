--liquibase formatted sql
--changeset helpathand:0021-reading-order

CREATE INDEX ix_enquiry_child_enquiry_id ON enquiry_child (enquiry_id, position);
DROP INDEX ix_enquiry_details_enquiry_id;
CREATE INDEX ix_enquiry_details_enquiry_id ON enquiry_details (enquiry_id, received_at, id);
DROP INDEX ix_triage_enquiry_id;
CREATE INDEX ix_triage_enquiry_id ON triage (enquiry_id, at, id);
DROP INDEX ix_case_file_child_id;
CREATE INDEX ix_case_file_child_id ON case_file (child_id, opened_at, id);
