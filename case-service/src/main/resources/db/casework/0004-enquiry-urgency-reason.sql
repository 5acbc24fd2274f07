--liquibase formatted sql
--changeset helpathand:0004-enquiry-urgency-reason

CREATE TABLE enquiry_urgency_reason (
    id         uuid        NOT NULL,
    enquiry_id uuid        NOT NULL,
    code       text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT pk_enquiry_urgency_reason PRIMARY KEY (id),
    CONSTRAINT fk_enquiry_urgency_reason_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id)
);
COMMENT ON TABLE enquiry_urgency_reason IS 'Why the urgency is what it is. Every reason is kept, none is overwritten.';
CREATE INDEX ix_enquiry_urgency_reason_enquiry_id ON enquiry_urgency_reason (enquiry_id);
GRANT SELECT, INSERT ON enquiry_urgency_reason TO ${appRole};
