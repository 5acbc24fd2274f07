package uk.helpathand.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import uk.helpathand.api.AuditFindingKind;

/** Computes the seals again from the rows, portion by portion, and tells where they differ from those that are there. */
final class ChainCheck {

    private final Verification.Finder finder;
    private Seal last = Seal.NONE;

    ChainCheck(Verification.Finder finder) {
        this.finder = finder;
    }

    /** The last seal that was looked at. */
    Seal last() {
        return last;
    }

    /** @param page the seals behind {@link #last}, in order, at least one */
    void check(Connection connection, List<Seal> page) throws SQLException {
        var walk = new Walk(page);
        SealedRows.read(
                connection,
                page.get(0).fromXact(),
                page.get(page.size() - 1).beforeXact(),
                (xact, canonical) -> walk.row(xact, canonical));
        walk.finish();
    }

    /** Along the rows of one portion, seal by seal. */
    private final class Walk {

        private final List<Seal> page;
        private int place;
        private long rows;
        private SealHash hash = SealHash.after(last.hash());

        Walk(List<Seal> page) {
            this.page = page;
        }

        void row(long xact, String canonical) {
            while (place < page.size()
                    && Long.compareUnsigned(xact, page.get(place).beforeXact()) >= 0) {
                next();
            }
            // Rows between two seals are those of a seal that was taken away, which is told by its number.
            if (place < page.size()
                    && Long.compareUnsigned(xact, page.get(place).fromXact()) >= 0) {
                rows++;
                hash.add(canonical);
            }
        }

        void finish() {
            while (place < page.size()) {
                next();
            }
        }

        private void next() {
            Seal seal = page.get(place++);
            compare(seal, rows, hash);
            last = seal;
            rows = 0;
            // The hash as it stands there, so that one change is one finding and not all that follow.
            hash = SealHash.after(seal.hash());
        }
    }

    private void compare(Seal seal, long rows, SealHash hash) {
        boolean follows = seal.sequence() == last.sequence() + 1;
        if (!follows) {
            finder.found(AuditFindingKind.SEAL_MISSING, last.sequence() + 1, seal.at());
        }
        if (rows < seal.rows()) {
            finder.found(AuditFindingKind.ROW_MISSING, seal.sequence(), seal.at());
        } else if (rows > seal.rows()) {
            finder.found(AuditFindingKind.ROW_ADDED, seal.sequence(), seal.at());
        } else if (follows && !isIntact(seal, hash)) {
            finder.found(AuditFindingKind.CHANGED, seal.sequence(), seal.at());
        }
    }

    private boolean isIntact(Seal seal, SealHash hash) {
        return seal.fromXact() == last.beforeXact()
                && seal.total() == last.total() + seal.rows()
                && seal.hasHash(hash.of(seal));
    }
}
