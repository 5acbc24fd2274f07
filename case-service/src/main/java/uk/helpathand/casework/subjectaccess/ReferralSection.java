package uk.helpathand.casework.subjectaccess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.casework.subjectaccess.Held.Row;

/** What an adult said: of the child's own block all, of another child's nothing. */
@ApplicationScoped
class ReferralSection implements Section {

    private static final String BLOCKS = """
            select c.id, c.referral, e.received_at from enquiry_child c join enquiry e on e.id = c.enquiry_id
            where c.child_id = :child and c.referral is not null order by e.received_at, c.id
            """;

    private static final String OWN = """
            select e.id, e.referral, e.received_at from enquiry e
            where e.id = any(cast(:enquiries as uuid[])) and e.referral is not null order by e.received_at, e.id
            """;

    @Inject
    ObjectMapper json;

    @Override
    public int place() {
        return 30;
    }

    @Override
    public String title() {
        return "What an adult told us about you";
    }

    @Override
    public List<String> tables() {
        return List.of("enquiry", "enquiry_child");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return Stream.concat(
                held.rows(BLOCKS).map(row -> {
                    UUID id = row.id("id");
                    // Under the child's key from triage on, and before it there is no child.
                    String said = row.opened("referral", "enquiry_child.referral", id, held.childKey());
                    return entry("enquiry_child", id, row, "What an adult said of you", said);
                }),
                held.rows(OWN).map(row -> {
                    UUID id = row.id("id");
                    String said = row.opened("referral", "enquiry.referral", id, held.enquiryKey(id));
                    return entry(
                            "enquiry.referral", id, row, "What an adult said of themself, and of what happened", said);
                }));
    }

    private Entry entry(String table, UUID id, Row row, String what, String said) {
        var entry = Entry.of(table, id, row.at("received_at"), what);
        if (said != null) {
            add(entry, "", read(said));
        }
        return entry;
    }

    /** Every field there is, also one that a later release adds. */
    private static void add(Entry entry, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> add(entry, name + " " + words(field.getKey()), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(one -> add(entry, name, one));
        } else if (!value.isNull()) {
            entry.line(name.strip(), value.asText(), Entry.ADULT);
        }
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private JsonNode read(String said) {
        try {
            return json.readTree(said);
        } catch (JsonProcessingException e) {
            // Its message may hold what somebody wrote.
            throw new IllegalStateException("a referral cannot be read");
        }
    }
}
