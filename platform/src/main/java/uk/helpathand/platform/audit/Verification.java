package uk.helpathand.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.helpathand.api.AuditFinding;
import uk.helpathand.api.AuditFindingKind;
import uk.helpathand.api.AuditVerificationView;

/**
 * Computes the whole chain again from the rows, and holds it against what was told to the outside. In portions, each in a
 * short transaction: what is sealed does not change, so they need not be one.
 */
public final class Verification {

    /** A seal is anchored within a second; one that is not after this was made while nobody told. */
    static final Duration ANCHORED_WITHIN = Duration.ofMinutes(1);

    private static final int SEALS_AT_ONCE = 1_000;

    /** Whoever breaks everything is found out by the first ones as well. */
    private static final int MOST_FINDINGS = 100;

    private final Source source;
    private final AnchorStore store;
    private final Clock clock;
    private final int sealsAtOnce;
    private final List<AuditFinding> findings = new ArrayList<>();

    /** Gives connections that may read the audit, its seals and its reasons. */
    interface Source {
        Connection open() throws SQLException;
    }

    /** @param store null where there is none: then every seal is without an anchor */
    Verification(Source source, AnchorStore store, Clock clock) {
        this(source, store, clock, SEALS_AT_ONCE);
    }

    Verification(Source source, AnchorStore store, Clock clock, int sealsAtOnce) {
        this.sealsAtOnce = sealsAtOnce;
        this.source = source;
        this.store = store;
        this.clock = clock;
    }

    AuditVerificationView run() throws SQLException, IOException {
        try (Connection connection = source.open()) {
            connection.setAutoCommit(false);
            try {
                return run(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private AuditVerificationView run(Connection connection) throws SQLException, IOException {
        var anchors = new AnchorCheck(connection, this::found);
        if (store != null) {
            store.list(anchors::check);
        }
        // The anchors first: what they tell was committed before they were made.
        anchors.finish(Seal.last(connection));
        var chain = new ChainCheck(this::found);
        Seal newest = chain.last();
        for (List<Seal> page = page(connection, newest); !page.isEmpty(); page = page(connection, newest)) {
            chain.check(connection, page);
            newest = chain.last();
            notAnchored(page, anchors.newest());
            connection.commit();
        }
        ReasonCheck.check(connection, MOST_FINDINGS, this::found);
        return new AuditVerificationView(
                findings.isEmpty(),
                newest.total(),
                unsealed(connection, newest.beforeXact()),
                newest.head(),
                anchors.newest() == null ? null : anchors.newest().at(),
                List.copyOf(findings));
    }

    private List<Seal> page(Connection connection, Seal behind) throws SQLException {
        return Seal.after(connection, behind.sequence(), sealsAtOnce);
    }

    /** The first seal that somebody should have been told of and was not. */
    private void notAnchored(List<Seal> page, Anchor newest) {
        if (findings.stream().anyMatch(finding -> finding.kind() == AuditFindingKind.NOT_ANCHORED)) {
            return;
        }
        Instant due = clock.instant().minus(ANCHORED_WITHIN);
        page.stream()
                .filter(seal -> newest == null || seal.sequence() > newest.sequence())
                .filter(seal -> seal.at().isBefore(due))
                .findFirst()
                .ifPresent(seal -> found(AuditFindingKind.NOT_ANCHORED, seal.sequence(), seal.at()));
    }

    private void found(AuditFindingKind kind, long sequence, Instant at) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new AuditFinding(kind, sequence, at));
        }
    }

    /** Where a finding goes. */
    interface Finder {
        void found(AuditFindingKind kind, long sequence, Instant at);
    }

    private static long unsealed(Connection connection, long from) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT count(*) FROM audit WHERE xact_id >= CAST(? AS xid8)")) {
            query.setString(1, Long.toUnsignedString(from));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
