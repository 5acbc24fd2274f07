package uk.helpathand.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.faults.Findings.Row;
import uk.helpathand.faults.Sent.Side;

/** What a run might have left: well as it begins, and made false by a test. */
abstract class FalseLogs {

    /** A talk by phone, beside the one on the pages. */
    static final int PHONE = 1;

    static final Instant BEGAN = Instant.parse("2026-11-28T12:00:00Z");

    final UUID enquiry = UUID.randomUUID();
    final UUID conversation = UUID.randomUUID();
    final List<Sent> sent = new ArrayList<>();
    final List<Row> contact = new ArrayList<>();
    final List<Row> casework = new ArrayList<>();
    final Set<UUID> seen = new HashSet<>();
    final Map<UUID, Long> listed = new HashMap<>(Map.of(enquiry, 1L));
    final List<String> page = new ArrayList<>();
    final List<String> inbox = new ArrayList<>();
    final Map<UUID, String> texted = new HashMap<>();
    final Map<UUID, String> shown = new HashMap<>();
    final Map<StaffCall, Long> calls = new HashMap<>();
    final Map<StaffCall, Long> audit = new HashMap<>();
    final Set<String> brokenChains = new HashSet<>();

    final Sent acknowledged(String text, Side side) {
        var message = new Sent(text, 0, side);
        message.acknowledge();
        sent.add(message);
        return message;
    }

    final Sent texted(String text, int second) {
        var message = new Sent(text, PHONE, Side.REQUESTER);
        message.taken("id of " + text, BEGAN.plusSeconds(second));
        sent.add(message);
        return message;
    }

    final Sent reply(String text) {
        var message = new Sent(text, PHONE, Side.TEAM);
        message.acknowledge();
        sent.add(message);
        audit.merge(new StaffCall(StaffCall.REPLY, conversation), 1L, Long::sum);
        return message;
    }

    final void onPhone(Sent message, long sequence) {
        stored(message, sequence);
        inbox.add(message.text());
    }

    final void stored(Sent message, long sequence) {
        var author = message.side() == Side.TEAM ? "team" : "child";
        var id = UUID.randomUUID();
        contact.add(new Row(id, conversation, sequence, author, null));
        casework.add(new Row(id, conversation, sequence, author, message.text()));
        seen.add(id);
        if (message.talk() != PHONE) {
            page.add(message.text());
        }
    }

    final Verdict check() {
        return Checker.check(
                sent,
                calls,
                new Findings(
                        contact,
                        casework,
                        seen,
                        Set.of(conversation),
                        Set.of(enquiry),
                        listed,
                        Map.of(conversation, enquiry),
                        Map.of(0, page),
                        Set.of(),
                        Map.of(PHONE, inbox),
                        texted,
                        shown,
                        audit,
                        brokenChains));
    }
}
