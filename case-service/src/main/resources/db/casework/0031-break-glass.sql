--liquibase formatted sql
--changeset helpathand:0031-break-glass

CREATE TABLE break_glass (
    id             uuid        NOT NULL,
    case_reference text        NOT NULL,
    case_id        uuid,
    staff_id       text        NOT NULL,
    staff_name     text        NOT NULL,
    reason         text        NOT NULL,
    at             timestamptz NOT NULL,
    until          timestamptz NOT NULL,
    review_due     boolean     NOT NULL DEFAULT true,
    justified      boolean,
    review_note    text,
    reviewed_by_id text,
    reviewed_by    text,
    reviewed_at    timestamptz,
    CONSTRAINT pk_break_glass PRIMARY KEY (id),
    CONSTRAINT fk_break_glass_case_id FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT ck_break_glass_review CHECK (review_due = (reviewed_at IS NULL) AND review_due = (justified IS NULL)
        AND review_due = (reviewed_by_id IS NULL))
);
COMMENT ON TABLE break_glass IS 'Each time that somebody outside took access to a restricted case, why, until when, and what the review found.';
COMMENT ON COLUMN break_glass.case_reference IS 'As it was given; case_id is null when it names no case that can be opened in this way.';
CREATE INDEX ix_break_glass_case_id ON break_glass (case_id, staff_id, until);
CREATE INDEX ix_break_glass_review ON break_glass (at, id) WHERE review_due;
CREATE INDEX ix_break_glass_at ON break_glass (at, id);
GRANT SELECT, INSERT ON break_glass TO ${appRole};
GRANT UPDATE (review_due, justified, review_note, reviewed_by_id, reviewed_by, reviewed_at) ON break_glass TO ${appRole};
