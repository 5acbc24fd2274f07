--liquibase formatted sql
--changeset helpathand:p001-data-key

CREATE TABLE data_key (
    subject_kind   text        NOT NULL,
    subject_id     uuid        NOT NULL,
    wrapped_key    bytea       NOT NULL,
    master_version integer     NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT pk_data_key PRIMARY KEY (subject_id, subject_kind),
    CONSTRAINT ck_data_key_subject_kind CHECK (subject_kind IN ('enquiry', 'conversation', 'child', 'person'))
);
COMMENT ON TABLE data_key IS 'One key a subject, wrapped by a master key from outside the database. Deleting the row forgets the subject.';
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO ${appRole};
GRANT SELECT ON databasechangelog TO ${appRole};
