package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What had to be seen to, and calls for somebody to look at once. */
@ApplicationScoped
class TaskSection implements Section {

    private static final String TASKS = """
            select * from task where conversation_id = any(cast(:conversations as uuid[])) order by created_at, id
            """;

    private static final String ALERTS = """
            select * from alert where enquiry_id = any(cast(:enquiries as uuid[])) order by due_at, id
            """;

    @Override
    public int place() {
        return 110;
    }

    @Override
    public String title() {
        return "What we had to see to";
    }

    @Override
    public List<String> tables() {
        return List.of("task", "alert");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return Stream.concat(
                held.rows(TASKS).map(row -> Entry.of("task", row.id("id"), row.at("created_at"), "Something to see to")
                        .code("What", "task", row.get("kind"))
                        .line("Last", row.get("last_at"))
                        .line("Done", row.get("done_at"))
                        .line("Done by", row.get("done_by"), Entry.COLLEAGUE)),
                held.rows(ALERTS).map(row -> Entry.of(
                                "alert", row.id("id"), row.at("due_at"), "A call for somebody to look at once")
                        .line("About the request", row.get("enquiry_reference"))
                        .code("Why", "reason", row.get("reason"))
                        .line("Call number", ((Number) row.get("step")).intValue() + 1)
                        .line("Sent", row.get("raised_at"))
                        .line("Sent to", row.get("person"), Entry.COLLEAGUE)
                        .line("Ended", row.get("stopped_at"))));
    }
}
