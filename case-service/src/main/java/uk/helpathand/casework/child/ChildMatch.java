package uk.helpathand.casework.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;

/**
 * Who is meant by a name and a date of birth, for somebody who cannot look and choose. Only the very name and the very day are
 * somebody; a name that sounds the same, or a child whose day nobody knows, may be, and then a person has to decide. Within the
 * caller's transaction.
 */
@ApplicationScoped
public class ChildMatch {

    /** More than so many of a name are not one anyway. */
    private static final int MOST = 500;

    private static final String LIKELY = """
            select distinct t.child_id from child_token t
            where t.token = any(cast(:tokens as bigint[])) order by t.child_id limit :most
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    NameTokens tokens;

    @Inject
    DataKeys dataKeys;

    /**
     * @param sure name and day are the same
     * @param perhaps others who may be meant
     */
    public record Found(List<UUID> sure, List<UUID> perhaps) {

        /** The one who is meant, where nobody else may be. */
        public Optional<UUID> only() {
            return sure.size() == 1 && perhaps.isEmpty() ? Optional.of(sure.get(0)) : Optional.empty();
        }

        public List<UUID> all() {
            var all = new ArrayList<>(sure);
            all.addAll(perhaps);
            return all;
        }
    }

    public Found of(String name, LocalDate dateOfBirth) {
        String whole = WrittenName.of(name).whole();
        List<UUID> likely = likely(name);
        if (likely.size() == MOST) {
            return new Found(List.of(), likely);
        }
        Map<UUID, SubjectCipher> keys = likely.isEmpty() ? Map.of() : dataKeys.openAll(SubjectKind.CHILD, likely);
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Child child : Child.withIds(keys.keySet())) {
            SubjectCipher key = keys.get(child.id);
            LocalDate born = child.dateOfBirth(key);
            if (dateOfBirth.equals(born)
                    && WrittenName.of(child.name(key)).whole().equals(whole)) {
                found.sure.add(child.id);
            } else if (born == null || born.equals(dateOfBirth)) {
                found.perhaps.add(child.id);
            }
        }
        return found;
    }

    private List<UUID> likely(String name) {
        List<?> ids = entityManager
                .createNativeQuery(LIKELY, UUID.class)
                .setParameter("tokens", tokens.likely(name).toArray(Long[]::new))
                .setParameter("most", MOST)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }
}
