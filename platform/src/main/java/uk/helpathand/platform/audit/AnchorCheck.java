package uk.helpathand.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.helpathand.api.AuditFindingKind;

/** Holds every anchor against the seal it tells of. Many anchors break by one deed, which is one finding: the first of them. */
final class AnchorCheck {

    private static final int AT_ONCE = 1_000;

    private final Connection connection;
    private final Verification.Finder finder;
    private final List<Anchor> waiting = new ArrayList<>();
    private Anchor newest;
    private Anchor differs;
    private Anchor furthestWithoutSeal;

    AnchorCheck(Connection connection, Verification.Finder finder) {
        this.connection = connection;
        this.finder = finder;
    }

    /** The newest that could be read; null where there is none. */
    Anchor newest() {
        return newest;
    }

    void check(AnchorStore.Kept kept) throws IOException {
        Optional<Anchor> parsed = Anchor.parse(kept);
        if (parsed.isEmpty()) {
            finder.found(
                    AuditFindingKind.ANCHOR_DAMAGED,
                    newest == null ? 0 : newest.sequence(),
                    newest == null ? null : newest.at());
            return;
        }
        Anchor anchor = parsed.get();
        if (anchor.number() != (newest == null ? 1 : newest.number() + 1)) {
            finder.found(AuditFindingKind.ANCHOR_MISSING, anchor.sequence(), anchor.at());
        }
        newest = anchor;
        waiting.add(anchor);
        if (waiting.size() == AT_ONCE) {
            compare();
        }
    }

    /** After the last anchor. */
    void finish(Seal last) throws IOException {
        compare();
        if (differs != null) {
            finder.found(AuditFindingKind.ANCHOR_DIFFERS, differs.sequence(), differs.at());
        }
        // A seal that is missing further down is told by the chain itself.
        if (furthestWithoutSeal != null && furthestWithoutSeal.sequence() > last.sequence()) {
            finder.found(AuditFindingKind.TAIL_MISSING, furthestWithoutSeal.sequence(), furthestWithoutSeal.at());
        }
    }

    private void compare() throws IOException {
        try {
            List<Long> sequences =
                    waiting.stream().map(Anchor::sequence).distinct().toList();
            Map<Long, Seal> seals = new HashMap<>(Map.of(0L, Seal.NONE));
            Seal.withSequences(connection, sequences).forEach(seal -> seals.put(seal.sequence(), seal));
            waiting.forEach(anchor -> compare(anchor, seals.get(anchor.sequence())));
            waiting.clear();
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void compare(Anchor anchor, Seal seal) {
        if (seal == null) {
            if (furthestWithoutSeal == null || anchor.sequence() > furthestWithoutSeal.sequence()) {
                furthestWithoutSeal = anchor;
            }
        } else if (!anchor.isOf(seal) && (differs == null || anchor.sequence() < differs.sequence())) {
            differs = anchor;
        }
    }
}
