package uk.helpathand.contact.sms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.Message;
import uk.helpathand.contact.conversation.NumberHashes;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;
import uk.helpathand.platform.safecontact.Decision;
import uk.helpathand.platform.safecontact.Form;
import uk.helpathand.platform.safecontact.SafeContactConfig;
import uk.helpathand.platform.safecontact.Segments;

/**
 * Sends a text or a notice by e-mail. The rules are asked once more at the last moment. That a try has begun is written before
 * it begins: whoever comes after a crash, after an answer that never came, or after a restore that has forgotten the try, asks
 * the provider first, so that no child is texted twice (traps 9, 37).
 */
@ApplicationScoped
class SendText implements OutboxHandler {

    /** How long a provider is left alone that says only that it is busy. */
    private static final Duration BUSY = Duration.ofSeconds(30);

    @Inject
    Conversations conversations;

    @Inject
    TextRules rules;

    @Inject
    Answering answering;

    @Inject
    TextStates states;

    @Inject
    FirstAnswer firstAnswer;

    @Inject
    StoppedTexts stopped;

    @Inject
    ServiceNumbers serviceNumbers;

    @Inject
    NumberHashes numbers;

    @Inject
    SafeContactConfig safeContact;

    @Inject
    TextsConfig config;

    @Inject
    NoticeMail notices;

    @Inject
    Clock clock;

    /** What is to be sent now. */
    private record Ready(TextToSend text, String mailTo, boolean triedBefore) {}

    @Override
    public String kind() {
        return Answering.TEXT_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) throws Later {
        Ready ready = QuarkusTransaction.requiringNew().call(() -> prepare(owed.subjectId, false));
        if (ready == null) {
            return;
        }
        if (ready.mailTo != null) {
            mail(owed.subjectId, ready);
            return;
        }
        SmsGateway gateway = serviceNumbers.gatewayOf(ready.text.from());
        try {
            accepted(owed.subjectId, ready, gateway)
                    .ifPresent(accepted -> settle(
                            owed.subjectId, (text, conversation) -> accepted(text, conversation, gateway, accepted)));
        } catch (SmsRefused e) {
            if (e.kind() == SmsRefused.Kind.OPTED_OUT) {
                stopped.byProvider(owed.subjectId);
            }
            settle(owed.subjectId, (text, conversation) -> refused(text, conversation, e.code()));
        } catch (SmsAmbiguous e) {
            throw new Later("no answer from the provider", config.askAfter());
        } catch (SmsUnavailable e) {
            if (!ready.triedBefore) {
                // It has not got it: nothing is to be asked about.
                settle(owed.subjectId, (text, conversation) -> text.triedAt = null);
            }
            throw new Later("the provider takes nothing now", e.retryAfter() == null ? BUSY : e.retryAfter());
        }
    }

    /** Empty when it must not go any more, or not yet. */
    private Optional<Accepted> accepted(UUID id, Ready ready, SmsGateway gateway)
            throws Later, SmsRefused, SmsAmbiguous, SmsUnavailable {
        if (!ready.triedBefore) {
            return Optional.of(gateway.send(ready.text));
        }
        Optional<Accepted> earlier = gateway.find(ready.text);
        if (earlier.isPresent()) {
            return earlier;
        }
        Ready again = QuarkusTransaction.requiringNew().call(() -> prepare(id, true));
        return again == null ? Optional.empty() : Optional.of(gateway.send(again.text));
    }

    private void mail(UUID id, Ready ready) {
        try {
            notices.send(ready.mailTo, ready.text.body());
            settle(id, (text, conversation) -> became(text, conversation, DeliveryState.SENT));
        } catch (NoSuchAddress e) {
            settle(id, (text, conversation) -> refused(text, conversation, "no-such-address"));
        }
    }

