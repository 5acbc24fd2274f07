--liquibase formatted sql
--changeset helpathand:0057-task-code-ended

-- A child who is watched has ended their code: nobody waits for an answer then, so no list would show it.

ALTER TABLE task DROP CONSTRAINT ck_task_kind;
ALTER TABLE task ADD CONSTRAINT ck_task_kind CHECK (kind IN ('text-not-delivered', 'texts-stopped', 'code-ended'));
