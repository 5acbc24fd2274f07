package uk.helpathand.casework.intake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import uk.helpathand.api.casework.EnquiryView.PossibleLinkView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.conversation.CaseConversation;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Message;

/**
 * That another conversation is of the same number: perhaps the same person, perhaps another who has the phone now. For a person
 * to decide; nothing follows from it by itself (trap 10).
 */
@Entity
@IdClass(PossibleLink.Key.class)
@Table(name = "possible_link")
class PossibleLink extends PanacheEntityBase {

    /** Its place among those of its enquiry. */
    record Key(UUID enquiryId, int position) {}

    @Id
    @Column(name = "enquiry_id")
    UUID enquiryId;

    @Id
    int position;

    @Column(name = "conversation_id")
    UUID conversationId;

    /** @param sent null from a sender that knows none; newest first */
    static void keep(UUID enquiryId, List<UUID> sent) {
        List<UUID> others = sent == null ? List.of() : sent;
        for (int i = 0; i < others.size(); i++) {
            var link = new PossibleLink();
            link.enquiryId = enquiryId;
            link.position = i + 1;
            link.conversationId = others.get(i);
            link.persist();
        }
    }

    /** In their order; without those that are not here, or not yet, or that whoever calls may not know of. */
    static List<PossibleLinkView> views(UUID enquiryId, Access access) {
        List<UUID> ids = PossibleLink.<PossibleLink>list("enquiryId = ?1 order by position", enquiryId).stream()
                .map(link -> link.conversationId)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Conversation> known = Conversation.ofIds(access.conversationsOf(ids)).stream()
                .collect(toMap(conversation -> conversation.id, identity()));
        Map<UUID, Enquiry> enquiries = Enquiry.<Enquiry>list(
                        "id in ?1",
                        known.values().stream()
                                .map(conversation -> conversation.enquiryId)
                                .toList())
                .stream()
                .collect(toMap(enquiry -> enquiry.id, identity()));
        Map<UUID, List<UUID>> cases = CaseConversation.casesOf(known.keySet());
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(conversation -> new PossibleLinkView(
                        conversation.id,
                        conversation.enquiryId,
                        enquiries.get(conversation.enquiryId).reference,
                        cases.getOrDefault(conversation.id, List.of()),
                        Message.lastSentAt(conversation.id)))
                .toList();
    }
}
