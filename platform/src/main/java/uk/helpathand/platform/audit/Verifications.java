package uk.helpathand.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import uk.helpathand.api.AuditVerificationView;
import uk.helpathand.api.problem.ProblemType;

/** Is the chain whole? Asked of the running service; outside any transaction, because it may take minutes. */
@ApplicationScoped
public class Verifications {

    @Inject
    DataSource dataSource;

    @Inject
    Anchors anchors;

    @Inject
    Clock clock;

    /** 503 when the database or the anchors cannot be read. */
    public AuditVerificationView run() {
        try {
            return new Verification(dataSource::getConnection, anchors.store(), clock).run();
        } catch (SQLException | IOException e) {
            throw ProblemType.UNAVAILABLE.exception();
        }
    }
}
