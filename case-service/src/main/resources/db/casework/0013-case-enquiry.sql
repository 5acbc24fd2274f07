--liquibase formatted sql
--changeset helpathand:0013-case-enquiry

CREATE TABLE case_enquiry (
    case_id    uuid NOT NULL,
    enquiry_id uuid NOT NULL,
    triage_id  uuid NOT NULL,
    CONSTRAINT pk_case_enquiry PRIMARY KEY (case_id, enquiry_id),
    CONSTRAINT fk_case_enquiry_case_id FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT fk_case_enquiry_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id),
    CONSTRAINT fk_case_enquiry_triage_id FOREIGN KEY (triage_id) REFERENCES triage (id)
);
COMMENT ON TABLE case_enquiry IS 'The enquiries of a case; an enquiry about several children belongs to several cases.';
COMMENT ON COLUMN case_enquiry.triage_id IS 'The decision that opened or joined the case.';
CREATE INDEX ix_case_enquiry_enquiry_id ON case_enquiry (enquiry_id);
CREATE INDEX ix_case_enquiry_triage_id ON case_enquiry (triage_id);
GRANT SELECT, INSERT ON case_enquiry TO ${appRole};
