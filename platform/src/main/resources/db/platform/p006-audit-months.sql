--liquibase formatted sql
--changeset helpathand:p006-audit-months splitStatements:false runAlways:true

-- With every migration, so that 24 months lie ahead of each. A row in audit_default that belongs to a month stops it.
DO $$
DECLARE
    first_month date := date_trunc('month', now() AT TIME ZONE 'UTC');
    month       date;
BEGIN
    FOR n IN 0..24 LOOP
        month := first_month + make_interval(months => n);
        IF to_regclass(format('audit_%s', to_char(month, 'YYYYMM'))) IS NULL THEN
            EXECUTE format('CREATE TABLE audit_%s PARTITION OF audit FOR VALUES FROM (%L) TO (%L)',
                    to_char(month, 'YYYYMM'),
                    month::timestamp AT TIME ZONE 'UTC',
                    (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
        END IF;
    END LOOP;
END
$$;
