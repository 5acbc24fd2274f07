package uk.helpathand.casework.casefile;

import io.quarkus.panache.common.Page;
import java.util.List;
import java.util.UUID;

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

    private OwnedCases() {}

    /** Of one owner, the longest open first. */
    static List<UUID> of(String ownerId, int most) {
        return ids("", ownerId, most);
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

    static int count(String ownerId) {
        return (int) CaseFile.count("ownerId = ?1 and status = OPEN", ownerId);
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
