--liquibase formatted sql
--changeset helpathand:0054-erasure-keeps-hidden splitStatements:false

-- Both functions of 0052 once more. What is shared with a child who was hidden stays hidden until it is redacted; a hold on an
-- enquiry, or on whoever shares it, keeps it; a reference is compared as people write it.

ALTER TABLE redaction ADD COLUMN restricted boolean NOT NULL DEFAULT false;
ALTER TABLE redaction ADD COLUMN admitted text[] NOT NULL DEFAULT '{}';
ALTER TABLE redaction ADD COLUMN kept_out text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN redaction.restricted IS 'A case of the erased child was restricted: until it is done only leads see the enquiry, and who was admitted.';
COMMENT ON COLUMN redaction.admitted IS 'Subjects of those who saw the restricted cases; gone once it is done.';
COMMENT ON COLUMN redaction.kept_out IS 'Subjects of those whom a conflict of interest kept from the erased child; gone once it is done.';

CREATE OR REPLACE FUNCTION carry_out_erasure(asked uuid, moment timestamptz) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    decided       erasure%ROWTYPE;
    whom          uuid;
    cases         uuid[] := '{}';
    concerned     uuid[];
    gone          uuid[];
    shared        uuid[];
    conversations uuid[];
    glasses       uuid[];
    papers        uuid[];
    others        uuid[];
    hidden        boolean;
    admitted      text[];
    kept_out      text[];
    told          bigint;
