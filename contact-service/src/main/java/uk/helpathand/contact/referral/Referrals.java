package uk.helpathand.contact.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Referral.Advocate;
import uk.helpathand.api.Referral.Age;
import uk.helpathand.api.Referral.ChildWish;
import uk.helpathand.api.Referral.DatedEvent;
import uk.helpathand.api.Referral.Liberty;
import uk.helpathand.api.Referral.ReferredChild;
import uk.helpathand.api.Referral.Referrer;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.safety.Screening;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.time.Clocks;

/** Makes what is sent of what was answered. Nothing that was typed is left out, corrected or guessed. */
@ApplicationScoped
public class Referrals {

    /** In place of a council: the one that was named before. */
    public static final String SAME_COUNCIL = "SAME";

    @Inject
    Screening screening;

    @Inject
    Clock clock;

    public NewEnquiry enquiry(Draft draft, String language) {
        Answers happening = draft.answers(Question.HAPPENING);
        Safe safe = safe(draft.answers(Question.DANGER).text("danger"));
        Referral referral = referral(draft);
        return new NewEnquiry(
                happening.text("happening"),
                happening.text("wanted"),
                safe,
                safeContact(draft.answers(Question.REPLY)),
                language,
                referral,
                raised(referral));
    }

    private Assessment raised(Referral referral) {
        return referral.freeTexts().stream()
                .map(screening::assess)
                .reduce(ReferralUrgency.assess(referral, clock.instant()), Assessment::and);
    }

    private static Safe safe(String danger) {
        if (danger == null) {
            return null;
        }
        return switch (danger) {
            case "yes" -> Safe.NO;
            case "no" -> Safe.YES;
            default -> Safe.NOT_SURE;
        };
    }

    private static SafeContact safeContact(Answers reply) {
        ReplyBy by = Arrays.stream(ReplyBy.values())
                .filter(way -> reply.is("reply", way.wire()))
                .findFirst()
                .orElse(ReplyBy.CODE);
        boolean inText = by == ReplyBy.TEXT && reply.is("answersInText", Question.IN_TEXT);
        return new SafeContact(
                        1, by, reply.text("number"), null, reply.text("email"), List.of(), reply.text("safeNote"))
                .withAnswersInText(inText ? true : null);
    }

    Referral referral(Draft draft) {
        Answers you = draft.answers(Question.YOU);
        return new Referral(
                new Referrer(you.code("type"), you.text("name"), you.text("organisation")),
                draft.children().stream().map(child -> child(draft, child)).toList(),
                draft.answers(Question.THEMES).codes("themes"),
                draft.events().stream()
                        .map(step -> event(draft.answers(step)))
                        .filter(Objects::nonNull)
                        .toList(),
                draft.answers(Question.TRIED).text("tried"));
    }

    private DatedEvent event(Answers event) {
        String what = event.text("what");
        TypedDate day = TypedDate.of(event, "day");
        String time = event.text("time");
        if (what == null && day.isEmpty() && time == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.LONDON);
        LocalTime at = time == null ? null : TypedTime.of(time);
        return new DatedEvent(what == null ? "" : what, day.near(today), at);
    }

    private static ReferredChild child(Draft draft, int child) {
        Answers home = draft.ofChild(child, Question.HOME);
        Answers lookedAfter = draft.ofChild(child, Question.LOOKED_AFTER_BY);
        Answers livesIn = draft.ofChild(child, Question.LIVES_IN);
        boolean same = livesIn.is("livesInCode", SAME_COUNCIL);
        String lookedAfterByCode = lookedAfter.code("lookedAfterByCode");
        String lookedAfterByNote = note(lookedAfter, "lookedAfterBy");
        return new ReferredChild(
                draft.childId(child),
                draft.ofChild(child, Question.NAME).text("name"),
                age(draft.ofChild(child, Question.AGE)),
                lookedAfterByCode,
                lookedAfterByNote,
                same ? lookedAfterByCode : livesIn.code("livesInCode"),
                same ? lookedAfterByNote : note(livesIn, "livesIn"),
                draft.ofChild(child, Question.LEGAL_STATUS).code("legalStatus"),
                home.code("setting"),
                home.text("settingNote"),
                draft.ofChild(child, Question.RESTRICTED).code("restricted"),
                draft.isRestricted(child) ? liberty(draft, child) : null,
                advocate(draft.ofChild(child, Question.ADVOCATE)),
                draft.ofChild(child, Question.CONTACT).text("safeContact"),
                draft.ofChild(child, Question.CONSENT).code("consent"),
                wish(draft.ofChild(child, Question.WISH)));
    }

    /** What was typed where no council of the list was chosen: it may name one outside England. */
    private static String note(Answers council, String name) {
        String code = council.code(name + "Code");
        return code != null && CouncilSearch.isCouncil(code) ? null : council.text(name);
    }

    private static Age age(Answers age) {
        TypedDate birth = TypedDate.of(age, "birth");
        Integer years = years(age.text("years"));
        return birth.isEmpty() && years == null ? null : new Age(birth.year(), birth.month(), birth.day(), years);
    }

    /** Null for what is no age. */
    public static Integer years(String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 2 ? null : Integer.valueOf(digits);
    }

    private static Liberty liberty(Draft draft, int child) {
        Answers order = draft.ofChild(child, Question.ORDER);
        Answers care = draft.ofChild(child, Question.CARE);
        return new Liberty(
                order.code("authority"),
                order.code("route"),
                TypedDate.of(order, "from").whole(),
                TypedDate.of(order, "until").whole(),
                draft.ofChild(child, Question.RESTRICTIONS).codes("restrictions"),
                care.code("registered"),
                care.text("staffing"),
                care.text("education"));
    }

    private static Advocate advocate(Answers advocate) {
        boolean empty = advocate.code("has") == null
                && advocate.text("advocateName") == null
                && advocate.text("advocateContact") == null;
        return empty
                ? null
                : new Advocate(advocate.code("has"), advocate.text("advocateName"), advocate.text("advocateContact"));
    }

    private static ChildWish wish(Answers wish) {
        return new ChildWish(
                wish.text("words"),
                wish.code("obtained"),
                TypedDate.of(wish, "on").whole(),
                wish.code("notKnown"),
                wish.text("note"));
    }
}
