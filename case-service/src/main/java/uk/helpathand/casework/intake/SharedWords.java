package uk.helpathand.casework.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Referral.DatedEvent;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Message;
import uk.helpathand.platform.crypto.LosslessText;

/**
 * What was said in an enquiry about all of its children in one breath, text by text, for those who have to take one child out of
 * it. Within the caller's transaction.
 */
@ApplicationScoped
public class SharedWords {

    private static final String WANTED = "wanted";
    private static final String TRIED = "tried";
    private static final String EVENT = "event ";
    private static final String MESSAGE = "message ";

    @Inject
    Referrals referrals;

    /**
     * What the enquiry would hold instead.
     *
     * @param excerpt null where it stays, as the next two
     * @param referral sealed
     * @param messages by id, those that change
     */
    public record Left(String excerpt, String wanted, byte[] referral, Map<UUID, String> messages) {}

    /** All texts that there are by their names, in the order in which they were said. */
    public Map<String, String> of(UUID enquiryId) {
        var enquiry = Enquiry.get(enquiryId);
        var texts = new LinkedHashMap<String, String>();
        put(texts, WANTED, enquiry.wanted);
        texts.putAll(ofReferral(enquiryId, enquiry.referral));
        Message.<Message>list("conversationId = ?1 order by sequence", Conversation.ofEnquiry(enquiryId).id)
                .forEach(message -> texts.put(MESSAGE + message.id, message.text));
        return texts;
    }

    /** Of an adult's own part, as it stands or as it would. */
    public Map<String, String> ofReferral(UUID enquiryId, byte[] sealed) {
        var texts = new LinkedHashMap<String, String>();
        if (sealed != null) {
            Referral own = referrals.own(enquiryId, sealed);
            put(texts, TRIED, own.tried());
            for (int i = 0; i < own.events().size(); i++) {
                texts.put(EVENT + (i + 1), own.events().get(i).what());
            }
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String name, String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }

    /** @param left by name, of those that change */
    public Left left(UUID enquiryId, Map<String, String> left) {
        var enquiry = Enquiry.get(enquiryId);
        var messages = new LinkedHashMap<UUID, String>();
        left.forEach((name, text) -> {
            if (name.startsWith(MESSAGE)) {
                messages.put(UUID.fromString(name.substring(MESSAGE.length())), LosslessText.storable(text));
            }
        });
        String first = messages.get(enquiry.messageId);
        return new Left(
                first == null ? null : Excerpt.of(first),
                LosslessText.storable(left.get(WANTED)),
                enquiry.referral == null ? null : referral(enquiryId, enquiry.referral, left),
                messages);
    }

    private byte[] referral(UUID enquiryId, byte[] sealed, Map<String, String> left) {
        Referral own = referrals.own(enquiryId, sealed);
        List<DatedEvent> events = new ArrayList<>();
        for (int i = 0; i < own.events().size(); i++) {
            DatedEvent event = own.events().get(i);
            String what = LosslessText.storable(left.getOrDefault(EVENT + (i + 1), event.what()));
            events.add(new DatedEvent(what, event.on(), event.at()));
        }
        String tried = LosslessText.storable(left.getOrDefault(TRIED, own.tried()));
        return referrals.seal(
                enquiryId, new Referral(own.referrer(), List.of(), own.themes(), List.copyOf(events), tried));
    }
}
