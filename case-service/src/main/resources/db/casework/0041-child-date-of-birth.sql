--liquibase formatted sql
--changeset helpathand:0041-child-date-of-birth

ALTER TABLE child
    ADD COLUMN date_of_birth bytea,
    ADD COLUMN token_form integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN child.date_of_birth IS 'Encrypted under the child''s data key, like the name.';
COMMENT ON COLUMN child.token_form IS 'By which rules the child''s tokens were made; 0 when there are none yet. Older ones are made anew by a job.';
CREATE INDEX ix_child_token_form ON child (token_form, id);
GRANT UPDATE (date_of_birth, token_form) ON child TO ${appRole};
