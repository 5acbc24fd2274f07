package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import uk.helpathand.casework.subjectaccess.Held.Row;

/** Requests for help about the child. Of other children in the same one there is nothing but that they are there. */
@ApplicationScoped
class EnquirySection implements Section {

    private static final String ENQUIRIES = """
            select e.*, (select count(*) from enquiry_child c where c.enquiry_id = e.id) as children,
                (select array_agg(r.code || ' on ' || to_char(r.at at time zone 'Europe/London', 'DD.MM.YYYY HH24:MI')
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
                .line("How it came", row.get("channel"))
                .line("Who wrote", row.get("requester"))
                .line("Language", row.get("language"))
                .line("What was wanted", row.get("wanted"), why)
                .line("Safe right now", row.get("safe"))
                .line("Why it was urgent", row.get("reasons"))
                .line("How urgent, from 0 for at once to 2", row.get("urgency_rank"))
                .line("What a reader was warned of, by a program", row.get("content_warnings"))
                .line("Where it stands", row.get("status"))
                .line("How many children it is about", row.get("children"))
                .line("When its sender showed that they are a person", row.get("confirmed_at"))
                .line("Some characters could not be kept", row.is("altered") ? true : null)
                .line("When we took it on", row.get("acknowledged_at"))
                .line("Who took it on", row.get("acknowledged_by"), Entry.COLLEAGUE);
    }
}
