package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What was decided on each request. */
@ApplicationScoped
class TriageSection implements Section {

    private static final String TRIAGES = """
            select t.id, t.at, t.outcome, t.by_name, e.reference from triage t join enquiry e on e.id = t.enquiry_id
            where t.enquiry_id = any(cast(:enquiries as uuid[])) order by t.at, t.id
            """;

    @Override
    public int place() {
        return 70;
    }

    @Override
    public String title() {
        return "What we decided on requests about you";
    }

    @Override
    public List<String> tables() {
        return List.of("triage", "case_enquiry");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(TRIAGES).map(row -> Entry.of("triage", row.id("id"), row.at("at"), "A decision")
                .line("On the request", row.get("reference"))
                .code("Decided", "triage", row.get("outcome"))
                .line("Who decided", row.get("by_name"), Entry.COLLEAGUE));
    }
}
