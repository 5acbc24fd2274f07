--liquibase formatted sql
--changeset helpathand:p012-outbox-trace-parent

ALTER TABLE outbox ADD COLUMN trace_parent text
    CONSTRAINT ck_outbox_trace_parent CHECK (trace_parent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
COMMENT ON COLUMN outbox.trace_parent IS 'What the effect follows from (W3C Trace Context): random numbers. Empty where nothing is traced.';
