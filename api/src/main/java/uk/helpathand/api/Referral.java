package uk.helpathand.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an adult says when they ask for help for one or several children. Codes are of the lists named beside them,
 * each to be read at {@code /v1/code-lists/} and its name; free text is the adult's own, never corrected.
 *
 * @param themes codes of {@code theme}
 * @param tried what has been tried already
 */
public record Referral(
        @NotNull @Valid Referrer referrer,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ReferredChild> children,
        @NotNull @Size(max = 20) List<@NotNull @Size(max = 60) String> themes,
        @NotNull @Size(max = 20) List<@NotNull @Valid DatedEvent> events,
        @Size(max = 40_000) String tried) {

    /** All that is in somebody's own words, the first said first; no names, places or codes. */
    public List<String> freeTexts() {
        Stream<String> ofAll = Stream.concat(Stream.of(tried), events.stream().map(DatedEvent::what));
        return Stream.concat(ofAll, children.stream().flatMap(ReferredChild::freeTexts))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The adult who asks.
     *
     * @param type code of {@code referrer_type}
     */
    public record Referrer(
            @NotNull @Size(max = 60) String type,
            @Size(max = 500) String name,
            @Size(max = 500) String organisation) {}

    /**
     * One of the children.
     *
     * @param enquiryChildId names the child within the enquiry
     * @param lookedAfterBy council that looks after the child: code of {@code council} (ONS GSS code)
     * @param lookedAfterByNote what the adult typed where they chose no council of the list
     * @param livesIn council in whose area the child lives: code of {@code council}
     * @param livesInNote what the adult typed where they chose no council of the list
     * @param legalStatus code of {@code legal_status}
     * @param setting where the child lives now: code of {@code setting}
     * @param settingNote about that place, in the adult's words
     * @param restricted code of {@code yes_no_unknown}: whether the child's liberty is restricted
     * @param liberty absent unless they are
     * @param safeContact how the child can be reached safely, in the adult's words
     * @param consent code of {@code consent}
     */
    public record ReferredChild(
            @NotNull UUID enquiryChildId,
            @Size(max = 500) String name,
            @Valid Age age,
            @Size(max = 60) String lookedAfterBy,
            @Size(max = 500) String lookedAfterByNote,
            @Size(max = 60) String livesIn,
            @Size(max = 500) String livesInNote,
            @Size(max = 60) String legalStatus,
            @Size(max = 60) String setting,
            @Size(max = 2_000) String settingNote,
            @Size(max = 60) String restricted,
            @Valid Liberty liberty,
            @Valid Advocate advocate,
            @Size(max = 2_000) String safeContact,
            @Size(max = 60) String consent,
            @NotNull @Valid ChildWish wish) {

        private Stream<String> freeTexts() {
            Stream<String> restrictions =
                    liberty == null ? Stream.empty() : Stream.of(liberty.staffing, liberty.education);
            return Stream.concat(Stream.of(wish.words, wish.note, settingNote, safeContact), restrictions);
        }
    }

    /** A date of birth as far as it is known, or the age in years. Any part may be absent: the day is often unknown. */
    public record Age(Integer birthYear, Integer birthMonth, Integer birthDay, Integer years) {}

    /**
     * Something that will happen, or has: "a move on Friday".
     *
     * @param on in England; absent when the day is not known
     */
    public record DatedEvent(@NotNull @Size(max = 500) String what, LocalDate on, LocalTime at) {}

    /**
     * Restrictions of a child's liberty beyond ordinary parenting.
     *
     * @param authority code of {@code liberty_authority}: an order, none, applied for, not known
     * @param route code of {@code liberty_route}: by which law
     * @param restrictions codes of {@code liberty_restriction}
     * @param registered code of {@code yes_no_unknown}: whether the place is registered
     * @param staffing as the adult puts it, such as "2 to 1, day and night"
     * @param education what education there is, in the adult's words
     */
    public record Liberty(
            @Size(max = 60) String authority,
            @Size(max = 60) String route,
            LocalDate from,
            LocalDate until,
            @NotNull @Size(max = 20) List<@NotNull @Size(max = 60) String> restrictions,
            @Size(max = 60) String registered,
            @Size(max = 500) String staffing,
            @Size(max = 2_000) String education) {}

    /**
     * Whether somebody speaks for the child.
     *
     * @param has code of {@code yes_no_unknown}
     */
    public record Advocate(
            @Size(max = 60) String has,
            @Size(max = 500) String name,
            @Size(max = 500) String contact) {}

    /**
     * "Is this what the child wants?"
     *
     * @param words the child's own, verbatim; absent when they are not known
     * @param obtained code of {@code wish_obtained}: how
     * @param on the day the child said it
     * @param notKnown code of {@code wish_not_known}: why, when there are no words
     */
    public record ChildWish(
            @Size(max = 40_000) String words,
            @Size(max = 60) String obtained,
            LocalDate on,
            @Size(max = 60) String notKnown,
            @Size(max = 2_000) String note) {}
}
