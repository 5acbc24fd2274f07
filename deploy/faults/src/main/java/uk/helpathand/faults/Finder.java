package uk.helpathand.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.people.Staff;

/** Collects what is there: by the databases, by the lists and threads that staff see, by the pages that codes open. */
final class Finder {

    /** Of conversations that no earlier round had. Not by time or id: both come from a clock that may have been wrong. */
    private static final String NEW = " WHERE conversation_id NOT IN (SELECT unnest(?))";

    private static final String CONTACT = "SELECT id, conversation_id, sequence, author, NULL FROM message";
    private static final String CASEWORK = "SELECT id, conversation_id, sequence, author, text FROM message";
    private static final String BY_TEXT = "SELECT id FROM conversation WHERE began_by_text";
    private static final String TEXTED = """
            SELECT message_id, state FROM outgoing_text t JOIN conversation c ON c.id = t.conversation_id
            WHERE message_id IS NOT NULL AND began_by_text""";
    private static final String SHOWN = "SELECT id, text_state FROM message WHERE text_state IS NOT NULL";
    private static final String ENQUIRY_OF = "SELECT id, enquiry_id FROM conversation";

    private static final String DECISIONS = """
            SELECT enquiry_id, outcome, (SELECT count(*) FROM case_enquiry c WHERE c.triage_id = t.id),
                (SELECT count(*) FROM enquiry_child e WHERE e.enquiry_id = t.enquiry_id)
            FROM triage t""";

    private static final String CASES_OF_NONE =
            "SELECT id FROM case_file f WHERE NOT EXISTS (SELECT FROM case_enquiry c WHERE c.case_id = f.id)";

    /** Audited under their own id, so that each can be looked for. */
    private static final String AUDIT = """
            SELECT action, subject, count(*) FROM audit, unnest(subject_ids) AS subject
            WHERE outcome IN ('done', 'repeated') AND action NOT LIKE '%.list' AND (? OR subject = ANY (?)) GROUP BY action, subject
            UNION ALL
            SELECT action, NULL, count(*) FROM audit WHERE outcome IN ('done', 'repeated') AND action = 'enquiry.list' GROUP BY action""";

    private final Site site;
    private final Journal journal;
    private final Staff adviser;

    Finder(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
        // Not the lead, who may see what others may not.
        this.adviser = site.staff("ben");
    }

    /**
     * What this round left, with its threads, pages and phones, which are looked at one by one, and without the lists, which grow
     * with the run.
     *
     * @param earlier conversations of the rounds before it
     */
    Findings ofRound(Set<UUID> earlier) {
        var contact = list("contact", CONTACT + NEW, Finder::row, earlier);
        var casework = list("casework", CASEWORK + NEW, Finder::row, earlier);
        var talks = journal.talksOfRound();
        var lookedAt = conversations(casework);
        // Two at once: they are by far the most of a check, and each waits for a disk.
        var seen = lookedAt.parallelStream()
                .flatMap(conversation -> thread(conversation).stream())
                .collect(Collectors.toSet());
        var enquiryOf = pairs(list(
                "casework",
                ENQUIRY_OF + " WHERE id = ANY (?)",
                Finder::pair,
                casework.stream().map(Findings.Row::conversation).collect(Collectors.toSet())));
        var subjects = new HashSet<>(enquiryOf.keySet());
        subjects.addAll(enquiryOf.values());
        var pages = pages(talks);
        var audit = audit(false, subjects);
        // Last, because a text is on its way for a while after the provider has taken it.
        var inboxes = inboxes(talks);
        return new Findings(
                contact,
                casework,
                seen,
                lookedAt,
                Set.of(),
                Map.of(),
                enquiryOf,
                pages,
                byText(),
                inboxes,
                states("contact", TEXTED),
                states("casework", SHOWN),
                audit,
                Set.of());
    }

