package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.safety.OpeningHours;
import uk.helpathand.platform.outbox.Outbox;

/**
 * The first text of a conversation is answered once, by machine: we have it, when a person reads it, and whom to call in an
 * emergency. The only text that is not neutral, because its reader has just written from that phone; so it goes at once or not
 * at all.
 */
@ApplicationScoped
class FirstAnswer {

    private static final String ENGLISH = "en";

    @Inject
    Outbox outbox;

    @Inject
    OpeningHours openingHours;

    @Inject
    TextsConfig config;

    /** On a route that is locked. */
    void owe(PhoneRoute route, UUID conversationId, ReceivedText text, Instant now) {
        Instant came = text.sentAt() == null || text.sentAt().isAfter(now) ? now : text.sentAt();
        Instant expires = came.plus(config.firstAnswerWithin());
        boolean lately = route.lastAutomaticAt != null
                && route.lastAutomaticAt.plus(config.firstAnswerPause()).isAfter(now);
        if (lately
                || route.textsStoppedAt != null
                || !now.isBefore(expires)
                || config.firstAnswer().isEmpty()) {
            return;
        }
        route.lastAutomaticAt = now;
        var answer = OutgoingText.firstAnswer(conversationId, expires, now);
        answer.persist();
        Answering.send(outbox, Conversation.lock(conversationId), answer);
    }

    /** In the language of the text where there are words in it. */
    String words(Conversation conversation) {
        String english = config.firstAnswer().get(ENGLISH);
        String words = config.firstAnswer().getOrDefault(conversation.language, english);
        Locale locale = words.equals(english) ? Locale.UK : Locale.forLanguageTag(conversation.language);
        ZonedDateTime by = openingHours.readBy(conversation.createdAt, Urgency.STANDARD);
        return words.replace(
                "{time}", DateTimeFormatter.ofPattern("EEEE HH:mm", locale).format(by));
    }
}
