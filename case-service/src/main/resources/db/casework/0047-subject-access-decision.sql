--liquibase formatted sql
--changeset helpathand:0047-subject-access-decision

CREATE TABLE subject_access_decision (
    id                uuid        NOT NULL,
    subject_access_id uuid        NOT NULL,
    entry_id          text,
    decision          text        NOT NULL,
    counted           boolean     NOT NULL,
    reason            text        NOT NULL,
    by_id             text        NOT NULL,
    by_name           text        NOT NULL,
    at                timestamptz NOT NULL,
    CONSTRAINT pk_subject_access_decision PRIMARY KEY (id),
    CONSTRAINT fk_subject_access_decision_subject_access_id FOREIGN KEY (subject_access_id) REFERENCES subject_access (id),
    CONSTRAINT ck_subject_access_decision_decision CHECK (decision IN ('redact', 'release', 'exempt', 'not-exempt')),
    CONSTRAINT ck_subject_access_decision_whole CHECK (entry_id IS NOT NULL OR decision IN ('exempt', 'not-exempt'))
);
COMMENT ON TABLE subject_access_decision IS 'What a lead decided about an entry of a package, and why. None is changed: the last of its kind on an entry counts.';
COMMENT ON COLUMN subject_access_decision.entry_id IS 'The table of the entry and its key; null for all of the package.';
COMMENT ON COLUMN subject_access_decision.counted IS 'Of an exemption: whether the child''s copy says how much was left out.';
CREATE INDEX ix_subject_access_decision_subject_access_id ON subject_access_decision (subject_access_id, at, id);
GRANT SELECT, INSERT ON subject_access_decision TO ${appRole};
