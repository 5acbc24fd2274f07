--liquibase formatted sql
--changeset helpathand:0046-subject-access

CREATE TABLE subject_access (
    id                   uuid        NOT NULL,
    child_id             uuid        NOT NULL,
    received_on          date        NOT NULL,
    asked_by             text        NOT NULL,
    identity_checked_how text        NOT NULL,
    recorded_by_id       text        NOT NULL,
    recorded_by          text        NOT NULL,
    recorded_at          timestamptz NOT NULL,
    first_due_on         date        NOT NULL,
    due_on               date        NOT NULL,
    extended_at          timestamptz,
    extended_by_id       text,
    extended_by          text,
    extension_reason     text,
    given                text,
    exemption            text,
    closing_note         text,
    closed_by_id         text,
    closed_by            text,
    closed_at            timestamptz,
    changed_at           timestamptz NOT NULL,
    version              integer     NOT NULL,
    CONSTRAINT pk_subject_access PRIMARY KEY (id),
    CONSTRAINT fk_subject_access_child_id FOREIGN KEY (child_id) REFERENCES child (id),
    CONSTRAINT ck_subject_access_asked_by CHECK (asked_by IN
        ('child', 'parental-responsibility', 'advocate', 'solicitor', 'other-authorised')),
    CONSTRAINT ck_subject_access_given CHECK (given IN ('all', 'part', 'nothing')),
    CONSTRAINT ck_subject_access_exemption CHECK (exemption IN
        ('other-people', 'serious-harm', 'not-shown-who', 'withdrawn')),
    CONSTRAINT ck_subject_access_extended CHECK ((extended_at IS NULL) = (extended_by_id IS NULL)
        AND (extended_at IS NULL) = (extension_reason IS NULL)),
    CONSTRAINT ck_subject_access_closed CHECK ((closed_at IS NULL) = (given IS NULL)
        AND (closed_at IS NULL) = (closed_by_id IS NULL) AND (exemption IS NULL) = (given IS NULL OR given = 'all'))
);
COMMENT ON TABLE subject_access IS 'Requests for a copy of everything that is held on a child (UK GDPR article 15), and how each was answered.';
COMMENT ON COLUMN subject_access.received_on IS 'The day in Europe/London on which it reached us: the clock begins with it.';
COMMENT ON COLUMN subject_access.due_on IS 'first_due_on, or two months more once it was extended.';
COMMENT ON COLUMN subject_access.changed_at IS 'When it, or what was decided about its package, last changed.';
CREATE INDEX ix_subject_access_open ON subject_access (due_on, id) WHERE closed_at IS NULL;
CREATE INDEX ix_subject_access_due_on ON subject_access (due_on, id);
CREATE INDEX ix_subject_access_child_id ON subject_access (child_id, recorded_at, id);
GRANT SELECT, INSERT ON subject_access TO ${appRole};
GRANT UPDATE (due_on, extended_at, extended_by_id, extended_by, extension_reason, given, exemption, closing_note, closed_by_id, closed_by, closed_at, changed_at, version) ON subject_access TO ${appRole};
