--liquibase formatted sql
--changeset helpathand:0003-enquiry-child

CREATE TABLE enquiry_child (
    enquiry_id uuid    NOT NULL,
    id         uuid    NOT NULL,
    position   integer NOT NULL,
    child_id   uuid,
    CONSTRAINT pk_enquiry_child PRIMARY KEY (enquiry_id, id),
    CONSTRAINT fk_enquiry_child_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id),
    CONSTRAINT fk_enquiry_child_child_id FOREIGN KEY (child_id) REFERENCES child (id)
);
COMMENT ON TABLE enquiry_child IS 'Whom an enquiry is about: several children may stand in one enquiry, and one child in several.';
COMMENT ON COLUMN enquiry_child.child_id IS 'The record, once triage has made or found it.';
CREATE INDEX ix_enquiry_child_child_id ON enquiry_child (child_id);
GRANT SELECT, INSERT ON enquiry_child TO ${appRole};
GRANT UPDATE (child_id) ON enquiry_child TO ${appRole};
