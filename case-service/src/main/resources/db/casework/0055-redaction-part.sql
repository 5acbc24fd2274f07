--liquibase formatted sql
--changeset helpathand:0055-redaction-part splitStatements:false

-- What is shared and may be written anew, or stands beside the thread: the next step, words about safe contact, what was told after
-- sending, notes beside return codes. Proposed and agreed as the messages are.

CREATE TABLE redaction_part (
    redaction_id uuid   NOT NULL,
    name         text   NOT NULL,
    column_name  text   NOT NULL,
    row_id       uuid   NOT NULL,
    read_version bigint NOT NULL,
    text         text,
    sealed       bytea,
    CONSTRAINT pk_redaction_part PRIMARY KEY (redaction_id, name),
    CONSTRAINT fk_redaction_part_redaction_id FOREIGN KEY (redaction_id) REFERENCES redaction (id) ON DELETE CASCADE,
    CONSTRAINT ck_redaction_part_column CHECK (column_name IN ('conversation.progress_next_step', 'conversation.safe_note',
        'conversation.cover_words', 'enquiry_details.name', 'enquiry_details.age', 'enquiry_details.council',
        'enquiry_details.lives_in', 'enquiry_details.helped_by', 'enquiry_details.language', 'enquiry_details.needs',
        'code_revocation.note', 'code_reissue.note')),
    CONSTRAINT ck_redaction_part_one CHECK (text IS NULL OR sealed IS NULL)
);
COMMENT ON TABLE redaction_part IS 'What a text beside the messages is proposed to say instead; neither text nor sealed: it goes.';
COMMENT ON COLUMN redaction_part.read_version IS 'Of what may be written anew, the version that was read: a later one is not touched.';
COMMENT ON COLUMN redaction_part.sealed IS 'Of a column that is encrypted: under the same key, for the same row.';
GRANT SELECT, INSERT, DELETE ON redaction_part TO ${appRole};

ALTER TABLE conversation
    ADD COLUMN contact_words_version bigint NOT NULL DEFAULT 0,
    ADD COLUMN contact_words_at timestamptz;
COMMENT ON COLUMN conversation.contact_words_version IS 'Rises with each redaction of the note about safe contact or the cover words: contact-service brings none of before it back.';
COMMENT ON COLUMN conversation.contact_words_at IS 'When those that were redacted last had been read.';

-- Whom an enquiry is about: by name in it, or because it became part of their case.
CREATE VIEW enquiry_subject AS
    SELECT enquiry_id, child_id FROM enquiry_child WHERE child_id IS NOT NULL
    UNION SELECT l.enquiry_id, f.child_id FROM case_enquiry l JOIN case_file f ON f.id = l.case_id;
COMMENT ON VIEW enquiry_subject IS 'Children whom an enquiry is about.';
GRANT SELECT ON enquiry_subject TO ${appRole};

CREATE OR REPLACE FUNCTION carry_out_redaction(asked uuid, moment timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    agreed  redaction%ROWTYPE;
    part    redaction_part%ROWTYPE;
    thread  uuid;
    changed bigint;
BEGIN
    SELECT * INTO agreed FROM redaction WHERE id = asked FOR UPDATE;
    IF NOT FOUND OR agreed.status <> 'done' OR agreed.proposed_by_id = agreed.approved_by_id THEN
        RAISE EXCEPTION 'redaction % is not agreed', asked;
    END IF;
    IF EXISTS (SELECT 1 FROM legal_hold WHERE lifted_at IS NULL AND (subject_id = agreed.enquiry_id
            OR subject_id IN (SELECT child_id FROM enquiry_subject WHERE enquiry_id = agreed.enquiry_id))) THEN
        RAISE EXCEPTION 'redaction %: a legal hold keeps it', asked;
    END IF;
    thread := (SELECT id FROM conversation WHERE enquiry_id = agreed.enquiry_id);
    UPDATE message m SET text = t.text, redacted_at = moment FROM redaction_text t
        WHERE t.redaction_id = asked AND m.id = t.message_id AND m.conversation_id = thread;
    GET DIAGNOSTICS changed = ROW_COUNT;
    -- The names are among those that the constraint of the table lists.
    FOR part IN SELECT * FROM redaction_part WHERE redaction_id = asked LOOP
        EXECUTE format('UPDATE %1$I SET %2$I = %3$s WHERE id = $2 AND %4$s = $3',
                split_part(part.column_name, '.', 1),
                split_part(part.column_name, '.', 2),
                CASE WHEN part.column_name IN ('conversation.progress_next_step', 'code_revocation.note', 'code_reissue.note')
                    THEN '($1).text' ELSE '($1).sealed' END,
                CASE split_part(part.column_name, '.', 1)
                    WHEN 'conversation' THEN 'id' WHEN 'enquiry_details' THEN 'enquiry_id' ELSE 'conversation_id' END)
            USING part, part.row_id,
                CASE WHEN part.column_name LIKE 'enquiry_details.%' THEN agreed.enquiry_id ELSE thread END;
    END LOOP;
    UPDATE enquiry SET
            excerpt = coalesce(agreed.excerpt, excerpt),
            wanted = coalesce(agreed.wanted, wanted),
            referral = coalesce(agreed.referral, referral),
            changed_at = moment,
            version = version + 1
        WHERE id = agreed.enquiry_id;
    DELETE FROM redaction_text WHERE redaction_id = asked;
    DELETE FROM redaction_part WHERE redaction_id = asked;
    UPDATE redaction SET excerpt = NULL, wanted = NULL, referral = NULL, restricted = false, admitted = '{}', kept_out = '{}'
        WHERE id = asked;
    RETURN changed;
END
$$;
