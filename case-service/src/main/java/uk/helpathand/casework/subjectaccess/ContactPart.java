package uk.helpathand.casework.subjectaccess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.casework.SubjectAccessPackage.Line;
import uk.helpathand.api.handover.ConversationHeld;

/**
 * What contact-service holds. Whose it is follows the same conversation here: where that is marked as somebody else's, so is how to
 * reach them there.
 */
final class ContactPart {

    static final String TITLE = "What the service that you wrote to still holds";

    private static final String SERVICE = "contact-service";
    private static final Pattern ID = Pattern.compile(SERVICE + "\\.(conversation|text|event):[0-9a-f-]{36}");

    private ContactPart() {}

    /** Whether it may be the id of one of its entries: nobody here knows them all. */
    static boolean mayHave(String entryId) {
        return ID.matcher(entryId).matches();
    }

    /** @param until messages that came later are left out; null for none */
    static Part of(Map<UUID, Optional<ConversationHeld>> held, List<Part> here, Instant until) {
        var entries = new ArrayList<Entry>();
        held.forEach((id, answer) -> answer.ifPresent(found -> {
            entries.add(conversation(id, found, here, until));
            found.texts()
                    .forEach(text -> entries.add(Entry.of(SERVICE + ".text", text.id(), text.at(), "A text or e-mail")
                            .code("Way", "route", text.route())
                            .code("How far it got", "delivery", text.state())
                            .line("Waits until", text.heldUntil())
                            .code("Provider", "provider", text.provider())));
            found.events()
                    .forEach(event -> entries.add(Entry.of(
                                    SERVICE + ".event", event.id(), event.receivedAt(), "What a provider of texts told")
                            .code("Provider", "provider", event.provider())
                            .code("What", "told-by-provider", event.kind())
                            .line("The bytes as they came are still there", event.bytes())));
        }));
        return new Part(TITLE, List.of(SERVICE), entries);
    }

    private static Entry conversation(UUID id, ConversationHeld found, List<Part> here, Instant until) {
        String why = why(id, here);
        String others = isOfTheChild(id, here) ? null : Entry.SEVERAL_CHILDREN;
        var entry = Entry.of(SERVICE + ".conversation", id, found.begunAt(), "A conversation")
                .line("Language", Words.language(found.language()))
                .line("Began with a text", found.beganByText())
                .line("What happens next", found.nextStep(), why);
        if (found.safeContact() != null) {
            add(entry, found.safeContact(), why);
        }
        entry.line("How to answer was last said", found.contactSetAt())
                .line("Its sender showed that they are a person", found.confirmedAt())
                .line("The return code first opened it", found.firstReturnedAt())
                .line("No return code opens it since", found.codeRevokedAt())
                .line("The return code ends", found.codeExpiresAt())
                .line("A return code was to be ended", found.codesRevoked())
                .line("A new return code was made", found.codesMade())
                .line("Read just now, last at", found.readersSeenAt())
                .line("Words of the request are still there", found.requestWords())
                .line("The number last texted", found.numberHeardAt())
                .line("The number was last answered by a program", found.numberAnsweredAt())
                .line("Things that are still on their way to us", found.notHandedOver());
        found.messages().stream()
                .filter(message -> until == null || !message.at().isAfter(until))
                .forEach(message -> entry.line(
                        Words.of("message-by", Whose.writer(message.author(), others)) + " of "
                                + Plain.of(message.at()),
                        (message.words() ? "the words are still there" : "the words are gone")
                                + (message.seenAt() == null ? "" : "; seen " + Plain.of(message.seenAt()))));
        return entry;
    }

    private static void add(Entry entry, SafeContact contact, String why) {
        entry.code(
                        "How to answer",
                        "reply-by",
                        contact.replyBy() == null ? null : contact.replyBy().wire())
                .line("Number", contact.number(), why)
                .code(
                        "Whose phone it is",
                        "number-is",
                        contact.numberIs() == null ? null : contact.numberIs().wire())
                .line("E-mail", contact.email(), why)
                .code(
                        "Safe times",
                        "safe-time",
                        contact.safeTimes().stream().map(time -> time.wire()).toList())
                .line("Note about safe contact", contact.safeNote(), why)
                .line("Words to use instead", contact.coverWords(), why)
                .line("No voice mail", contact.noVoicemail())
                .line("Answers in the text itself", contact.answersInText())
                .line("Wants no texts since", contact.textsStoppedAt());
    }

    /** As {@link ConversationSection} has it, as the next. */
    private static String why(UUID conversationId, List<Part> here) {
        return lines(conversationId, here)
                .filter(Line::thirdParty)
                .map(Line::why)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfTheChild(UUID conversationId, List<Part> here) {
        return lines(conversationId, here)
                .anyMatch(line -> line.label().equals(ConversationSection.WRITER)
                        && line.text().equals(Words.of("who", "child")));
    }

    private static Stream<Line> lines(UUID conversationId, List<Part> here) {
        return here.stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry -> entry.id.equals("conversation:" + conversationId))
                .flatMap(entry -> entry.lines.stream());
    }
}
