package uk.helpathand.casework.insight;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import uk.helpathand.api.casework.ReturnsView;

/**
 * How many came back, of the conversations of some days.
 *
 * @param firstQuarter in seconds, as the next two; null when nobody came back
 */
record Returns(long begun, long returned, Double firstQuarter, Double median, Double thirdQuarter) {

    /** What tells of fewer than this is not told. */
    static final int LEAST = 10;

    private static final String QUERY = """
            SELECT count(*), count(c.first_returned_at),
                   percentile_cont(0.25) WITHIN GROUP (ORDER BY extract(epoch FROM c.first_returned_at - e.received_at)),
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.first_returned_at - e.received_at)),
                   percentile_cont(0.75) WITHIN GROUP (ORDER BY extract(epoch FROM c.first_returned_at - e.received_at))
            FROM enquiry e JOIN conversation c ON c.enquiry_id = e.id
            WHERE e.received_at >= :from AND e.received_at < :before AND e.status <> 'unconfirmed'
            """;

    /** Of the enquiries received from that moment and before the other. Those in the tray may be a machine's. */
    static Returns of(EntityManager entityManager, Instant from, Instant before) {
        var row = (Object[]) entityManager
                .createNativeQuery(QUERY)
                .setParameter("from", from)
                .setParameter("before", before)
                .getSingleResult();
        return new Returns(
                ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (Double) row[2], (Double) row[3], (Double)
                        row[4]);
    }

    /** Nearly all who came back tell of the few who did not: both sides must be many. */
    ReturnsView toView(LocalDate from, LocalDate to) {
        if (begun < LEAST) {
            return new ReturnsView(from, to, null, null, null, null, null, null, true);
        }
        if (returned < LEAST || begun - returned < LEAST) {
            return new ReturnsView(from, to, begun, null, null, null, null, null, true);
        }
        return new ReturnsView(
                from,
                to,
                begun,
                returned,
                Math.round(1_000d * returned / begun) / 1_000d,
                minutes(firstQuarter),
                minutes(median),
                minutes(thirdQuarter),
                false);
    }

    private static long minutes(double seconds) {
        return Math.round(seconds / 60);
    }
}
