--liquibase formatted sql
--changeset helpathand:0030-conflict-of-interest

CREATE TABLE conflict_of_interest (
    id           uuid        NOT NULL,
    child_id     uuid        NOT NULL,
    staff_id     text        NOT NULL,
    reason       text        NOT NULL,
    flagged_by_id text       NOT NULL,
    flagged_by   text        NOT NULL,
    flagged_at   timestamptz NOT NULL,
    lifted_by_id text,
    lifted_by    text,
    lifted_at    timestamptz,
    CONSTRAINT pk_conflict_of_interest PRIMARY KEY (id),
    CONSTRAINT fk_conflict_of_interest_child_id FOREIGN KEY (child_id) REFERENCES child (id),
    CONSTRAINT ck_conflict_of_interest_lifted CHECK ((lifted_at IS NULL) = (lifted_by_id IS NULL))
);
COMMENT ON TABLE conflict_of_interest IS 'A colleague who must see nothing of a child, whatever their role, from when to when.';
COMMENT ON COLUMN conflict_of_interest.staff_id IS 'The subject of the colleague.';
CREATE UNIQUE INDEX ux_conflict_of_interest_now ON conflict_of_interest (child_id, staff_id) WHERE lifted_at IS NULL;
GRANT SELECT, INSERT ON conflict_of_interest TO ${appRole};
GRANT UPDATE (lifted_by_id, lifted_by, lifted_at) ON conflict_of_interest TO ${appRole};
