package uk.helpathand.casework.runtime;

/**
 * 200,000 of everything, of which 2,000 enquiries wait for a decision. One case in sixteen is restricted, also of the open ones. Ids are made of a name and a number, so that
 * tables meet without looking each other up.
 */
final class Sample {

    /** A conversation with a long thread, in parts, many revocations and many tasks. */
    static final String LONG_CONVERSATION = "00000c00-0000-7000-8000-000000000064";

    /** Its case. */
    static final String LONG_CASE = "000000ca-0000-7000-8000-000000000064";

    /** Its child, about whom much was agreed. */
    static final String LONG_CHILD = "000000cd-0000-7000-8000-000000000064";

    private Sample() {}

    static final String SQL = """
            CREATE FUNCTION pg_temp.id(kind text, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
                $$ SELECT (lpad(kind, 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
            INSERT INTO enquiry (id, reference, channel, requester, received_at, message_id, altered, excerpt,
                    urgency_rank, status, changed_at, version)
                SELECT pg_temp.id('e', n), 'HH-' || n, 'web-child', 'child', now() - n * interval '10 minutes',
                    pg_temp.id('3e', n), false, 'x', n % 7 % 3,
                    CASE n % 100 WHEN 0 THEN (ARRAY['new', 'acknowledged', 'returned'])[1 + n / 100 % 3]
                        WHEN 1 THEN 'unconfirmed' ELSE 'triaged' END,
                    now(), 0
                FROM generate_series(1, 200000) n;
            INSERT INTO enquiry_urgency_reason (id, enquiry_id, code, at)
                SELECT pg_temp.id('4e', n), pg_temp.id('e', n), 'said-not-safe', now()
                FROM generate_series(1, 200000) n;
            INSERT INTO possible_link (enquiry_id, position, conversation_id)
                SELECT pg_temp.id('e', n), 1, pg_temp.id('c00', n - 1) FROM generate_series(2, 200000) n;
            INSERT INTO enquiry_details (id, enquiry_id, received_at)
                SELECT pg_temp.id('de', n), pg_temp.id('e', n), now() FROM generate_series(1, 200000) n;
            INSERT INTO data_key (subject_kind, subject_id, wrapped_key, master_version, created_at)
                SELECT 'enquiry', pg_temp.id('e', n), 'x', 1, now() FROM generate_series(1, 200000) n;
            INSERT INTO conversation (id, enquiry_id, audience, reply_by, safe_times, contact_version, progress_stage,
                    progress_version, waiting_since, owner_kind, owner_id, last_message_sequence, last_outbox_sequence,
                    version)
                SELECT pg_temp.id('c00', n), pg_temp.id('e', n), 'child', 'code', '{}', 1, 'received', 0,
                    CASE WHEN n % 50 < 2 THEN now() - n * interval '10 minutes' END,
                    CASE WHEN n % 100 < 2 THEN 'queue' ELSE 'adviser' END,
                    CASE WHEN n % 100 < 2 THEN NULL ELSE 'owner-' || n / 100 % 20 END,
                    1, 0, 0
                FROM generate_series(1, 200000) n;
            INSERT INTO message (id, conversation_id, sequence, author, text, altered, sent_at)
                SELECT pg_temp.id('3e', n), pg_temp.id('c00', n), 1, 'child', 'x', false, now()
                FROM generate_series(1, 200000) n;
            INSERT INTO message (id, conversation_id, sequence, author, text, altered, sent_at, part_group, part_number,
                    part_of)
                SELECT gen_random_uuid(), pg_temp.id('c00', 100), n, 'child', 'x', false, now(), pg_temp.id('9a', n / 2),
                    1 + n % 2, 2
                FROM generate_series(2, 300) n;
            INSERT INTO task (id, kind, conversation_id, created_at, done_at, done_by_id)
                SELECT gen_random_uuid(), 'texts-stopped', pg_temp.id('c00', greatest(n, 100)),
                    now() - n * interval '10 minutes', CASE WHEN n < 100 OR n % 100 > 0 THEN now() END,
                    CASE WHEN n < 100 OR n % 100 > 0 THEN 'ada' END
                FROM generate_series(-200, 200000) n;
            INSERT INTO code_revocation (id, conversation_id, reason, at)
                SELECT gen_random_uuid(), pg_temp.id('c00', greatest(n, 100)), 'LOST', now()
                FROM generate_series(-200, 200000) n;
            INSERT INTO child (id, reference, created_at, token_form, version)
                SELECT pg_temp.id('cd', n), 'CH-' || n, now(), 1, 0 FROM generate_series(1, 200000) n;
            INSERT INTO child_token (token, child_id)
                SELECT kind * 1000000 + n % (ARRAY[3, 20, 500, 5000, 200000, 200000])[kind], pg_temp.id('cd', n)
                FROM generate_series(1, 200000) n, generate_series(1, 6) kind;
            INSERT INTO enquiry_child (enquiry_id, id, position, child_id)
                SELECT pg_temp.id('e', n), pg_temp.id('ecd', n), 1, pg_temp.id('cd', n)
                FROM generate_series(1, 200000) n;
            INSERT INTO case_file (id, reference, child_id, status, owner_id, owner, opened_at, owner_left_at,
                    closed_at, closure_reason, changed_at, version, restricted)
                SELECT pg_temp.id('ca', n), 'C-' || n, pg_temp.id('cd', n),
                    CASE WHEN n % 100 = 0 THEN 'open' ELSE 'closed' END,
                    CASE WHEN n % 1000 = 0 THEN 'gone' ELSE 'ada' END, 'Ada', now() - n * interval '10 minutes',
                    CASE WHEN n % 1000 = 0 THEN now() END, CASE WHEN n % 100 > 0 THEN now() END,
                    CASE WHEN n % 100 > 0 THEN 'RESOLVED' END, now(), 0, n <> 100 AND hashint4(n) & 15 = 3
                FROM generate_series(1, 200000) n;
            INSERT INTO circle_member (id, case_id, staff_id, added_by_id, added_by, added_at)
                SELECT gen_random_uuid(), pg_temp.id('ca', n), 'member-' || n % 50, 'lea', 'Lea', now()
                FROM generate_series(1, 200000) n WHERE n <> 100 AND hashint4(n) & 15 = 3;
            INSERT INTO conflict_of_interest (id, child_id, staff_id, reason, flagged_by_id, flagged_by, flagged_at)
                SELECT gen_random_uuid(), pg_temp.id('cd', n), 'member-' || n % 50, 'x', 'lea', 'Lea', now()
                FROM generate_series(7, 200000, 20) n;
            INSERT INTO break_glass (id, case_reference, case_id, staff_id, staff_name, reason, at, until, review_due,
                    justified, reviewed_by_id, reviewed_at)
                SELECT gen_random_uuid(), 'C-' || n, pg_temp.id('ca', n), 'member-' || n % 50, 'Ben', 'x',
                    now() - n * interval '10 minutes', now() - n * interval '10 minutes', n % 100 = 0,
                    CASE WHEN n % 100 > 0 THEN true END, CASE WHEN n % 100 > 0 THEN 'lea' END,
                    CASE WHEN n % 100 > 0 THEN now() END
                FROM generate_series(1, 200000) n;
            INSERT INTO legal_hold (id, subject_kind, subject_id, reason, placed_by_id, placed_by, placed_at, lifted_by_id,
                    lifted_at, lift_reason)
                SELECT pg_temp.id('1e', n), 'child', pg_temp.id('cd', n), 'x', 'lea', 'Lea', now() - n * interval '10 minutes',
                    CASE WHEN n % 100 > 0 THEN 'lea' END, CASE WHEN n % 100 > 0 THEN now() END,
                    CASE WHEN n % 100 > 0 THEN 'x' END
                FROM generate_series(1, 200000) n;
            INSERT INTO erasure (id, subject_kind, subject_id, ground, status, due_at, proposed_by_id, proposed_at,
                    decided_by_id, done_at, version)
                SELECT pg_temp.id('e5', n), 'child', gen_random_uuid(), 'objection',
                    CASE WHEN n % 100 = 0 THEN 'proposed' ELSE 'done' END, now() - n * interval '10 minutes', 'ada', now(),
                    'lea', CASE WHEN n % 100 > 0 THEN now() END, 0
                FROM generate_series(1, 200000) n;
            INSERT INTO redaction (id, erasure_id, enquiry_id, status, due_at, proposed_by_id, approved_by_id, version)
                SELECT pg_temp.id('4d', n), pg_temp.id('e5', n), pg_temp.id('e', n),
                    CASE WHEN n % 100 = 0 THEN 'due' ELSE 'done' END, now() - n * interval '10 minutes', 'ada', 'ben', 0
                FROM generate_series(1, 200000) n;
            INSERT INTO triage (id, enquiry_id, outcome, by_id, by_name, at)
                SELECT pg_temp.id('7a', n), pg_temp.id('e', n), 'open-case', 'ada', 'Ada', now()
                FROM generate_series(1, 200000) n;
            INSERT INTO case_conversation (case_id, conversation_id)
                SELECT pg_temp.id('ca', n), pg_temp.id('c00', n) FROM generate_series(1, 200000) n;
            INSERT INTO case_enquiry (case_id, enquiry_id, triage_id)
                SELECT pg_temp.id('ca', n), pg_temp.id('e', n), pg_temp.id('7a', n)
                FROM generate_series(1, 200000) n;
            INSERT INTO alert (id, enquiry_id, enquiry_reference, reason, step, steps, due_at, raised_at, stopped_at)
                SELECT pg_temp.id('a1', n), pg_temp.id('e', n), 'HH-' || n, 'said-not-safe', 0, 3,
                    now() - n * interval '10 minutes', now(), CASE WHEN n % 100 > 0 THEN now() END
                FROM generate_series(1, 200000) n;
            INSERT INTO consent (id, child_id, given_by, what, body_kind, body_name, explained, given_at, recorded_by_id,
                    recorded_by, recorded_at)
                SELECT pg_temp.id('c05', n + 200), pg_temp.id('cd', greatest(n, 100)), 'parent', '{wishes}', 'school', 'x',
                    'x', now() - n * interval '10 minutes', 'ada', 'Ada', now()
                FROM generate_series(-200, 200000) n;
            INSERT INTO competence_judgement (id, child_id, decision, able, how, judged_by, judged_at, recorded_by_id,
                    recorded_by, recorded_at)
                SELECT gen_random_uuid(), pg_temp.id('cd', greatest(n, 100)), 'x', true, 'x', 'Ada',
                    now() - n * interval '10 minutes', 'ada', 'Ada', now()
                FROM generate_series(-200, 200000) n;
            INSERT INTO disclosure (id, case_id, body_kind, body_name, what, way, basis, consent_id, child_told, at,
                    recorded_by_id, recorded_by)
                SELECT gen_random_uuid(), pg_temp.id('ca', greatest(n, 100)), 'school', 'x', '{wishes}', 'phone', 'consent',
                    pg_temp.id('c05', n + 200), 'yes', now() - n * interval '10 minutes', 'ada', 'Ada'
                FROM generate_series(-200, 200000) n;
            INSERT INTO subject_access (id, child_id, received_on, asked_by, identity_checked_how, recorded_by_id, recorded_by,
                    recorded_at, first_due_on, due_on, given, closed_by_id, closed_at, changed_at, version)
                SELECT gen_random_uuid(), pg_temp.id('cd', n), current_date - n % 3000, 'child', 'x', 'lea', 'Lea', now(),
                    current_date - n % 3000, current_date - n % 3000, CASE WHEN n % 100 > 0 THEN 'all' END,
                    CASE WHEN n % 100 > 0 THEN 'lea' END, CASE WHEN n % 100 > 0 THEN now() END, now(), 0
                FROM generate_series(1, 200000) n;
            INSERT INTO outbox (id, kind, subject_id, stream_id, sequence, created_at, next_attempt_at, parked_at,
                    last_failure)
                SELECT gen_random_uuid(), 'reply', gen_random_uuid(), gen_random_uuid(), 1, now(), now(),
                    now() - n * interval '1 minute', 'HTTP 400'
                FROM generate_series(1, 200000) n
            """;
}
