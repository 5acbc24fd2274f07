--liquibase formatted sql
--changeset helpathand:0058-task-version

-- A further text that does not arrive joins the open task: whoever saw to what came before must not end what they have not seen.

ALTER TABLE task ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN last_at timestamptz;
UPDATE task SET last_at = created_at;
-- The release before this one names no time: its replicas go on beside the new ones for a while.
ALTER TABLE task ALTER COLUMN last_at SET DEFAULT now();
ALTER TABLE task ALTER COLUMN last_at SET NOT NULL;
COMMENT ON COLUMN task.version IS 'Rises each time the same happens again while it is open.';
COMMENT ON COLUMN task.last_at IS 'When it happened last; created_at is when it happened first.';
GRANT UPDATE (version, last_at) ON task TO ${appRole};
