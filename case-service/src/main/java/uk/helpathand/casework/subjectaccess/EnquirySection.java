package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.subjectaccess.Held.Row;

/** Requests for help about the child. Of other children in the same one there is nothing but that they are there. */
@ApplicationScoped
class EnquirySection implements Section {

    private static final String ENQUIRIES = """
            select e.*, (select count(*) from enquiry_child c where c.enquiry_id = e.id) as children,
                (select array_agg(r.code || ' ' || to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                    order by r.at, r.id) from enquiry_urgency_reason r where r.enquiry_id = e.id) as reasons
            from enquiry e where e.id = any(cast(:enquiries as uuid[])) order by e.received_at, e.id
            """;

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String title() {
        return "Requests for help about you";
    }

    @Override
    public List<String> tables() {
        return List.of("enquiry", "enquiry_child", "enquiry_urgency_reason");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(ENQUIRIES).map(EnquirySection::entry);
    }

    private static Entry entry(Row row) {
        String why = Whose.words(row);
        return Entry.of("enquiry", row.id("id"), row.at("received_at"), "A request for help")
                .line("Our number for it", row.get("reference"))
                .code("How it came", "channel", row.get("channel"))
                .code("Who wrote", "who", Whose.writer(row, "requester"))
                .line("Language", Words.language(row.get("language")))
                .line("What was wanted", row.get("wanted"), why)
                .code("Safe right now", "safe", row.get("safe"))
                // By what was said: of an adult's words it tells what they were about.
                .line("Why it was urgent", reasons(row), why)
                .code("How urgent", "urgency", urgency((Number) row.get("urgency_rank")))
                .code("What a reader was warned of, by a program", "warning", row.get("content_warnings"))
                .code("Where it stands", "enquiry", row.get("status"))
                .line("How many children it is about", row.get("children"))
                .line("When its sender showed that they are a person", row.get("confirmed_at"))
                .line("Some characters could not be kept", row.is("altered") ? true : null)
                .line("When we took it on", row.get("acknowledged_at"))
                .line("Who took it on", row.get("acknowledged_by"), Entry.COLLEAGUE);
    }

    /** One a line: each has its time. */
    private static String reasons(Row row) {
        Object reasons = row.get("reasons");
        return reasons == null
                ? null
                : Arrays.stream((Object[]) reasons)
                        .map(reason -> reason((String) reason))
                        .collect(Collectors.joining("\n"));
    }

    /** A code may have a space in it, a time has none. */
    private static String reason(String codeAndTime) {
        int space = codeAndTime.lastIndexOf(' ');
        return "%s (%s)"
                .formatted(
                        Words.of("reason", codeAndTime.substring(0, space)),
                        Plain.of(Instant.parse(codeAndTime.substring(space + 1))));
    }

    private static Object urgency(Number rank) {
        Urgency[] known = Urgency.values();
        return rank.intValue() < known.length ? known[rank.intValue()].wire() : rank;
    }
}
