--liquibase formatted sql
--changeset helpathand:0005-enquiry-details

CREATE TABLE enquiry_details (
    id          uuid        NOT NULL,
    enquiry_id  uuid        NOT NULL,
    received_at timestamptz NOT NULL,
    name        bytea,
    age         bytea,
    council     bytea,
    lives_in    bytea,
    helped_by   bytea,
    language    bytea,
    needs       bytea,
    CONSTRAINT pk_enquiry_details PRIMARY KEY (id),
    CONSTRAINT fk_enquiry_details_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id)
);
COMMENT ON TABLE enquiry_details IS 'What was added after sending, one row a sending, encrypted under the enquiry''s data key.';
CREATE INDEX ix_enquiry_details_enquiry_id ON enquiry_details (enquiry_id);
GRANT SELECT, INSERT ON enquiry_details TO ${appRole};
