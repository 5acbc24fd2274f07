--liquibase formatted sql
--changeset helpathand:0029-circle-member

CREATE TABLE circle_member (
    id            uuid        NOT NULL,
    case_id       uuid        NOT NULL,
    staff_id      text        NOT NULL,
    added_by_id   text        NOT NULL,
    added_by      text        NOT NULL,
    added_at      timestamptz NOT NULL,
    removed_by_id text,
    removed_by    text,
    removed_at    timestamptz,
    CONSTRAINT pk_circle_member PRIMARY KEY (id),
    CONSTRAINT fk_circle_member_case_id FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT ck_circle_member_removed CHECK ((removed_at IS NULL) = (removed_by_id IS NULL))
);
COMMENT ON TABLE circle_member IS 'Who may see a restricted case besides its owner and the leads, from when to when.';
COMMENT ON COLUMN circle_member.staff_id IS 'The subject of the colleague.';
CREATE UNIQUE INDEX ux_circle_member_now ON circle_member (case_id, staff_id) WHERE removed_at IS NULL;
GRANT SELECT, INSERT ON circle_member TO ${appRole};
GRANT UPDATE (removed_by_id, removed_by, removed_at) ON circle_member TO ${appRole};
