package uk.helpathand.casework.access;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.api.LookCode;
import uk.helpathand.api.LookRole;
import uk.helpathand.api.Requester;
import uk.helpathand.api.handover.LooksView;
import uk.helpathand.api.handover.LooksView.Look;
import uk.helpathand.platform.time.Clocks;

/**
 * Who looked at a conversation, for whoever writes in it (UK GDPR article 15: who was told, and why). Counted in the database by
 * day, action and roles, one stretch of days after the other, each twice as long as the one before, until there are enough: what
 * is read does not grow with the age of the conversation. Within the caller's transaction.
 */
@ApplicationScoped
class Looks {

    /** Of lines. Only whole days are shown, so a page may have some more. */
    static final int ENOUGH = 200;

    private static final int FIRST_DAYS = 7;

    /** Somebody waits at a phone, and whoever asks for them gives up about then. In milliseconds, until the transaction ends. */
    private static final String IN_TIME = "select set_config('statement_timeout', '2500', true)";

    static final String COUNTED = """
            select to_char(at at time zone 'Europe/London', 'YYYY-MM-DD'), action, array_to_string(actor_roles, ','), count(*)
            from audit
            where at >= :from and at < :before and outcome = 'done' and subject_ids && cast(:subjects as uuid[])
            group by 1, 2, 3""";

    private static final Comparator<Look> NEWEST_FIRST = comparing(Look::day)
            .reversed()
            .thenComparing(look -> LookCode.find(look.code()).orElseThrow())
            .thenComparing(Look::role);

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /**
     * What may be told of.
     *
     * @param from when the first message was received: what was before it may tell of what others wrote
     * @param ofChild whether a case and a record are among the subjects
     */
    private record About(List<UUID> subjects, Instant from, boolean ofChild) {

        /** Rows of a list name many at once; what they did to a case is no matter of an adult. */
        boolean tells(String action) {
            return LookCodes.CODES.containsKey(action)
                    && (ofChild || action.startsWith("conversation.") || action.startsWith("enquiry."));
        }
    }

    private record Kind(LocalDate day, LookCode code, LookRole role) {}

    LooksView of(UUID conversationId) {
        About about = about(conversationId);
        if (about == null) {
            return new LooksView(List.of(), false);
        }
        entityManager.createNativeQuery(IN_TIME, String.class).getSingleResult();
        entityManager.createNativeQuery(AuditQuery.BY_SUBJECT, Object[].class).getSingleResult();
        LocalDate first = day(about.from());
        LocalDate before = day(clock.instant()).plusDays(2);
        var found = new ArrayList<Look>();
        for (int days = FIRST_DAYS; found.size() < ENOUGH && before.isAfter(first); days *= 2) {
            LocalDate from = before.minusDays(days).isBefore(first) ? first : before.minusDays(days);
            found.addAll(between(from, before, about));
            before = from;
        }
        int end = endOfWholeDays(found);
        return new LooksView(List.copyOf(found.subList(0, end)), end < found.size() || before.isAfter(first));
    }

    /** Null for a conversation that is not known (yet): nobody here has looked at it. */
    private About about(UUID conversationId) {
        List<Object[]> known = entityManager
                .createQuery(
                        "select it.enquiryId, it.audience, enquiry.receivedAt from Conversation it"
                                + " join Enquiry enquiry on enquiry.id = it.enquiryId where it.id = :id",
                        Object[].class)
                .setParameter("id", conversationId)
                .getResultList();
        if (known.isEmpty()) {
            return null;
        }
        var enquiryId = (UUID) known.get(0)[0];
        var subjects = new ArrayList<>(List.of(conversationId, enquiryId));
        if (known.get(0)[1] == Requester.CHILD) {
            subjects.addAll(onlyChild(enquiryId, conversationId));
        }
        return new About(subjects, (Instant) known.get(0)[2], subjects.size() > 2);
    }

    /**
     * The record and the cases of the one who wrote. Of several children nobody can tell which one it was, and what is done for
     * one is not for the others to read. Other enquiries and conversations about the child are left out: none reveals another.
     */
    private List<UUID> onlyChild(UUID enquiryId, UUID conversationId) {
        List<UUID> children = entityManager
                .createQuery("select it.childId from EnquiryChild it where it.enquiryId = :enquiry", UUID.class)
                .setParameter("enquiry", enquiryId)
                .getResultList();
        if (children.size() != 1 || children.get(0) == null) {
            return List.of();
        }
        var subjects = new ArrayList<>(children);
        subjects.addAll(entityManager
                .createQuery(
                        "select it.id from CaseFile it join CaseConversation link on link.caseId = it.id"
                                + " where link.conversationId = :conversation and it.childId = :child",
                        UUID.class)
                .setParameter("conversation", conversationId)
                .setParameter("child", children.get(0))
                .getResultList());
        return subjects;
    }

    private List<Look> between(LocalDate from, LocalDate before, About about) {
        Instant start = from.atStartOfDay(Clocks.LONDON).toInstant();
        List<?> rows = entityManager
                .createNativeQuery(COUNTED, Object[].class)
                .setParameter("from", start.isBefore(about.from()) ? about.from() : start)
                .setParameter("before", before.atStartOfDay(Clocks.LONDON).toInstant())
                .setParameter(
                        "subjects",
                        about.subjects().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        Map<Kind, Long> times = new HashMap<>();
        for (Object row : rows) {
            var counted = (Object[]) row;
            var action = (String) counted[1];
            if (about.tells(action)) {
                var kind = new Kind(
                        LocalDate.parse((String) counted[0]), LookCodes.CODES.get(action), role((String) counted[2]));
                times.merge(kind, ((Number) counted[3]).longValue(), Long::sum);
            }
        }
        return times.entrySet().stream()
                .map(of -> new Look(
                        of.getKey().day(),
                        of.getKey().code().wire(),
                        of.getKey().role(),
                        of.getValue()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static LookRole role(String roles) {
        return LookRole.of(roles.isEmpty() ? List.of() : List.of(roles.split(",")));
    }

    /** Where the day ends on which there were enough. */
    private static int endOfWholeDays(List<Look> looks) {
        int end = Math.min(ENOUGH, looks.size());
        while (end > 0
                && end < looks.size()
                && looks.get(end).day().equals(looks.get(end - 1).day())) {
            end++;
        }
        return end;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Clocks.LONDON);
    }
}
