--liquibase formatted sql
--changeset helpathand:0027-task

CREATE TABLE task (
    id              uuid        NOT NULL,
    kind            text        NOT NULL,
    conversation_id uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    done_at         timestamptz,
    done_by_id      text,
    done_by         text,
    CONSTRAINT pk_task PRIMARY KEY (id),
    CONSTRAINT fk_task_conversation_id FOREIGN KEY (conversation_id) REFERENCES conversation (id),
    CONSTRAINT ck_task_kind CHECK (kind IN ('text-not-delivered', 'texts-stopped')),
    CONSTRAINT ck_task_done CHECK ((done_at IS NULL) = (done_by_id IS NULL))
);
COMMENT ON TABLE task IS 'Something a person must see to on a conversation, because a machine could not. Whoever must answer the conversation must do it.';
COMMENT ON COLUMN task.done_by IS 'For colleagues to read; done_by_id is the subject.';
CREATE UNIQUE INDEX ux_task_open ON task (conversation_id, kind) WHERE done_at IS NULL;
CREATE INDEX ix_task_open ON task (created_at, id) WHERE done_at IS NULL;
CREATE INDEX ix_task_conversation_id ON task (conversation_id, created_at, id);
GRANT SELECT, INSERT ON task TO ${appRole};
GRANT UPDATE (done_at, done_by_id, done_by) ON task TO ${appRole};
