--liquibase formatted sql
--changeset helpathand:0036-case-owner

CREATE TABLE case_owner (
    id         uuid        NOT NULL,
    case_id    uuid        NOT NULL,
    owner_id   text        NOT NULL,
    owner      text        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    by_id      text,
    by_name    text,
    reason     text,
    CONSTRAINT pk_case_owner PRIMARY KEY (id),
    CONSTRAINT fk_case_owner_case_id FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT ck_case_owner_by CHECK ((by_id IS NULL) = (reason IS NULL))
);
COMMENT ON TABLE case_owner IS 'Who answered for a case from when to when. Of each case exactly one row is without an end.';
COMMENT ON COLUMN case_owner.by_id IS 'Who gave it to them, and why; nobody where they opened it themselves.';
CREATE UNIQUE INDEX ux_case_owner_now ON case_owner (case_id) WHERE valid_to IS NULL;
CREATE INDEX ix_case_owner_case_id ON case_owner (case_id, valid_from, id);
INSERT INTO case_owner (id, case_id, owner_id, owner, valid_from)
    SELECT gen_random_uuid(), id, owner_id, owner, opened_at FROM case_file;
GRANT SELECT, INSERT ON case_owner TO ${appRole};
GRANT UPDATE (valid_to) ON case_owner TO ${appRole};
