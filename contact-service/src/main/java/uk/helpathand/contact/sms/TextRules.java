package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.NumberHashes;
import uk.helpathand.platform.safecontact.Decision;
import uk.helpathand.platform.safecontact.Form;
import uk.helpathand.platform.safecontact.Question;
import uk.helpathand.platform.safecontact.Rule;
import uk.helpathand.platform.safecontact.SafeContactConfig;
import uk.helpathand.platform.safecontact.SafeContactRules;

/** Asks the rules of safe contact about a text of ours, each time anew: the child may have said something else meanwhile. */
@ApplicationScoped
class TextRules {

    @Inject
    NumberHashes numbers;

    @Inject
    SafeContactConfig config;

    @Inject
    Clock clock;

    /** A rule that this release does not know sets nothing aside. */
    private static Set<Rule> setAside(String rule) {
        return Arrays.stream(Rule.values())
                .filter(known -> known.wire().equals(rule))
                .collect(Collectors.toSet());
    }

    Decision decide(OutgoingText text, Conversation conversation, SafeContact wish) {
        Instant now = clock.instant();
        if (text.route.equals(OutgoingText.EMAIL)) {
            if (wish.replyBy() != ReplyBy.EMAIL || wish.email() == null) {
                return new Decision.Refuse(Rule.NOT_BY_TEXT);
            }
            // A mailbox lights up a phone too.
            boolean open = config.hours().isOpen(now, wish.safeTimes())
                    || Rule.OUTSIDE_HOURS.wire().equals(text.overridden);
            return open
                    ? new Decision.Send(Form.NOTICE)
                    : new Decision.Hold(Form.NOTICE, config.hours().opensAt(now, wish.safeTimes()));
        }
        PhoneRoute route = PhoneRoute.of(conversation.numberHash());
        return SafeContactRules.decide(new Question(
                text.automatic ? Question.Kind.AUTOMATIC : Question.Kind.WORDS,
                conversation.beganByText,
                wish,
                numbers.numbers().toE164(wish.number()).orElse(null),
                wish.textsStoppedAt() != null || route == null ? wish.textsStoppedAt() : route.textsStoppedAt,
                Boolean.TRUE.equals(wish.answersInText()),
                setAside(text.overridden),
                now,
                config.hours()));
    }
}
