package uk.helpathand.casework.subjectaccess;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;

/**
 * What hangs on a child, and how to read it: sections see nothing but rows. Read by plain SQL, because a copy is of the record as it
 * stands in the tables and not of what some view of it shows. Within one transaction.
 */
final class Held {

    /** For the length of the transaction: how much of a long audit is one child's, no plan for any child can know. */
    private static final String FOR_THIS_CHILD = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final String CASES = "select id from case_file where child_id = :child order by opened_at, id";

    private static final String ENQUIRIES = """
            select enquiry_id from enquiry_child where child_id = :child
            union select enquiry_id from case_enquiry where case_id = any(cast(:cases as uuid[]))
            order by 1
            """;

    private static final String CONVERSATIONS = """
            select conversation_id from case_conversation where case_id = any(cast(:cases as uuid[]))
            union select id from conversation where enquiry_id = any(cast(:enquiries as uuid[]))
            order by 1
            """;

    final UUID childId;
    final List<UUID> enquiries;
    final List<UUID> conversations;

    private final EntityManager entityManager;
    private final DataKeys dataKeys;
    private final Map<String, Object> parameters = new HashMap<>();
    private Map<UUID, SubjectCipher> enquiryKeys;

    Held(UUID childId, EntityManager entityManager, DataKeys dataKeys) {
        this.childId = childId;
        this.entityManager = entityManager;
        this.dataKeys = dataKeys;
        entityManager.createNativeQuery(FOR_THIS_CHILD, String.class).getSingleResult();
        parameters.put("child", childId);
        parameters.put("cases", array(ids(CASES)));
        enquiries = ids(ENQUIRIES);
        parameters.put("enquiries", array(enquiries));
        conversations = ids(CONVERSATIONS);
        parameters.put("conversations", array(conversations));
    }

    /** One row, by the names of its columns. */
    record Row(Tuple tuple) {

        Object get(String column) {
            return tuple.get(column);
        }

        UUID id(String column) {
            return tuple.get(column, UUID.class);
        }

        Instant at(String column) {
            return tuple.get(column, Instant.class);
        }

        boolean is(String column) {
            return Boolean.TRUE.equals(tuple.get(column));
        }

        boolean says(String column, String value) {
            return value.equals(tuple.get(column));
        }

        /** @param key null where it was destroyed: then there is nothing any more */
        String opened(String column, String field, UUID rowId, SubjectCipher key) {
            return key == null ? null : key.decrypt(tuple.get(column, byte[].class), field, rowId);
        }
    }

    /** @param sql may name {@code :child}, and {@code :cases}, {@code :enquiries} and {@code :conversations} as arrays of ids */
    Stream<Row> rows(String sql) {
        List<?> rows =
                query(entityManager.createNativeQuery(sql, Tuple.class), sql).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Row::new);
    }

    private List<UUID> ids(String sql) {
        List<?> rows =
                query(entityManager.createNativeQuery(sql, UUID.class), sql).getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    private Query query(Query query, String sql) {
        parameters.forEach((name, value) -> {
            if (sql.contains(":" + name)) {
                query.setParameter(name, value);
            }
        });
        return query;
    }

    /** Null where it was destroyed, as the next. */
    SubjectCipher childKey() {
        return dataKeys.openAll(SubjectKind.CHILD, List.of(childId)).get(childId);
    }

    SubjectCipher enquiryKey(UUID enquiryId) {
        if (enquiryKeys == null) {
            enquiryKeys = dataKeys.openAll(SubjectKind.ENQUIRY, enquiries);
        }
        return enquiryKeys.get(enquiryId);
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
