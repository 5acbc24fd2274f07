package uk.helpathand.casework.subjectaccess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.helpathand.casework.subjectaccess.Held.Row;
import uk.helpathand.platform.codes.CodeLists;

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

    /** Fields of an adult's referral whose answers are of a code list. */
    static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("lookedAfterBy", CodeLists.COUNCIL),
            Map.entry("livesIn", CodeLists.COUNCIL),
            Map.entry("legalStatus", CodeLists.LEGAL_STATUS),
            Map.entry("setting", CodeLists.SETTING),
            Map.entry("restricted", CodeLists.YES_NO_UNKNOWN),
            Map.entry("liberty.authority", CodeLists.LIBERTY_AUTHORITY),
            Map.entry("liberty.route", CodeLists.LIBERTY_ROUTE),
            Map.entry("liberty.restrictions", CodeLists.LIBERTY_RESTRICTION),
            Map.entry("liberty.registered", CodeLists.YES_NO_UNKNOWN),
            Map.entry("advocate.has", CodeLists.YES_NO_UNKNOWN),
            Map.entry("consent", CodeLists.CONSENT),
            Map.entry("wish.obtained", CodeLists.WISH_OBTAINED),
            Map.entry("wish.notKnown", CodeLists.WISH_NOT_KNOWN),
            Map.entry("referrer.type", CodeLists.REFERRER_TYPE),
            Map.entry("themes", CodeLists.THEME));

    private static final Set<String> DAYS = Set.of("liberty.from", "liberty.until", "wish.on", "events.on");

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    @Inject
    ObjectMapper json;

    @Inject
    CodeLists codes;

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

    /** Every field there is, also one that a later release adds: without words it has its own name. */
    private void add(Entry entry, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> add(
                            entry, path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(one -> add(entry, path, one));
        } else if (!value.isNull()) {
            entry.line(Words.of("referral", path), plain(path, value.asText()), Entry.ADULT);
        }
    }

    private String plain(String path, String text) {
        if (LISTS.containsKey(path)) {
            return codes.get(LISTS.get(path)).plain(text);
        }
        return DAYS.contains(path) && ISO_DAY.matcher(text).matches() ? Plain.of(LocalDate.parse(text)) : text;
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
