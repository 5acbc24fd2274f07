package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.helpathand.casework.subjectaccess.Held.Row;
import uk.helpathand.platform.crypto.SubjectCipher;

/** What was told after a request was sent. */
@ApplicationScoped
class DetailsSection implements Section {

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("name", "Name");
        FIELDS.put("age", "Age");
        FIELDS.put("council", "Council");
        FIELDS.put("lives_in", "Where you live");
        FIELDS.put("helped_by", "Who helps you");
        FIELDS.put("language", "Language");
        FIELDS.put("needs", "What you need");
    }

    private static final String DETAILS = """
            select d.*, e.requester, (select count(*) from enquiry_child c where c.enquiry_id = e.id) as children
            from enquiry_details d join enquiry e on e.id = d.enquiry_id
            where d.enquiry_id = any(cast(:enquiries as uuid[])) order by d.received_at, d.id
            """;

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String title() {
        return "What was told about you after a request";
    }

    @Override
    public List<String> tables() {
        return List.of("enquiry_details");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(DETAILS).map(row -> entry(row, held.enquiryKey(row.id("enquiry_id"))));
    }

    private static Entry entry(Row row, SubjectCipher key) {
        var entry = Entry.of("enquiry_details", row.id("id"), row.at("received_at"), "Told after sending");
        String why = Whose.words(row);
        FIELDS.forEach((column, label) ->
                entry.line(label, row.opened(column, "enquiry_details." + column, row.id("id"), key), why));
        return entry;
    }
}
