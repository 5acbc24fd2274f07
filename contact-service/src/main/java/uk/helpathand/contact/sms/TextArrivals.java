package uk.helpathand.contact.sms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import uk.helpathand.api.MessagePart;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.Message;
import uk.helpathand.contact.conversation.NewMessage;
import uk.helpathand.contact.conversation.NumberHashes;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.safety.Screening;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.crypto.MasterKeys;

/**
 * Takes in what providers bring: a message on the open conversation of its number, or an enquiry. One transaction each,
 * committed when it returns; what comes again changes nothing.
 */
@ApplicationScoped
class TextArrivals implements IncomingTexts {

    /** As much of one text as a message holds; the bytes are kept whole. */
    private static final int LONGEST = 20_000;

    private static final Pattern WITHOUT_PLUS = Pattern.compile("[1-9][0-9]{9,14}");

    @Inject
    Conversations conversations;

    @Inject
    Enquiries enquiries;

    @Inject
    Screening screening;

    @Inject
    StoppedTexts stopped;

    @Inject
    FirstAnswer firstAnswer;

    @Inject
    ServiceNumbers serviceNumbers;

    @Inject
    NumberHashes numbers;

    @Inject
    Keywords keywords;

    @Inject
    TextStates states;

    @Inject
    MasterKeys keys;

    @Inject
    TextsConfig config;

    @Inject
    Clock clock;

    /** Where a text went. */
    private record Placed(UUID conversationId, UUID messageId) {}

    @Override
    public void receive(ReceivedText text) {
        receive(text, false);
    }

    /**
     * @param swept it was found in the provider's list
     * @return whether it is news
     */
    boolean receive(ReceivedText text, boolean swept) {
        return once(() -> {
            byte[] hash = numbers.of(e164(text.from()));
            // The lock of the number: a hundred callbacks of one text stand in line here.
            PhoneRoute route = hash == null ? null : PhoneRoute.lock(hash);
            if (ProviderEvent.isKnown(text.provider(), text.providerId(), ProviderEvent.MESSAGE)) {
                return false;
            }
            Instant now = clock.instant();
            // What was found late came when the provider had it, as far as anybody knows.
            Instant at = swept && text.sentAt() != null && text.sentAt().isBefore(now) ? text.sentAt() : now;
            Optional<Keywords.Meaning> keyword = meaning(text);
            boolean begins = route == null || route.conversationId == null || !goesOn(route, at);
            Placed placed = begins ? begin(text, route, keyword, at) : join(text, route, keyword, at);
            var event = ProviderEvent.of(text.provider(), text.providerId(), ProviderEvent.MESSAGE, now);
            event.sentAt = text.sentAt();
            event.swept = swept;
            event.keep(text.raw(), placed.conversationId, conversations.cipherOf(placed.conversationId));
            event.persist();
            if (route != null) {
                heard(text, route, placed.conversationId, keyword, at);
                if (begins
                        && !swept
                        && keyword.filter(Keywords.Meaning.STOP::equals).isEmpty()) {
                    firstAnswer.owe(route, placed.conversationId, text, now);
                }
            }
            ProviderEvent.flush();
            return true;
        });
    }

    private void heard(
            ReceivedText text, PhoneRoute route, UUID conversationId, Optional<Keywords.Meaning> keyword, Instant at) {
        route.conversationId = conversationId;
        route.lastHeardAt = route.lastHeardAt == null || at.isAfter(route.lastHeardAt) ? at : route.lastHeardAt;
        String ours = serviceNumbers.ours(text.to());
        route.serviceNumber = ours == null ? route.serviceNumber : ours;
        Instant now = clock.instant();
        Instant said = text.sentAt() == null || text.sentAt().isAfter(now) ? at : text.sentAt();
        keyword.ifPresent(word -> stopped.heard(route, word, said));
        stopped.tell(Conversation.lock(conversationId), route);
    }

    private Optional<Keywords.Meaning> meaning(ReceivedText text) {
        return text.optOutType() == null
                ? keywords.of(text.words())
                : Optional.of(Keywords.Meaning.valueOf(text.optOutType()));
    }

