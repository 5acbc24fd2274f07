package uk.helpathand.casework.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import uk.helpathand.api.Page;
import uk.helpathand.api.casework.FoundChild;
import uk.helpathand.api.casework.SearchChildren;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.casework.casefile.CaseFile;
import uk.helpathand.casework.child.NameTokens.Sought;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.web.Cursor;

/**
 * Finds children by how their names are written and sound, from keyed hashes alone; only the names of the page are decrypted.
 * Within the caller's transaction.
 */
@ApplicationScoped
class ChildSearch {

    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;

    /** A name that very many share: the latest of them. Of two such names the pair is a token of its own. */
    private static final int MOST_OF_A_TOKEN = 500;

    /**
     * Who may know of which child is asked in the innermost SELECT, before its LIMIT: a child who may not be known of then takes
     * nobody's place.
     */
    static final String RANKED = """
            SELECT child_id, CAST(sum(weight) AS integer) AS score FROM (
                SELECT found.child_id, sought.slot, max(sought.weight) AS weight, bool_or(sought.admits) AS admits
                FROM unnest(CAST(:tokens AS bigint[]), CAST(:slots AS integer[]), CAST(:weights AS integer[]),
                            CAST(:admits AS boolean[])) AS sought (token, slot, weight, admits)
                CROSS JOIN LATERAL (
                    SELECT t.child_id FROM child_token t
                    WHERE t.token = sought.token AND %s
                    ORDER BY t.child_id DESC LIMIT :each) found
                GROUP BY found.child_id, sought.slot) slots
            GROUP BY child_id
            HAVING bool_or(admits) AND (sum(weight), child_id) < (:score, :id)
            ORDER BY score DESC, child_id DESC
            LIMIT :most
            """.formatted(Visible.childInSql("t.child_id"));

    @Inject
    EntityManager entityManager;

    @Inject
    Access access;

    @Inject
    NameTokens tokens;

    @Inject
    DataKeys dataKeys;

    /** A place in the ranking: how many stand above it, and the last of them. */
    private record Place(int above, int score, UUID id) {

        static final Place FIRST = new Place(0, Integer.MAX_VALUE, new UUID(-1, -1));

        static Place parse(String after) {
            if (after == null) {
                return FIRST;
            }
            String[] parts = Cursor.decode(after, 3);
            try {
                var place =
                        new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2]));
                if (place.above > 0 && place.above <= MOST) {
                    return place;
                }
            } catch (IllegalArgumentException e) {
                // told below
            }
            throw Cursor.malformed();
        }

        String encode() {
            return Cursor.encode(Integer.toString(above), Integer.toString(score), id.toString());
        }
    }

    Page<FoundChild> search(SearchChildren search) {
        Place after = Place.parse(search.after());
        int limit = Optional.ofNullable(search.limit()).orElse(USUAL_LIMIT);
        List<Place> ranked = ranked(search, after, Math.min(limit + 1, MOST - after.above));
        Map<UUID, FoundChild> found =
                views(ranked.stream().limit(limit).map(Place::id).toList());
        return Cursor.page(ranked, limit, place -> found.get(place.id), Place::encode);
    }

    private List<Place> ranked(SearchChildren search, Place after, int most) {
        List<Sought> sought = tokens.sought(search.name(), search.dateOfBirth());
        NativeQuery<Tuple> ranking = entityManager.unwrap(Session.class).createNativeQuery(RANKED, Tuple.class);
        access.reader().forEach(ranking::setParameter);
        List<Tuple> rows = ranking.setParameter(
                        "tokens", all(sought, Sought::token).toArray(Long[]::new))
                .setParameter("slots", all(sought, Sought::slot).toArray(Integer[]::new))
                .setParameter("weights", all(sought, Sought::weight).toArray(Integer[]::new))
                .setParameter("admits", all(sought, Sought::admits).toArray(Boolean[]::new))
                .setParameter("score", after.score)
                .setParameter("id", after.id)
                .setParameter("each", MOST_OF_A_TOKEN)
                .setParameter("most", most)
                .getResultList();
        var places = new ArrayList<Place>();
        for (Tuple row : rows) {
            places.add(new Place(
                    after.above + places.size() + 1, row.get("score", Integer.class), row.get("child_id", UUID.class)));
        }
        return places;
    }

    private static <T> List<T> all(List<Sought> sought, Function<Sought, T> part) {
        return sought.stream().map(part).toList();
    }

    private Map<UUID, FoundChild> views(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SubjectCipher> ciphers = dataKeys.openAll(SubjectKind.CHILD, ids);
        Map<UUID, List<UUID>> cases = CaseFile.idsOfChildren(ids);
        return Child.withIds(ids).stream()
                .collect(Collectors.toMap(
                        child -> child.id,
                        child -> child.toFound(ciphers.get(child.id), cases.getOrDefault(child.id, List.of()))));
    }
}