BEGIN
    SELECT * INTO decided FROM erasure WHERE id = asked FOR UPDATE;
    IF NOT FOUND OR decided.status <> 'approved' THEN
        RAISE EXCEPTION 'erasure % is not approved', asked;
    END IF;
    IF EXISTS (SELECT 1 FROM erasure_conversation WHERE erasure_id = asked AND erased_at IS NULL) THEN
        RAISE EXCEPTION 'erasure %: contact-service still has a conversation', asked;
    END IF;
    IF decided.subject_kind = 'child' THEN
        whom := decided.subject_id;
        cases := ARRAY(SELECT id FROM case_file WHERE child_id = whom);
        IF EXISTS (SELECT 1 FROM case_file WHERE child_id = whom AND status = 'open') THEN
            RAISE EXCEPTION 'erasure %: a case is open', asked;
        END IF;
        concerned := ARRAY(SELECT enquiry_id FROM enquiry_child WHERE child_id = whom
            UNION SELECT enquiry_id FROM case_enquiry WHERE case_id = ANY (cases));
    ELSE
        concerned := ARRAY[decided.subject_id];
        IF EXISTS (SELECT 1 FROM case_enquiry WHERE enquiry_id = decided.subject_id) THEN
            RAISE EXCEPTION 'erasure %: the enquiry is of a case', asked;
        END IF;
    END IF;

    -- A hold on an enquiry holds after it has become a child's, too.
    IF EXISTS (SELECT 1 FROM legal_hold WHERE subject_id = ANY (concerned || decided.subject_id) AND lifted_at IS NULL) THEN
        RAISE EXCEPTION 'erasure %: a legal hold keeps it', asked;
    END IF;

    -- Whom the child's own cases kept from what is shared: they stay away from it until it is redacted.
    hidden := EXISTS (SELECT 1 FROM case_file WHERE id = ANY (cases) AND restricted);
    admitted := ARRAY(SELECT DISTINCT inside.staff_id FROM (
            SELECT owner_id AS staff_id FROM case_file WHERE id = ANY (cases)
            UNION SELECT staff_id FROM circle_member WHERE case_id = ANY (cases) AND removed_at IS NULL) inside
        WHERE NOT EXISTS (SELECT 1 FROM case_file f WHERE f.id = ANY (cases) AND f.restricted AND f.owner_id <> inside.staff_id
            AND NOT EXISTS (SELECT 1 FROM circle_member m
                WHERE m.case_id = f.id AND m.staff_id = inside.staff_id AND m.removed_at IS NULL)));
    kept_out := ARRAY(SELECT staff_id FROM conflict_of_interest WHERE child_id = whom AND lifted_at IS NULL);

    -- Whoever may look at the case from outside, and what the audit says of them, goes with the case.
    glasses := ARRAY(SELECT id FROM break_glass WHERE case_id = ANY (cases)
        OR upper(regexp_replace(case_reference, '\s', '', 'g')) IN (SELECT reference FROM case_file WHERE id = ANY (cases)));
    DELETE FROM break_glass WHERE id = ANY (glasses);
    papers := ARRAY(SELECT id FROM disclosure WHERE case_id = ANY (cases)
        UNION ALL SELECT id FROM consent WHERE child_id = whom
        UNION ALL SELECT id FROM competence_judgement WHERE child_id = whom
        UNION ALL SELECT id FROM subject_access WHERE child_id = whom);
    DELETE FROM disclosure WHERE case_id = ANY (cases);
    DELETE FROM consent WHERE child_id = whom;
    DELETE FROM competence_judgement WHERE child_id = whom;
    DELETE FROM subject_access_decision WHERE subject_access_id IN (SELECT id FROM subject_access WHERE child_id = whom);
    DELETE FROM subject_access WHERE child_id = whom;
    DELETE FROM circle_member WHERE case_id = ANY (cases);
    DELETE FROM case_restriction WHERE case_id = ANY (cases);
    DELETE FROM case_owner WHERE case_id = ANY (cases);
    DELETE FROM case_enquiry WHERE case_id = ANY (cases);
    DELETE FROM case_conversation WHERE case_id = ANY (cases);
    DELETE FROM conflict_of_interest WHERE child_id = whom;
    DELETE FROM legal_hold WHERE subject_id = ANY (concerned || decided.subject_id);
    DELETE FROM enquiry_child WHERE child_id = whom;

    -- An enquiry goes with its last child; of the others what was said in one breath waits for people.
    shared := CASE WHEN decided.subject_kind = 'enquiry' THEN '{}'::uuid[] ELSE ARRAY(
        SELECT e.id FROM enquiry e WHERE e.id = ANY (concerned)
            AND (EXISTS (SELECT 1 FROM enquiry_child c WHERE c.enquiry_id = e.id)
                OR EXISTS (SELECT 1 FROM case_enquiry l WHERE l.enquiry_id = e.id))) END;
    gone := ARRAY(SELECT unnest(concerned) EXCEPT SELECT unnest(shared));
    conversations := ARRAY(SELECT id FROM conversation WHERE enquiry_id = ANY (gone));
    INSERT INTO redaction (id, erasure_id, enquiry_id, status, due_at, version, restricted, admitted, kept_out)
        SELECT gen_random_uuid(), asked, id, 'due', moment, 0, coalesce(hidden, false), admitted, kept_out FROM unnest(shared) id;

    SELECT count(*) INTO told FROM message WHERE conversation_id = ANY (conversations);
    others := ARRAY(SELECT id FROM message WHERE conversation_id = ANY (conversations)
        UNION ALL SELECT id FROM enquiry_details WHERE enquiry_id = ANY (gone)
        UNION ALL SELECT id FROM task WHERE conversation_id = ANY (conversations)
        UNION ALL SELECT id FROM alert WHERE enquiry_id = ANY (gone)
        UNION ALL SELECT id FROM code_revocation WHERE conversation_id = ANY (conversations)
        UNION ALL SELECT id FROM code_reissue WHERE conversation_id = ANY (conversations));

    -- What a colleague gave as a reason may name whom it was about. The chain over the audit has its hash and stays whole.
    UPDATE audit_reason SET reason = NULL, salt = NULL, erased_at = moment WHERE erased_at IS NULL AND audit_id IN (
        SELECT id FROM audit WHERE subject_ids && (ARRAY[decided.subject_id] || cases || concerned || glasses || papers || others
            || ARRAY(SELECT id FROM conversation WHERE enquiry_id = ANY (concerned))));

    -- That it came is kept, so that a late repeat does not come back; of what it was nothing.
    UPDATE handover_receipt SET content_hash = '' WHERE id = ANY (gone || others);
    DELETE FROM outbox WHERE stream_id = ANY (conversations || gone || glasses) OR subject_id = ANY (gone || others || glasses);

    DELETE FROM redaction_text WHERE redaction_id IN (SELECT id FROM redaction WHERE enquiry_id = ANY (gone));
    DELETE FROM redaction WHERE enquiry_id = ANY (gone);
    DELETE FROM alert WHERE enquiry_id = ANY (gone);
    DELETE FROM task WHERE conversation_id = ANY (conversations);
    DELETE FROM code_revocation WHERE conversation_id = ANY (conversations);
    DELETE FROM code_reissue WHERE conversation_id = ANY (conversations);
    DELETE FROM triage WHERE enquiry_id = ANY (gone);
    DELETE FROM message WHERE conversation_id = ANY (conversations);
    DELETE FROM possible_link WHERE enquiry_id = ANY (gone) OR conversation_id = ANY (conversations);
    DELETE FROM enquiry_urgency_reason WHERE enquiry_id = ANY (gone);
    DELETE FROM enquiry_details WHERE enquiry_id = ANY (gone);
    DELETE FROM enquiry_child WHERE enquiry_id = ANY (gone);
    DELETE FROM conversation WHERE id = ANY (conversations);
    DELETE FROM enquiry WHERE id = ANY (gone);
    DELETE FROM case_file WHERE id = ANY (cases);
    DELETE FROM child_token WHERE child_id = whom;
    DELETE FROM child WHERE id = whom;
    DELETE FROM data_key WHERE subject_id = ANY (gone || whom);

    RETURN ARRAY[cardinality(cases), cardinality(gone), told::integer, cardinality(shared),
        (SELECT count(*)::integer FROM audit_reason WHERE erased_at = moment)];