    /**
     * Not once it was closed, nor after a long silence, nor where others have the phone or the child has another by now:
     * perhaps it is somebody else.
     */
    private boolean goesOn(PhoneRoute route, Instant at) {
        boolean dormant = route.lastHeardAt != null
                && route.lastHeardAt.plus(config.dormantAfter()).isBefore(at);
        var conversation = Conversation.lock(route.conversationId);
        return !dormant && !conversation.isOverForTexts() && route.isNumberOf(conversation);
    }

    private Placed begin(ReceivedText text, PhoneRoute route, Optional<Keywords.Meaning> keyword, Instant at) {
        NewMessage message = message(text, keyword, part(text, null, at));
        Assessment assessment = message.raised().and(screening.assess(message.text()));
        String number = e164(text.from());
        var wish = new SafeContact(1, ReplyBy.TEXT, cut(number, 200), null, null, List.of(), null);
        var received = enquiries.receiveText(
                origin(text), message, assessment, wish, route == null ? List.of() : route.possibleLinks(), at);
        return new Placed(received.conversationId(), null);
    }

    private Placed join(ReceivedText text, PhoneRoute route, Optional<Keywords.Meaning> keyword, Instant at) {
        var conversation = Conversation.lock(route.conversationId);
        NewMessage message = message(text, keyword, part(text, conversation.id, at));
        UUID id = conversations.add(conversation, origin(text), message, at).orElse(null);
        return new Placed(conversation.id, id);
    }

    private static NewMessage message(ReceivedText text, Optional<Keywords.Meaning> keyword, MessagePart part) {
        Assessment raised = keyword.filter(Keywords.Meaning.STOP::equals).isPresent()
                ? new Assessment(Urgency.HIGH, List.of(UrgencyReason.TEXTS_STOPPED))
                : Assessment.NOTHING;
        if (text.isUnread() || text.words().length() > LONGEST) {
            raised = raised.and(new Assessment(Urgency.HIGH, List.of(UrgencyReason.NEEDS_READING)));
        }
        return new NewMessage(
                cut(text.words(), LONGEST), LanguageOfText.of(text.words()), raised, part, Math.max(0, text.media()));
    }

    /** Each part is a message at once, so that no danger waits for the rest; which whole it belongs to is said with it. */
    private static MessagePart part(ReceivedText text, UUID conversationId, Instant at) {
        return HandNumbered.in(text.words())
                .map(mark -> Message.partOf(conversationId, mark.number(), mark.of(), at))
                .orElse(null);
    }

    /** Where it is a number. A provider may leave the plus out, and means no number of ours by it. */
    private String e164(String from) {
        Optional<String> international =
                WITHOUT_PLUS.matcher(from).matches() ? numbers.numbers().toE164("+" + from) : Optional.empty();
        return international.or(() -> numbers.numbers().toE164(from)).orElse(from);
    }

    private byte[] origin(ReceivedText text) {
        return keys.hash("text-origin", text.provider() + "\n" + text.providerId());
    }

    /** Shown as far as it can be, and marked: a person reads the bytes. */
    @Override
    public void unreadable(String provider, byte[] raw, String contentType) {
        String id = "unreadable-" + HexFormat.of().formatHex(keys.hash("unreadable", raw));
        once(() -> {
            if (ProviderEvent.isKnown(provider, id, ProviderEvent.MESSAGE)) {
                return false;
            }
            Instant now = clock.instant();
            String text = cut(new String(raw, StandardCharsets.UTF_8), LONGEST);
            var assessment = new Assessment(Urgency.HIGH, List.of(UrgencyReason.NEEDS_READING));
            var wish = new SafeContact(1, ReplyBy.TEXT, null, null, null, List.of(), null);
            var received = enquiries.receiveText(
                    keys.hash("text-origin", id),
                    new NewMessage(text, "en", assessment),
                    assessment.and(screening.assess(text)),
                    wish,
                    List.of(),
                    now);
            var event = ProviderEvent.of(provider, id, ProviderEvent.MESSAGE, now);
            event.keep(raw, received.conversationId(), conversations.cipherOf(received.conversationId()));
            event.persist();
            ProviderEvent.flush();
            return true;
        });
    }

    @Override
    public void status(TextStatus status, byte[] raw) {
        once(() -> states.told(status, raw));
    }

    /** What another replica has stored at the same moment is stored. */
    private static boolean once(Callable<Boolean> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (RuntimeException e) {
            if (ProviderEvent.isKnown(e) || Enquiries.isKnown(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Never in the middle of a character. */
    private static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
