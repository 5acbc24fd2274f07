--liquibase formatted sql
--changeset helpathand:0056-judged-by-sealed

-- A professional's name is somebody's name: encrypted, as all are but those of colleagues. Rows from before, which no release has
-- written, keep it where it is.
ALTER TABLE competence_judgement ADD COLUMN judged_by_sealed bytea;
ALTER TABLE competence_judgement ALTER COLUMN judged_by DROP NOT NULL;
ALTER TABLE competence_judgement ADD CONSTRAINT ck_competence_judgement_by CHECK (judged_by IS NOT NULL OR judged_by_sealed IS NOT NULL);
COMMENT ON COLUMN competence_judgement.judged_by IS 'The name of the colleague who judged.';
COMMENT ON COLUMN competence_judgement.judged_by_sealed IS 'The professional from outside who judged, with their office: under the child''s key.';
