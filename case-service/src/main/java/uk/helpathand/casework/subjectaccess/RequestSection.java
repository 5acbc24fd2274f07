package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Requests for a copy, this one and earlier ones. */
@ApplicationScoped
class RequestSection implements Section {

    private static final String REQUESTS =
            "select * from subject_access where child_id = :child order by recorded_at, id";

    @Override
    public int place() {
        return 140;
    }

    @Override
    public String title() {
        return "When a copy was asked for";
    }

    @Override
    public List<String> tables() {
        return List.of("subject_access");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(REQUESTS)
                .map(row -> Entry.of("subject_access", row.id("id"), row.at("recorded_at"), "A copy was asked for")
                        .line("It reached us", row.get("received_on"))
                        .code("Asked for by", "asked-by", row.get("asked_by"))
                        .line("How we made sure who asked", row.get("identity_checked_how"), Entry.COLLEAGUES_WORDS)
                        .line("Written down by", row.get("recorded_by"), Entry.COLLEAGUE)
                        .line("To be answered by", row.get("due_on"))
                        .line("At first to be answered by", row.get("first_due_on"))
                        .line("More time taken", row.get("extended_at"))
                        .line("Why more time", row.get("extension_reason"), Entry.COLLEAGUES_WORDS)
                        .line("More time taken by", row.get("extended_by"), Entry.COLLEAGUE)
                        .line("Answered", row.get("closed_at"))
                        .code("Given", "given", row.get("given"))
                        .line("Answered by", row.get("closed_by"), Entry.COLLEAGUE));
    }
}
