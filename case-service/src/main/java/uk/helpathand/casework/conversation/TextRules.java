package uk.helpathand.casework.conversation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.casework.RuleOverride;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.safecontact.Decision;
import uk.helpathand.platform.safecontact.Form;
import uk.helpathand.platform.safecontact.PhoneNumbers;
import uk.helpathand.platform.safecontact.Question;
import uk.helpathand.platform.safecontact.Rule;
import uk.helpathand.platform.safecontact.SafeContactConfig;
import uk.helpathand.platform.safecontact.SafeContactRules;
import uk.helpathand.platform.safecontact.Segments;

/**
 * What would become of a person's answer as a text, by the rules that contact-service asks once more before it sends
 * (decision 0016). What is said here is what is known now: the child may say something else before it goes.
 */
@ApplicationScoped
class TextRules {

    /** Of GOV.UK Notify; Twilio takes 1,600. Which of them it will be, only contact-service knows. */
    static final int MOST_CHARACTERS = 918;

    @Inject
    SafeContactConfig config;

    @Inject
    Clock clock;

    private PhoneNumbers numbers;

    @PostConstruct
    void inRegion() {
        numbers = new PhoneNumbers(config.region());
    }

    Decision decide(Conversation conversation, SafeContact wish, RuleOverride override) {
        return SafeContactRules.decide(new Question(
                Question.Kind.WORDS,
                conversation.beganByText,
                wish,
                numbers.toE164(wish.number()).orElse(null),
                wish.textsStoppedAt(),
                Boolean.TRUE.equals(wish.answersInText()),
                override == null ? Set.of() : Set.of(setAside(override)),
                now(),
                config.hours()));
    }

    /** The same for these words: too many of them go nowhere, where the words themselves would go. */
    Decision decide(Conversation conversation, SafeContact wish, RuleOverride override, String words) {
        Decision decision = decide(conversation, wish, override);
        boolean inWords = decision instanceof Decision.Send send && send.form() == Form.WORDS
                || decision instanceof Decision.Hold hold && hold.form() == Form.WORDS;
        String sent = Segments.fold(words);
        return inWords && sent.codePointCount(0, sent.length()) > MOST_CHARACTERS
                ? new Decision.Refuse(Rule.TOO_LONG)
                : decision;
    }

    Instant now() {
        return clock.instant();
    }

    /** 422 for a rule that nobody may set aside, and for one that there is not. */
    static Rule setAside(RuleOverride override) {
        try {
            Rule rule = Rule.fromString(override.rule());
            if (rule.isOverridable()) {
                return rule;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw ProblemType.TEXT_REFUSED.exception("That rule cannot be set aside");
    }

    /** By which it does not go now; null when it does. */
    static Rule against(Decision decision) {
        if (decision instanceof Decision.Refuse refused) {
            return refused.rule();
        }
        return decision instanceof Decision.Hold ? Rule.OUTSIDE_HOURS : null;
    }
}
