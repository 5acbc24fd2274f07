--liquibase formatted sql
--changeset helpathand:0043-competence-judgement

CREATE TABLE competence_judgement (
    id             uuid        NOT NULL,
    child_id       uuid        NOT NULL,
    decision       text        NOT NULL,
    able           boolean     NOT NULL,
    how            text        NOT NULL,
    judged_by_id   text,
    judged_by      text        NOT NULL,
    judged_at      timestamptz NOT NULL,
    recorded_by_id text        NOT NULL,
    recorded_by    text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT pk_competence_judgement PRIMARY KEY (id),
    CONSTRAINT ux_competence_judgement_child_id UNIQUE (child_id, id),
    CONSTRAINT fk_competence_judgement_child_id FOREIGN KEY (child_id) REFERENCES child (id)
);
COMMENT ON TABLE competence_judgement IS 'Whether a child understood enough to decide one thing. About that decision, and never about the child as such.';
COMMENT ON COLUMN competence_judgement.decision IS 'What was to be decided, in words.';
COMMENT ON COLUMN competence_judgement.how IS 'How it was judged, in words.';
COMMENT ON COLUMN competence_judgement.judged_by_id IS 'The colleague who judged; null where judged_by names a professional from outside.';
CREATE INDEX ix_competence_judgement_child_id ON competence_judgement (child_id, judged_at, id);
GRANT SELECT, INSERT ON competence_judgement TO ${appRole};

ALTER TABLE consent
    ADD COLUMN competence_judgement_id uuid,
    ADD CONSTRAINT fk_consent_competence_judgement_id FOREIGN KEY (child_id, competence_judgement_id)
        REFERENCES competence_judgement (child_id, id),
    ADD CONSTRAINT ck_consent_competence CHECK (competence_judgement_id IS NULL OR given_by = 'child');
COMMENT ON COLUMN consent.competence_judgement_id IS 'The judgement that the child''s consent rests on, always one of the same child; null where none was needed.';
CREATE INDEX ix_consent_competence_judgement_id ON consent (competence_judgement_id) WHERE competence_judgement_id IS NOT NULL;
