--liquibase formatted sql
--changeset helpathand:0051-erasure

CREATE TABLE erasure (
    id             uuid        NOT NULL,
    subject_kind   text        NOT NULL,
    subject_id     uuid        NOT NULL,
    ground         text        NOT NULL,
    rule           text,
    status         text        NOT NULL,
    due_at         timestamptz NOT NULL,
    proposed_by_id text,
    proposed_by    text,
    proposed_at    timestamptz,
    decided_by_id  text,
    decided_by     text,
    decided_at     timestamptz,
    kept_until     date,
    done_at        timestamptz,
    evidence       integer[],
    version        integer     NOT NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (id),
    CONSTRAINT ck_erasure_subject_kind CHECK (subject_kind IN ('child', 'enquiry')),
    CONSTRAINT ck_erasure_status CHECK (status IN ('due', 'proposed', 'approved', 'kept', 'stopped', 'done')),
    CONSTRAINT ck_erasure_proposed CHECK ((proposed_at IS NULL) = (proposed_by_id IS NULL)),
    CONSTRAINT ck_erasure_two_people CHECK (status NOT IN ('approved', 'stopped', 'done')
        OR (proposed_by_id IS NOT NULL AND decided_by_id IS NOT NULL AND proposed_by_id <> decided_by_id)),
    CONSTRAINT ck_erasure_kept CHECK ((status = 'kept') = (kept_until IS NOT NULL)),
    CONSTRAINT ck_erasure_done CHECK ((status = 'done') = (done_at IS NOT NULL))
);
COMMENT ON TABLE erasure IS 'That a record is to be erased, who decided it, and that it was: the evidence that stays. No words and no names of a child; once done the id leads nowhere.';
COMMENT ON COLUMN erasure.ground IS 'A code, never free text: it outlives whom it is about.';
COMMENT ON COLUMN erasure.rule IS 'Of the schedule: class, time and since when the rule holds; null where somebody asked.';
COMMENT ON COLUMN erasure.evidence IS 'How many cases, enquiries, messages, redactions and reasons.';
CREATE UNIQUE INDEX ux_erasure_open ON erasure (subject_id) WHERE status IN ('due', 'proposed', 'approved', 'stopped');
CREATE INDEX ix_erasure_subject_id ON erasure (subject_id);
CREATE INDEX ix_erasure_status ON erasure (status, due_at, id);
CREATE INDEX ix_erasure_due_at ON erasure (due_at, id);
GRANT SELECT, INSERT ON erasure TO ${appRole};
GRANT UPDATE (status, proposed_by_id, proposed_by, proposed_at, decided_by_id, decided_by, decided_at, kept_until, done_at, evidence, version)
    ON erasure TO ${appRole};

CREATE TABLE erasure_conversation (
    erasure_id      uuid    NOT NULL,
    conversation_id uuid    NOT NULL,
    whole           boolean NOT NULL,
    messages_held   integer NOT NULL,
    erased_at       timestamptz,
    CONSTRAINT pk_erasure_conversation PRIMARY KEY (erasure_id, conversation_id),
    CONSTRAINT fk_erasure_conversation_erasure_id FOREIGN KEY (erasure_id) REFERENCES erasure (id)
);
COMMENT ON TABLE erasure_conversation IS 'What contact-service has to erase first, so that no message that nobody knew of is lost. Ids that lead nowhere afterwards.';
COMMENT ON COLUMN erasure_conversation.whole IS 'False: its words only, as it is also about a child who stays.';
CREATE INDEX ix_erasure_conversation_owed ON erasure_conversation (conversation_id) WHERE erased_at IS NULL;
GRANT SELECT, INSERT ON erasure_conversation TO ${appRole};
GRANT UPDATE (whole, messages_held, erased_at) ON erasure_conversation TO ${appRole};

CREATE TABLE redaction (
    id             uuid        NOT NULL,
    erasure_id     uuid        NOT NULL,
    enquiry_id     uuid        NOT NULL,
    status         text        NOT NULL,
    due_at         timestamptz NOT NULL,
    proposed_by_id text,
    proposed_by    text,
    proposed_at    timestamptz,
    excerpt        text,
    wanted         text,
    referral       bytea,
    approved_by_id text,
    approved_by    text,
    approved_at    timestamptz,
    version        integer     NOT NULL,
    CONSTRAINT pk_redaction PRIMARY KEY (id),
    CONSTRAINT fk_redaction_erasure_id FOREIGN KEY (erasure_id) REFERENCES erasure (id),
    CONSTRAINT ck_redaction_status CHECK (status IN ('due', 'proposed', 'done')),
    CONSTRAINT ck_redaction_two_people CHECK (status <> 'done' OR (proposed_by_id IS NOT NULL AND approved_by_id IS NOT NULL
        AND proposed_by_id <> approved_by_id))
);
COMMENT ON TABLE redaction IS 'What was said in one breath about a child who was erased and one who stays: one person proposes what is left of it, another agrees.';
COMMENT ON COLUMN redaction.wanted IS 'The proposal, as the next: gone once it is done. Texts of messages stand in redaction_text.';
CREATE INDEX ix_redaction_due ON redaction (due_at, id) WHERE status <> 'done';
CREATE INDEX ix_redaction_erasure_id ON redaction (erasure_id);
CREATE INDEX ix_redaction_enquiry_id ON redaction (enquiry_id);
GRANT SELECT ON redaction TO ${appRole};
GRANT UPDATE (status, proposed_by_id, proposed_by, proposed_at, excerpt, wanted, referral, approved_by_id, approved_by, approved_at, version)
    ON redaction TO ${appRole};

CREATE TABLE redaction_text (
    redaction_id uuid NOT NULL,
    message_id   uuid NOT NULL,
    text         text NOT NULL,
    CONSTRAINT pk_redaction_text PRIMARY KEY (redaction_id, message_id),
    CONSTRAINT fk_redaction_text_redaction_id FOREIGN KEY (redaction_id) REFERENCES redaction (id)
);
COMMENT ON TABLE redaction_text IS 'What a message is proposed to say instead; gone once it does.';
GRANT SELECT, INSERT, DELETE ON redaction_text TO ${appRole};

ALTER TABLE message ADD COLUMN redacted_at timestamptz;
COMMENT ON COLUMN message.redacted_at IS 'When what stands here took the place of what was written, because it was also about a child who was erased.';