END
$$;

CREATE OR REPLACE FUNCTION carry_out_redaction(asked uuid, moment timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    agreed  redaction%ROWTYPE;
    changed bigint;
BEGIN
    SELECT * INTO agreed FROM redaction WHERE id = asked FOR UPDATE;
    IF NOT FOUND OR agreed.status <> 'done' OR agreed.proposed_by_id = agreed.approved_by_id THEN
        RAISE EXCEPTION 'redaction % is not agreed', asked;
    END IF;
    IF EXISTS (SELECT 1 FROM legal_hold WHERE lifted_at IS NULL AND (subject_id = agreed.enquiry_id
            OR subject_id IN (SELECT child_id FROM enquiry_child WHERE enquiry_id = agreed.enquiry_id)
            OR subject_id IN (SELECT f.child_id FROM case_enquiry l JOIN case_file f ON f.id = l.case_id
                WHERE l.enquiry_id = agreed.enquiry_id))) THEN
        RAISE EXCEPTION 'redaction %: a legal hold keeps it', asked;
    END IF;
    UPDATE message m SET text = t.text, redacted_at = moment FROM redaction_text t
        WHERE t.redaction_id = asked AND m.id = t.message_id
            AND m.conversation_id = (SELECT id FROM conversation WHERE enquiry_id = agreed.enquiry_id);
    GET DIAGNOSTICS changed = ROW_COUNT;
    UPDATE enquiry SET
            excerpt = coalesce(agreed.excerpt, excerpt),
            wanted = coalesce(agreed.wanted, wanted),
            referral = coalesce(agreed.referral, referral),
            changed_at = moment,
            version = version + 1
        WHERE id = agreed.enquiry_id;
    DELETE FROM redaction_text WHERE redaction_id = asked;
    UPDATE redaction SET excerpt = NULL, wanted = NULL, referral = NULL, restricted = false, admitted = '{}', kept_out = '{}'
        WHERE id = asked;
    RETURN changed;
END
$$;
