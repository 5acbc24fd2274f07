package uk.helpathand.contact.page;

/** 200,000 conversations with what hangs on them. Ids are made of a kind and a number, so that tables meet. */
final class Sample {

    private Sample() {}

    static final String SQL = """
            CREATE FUNCTION pg_temp.id(kind text, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
                $$ SELECT (lpad(kind, 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
            INSERT INTO conversation (id, requester, language, created_at, code_hash, ticket_hash, ticket_until, reply_by,
                    safe_times, contact_version, staff_contact_version, progress_stage, progress_version,
                    last_message_sequence, last_outbox_sequence, version)
                SELECT pg_temp.id('c', n), 'child', 'en', now() - n * interval '10 minutes', decode(md5('code' || n), 'hex'),
                    CASE WHEN n < 2000 THEN decode(md5('ticket' || n % 20), 'hex') END,
                    CASE WHEN n < 2000 THEN now() + n * interval '400 milliseconds' END, 'code', '{}', 1, 0, 'received', 0,
                    1, 1, 0
                FROM generate_series(1, 200000) n;
            INSERT INTO message (id, conversation_id, sequence, author, text, content_hash, origin, urgency,
                    urgency_reasons, at)
                SELECT pg_temp.id('3e', n), pg_temp.id('c', n), 1, 'child', 'x', 'x', decode(md5('origin' || n), 'hex'),
                    'standard', '{}', now()
                FROM generate_series(1, 200000) n;
            INSERT INTO enquiry (id, conversation_id, message_id, reference, form_token, content_hash, channel,
                    received_at, urgency, urgency_reasons, children)
                SELECT pg_temp.id('e', n), pg_temp.id('c', n), pg_temp.id('3e', n), 'HH-' || n,
                    decode(md5('form' || n), 'hex'), 'x', 'web-child', now(), 'standard', '{}', '{}'
                FROM generate_series(1, 200000) n;
            INSERT INTO enquiry_details (id, enquiry_id, origin, received_at, answers)
                SELECT pg_temp.id('de', n), pg_temp.id('e', n), decode(md5('details' || n), 'hex'), now(), 'x'
                FROM generate_series(1, 200000) n;
            INSERT INTO data_key (subject_kind, subject_id, wrapped_key, master_version, created_at)
                SELECT 'conversation', pg_temp.id('c', n), 'x', 1, now() FROM generate_series(1, 200000) n;
            INSERT INTO reading_session (secret_hash, conversation_id, last_seen_at)
                SELECT decode(md5('secret' || n), 'hex'), pg_temp.id('c', n), now() FROM generate_series(1, 200000) n;
            INSERT INTO code_revocation (id, conversation_id, requested_at)
                SELECT pg_temp.id('a', n), pg_temp.id('c', n), now() FROM generate_series(1, 200000) n;
            INSERT INTO code_reissue (id, conversation_id, requested_at, made_at)
                SELECT pg_temp.id('b', n), pg_temp.id('c', n), now(), now() FROM generate_series(1, 200000) n;
            INSERT INTO outbox (id, kind, subject_id, stream_id, sequence, created_at, next_attempt_at, parked_at,
                    last_failure)
                SELECT gen_random_uuid(), 'message', gen_random_uuid(), gen_random_uuid(), 1, now(), now(),
                    now() - n * interval '1 minute', 'HTTP 400'
                FROM generate_series(1, 200000) n
            """;
}
