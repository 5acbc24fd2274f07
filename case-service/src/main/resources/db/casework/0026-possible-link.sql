--liquibase formatted sql
--changeset helpathand:0026-possible-link

CREATE TABLE possible_link (
    enquiry_id      uuid    NOT NULL,
    position        integer NOT NULL,
    conversation_id uuid    NOT NULL,
    CONSTRAINT pk_possible_link PRIMARY KEY (enquiry_id, position),
    CONSTRAINT fk_possible_link_enquiry_id FOREIGN KEY (enquiry_id) REFERENCES enquiry (id)
);
COMMENT ON TABLE possible_link IS 'Conversations of the same number as an enquiry''s: perhaps the same person. Shown to staff; nothing follows from it by itself.';
COMMENT ON COLUMN possible_link.conversation_id IS 'As it was handed over. No foreign key: the other conversation may come later, or never.';
GRANT SELECT, INSERT ON possible_link TO ${appRole};
