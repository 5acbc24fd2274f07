--liquibase formatted sql
--changeset helpathand:0028-restricted-case

ALTER TABLE case_file ADD COLUMN restricted boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN case_file.restricted IS 'Only its owner, its circle and the leads may know that it exists.';
GRANT UPDATE (restricted) ON case_file TO ${appRole};

CREATE TABLE case_restriction (
    id         uuid        NOT NULL,
    case_id    uuid        NOT NULL,
    restricted boolean     NOT NULL,
    reason     text        NOT NULL,
    by_id      text        NOT NULL,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT pk_case_restriction PRIMARY KEY (id),
    CONSTRAINT fk_case_restriction_case_id FOREIGN KEY (case_id) REFERENCES case_file (id)
);
COMMENT ON TABLE case_restriction IS 'Each time that a case was restricted or opened to the team again, and why.';
CREATE INDEX ix_case_restriction_case_id ON case_restriction (case_id, at, id);
GRANT SELECT, INSERT ON case_restriction TO ${appRole};
