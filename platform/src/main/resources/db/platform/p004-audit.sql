--liquibase formatted sql
--changeset helpathand:p004-audit splitStatements:false

CREATE TABLE audit (
    id           uuid        NOT NULL,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    actor_roles  text[]      NOT NULL,
    action       text        NOT NULL,
    outcome      text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_ids  uuid[]      NOT NULL,
    reason       text,
    xact_id      xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT pk_audit PRIMARY KEY (at, id),
    CONSTRAINT ck_audit_outcome CHECK (outcome IN ('done', 'refused'))
) PARTITION BY RANGE (at);
COMMENT ON TABLE audit IS 'Who did or saw what, and when; no content. Insert only. xact_id lets the sealer take what no running transaction can still precede.';
CREATE TABLE audit_default PARTITION OF audit DEFAULT;

DO $$
DECLARE
    first_month date := date_trunc('month', now() AT TIME ZONE 'UTC');
    month       date;
BEGIN
    FOR n IN 0..24 LOOP
        month := first_month + make_interval(months => n);
        EXECUTE format('CREATE TABLE audit_%s PARTITION OF audit FOR VALUES FROM (%L) TO (%L)',
                to_char(month, 'YYYYMM'),
                month::timestamp AT TIME ZONE 'UTC',
                (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
    END LOOP;
END
$$;
GRANT SELECT, INSERT ON audit TO ${appRole};
