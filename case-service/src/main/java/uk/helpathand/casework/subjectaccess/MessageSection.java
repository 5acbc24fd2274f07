package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import uk.helpathand.casework.subjectaccess.Held.Row;

/** Every message of every conversation about the child, both ways. */
@ApplicationScoped
class MessageSection implements Section {

    private static final String MESSAGES = """
            select m.id, m.author, m.by_name, m.text, m.altered, m.language, m.guide, m.content_warnings, m.part_number, m.part_of,
                cast(m.media as text) as media, m.sent_at, m.handed_over_at, m.delivery, m.delivery_at, m.text_state, m.text_state_at,
                m.text_held_until, m.text_rule, m.text_failure, m.overridden_rule, m.redacted_at,
                e.requester,
                (select count(*) from enquiry_child c where c.enquiry_id = e.id) as children
            from message m join conversation v on v.id = m.conversation_id join enquiry e on e.id = v.enquiry_id
            where m.conversation_id = any(cast(:conversations as uuid[])) order by m.sent_at, m.id
            """;

    @Override
    public int place() {
        return 60;
    }

    @Override
    public String title() {
        return "Messages";
    }

    @Override
    public List<String> tables() {
        return List.of("message");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(MESSAGES).map(MessageSection::entry);
    }

    private static Entry entry(Row row) {
        return Entry.of("message", row.id("id"), row.at("sent_at"), "A message")
                .code("Written by", "who", Whose.writer(row, "author"))
                .line("Who of us wrote it", row.get("by_name"), Entry.COLLEAGUE)
                .line("Words", row.get("text"), Whose.words(row))
                .line("Words about somebody else were taken out", row.get("redacted_at"))
                .line("Some characters could not be kept", row.is("altered") ? true : null)
                .line("Language", Words.language(row.get("language")))
                .code("The guide it names", "guide", row.get("guide"))
                .code("What a reader was warned of, by a program", "warning", row.get("content_warnings"))
                .line("Part", row.get("part_number"))
                .line("Of so many", row.get("part_of"))
                .line("Pictures that came with it", row.says("media", "0") ? null : row.get("media"))
                .line("Handed over", row.get("handed_over_at"))
                .code("On our page", "delivery", row.get("delivery"))
                .line("Since", row.get("delivery_at"))
                .code("The text about it", "delivery", row.get("text_state"))
                .line("The text since", row.get("text_state_at"))
                .line("The text waits until", row.get("text_held_until"))
                .code("By which rule", "text-rule", row.get("text_rule"))
                .code("Why it failed, or the code for it", "failure", row.get("text_failure"))
                .code("A rule that was set aside", "text-rule", row.get("overridden_rule"));
    }
}
