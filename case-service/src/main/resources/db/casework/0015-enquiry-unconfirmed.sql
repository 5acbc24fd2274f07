--liquibase formatted sql
--changeset helpathand:0015-enquiry-unconfirmed

ALTER TABLE enquiry ADD COLUMN content_warnings text[];
COMMENT ON COLUMN enquiry.content_warnings IS 'Codes of what a reader should be warned of; null when there is nothing.';
ALTER TABLE enquiry DROP CONSTRAINT ck_enquiry_status;
ALTER TABLE enquiry ADD CONSTRAINT ck_enquiry_status
    CHECK (status IN ('unconfirmed', 'new', 'acknowledged', 'returned', 'triaged'));
DROP INDEX ix_enquiry_queue;
CREATE INDEX ix_enquiry_queue ON enquiry (urgency_rank, received_at, id) WHERE status <> 'triaged' AND status <> 'unconfirmed';
