--liquibase formatted sql
--changeset helpathand:0037-case-file-owner

ALTER TABLE case_file ADD COLUMN owner_left_at timestamptz;
COMMENT ON COLUMN case_file.owner_left_at IS 'Since when its owner is disabled, gone, or neither adviser nor lead: the lead answers meanwhile.';
CREATE INDEX ix_case_file_owner_id ON case_file (owner_id, opened_at, id);
CREATE INDEX ix_case_file_owner_status ON case_file (owner_id, status, opened_at, id);
CREATE INDEX ix_case_file_without_owner ON case_file (opened_at, id) WHERE status = 'open' AND owner_left_at IS NOT NULL;
GRANT UPDATE (owner_id, owner, owner_left_at) ON case_file TO ${appRole};
