package uk.helpathand.casework.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a member of the team may know to exist, as conditions of HQL. The one place that decides, for one record and for lists
 * alike: role, relation (owner, circle, broken glass, conflict of interest) and restriction. The parameters are those of {@link
 * Access#reader()}.
 *
 * <p>Everybody of the team sees a case, unless it is restricted: then its owner, its circle, the leads, and for their hour those
 * who broke the glass. Whoever has a conflict of interest with its child sees it never. Enquiries, conversations and children
 * are seen by those who see all of their cases: the words of one child within them cannot be taken apart from another's.
 *
 * <p>What was said of an erased child and another in one breath stays hidden from whom the erased child's cases were hidden, until
 * the words are redacted: by {@code Redaction}, which keeps for so long who these were.
 *
 * <p>Counts instead of EXISTS: PostgreSQL makes joins or hashes of whole tables of those, and a list has to stay as fast as its
 * page. And "at most none" instead of "none": of that it expects one row in three to be left, of an equality one in two hundred,
 * for which it would rather sort.
 *
 * <p>As few brackets within brackets as can be: Hibernate's parser looks ahead through each in every way that it could be read, and
 * took 200 MB of memory for one list, several of them at the start of a service with 76.
 */
public final class Visible {

    /** Later than any broken glass may be used. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private static final String MEMBERSHIPS = "(select count(*) from CircleMember member where member.caseId = %1$s.id"
            + " and member.staffId = :me and member.removedAt is null)";

    private static final String GLASSES = "(select count(*) from BreakGlass glass where glass.caseId = %1$s.id"
            + " and glass.staffId = :me and glass.until > :now)";

    private Visible() {}

    /** @param file alias of a {@code CaseFile} */
    public static String caseFile(String file) {
        return ("(%1$s.restricted = false or :lead = true or %1$s.ownerId = :me"
                        + " or 0 < " + MEMBERSHIPS
                        + " or 0 < " + GLASSES + ")"
                        + " and " + noConflict("%1$s.childId"))
                .formatted(file);
    }

    /** The contrary, spelled out: see above of the parser. */
    private static String hidden(String file) {
        return ("(%1$s.restricted = true and :lead = false and %1$s.ownerId is distinct from :me"
                        + " and 0 >= " + MEMBERSHIPS
                        + " and 0 >= " + GLASSES
                        + " or 0 < " + conflicts("%1$s.childId", ":me") + ")")
                .formatted(file);
    }

    /** The parameters for somebody else than who is calling: by what they are of for good, and no hour's broken glass. */
    public static Map<String, Object> readerWithoutGlass(String staffId) {
        return new HashMap<>(Map.of("me", staffId, "lead", false, "now", NEVER));
    }

    /** @param id expression of an enquiry's id */
    public static String enquiry(String id) {
        return none(hiddenCasesOf("CaseEnquiry", "enquiryId", id), hiddenUntilRedacted(id));
    }

    /** @param id expression of a conversation's id */
    public static String conversation(String id) {
        return none(
                hiddenCasesOf("CaseConversation", "conversationId", id),
                hiddenUntilRedacted("(select saidIn.enquiryId from Conversation saidIn where saidIn.id = " + id + ")"));
    }

    /** @param id expression of a child's id */
    public static String child(String id) {
        return "0 >= (select count(*) from CaseFile own where own.childId = " + id + " and " + hidden("own") + ") and "
                + noConflict(id);
    }

    /** The same in SQL, for what cannot be said in HQL: the names there are those here, written the way of a database. */
    public static String childInSql(String id) {
        return child(id).replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String hiddenCasesOf(String link, String column, String id) {
        return "(select count(*) from " + link
                + " link join CaseFile linked on linked.id = link.caseId where link." + column + " = " + id
                + " and " + hidden("linked") + ")";
    }

    private static String hiddenUntilRedacted(String enquiryId) {
        return "(select count(*) from Redaction unredacted where unredacted.enquiryId = " + enquiryId
                + " and unredacted.status <> 'done' and (0 < array_position(unredacted.keptOut, :me)"
                + " or unredacted.restricted = true and :lead = false and 0 >= array_position(unredacted.admitted, :me)))";
    }

    /** In one comparison: of two the planner would expect one row in nine to be left. */
    private static String none(String count, String more) {
        return "0 >= " + count + " + " + more;
    }

    /** @param childId expression of a child's id */
    public static String noConflict(String childId) {
        return noConflict(childId, ":me");
    }

    /** @param staffId expression of the id of another colleague than the one who calls */
    public static String noConflict(String childId, String staffId) {
        return "0 >= " + conflicts(childId, staffId);
    }

    private static String conflicts(String childId, String staffId) {
        return "(select count(*) from ConflictOfInterest conflict where conflict.childId = " + childId
                + " and conflict.staffId = " + staffId + " and conflict.liftedAt is null)";
    }
}