    /**
     * What the whole run left, with the lists and the chains of the audits, and without threads, pages and phones: those were
     * looked at in their rounds.
     */
    Findings ofAll(Decisions decisions) {
        var contact = list("contact", CONTACT, Finder::row);
        var casework = list("casework", CASEWORK, Finder::row);
        var enquiries = Set.copyOf(list("contact", "SELECT id FROM enquiry", row -> row.getObject(1, UUID.class)));
        var listed = times(decisions);
        var enquiryOf = pairs(list("casework", ENQUIRY_OF, Finder::pair));
        return new Findings(
                contact,
                casework,
                Set.of(),
                Set.of(),
                enquiries,
                listed,
                enquiryOf,
                Map.of(),
                byText(),
                Map.of(),
                states("contact", TEXTED),
                states("casework", SHOWN),
                audit(true, Set.of()),
                site.audits().broken());
    }

    /** Those in which this round wrote. */
    private Set<UUID> conversations(List<Findings.Row> casework) {
        var texts = new HashSet<String>();
        journal.sentInRound().forEach(message -> texts.add(message.text()));
        var conversations = new HashSet<UUID>();
        casework.stream()
                .filter(row -> texts.contains(row.text()))
                .forEach(row -> conversations.add(row.conversation()));
        return conversations;
    }

    private List<UUID> thread(UUID conversation) {
        var messages = adviser.all("/v1/conversations/" + conversation + "/messages?");
        journal.answered(new StaffCall(StaffCall.READ_THREAD, conversation));
        return ids(messages);
    }

    private static List<UUID> ids(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> UUID.fromString(line.get("id").asText()))
                .toList();
    }

    /** What the team has decided in the whole run, and where every enquiry stands. */
    Decisions decisions() {
        var lists = new EnumMap<Decisions.Place, List<UUID>>(Decisions.Place.class);
        for (var place : Decisions.Place.values()) {
            var lines = adviser.all(place.list());
            lists.put(place, ids(lines));
            journal.answered(new StaffCall(StaffCall.LIST, null), 1 + (lines.size() - 1) / Staff.PAGE);
        }
        return new Decisions(
                list("casework", DECISIONS, Finder::decision),
                Set.copyOf(list("casework", CASES_OF_NONE, row -> row.getObject(1, UUID.class))),
                lists);
    }

    private static Decisions.Stored decision(ResultSet row) throws SQLException {
        return new Decisions.Stored(row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getLong(4));
    }

    private static Map<UUID, Long> times(Decisions decisions) {
        return decisions.lists().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private Map<Integer, List<String>> pages(List<Talk> talks) {
        return talks.parallelStream()
                .filter(talk -> talk.code().isPresent())
                .collect(Collectors.toMap(
                        Talk::number,
                        talk -> site.child().open(talk.code().get()).thread().messages()));
    }

    private Map<Integer, List<String>> inboxes(List<Talk> talks) {
        return talks.stream()
                .filter(talk -> talk.phone().isPresent())
                .collect(Collectors.toMap(Talk::number, talk -> site.providers()
                        .inbox(talk.phone().get())));
    }

    private Set<UUID> byText() {
        return Set.copyOf(list("contact", BY_TEXT, row -> row.getObject(1, UUID.class)));
    }

    private Map<UUID, String> states(String database, String query) {
        return list(database, query, row -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<StaffCall, Long> audit(boolean all, Set<UUID> subjects) {
        var counts = new HashMap<StaffCall, Long>();
        list(
                "casework",
                AUDIT,
                row -> counts.put(new StaffCall(row.getString(1), row.getObject(2, UUID.class)), row.getLong(3)),
                all,
                subjects);
        return counts;
    }

    private static Findings.Row row(ResultSet row) throws SQLException {
        return new Findings.Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getString(4),
                row.getString(5));
    }

    private static Map.Entry<UUID, UUID> pair(ResultSet row) throws SQLException {
        return Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }

    private static Map<UUID, UUID> pairs(List<Map.Entry<UUID, UUID>> pairs) {
        return pairs.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param parameters of the query, a collection as an array of ids */
    private <T> List<T> list(String database, String query, Reader<T> reader, Object... parameters) {
        return site.ask(database, connection -> {
            var all = new ArrayList<T>();
            try (var statement = connection.prepareStatement(query)) {
                for (var i = 0; i < parameters.length; i++) {
                    statement.setObject(
                            i + 1,
                            parameters[i] instanceof Collection<?> ids
                                    ? connection.createArrayOf("uuid", ids.toArray())
                                    : parameters[i]);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        all.add(reader.read(rows));
                    }
                }
            }
            return all;
        });
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
