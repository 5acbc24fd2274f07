--liquibase formatted sql
--changeset helpathand:0010-case-file

CREATE TABLE case_file (
    id             uuid        NOT NULL,
    reference      text        NOT NULL,
    child_id       uuid        NOT NULL,
    status         text        NOT NULL,
    owner_id       text        NOT NULL,
    owner          text        NOT NULL,
    opened_at      timestamptz NOT NULL,
    closed_at      timestamptz,
    closure_reason text,
    summary        text,
    changed_at     timestamptz NOT NULL,
    version        integer     NOT NULL,
    CONSTRAINT pk_case_file PRIMARY KEY (id),
    CONSTRAINT fk_case_file_child_id FOREIGN KEY (child_id) REFERENCES child (id),
    CONSTRAINT ux_case_file_reference UNIQUE (reference),
    CONSTRAINT ck_case_file_status CHECK (status IN ('open', 'closed')),
    CONSTRAINT ck_case_file_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL AND closure_reason IS NOT NULL))
);
COMMENT ON TABLE case_file IS 'The team''s work for exactly one child.';
COMMENT ON COLUMN case_file.owner_id IS 'The subject of the adviser who answers for it.';
COMMENT ON COLUMN case_file.changed_at IS 'When anything an adviser sees of it last changed, its links included.';
CREATE INDEX ix_case_file_opened_at ON case_file (opened_at, id);
CREATE INDEX ix_case_file_status ON case_file (status, opened_at, id);
CREATE INDEX ix_case_file_child_id ON case_file (child_id);
GRANT SELECT, INSERT ON case_file TO ${appRole};
GRANT UPDATE (status, closed_at, closure_reason, summary, changed_at, version) ON case_file TO ${appRole};
