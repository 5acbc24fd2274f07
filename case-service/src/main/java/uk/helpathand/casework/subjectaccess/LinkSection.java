package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Other conversations from the same number: perhaps the same person's, perhaps not. */
@ApplicationScoped
class LinkSection implements Section {

    private static final String LINKS = """
            select l.enquiry_id, l.position, l.conversation_id, e.reference, e.received_at
            from possible_link l join enquiry e on e.id = l.enquiry_id
            where l.enquiry_id = any(cast(:enquiries as uuid[])) order by e.received_at, l.enquiry_id, l.position
            """;

    @Override
    public int place() {
        return 130;
    }

    @Override
    public String title() {
        return "Other conversations from the same number";
    }

    @Override
    public List<String> tables() {
        return List.of("possible_link");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(LINKS).map(row -> Entry.of(
                        "possible_link",
                        row.id("enquiry_id") + "." + row.get("position"),
                        row.at("received_at"),
                        "Perhaps the same number")
                .line("On the request", row.get("reference"))
                .line("Conversation", row.get("conversation_id"), Entry.OTHER_THREAD));
    }
}
