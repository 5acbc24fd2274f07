--liquibase formatted sql
--changeset helpathand:0053-forget-missed-glass splitStatements:false

-- A slip in the reference, or a case that is not open to them: it is of no child's record, so no child's erasure finds what was
-- written there about whom. The app role has no right to delete it, and the function does not before a lead has looked at it.

CREATE FUNCTION forget_missed_glass(reviewed_before timestamptz, most integer, moment timestamptz) RETURNS uuid[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    missed uuid[];
BEGIN
    IF reviewed_before > now() - interval '30 days' THEN
        RAISE EXCEPTION 'a review of less than thirty days ago is not forgotten';
    END IF;
    missed := ARRAY(SELECT id FROM break_glass WHERE case_id IS NULL AND reviewed_at < reviewed_before
        ORDER BY reviewed_at, id LIMIT most FOR UPDATE SKIP LOCKED);
    DELETE FROM break_glass WHERE id = ANY (missed);
    UPDATE audit_reason SET reason = NULL, salt = NULL, erased_at = moment WHERE erased_at IS NULL
        AND audit_id IN (SELECT id FROM audit WHERE subject_ids && missed);
    RETURN missed;
END
$$;

REVOKE ALL ON FUNCTION forget_missed_glass(timestamptz, integer, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_missed_glass(timestamptz, integer, timestamptz) TO ${appRole};
CREATE INDEX ix_break_glass_missed ON break_glass (reviewed_at, id) WHERE case_id IS NULL;
