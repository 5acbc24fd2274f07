package uk.helpathand.casework.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.SharedContact;
import uk.helpathand.casework.conversation.SharedText;
import uk.helpathand.casework.intake.DetailTexts;
import uk.helpathand.casework.wayback.CodeNotes;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;

/**
 * Texts beside the messages that may be about all of an enquiry's children: what was told after sending, the next step, words about
 * safe contact, notes beside return codes. What was written anew since somebody proposed what is left of it stays as it is. Within
 * the caller's transaction.
 */
@ApplicationScoped
class SharedParts {

    @Inject
    DataKeys dataKeys;

    @Inject
    SharedContact contact;

    List<SharedText> of(UUID enquiryId) {
        var conversation = Conversation.ofEnquiry(enquiryId);
        SubjectCipher cipher = cipher(enquiryId);
        return Stream.of(
                        DetailTexts.of(enquiryId, cipher),
                        contact.of(conversation, cipher),
                        CodeNotes.of(conversation.id))
                .flatMap(List::stream)
                .toList();
    }

    /** Rises with every change of those that may be written anew. */
    long version(UUID enquiryId) {
        return contact.version(Conversation.ofEnquiry(enquiryId));
    }

    /** In place of what was proposed before. 422 for one that is longer than such a text may be. */
    void propose(Redaction redaction, Map<String, String> left) {
        RedactionPart.delete("redactionId", redaction.id);
        RedactionPart.getEntityManager().flush();
        RedactionPart.getEntityManager().clear();
        SubjectCipher cipher = cipher(redaction.enquiryId);
        for (SharedText text : of(redaction.enquiryId)) {
            String words = LosslessText.storable(left.get(text.name()));
            if (words != null) {
                if (words.length() > text.most()) {
                    throw ProblemType.WRONG_TEXTS.exception("At most " + text.most() + " characters: " + text.name());
                }
                RedactionPart.propose(redaction.id, text, words, cipher);
            }
        }
    }

    /** By name. */
    Map<String, String> proposed(Redaction redaction) {
        SubjectCipher cipher = cipher(redaction.enquiryId);
        List<RedactionPart> parts = RedactionPart.of(redaction.id);
        var proposed = new HashMap<String, String>();
        for (SharedText text : of(redaction.enquiryId)) {
            partOf(text, parts).ifPresent(part -> proposed.put(text.name(), part.left(cipher)));
        }
        return proposed;
    }

    /** It is agreed: what was written anew is left out, and contact-service hears of what it has as well. Under the thread's lock. */
    void agreed(Redaction redaction, Instant readAt) {
        var conversation = Conversation.ofEnquiry(redaction.enquiryId);
        List<SharedText> texts = of(redaction.enquiryId);
        List<RedactionPart> parts = RedactionPart.of(redaction.id);
        parts.stream().filter(part -> texts.stream().noneMatch(part::isOf)).forEach(RedactionPart::delete);
        Set<String> columns = texts.stream()
                .filter(text -> partOf(text, parts).isPresent())
                .map(SharedText::column)
                .collect(Collectors.toSet());
        contact.redacted(conversation, columns, readAt);
    }

    private static Optional<RedactionPart> partOf(SharedText text, List<RedactionPart> parts) {
        return parts.stream().filter(part -> part.isOf(text)).findFirst();
    }

    private SubjectCipher cipher(UUID enquiryId) {
        return dataKeys.open(SubjectKind.ENQUIRY, enquiryId);
    }
}
