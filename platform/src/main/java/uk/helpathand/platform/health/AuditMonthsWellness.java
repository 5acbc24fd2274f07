package uk.helpathand.platform.health;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Not well while the audit has room for too few months: every migration makes more. Rows go on being kept without. */
@Wellness
@ApplicationScoped
class AuditMonthsWellness implements HealthCheck {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'audit_'uuuuMM");
    private static final String PARTITIONS =
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'audit'::regclass";

    @Inject
    DataSource dataSource;

    @Inject
    HealthConfig config;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("audit-months");
        try {
            int ahead = ahead();
            return answer.status(ahead >= config.auditMonths())
                    .withData("ahead", ahead)
                    .build();
        } catch (SQLException e) {
            return answer.down().withData("why", e.getClass().getSimpleName()).build();
        }
    }

    /** Whole months behind this one, up to the first that is not there. */
    private int ahead() throws SQLException {
        Set<String> there = partitions();
        YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        int ahead = 0;
        while (there.contains(NAME.format(month.plusMonths(ahead + 1)))) {
            ahead++;
        }
        return ahead;
    }

    private Set<String> partitions() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PARTITIONS);
                ResultSet rows = query.executeQuery()) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
