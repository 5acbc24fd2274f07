package uk.helpathand.casework.casefile;

import io.quarkus.panache.common.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.casework.access.Visible;

/** Open cases by who answers for them. */
final class OwnedCases {

    /** From one owner to the next in the index: as many steps as there are owners, however many cases they have. */
    private static final String OWNERS = """
            WITH RECURSIVE step (owner_id) AS (
                (SELECT owner_id FROM case_file ORDER BY owner_id LIMIT 1)
                UNION ALL
                SELECT (SELECT owner_id FROM case_file WHERE owner_id > step.owner_id ORDER BY owner_id LIMIT 1)
                FROM step WHERE step.owner_id IS NOT NULL)
            SELECT owner_id FROM step WHERE owner_id IS NOT NULL
            """;

    private static final String COUNT_WITHOUT = """
            SELECT count(*) FROM (SELECT 1 FROM case_file WHERE status = 'open' AND owner_left_at IS NOT NULL LIMIT :most) counted
            """;

    /** With the parameters of {@link Visible}, the owner and the next one. */
    private static final String MAY_GO = "it.ownerId = :owner and it.status = OPEN and " + Visible.caseFile("it")
            + " and " + Visible.noConflict("it.childId", ":next");

    private OwnedCases() {}

    /** Whether a case is theirs, open or closed. */
    static boolean hasAny(String ownerId) {
        return CaseFile.count("ownerId = ?1", ownerId) > 0;
    }

    /** Of one owner, the longest open first, what a reader may know of and the next owner as well. */
    static List<UUID> thatMayGo(String ownerId, String nextId, Map<String, Object> reader, int most) {
        return CaseFile.find(
                        "select it.id from CaseFile it where " + MAY_GO + " order by it.openedAt, it.id",
                        asked(ownerId, nextId, reader))
                .page(Page.ofSize(most))
                .project(UUID.class)
                .list();
    }

    static int countThatMayGo(String ownerId, String nextId, Map<String, Object> reader) {
        return (int) CaseFile.count("from CaseFile it where " + MAY_GO, asked(ownerId, nextId, reader));
    }

    private static Map<String, Object> asked(String ownerId, String nextId, Map<String, Object> reader) {
        var parameters = new HashMap<>(reader);
        parameters.put("owner", ownerId);
        parameters.put("next", nextId);
        return parameters;
    }

    /** Of one owner, those that are recorded as without one, or those that are not. */
    static List<UUID> of(String ownerId, boolean recordedAsLeft, int most) {
        return ids(recordedAsLeft ? "and ownerLeftAt is not null " : "and ownerLeftAt is null ", ownerId, most);
    }

    private static List<UUID> ids(String further, String ownerId, int most) {
        return CaseFile.find(
                        "select id from CaseFile where ownerId = ?1 and status = OPEN " + further
                                + "order by openedAt, id",
                        ownerId)
                .page(Page.ofSize(most))
                .project(UUID.class)
                .list();
    }

    /** Everybody who ever had a case, those without an open one as well. */
    @SuppressWarnings("unchecked")
    static List<String> owners() {
        return CaseFile.getEntityManager().createNativeQuery(OWNERS).getResultList();
    }

    /** Counted no further than the most. */
    static int countWithout(int most) {
        return ((Number) CaseFile.getEntityManager()
                        .createNativeQuery(COUNT_WITHOUT)
                        .setParameter("most", most)
                        .getSingleResult())
                .intValue();
    }
}
