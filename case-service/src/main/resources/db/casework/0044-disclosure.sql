--liquibase formatted sql
--changeset helpathand:0044-disclosure

CREATE TABLE disclosure (
    id             uuid        NOT NULL,
    case_id        uuid        NOT NULL,
    body_kind      text        NOT NULL,
    body_name      text        NOT NULL,
    what           text[]      NOT NULL,
    way            text        NOT NULL,
    basis          text        NOT NULL,
    consent_id     uuid,
    reason         text,
    child_told     text        NOT NULL,
    why_not_told   text,
    at             timestamptz NOT NULL,
    recorded_by_id text        NOT NULL,
    recorded_by    text        NOT NULL,
    CONSTRAINT pk_disclosure PRIMARY KEY (id),
    CONSTRAINT fk_disclosure_case_id FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT fk_disclosure_consent_id FOREIGN KEY (consent_id) REFERENCES consent (id),
    CONSTRAINT ck_disclosure_what CHECK (cardinality(what) > 0),
    CONSTRAINT ck_disclosure_basis CHECK ((basis = 'consent') = (consent_id IS NOT NULL)
        AND (basis = 'without-consent') = (reason IS NOT NULL)),
    CONSTRAINT ck_disclosure_told CHECK ((child_told = 'yes') = (why_not_told IS NULL))
);
COMMENT ON TABLE disclosure IS 'That something of a case was shared with a body, on what basis, and whether the child knows.';
COMMENT ON COLUMN disclosure.what IS 'Which parts of what we know: wishes, contact-details, what-happened, whole-record.';
COMMENT ON COLUMN disclosure.way IS 'phone, letter, email, meeting.';
COMMENT ON COLUMN disclosure.consent_id IS 'The consent that covered it at that moment: of the same child, as was checked under its lock.';
COMMENT ON COLUMN disclosure.reason IS 'Why without consent, in a colleague''s words.';
COMMENT ON COLUMN disclosure.why_not_told IS 'Why the child does not know yet; null where they do.';
COMMENT ON COLUMN disclosure.at IS 'When it was checked and recorded.';
CREATE INDEX ix_disclosure_case_id ON disclosure (case_id, at, id);
CREATE INDEX ix_disclosure_consent_id ON disclosure (consent_id) WHERE consent_id IS NOT NULL;
GRANT SELECT, INSERT ON disclosure TO ${appRole};