    /**
     * Null when there is nothing to send any more, or not yet.
     *
     * @param nobodyHasIt the provider has been asked about earlier tries
     */
    private Ready prepare(UUID id, boolean nobodyHasIt) throws Later {
        UUID conversationId = OutgoingText.conversationOf(id).orElse(null);
        if (conversationId == null) {
            // Erased while it was owed.
            return null;
        }
        var conversation = Conversation.lock(conversationId);
        OutgoingText text = OutgoingText.locked(id);
        if (text.state() != DeliveryState.SENDING) {
            return null;
        }
        Instant now = clock.instant();
        if (text.expiresAt != null && !now.isBefore(text.expiresAt)) {
            text.become(DeliveryState.NOT_DELIVERED, now);
            return null;
        }
        SafeContact wish = conversation.safeContact(conversations.cipherOf(conversationId));
        boolean triedBefore = text.triedAt != null;
        Form form = Form.WORDS;
        // What a provider may have already is asked about, whatever the rules say by now. What it has not goes by them.
        if (!triedBefore || nobodyHasIt) {
            Decision decision = rules.decide(text, conversation, wish);
            if (!(decision instanceof Decision.Send send)) {
                answering.decide(text, conversation, wish);
                return null;
            }
            form = send.form();
            text.form = form.name();
        } else if (text.form != null) {
            form = Form.valueOf(text.form);
        }
        if (text.route.equals(OutgoingText.EMAIL)) {
            return new Ready(new TextToSend(id, "", "", notice(text, conversation, wish), now), wish.email(), false);
        }
        Optional<String> to = numbers.numbers().toE164(wish.number());
        if (to.isEmpty()) {
            // It was tried, and then the number was taken away: nobody can be asked about it.
            refused(text, conversation, "number-gone");
            return null;
        }
        if (serviceNumbers.gateways().isEmpty()) {
            // Nobody here sends texts, nor can be asked about one. Staff would see it on its way for ever.
            refused(text, conversation, "no-provider");
            return null;
        }
        PhoneRoute route = PhoneRoute.of(conversation.numberHash());
        String from = (triedBefore ? serviceNumbers.at(text.provider) : Optional.<String>empty())
                .or(() -> serviceNumbers.toAnswerFrom(route == null ? null : route.serviceNumber))
                .orElseThrow();
        if (!triedBefore) {
            Optional<Instant> forgotten = text.madeBeforeItsDatabaseStarted();
            text.triedAt = forgotten.orElse(now);
            triedBefore = forgotten.isPresent();
        }
        text.provider = serviceNumbers.gatewayOf(from).provider();
        return new Ready(
                new TextToSend(id, from, to.get(), body(text, form, conversation, wish), text.triedAt),
                null,
                triedBefore);
    }

    private String body(OutgoingText text, Form form, Conversation conversation, SafeContact wish) {
        if (text.automatic) {
            return Segments.fold(firstAnswer.words(conversation));
        }
        if (form == Form.NOTICE) {
            return notice(text, conversation, wish);
        }
        Message message = Message.findById(text.messageId);
        return Segments.fold(message.text(conversations.cipherOf(conversation.id)));
    }

    private String notice(OutgoingText text, Conversation conversation, SafeContact wish) {
        String cover = wish.coverWords();
        return cover == null || cover.isBlank() ? safeContact.noticeIn(conversation.language) : cover;
    }

    private void accepted(OutgoingText text, Conversation conversation, SmsGateway gateway, Accepted accepted) {
        text.provider = gateway.provider();
        text.providerId = accepted.providerId();
        states.become(
                text,
                conversation,
                accepted.state() == null ? TextState.ACCEPTED : accepted.state(),
                null,
                clock.instant());
    }

    private void refused(OutgoingText text, Conversation conversation, String why) {
        text.failure = why;
        became(text, conversation, DeliveryState.NOT_DELIVERED);
    }

    private void became(OutgoingText text, Conversation conversation, DeliveryState state) {
        if (text.become(state, clock.instant())) {
            answering.tell(conversation, text);
        }
    }

    private static void settle(UUID id, BiConsumer<OutgoingText, Conversation> what) {
        QuarkusTransaction.requiringNew().run(() -> {
            var conversation = OutgoingText.conversationOf(id).map(Conversation::lock);
            // Not there: erased while its provider was asked.
            conversation.ifPresent(locked -> what.accept(OutgoingText.locked(id), locked));
        });
    }
}
