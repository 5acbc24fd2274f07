package uk.helpathand.casework.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.MasterKeys;

/** At-least-once delivery and this table make one effect. Within the caller's transaction. */
@ApplicationScoped
class HandoverReceipts {

    @Inject
    EntityManager entityManager;

    @Inject
    MasterKeys masters;

    @Inject
    Clock clock;

    /**
     * Whether this is the first time. Whoever comes at the same moment waits here until the first has committed.
     *
     * @param fields the immutable fields by name and order, null allowed: never whole bodies, so that a release between
     *     two tries cannot make a conflict
     */
    boolean isFirst(UUID id, String kind, Object... fields) {
        byte[] hash = masters.hash("handover-" + kind, encode(fields));
        int inserted = entityManager
                .createNativeQuery("INSERT INTO handover_receipt (id, content_hash, received_at)"
                        + " VALUES (:id, :hash, :now) ON CONFLICT DO NOTHING")
                .setParameter("id", id)
                .setParameter("hash", hash)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (inserted == 1) {
            return true;
        }
        byte[] known = (byte[]) entityManager
                .createNativeQuery("SELECT content_hash FROM handover_receipt WHERE id = :id", byte[].class)
                .setParameter("id", id)
                .getSingleResult();
        if (known.length == 0) {
            // It was erased since: a late repeat does not bring it back.
            return false;
        }
        if (!MessageDigest.isEqual(known, hash)) {
            throw ProblemType.HANDOVER_CONFLICT.exception();
        }
        return false;
    }

    /** Each field with its length, so that no two lists of fields are the same bytes. */
    private static byte[] encode(Object[] fields) {
        byte[][] parts = Arrays.stream(fields)
                .map(field -> field == null ? null : field.toString().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        var out = ByteBuffer.allocate(Arrays.stream(parts)
                .mapToInt(part -> Integer.BYTES + (part == null ? 0 : part.length))
                .sum());
        for (byte[] part : parts) {
            out.putInt(part == null ? -1 : part.length);
            if (part != null) {
                out.put(part);
            }
        }
        return out.array();
    }
}
