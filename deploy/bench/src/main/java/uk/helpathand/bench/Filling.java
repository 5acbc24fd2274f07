package uk.helpathand.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;

/**
 * Years of work in case-service: enquiries that are decided, made by SQL, and those that are open, handed over like any
 * other so that they can be read.
 */
final class Filling {

    /** Of the n-th open one. */
    static String openId(int n) {
        return "0000000e-0000-7000-8000-%012x".formatted(n);
    }

    private static final String DECIDED = """
            SET session_replication_role = replica;
            CREATE FUNCTION pg_temp.id(kind text, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
                $$ SELECT (lpad(kind, 8, 'd') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
            INSERT INTO enquiry (id, reference, channel, requester, received_at, message_id, altered, excerpt,
                    urgency_rank, status, changed_at, version)
                SELECT pg_temp.id('e', n), 'HH-' || n, 'web-child', 'child', now() - n * interval '10 minutes',
                    pg_temp.id('3e', n), false, repeat('They want to move me on Friday. ', 4), n % 3, 'triaged', now(), 0
                FROM generate_series({from}, {to}) n;
            INSERT INTO enquiry_urgency_reason (id, enquiry_id, code, at)
                SELECT pg_temp.id('4e', n), pg_temp.id('e', n), 'said-not-safe', now() FROM generate_series({from}, {to}) n;
            INSERT INTO enquiry_child (enquiry_id, id, position)
                SELECT pg_temp.id('e', n), pg_temp.id('ecd', n), 1 FROM generate_series({from}, {to}) n;
            INSERT INTO data_key (subject_kind, subject_id, wrapped_key, master_version, created_at)
                SELECT 'enquiry', pg_temp.id('e', n), decode(repeat('ab', 60), 'hex'), 1, now()
                FROM generate_series({from}, {to}) n;
            INSERT INTO conversation (id, enquiry_id, audience, reply_by, safe_times, contact_version, progress_stage,
                    progress_version, owner_kind, last_message_sequence, last_outbox_sequence, version)
                SELECT pg_temp.id('c', n), pg_temp.id('e', n), 'child', 'code', '{}', 1, 'received', 0, 'queue', 1, 0, 0
                FROM generate_series({from}, {to}) n;
            INSERT INTO message (id, conversation_id, sequence, author, text, altered, sent_at)
                SELECT pg_temp.id('3e', n), pg_temp.id('c', n), 1, 'child',
                    repeat('They want to move me on Friday. ', 8), false, now()
                FROM generate_series({from}, {to}) n;
            INSERT INTO triage (id, enquiry_id, outcome, by_id, by_name, at)
                SELECT pg_temp.id('7a', n), pg_temp.id('e', n), CASE WHEN n % 3 = 0 THEN 'signpost' ELSE 'open-case' END,
                    'ada', 'Ada', now()
                FROM generate_series({from}, {to}) n;
            INSERT INTO child (id, reference, created_at, token_form, version)
                SELECT pg_temp.id('cd', n), 'CH-' || n, now(), 1, 0 FROM generate_series({from}, {to}) n WHERE n % 3 > 0;
            INSERT INTO case_file (id, reference, child_id, status, owner_id, owner, opened_at, closed_at, closure_reason,
                    changed_at, version, restricted)
                SELECT pg_temp.id('ca', n), 'C-' || n, pg_temp.id('cd', n), 'closed', 'ben', 'Ben',
                    now() - n * interval '10 minutes', now(), 'RESOLVED', now(), 0, n % 16 = 1
                FROM generate_series({from}, {to}) n WHERE n % 3 > 0;
            INSERT INTO case_enquiry (case_id, enquiry_id, triage_id)
                SELECT pg_temp.id('ca', n), pg_temp.id('e', n), pg_temp.id('7a', n)
                FROM generate_series({from}, {to}) n WHERE n % 3 > 0;
            INSERT INTO case_conversation (case_id, conversation_id)
                SELECT pg_temp.id('ca', n), pg_temp.id('c', n) FROM generate_series({from}, {to}) n WHERE n % 3 > 0;
            INSERT INTO circle_member (id, case_id, staff_id, added_by_id, added_by, added_at)
                SELECT gen_random_uuid(), pg_temp.id('ca', n), 'ben', 'lea', 'Lea', now()
                FROM generate_series({from}, {to}) n WHERE n % 3 > 0 AND n % 16 = 1;
            INSERT INTO conflict_of_interest (id, child_id, staff_id, reason, flagged_by_id, flagged_by, flagged_at)
                SELECT gen_random_uuid(), pg_temp.id('cd', n), 'ben', 'x', 'lea', 'Lea', now()
                FROM generate_series({from}, {to}) n WHERE n % 3 > 0 AND n % 20 = 7;
            INSERT INTO erasure (id, subject_kind, subject_id, ground, status, due_at, proposed_by_id, proposed_at,
                    decided_by_id, done_at, version)
                SELECT pg_temp.id('e5', n), 'child', gen_random_uuid(), 'objection', 'done', now(), 'ada', now(), 'lea', now(), 0
                FROM generate_series({from}, {to}) n WHERE n % 50 = 0;
            INSERT INTO redaction (id, erasure_id, enquiry_id, status, due_at, proposed_by_id, approved_by_id, version)
                SELECT pg_temp.id('4d', n), pg_temp.id('e5', n), pg_temp.id('e', n), 'done', now(), 'ada', 'ben', 0
                FROM generate_series({from}, {to}) n WHERE n % 50 = 0;
            """;

    private static final String OPEN = """
            {"conversationId": "0000000c-0000-7000-8000-%1$012x", "messageId": "0000003e-0000-7000-8000-%1$012x",
             "reference": "HO-%1$d", "channel": "web-child", "requester": "child", "receivedAt": "%2$s", "language": "en",
             "happening": "%3$s", "wanted": "To stay at my school", "safe": "yes", "urgency": "%4$s",
             "urgencyReasons": [{"code": "said-not-safe", "at": "%2$s"}],
             "children": ["000000cd-0000-7000-8000-%1$012x"],
             "safeContact": {"version": 1, "replyBy": "code", "safeTimes": []}}
            """;

    private final Whole whole;
    private int decided;

    Filling(Whole whole) {
        this.whole = whole;
    }

    /** Until there are so many enquiries, with the open ones. */
    void upTo(int enquiries, int open) {
        if (decided == 0) {
            handOver(open);
        }
        int target = enquiries - open;
        if (target > decided) {
            whole.execute(
                    "casework",
                    DECIDED.replace("{from}", Integer.toString(decided + 1)).replace("{to}", Integer.toString(target)));
            decided = target;
        }
        // As autovacuum would in the hours that this many take to come.
        whole.execute("casework", "VACUUM ANALYZE");
        whole.execute("casework", "CHECKPOINT");
    }

    private void handOver(int open) {
        var headers = Requests.bearer(whole.contactService());
        String happening = "They want to move me on Friday and nobody has asked me. ".repeat(5);
        Instant oldest = Instant.now().minusSeconds(600L * open);
        try (var wire = new Wire(whole.stack.caseUrl())) {
            for (int n = 1; n <= open; n++) {
                String body =
                        OPEN.formatted(n, oldest.plusSeconds(500L * n), happening, n % 3 == 0 ? "high" : "standard");
                var answer = wire.send(Requests.put("/v1/enquiries/" + openId(n), headers, body));
                if (answer.status() != 204) {
                    throw new IllegalStateException("hand-over answered " + answer.status() + " " + answer.body());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where callers of one service find it. */
    URI service() {
        return whole.stack.caseUrl();
    }
}
