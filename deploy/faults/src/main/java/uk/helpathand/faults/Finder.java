package uk.helpathand.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.people.Staff;

/** Collects what is there: by the databases, by the lists and threads that staff see, by the pages that codes open. */
final class Finder {

    /** Audited under their own id, so that each can be looked for. */
    private static final String AUDIT = """
            SELECT action, subject, count(*) FROM audit, unnest(subject_ids) AS subject
            WHERE outcome = 'done' AND action NOT LIKE '%.list' GROUP BY action, subject
            UNION ALL
            SELECT action, NULL, count(*) FROM audit WHERE outcome = 'done' AND action = 'enquiry.list' GROUP BY action""";

    private final Site site;
    private final Journal journal;
    private final Staff lead;

    Finder(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
        this.lead = site.staff("lea");
    }

    /** @param trial whose threads are looked at one by one */
    Findings find(int trial) {
        var contact = rows("contact", "SELECT id, conversation_id, sequence, author, NULL FROM message");
        var casework = rows("casework", "SELECT id, conversation_id, sequence, author, text FROM message");
        var ofTrial = talks(trial);
        var conversations = conversations(casework, ofTrial);
        var seen = new HashSet<UUID>();
        conversations.forEach(conversation -> seen.addAll(thread(conversation)));
        var listed = listed();
        return new Findings(
                contact,
                casework,
                seen,
                conversations,
                Set.copyOf(ids("contact", "SELECT id FROM enquiry")),
                listed,
                pairs("casework", "SELECT id, enquiry_id FROM conversation"),
                pages(ofTrial),
                audit());
    }

    private List<Talk> talks(int trial) {
        return journal.talks().stream().filter(talk -> talk.trial() == trial).toList();
    }

    private static Set<UUID> conversations(List<Findings.Row> casework, List<Talk> talks) {
        var texts = new HashSet<String>();
        talks.forEach(talk -> texts.add(talk.first().text()));
        var conversations = new HashSet<UUID>();
        casework.stream()
                .filter(row -> texts.contains(row.text()))
                .forEach(row -> conversations.add(row.conversation()));
        return conversations;
    }

    private List<UUID> thread(UUID conversation) {
        var messages = lead.all("/v1/conversations/" + conversation + "/messages?");
        journal.answered(new StaffCall(StaffCall.READ_THREAD, conversation));
        return messages.stream()
                .map(message -> UUID.fromString(message.get("id").asText()))
                .toList();
    }

    private Map<UUID, Long> listed() {
        var times = new HashMap<UUID, Long>();
        for (var list :
                List.of("/v1/enquiries?", "/v1/enquiries?status=triaged&", "/v1/enquiries?status=unconfirmed&")) {
            lead.all(list)
                    .forEach(line -> times.merge(UUID.fromString(line.get("id").asText()), 1L, Long::sum));
            journal.answered(new StaffCall(StaffCall.LIST, null));
        }
        return times;
    }

    private Map<Integer, List<String>> pages(List<Talk> talks) {
        var pages = new HashMap<Integer, List<String>>();
        talks.forEach(talk -> talk.code()
                .ifPresent(code -> pages.put(
                        talk.number(), site.child().open(code).thread().messages())));
        return pages;
    }

    private List<Findings.Row> rows(String database, String query) {
        return list(
                database,
                query,
                row -> new Findings.Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5)));
    }

    private List<UUID> ids(String database, String query) {
        return list(database, query, row -> row.getObject(1, UUID.class));
    }

    private Map<UUID, UUID> pairs(String database, String query) {
        var pairs = new HashMap<UUID, UUID>();
        list(database, query, row -> pairs.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        return pairs;
    }

    private Map<StaffCall, Long> audit() {
        var counts = new HashMap<StaffCall, Long>();
        list(
                "casework",
                AUDIT,
                row -> counts.put(new StaffCall(row.getString(1), row.getObject(2, UUID.class)), row.getLong(3)));
        return counts;
    }

    private <T> List<T> list(String database, String query, Reader<T> reader) {
        return site.ask(database, connection -> {
            var all = new ArrayList<T>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        });
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
