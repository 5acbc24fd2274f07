package uk.helpathand.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import uk.helpathand.api.AuditFindingKind;

/** Are the reasons beside the chain those that were given? An erased one is no finding: its row says that it was. */
final class ReasonCheck {

    /** The seal over the row; one more than there are for a row that no seal has yet. */
    private static final String QUERY = """
            SELECT (SELECT coalesce(min(s.sequence), (SELECT coalesce(max(sequence), 0) + 1 FROM audit_seal))
                    FROM audit_seal s WHERE s.before_xact > a.xact_id),
                a.at, r.audit_id IS NULL
            FROM audit a LEFT JOIN audit_reason r ON r.audit_id = a.id
            WHERE a.reason LIKE 'sha256 %' AND r.erased_at IS NULL
                AND a.reason IS DISTINCT FROM 'sha256 ' || encode(sha256(r.salt || convert_to(r.reason, 'UTF8')), 'hex')
            ORDER BY a.at, a.id
            LIMIT ?
            """;

    private ReasonCheck() {}

    static void check(Connection connection, int most, Verification.Finder finder) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setInt(1, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    finder.found(
                            rows.getBoolean(3) ? AuditFindingKind.REASON_MISSING : AuditFindingKind.REASON_CHANGED,
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
    }
}
