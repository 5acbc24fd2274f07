--liquibase formatted sql
--changeset helpathand:0042-consent

CREATE TABLE consent (
    id              uuid        NOT NULL,
    child_id        uuid        NOT NULL,
    given_by        text        NOT NULL,
    what            text[]      NOT NULL,
    body_kind       text        NOT NULL,
    body_name       text        NOT NULL,
    valid_until     date,
    explained       text        NOT NULL,
    given_at        timestamptz NOT NULL,
    recorded_by_id  text        NOT NULL,
    recorded_by     text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    withdrawn_at    timestamptz,
    withdrawn_by_id text,
    withdrawn_by    text,
    CONSTRAINT pk_consent PRIMARY KEY (id),
    CONSTRAINT fk_consent_child_id FOREIGN KEY (child_id) REFERENCES child (id),
    CONSTRAINT ck_consent_what CHECK (cardinality(what) > 0),
    CONSTRAINT ck_consent_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL))
);
COMMENT ON TABLE consent IS 'That something of a child may be shared with a body: as it was given, and when it was taken back. Rows are locked while something is shared by them.';
COMMENT ON COLUMN consent.given_by IS 'Who said so: child, parent, person-with-parental-responsibility, local-authority.';
COMMENT ON COLUMN consent.what IS 'Which parts of what we know: wishes, contact-details, what-happened, whole-record.';
COMMENT ON COLUMN consent.body_name IS 'Which body of that kind, in words.';
COMMENT ON COLUMN consent.valid_until IS 'The last day on which it holds, in London; null is until it is withdrawn.';
COMMENT ON COLUMN consent.explained IS 'How it was explained to whoever gave it, in an adviser''s words.';
COMMENT ON COLUMN consent.given_at IS 'When it was given; recorded_at is when we wrote it down.';
COMMENT ON COLUMN consent.withdrawn_at IS 'From this moment on nothing is shared by it. withdrawn_by_id is the colleague who wrote that down.';
CREATE INDEX ix_consent_child_id ON consent (child_id, given_at, id);
GRANT SELECT, INSERT ON consent TO ${appRole};
GRANT UPDATE (withdrawn_at, withdrawn_by_id, withdrawn_by) ON consent TO ${appRole};
