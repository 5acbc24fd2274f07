package uk.helpathand.casework.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** That a thread belongs to a case. Many-to-many: a thread about several children belongs to several cases. */
@Entity
@IdClass(CaseConversation.Key.class)
@Table(name = "case_conversation")
public class CaseConversation extends PanacheEntityBase {

    /** Its two ends. */
    public record Key(UUID caseId, UUID conversationId) {}

    @Id
    @Column(name = "case_id")
    public UUID caseId;

    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;

    /** No effect when it is there already. */
    public static void link(UUID caseId, UUID conversationId) {
        if (findById(new Key(caseId, conversationId)) == null) {
            var link = new CaseConversation();
            link.caseId = caseId;
            link.conversationId = conversationId;
            link.persist();
        }
    }

    /** In a fixed order, which is also the order of locking. */
    public static List<UUID> conversationsOf(UUID caseId) {
        return CaseConversation.<CaseConversation>list("caseId", caseId).stream()
                .map(link -> link.conversationId)
                .sorted()
                .toList();
    }

    static List<CaseConversation> ofConversations(Collection<UUID> conversationIds) {
        return list("conversationId in ?1", conversationIds);
    }
}
