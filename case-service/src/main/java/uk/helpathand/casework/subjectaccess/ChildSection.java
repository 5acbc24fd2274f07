package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.helpathand.platform.crypto.SubjectCipher;

/** Who the child is. */
@ApplicationScoped
class ChildSection implements Section {

    private static final String BORN = "date_of_birth";
    private static final String CHILD =
            "select reference, name, date_of_birth, created_at from child where id = :child";

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String title() {
        return "Who you are";
    }

    @Override
    public List<String> tables() {
        return List.of("child");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        SubjectCipher key = held.childKey();
        return held.rows(CHILD).map(row -> Entry.of("child", held.childId, row.at("created_at"), "The record of you")
                .line("Our number for you", row.get("reference"))
                .line("Name", row.opened("name", "child.name", held.childId, key))
                .line("Date of birth", day(row.opened(BORN, "child.date_of_birth", held.childId, key))));
    }

    private static LocalDate day(String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
