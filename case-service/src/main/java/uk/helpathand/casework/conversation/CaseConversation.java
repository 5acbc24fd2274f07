package uk.helpathand.casework.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.web.Cursor;

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

    /** The cases of each; a conversation without any is absent. */
    public static Map<UUID, List<UUID>> casesOf(Collection<UUID> conversationIds) {
        return CaseConversation.<CaseConversation>list("conversationId in ?1", conversationIds).stream()
                .collect(groupingBy(link -> link.conversationId, mapping(link -> link.caseId, toList())));
    }

    /**
     * A page over all threads of a case, in one order. Each thread's page is read from its index and they are merged here:
     * PostgreSQL would read the whole threads to sort them. A case has a handful.
     *
     * @param access a thread that also belongs to a case they may not know of is left out
     * @param page of one thread, by time and id, at most so many
     */
    public static <R> List<R> merged(
            UUID caseId, Access access, Function<UUID, List<R>> page, Function<R, Cursor.At> place, int most) {
        // Ids as text: Java compares UUIDs with a sign, PostgreSQL without.
        Comparator<R> order = Comparator.comparing((R row) -> place.apply(row).at())
                .thenComparing(row -> place.apply(row).id().toString());
        List<UUID> threads = conversationsOf(caseId);
        Set<UUID> visible = access.conversationsOf(threads);
        return threads.stream()
                .filter(visible::contains)
                .flatMap(thread -> page.apply(thread).stream())
                .sorted(order)
                .limit(most)
                .toList();
    }
}
