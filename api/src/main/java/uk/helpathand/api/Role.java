package uk.helpathand.api;

import java.util.List;

/** The roles a token may carry. Few, and each explained in one sentence. */
public final class Role {

    /** Reads the queue, triages, works cases and answers. */
    public static final String ADVISER = "adviser";

    /** An adviser who also answers for the whole: rota, restricted cases, what could not be handed over. */
    public static final String LEAD = "lead";

    /** Sees suppressed aggregates and no person. */
    public static final String ANALYST = "analyst";

    /** Sees who looked at what, and nothing of what they saw. */
    public static final String AUDITOR = "auditor";

    /** Manages users and configuration and reads no case. */
    public static final String ADMINISTRATOR = "administrator";

    /** The service account of the other service, for hand-over only. */
    public static final String HANDOVER = "handover";

    /** A front end of somebody else's that speaks for a child, server to server. */
    public static final String PARTNER = "partner";

    /** A central office that asks each service for what it holds on somebody, server to server. */
    public static final String SUBJECT_ACCESS = "subject-access";

    /** Those of people, whom the staff directory knows; the others are of programs. */
    public static final List<String> STAFF = List.of(ADVISER, LEAD, ANALYST, AUDITOR, ADMINISTRATOR);

    private Role() {}
}
