--liquibase formatted sql
--changeset helpathand:0032-audit-lists

-- On the parent, so that every month has them, those not made yet as well. Newest first of all is the primary key.
CREATE INDEX ix_audit_actor ON audit (actor, at, id);
CREATE INDEX ix_audit_action ON audit (action, at, id);
CREATE INDEX ix_audit_refused ON audit (at, id) WHERE outcome = 'refused';
-- A list's row names up to 200 subjects, so a row for each of them in a table of its own would outgrow the audit many times.
CREATE INDEX ix_audit_subject_ids ON audit USING gin (subject_ids) WITH (gin_pending_list_limit = 256);
