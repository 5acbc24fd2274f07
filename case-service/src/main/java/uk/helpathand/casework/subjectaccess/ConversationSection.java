package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.casework.subjectaccess.Held.Row;
import uk.helpathand.platform.crypto.SubjectCipher;

/** How somebody wants to be answered, what they were told happens next, and what is known of the way back. */
@ApplicationScoped
class ConversationSection implements Section {

    static final String WRITER = "Who wrote";

    private static final String CONVERSATIONS = """
            select v.*, e.requester, e.received_at, (select count(*) from enquiry_child c where c.enquiry_id = e.id) as children
            from conversation v join enquiry e on e.id = v.enquiry_id
            where v.id = any(cast(:conversations as uuid[])) order by e.received_at, v.id
            """;

    @Override
    public int place() {
        return 50;
    }

    @Override
    public String title() {
        return "How we may answer, and what happens next";
    }

    @Override
    public List<String> tables() {
        return List.of("conversation");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(CONVERSATIONS).map(row -> entry(row, held.enquiryKey(row.id("enquiry_id"))));
    }

    private static Entry entry(Row row, SubjectCipher key) {
        UUID id = row.id("id");
        String why = Whose.words(row);
        return Entry.of("conversation", id, row.at("received_at"), "A conversation")
                .code(WRITER, "who", Whose.writer(row, "audience"))
                .line("Language", Words.language(row.get("language")))
                .line("Began with a text", row.get("began_by_text"))
                .code("How to answer", "reply-by", row.get("reply_by"))
                .line("Number", row.opened("number", "conversation.number", id, key), why)
                .code("Whose phone it is", "number-is", row.get("number_is"))
                .line("E-mail", row.opened("email", "conversation.email", id, key), why)
                .code("Safe times", "safe-time", row.get("safe_times"))
                .line("Note about safe contact", row.opened("safe_note", "conversation.safe_note", id, key), why)
                .line("Words to use instead", row.opened("cover_words", "conversation.cover_words", id, key), why)
                .line("No voice mail", row.get("no_voicemail"))
                .line("Answers in the text itself", row.get("answers_in_text"))
                .line("Wants no texts since", row.get("texts_stopped_at"))
                .line("When staff were told how to answer", row.get("contact_told_at"))
                .code("How far it is", "progress", row.get("progress_stage"))
                .line("What happens next", row.get("progress_next_step"), why)
                .line("What happens next, by", row.get("progress_by"))
                .code("Who must answer", "owner", row.get("owner_kind"))
                .line("Waits for an answer since", row.get("waiting_since"))
                .line("The return code was changed", row.get("code_changed_at"))
                .line("No return code opens it since", row.get("code_revoked_at"))
                .line("The return code first opened it", row.get("first_returned_at"));
    }
}
