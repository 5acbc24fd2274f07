package uk.helpathand.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the team has decided, as it stands at the end of a run.
 *
 * @param stored every decision
 * @param casesOfNone cases that no decision has opened
 * @param lists the enquiries that staff are shown in each list
 */
record Decisions(List<Stored> stored, Set<UUID> casesOfNone, Map<Place, List<UUID>> lists) {

    static final String OPEN_CASE = "open-case";
    static final String JOIN_CASE = "join-case";

    /** Where an enquiry stands. */
    enum Place {
        OPEN("/v1/enquiries?"),
        DECIDED("/v1/enquiries?status=triaged&"),
        TRAY("/v1/enquiries?status=unconfirmed&");

        private final String list;

        Place(String list) {
            this.list = list;
        }

        String list() {
            return list;
        }
    }

    /**
     * @param cases that it opened, or the one that it joined
     * @param children of the enquiry: a case is for exactly one
     */
    record Stored(UUID enquiry, String outcome, long cases, long children) {

        long casesItShouldHave() {
            return switch (outcome) {
                case OPEN_CASE -> children;
                case JOIN_CASE -> 1;
                default -> 0;
            };
        }
    }
}
