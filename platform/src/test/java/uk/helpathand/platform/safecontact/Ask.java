package uk.helpathand.platform.safecontact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.platform.safecontact.Question.Kind;

/** A question, changed one thing at a time. It begins as words to a child who began by text, on a Friday at noon. */
final class Ask {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Instant NIGHT = Instant.parse("2026-11-20T22:00:00Z");
    static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    static final String NUMBER = "+447700900123";

    Kind kind = Kind.WORDS;
    boolean beganByText = true;
    ReplyBy replyBy = ReplyBy.TEXT;
    String number = "07700 900123";
    NumberIs numberIs;
    List<SafeTime> safeTimes = List.of();
    String e164 = NUMBER;
    Instant textsStoppedAt;
    boolean answersInText;
    Set<Rule> overridden = Set.of();
    Instant now = NOON;
    ContactHours hours = ContactHours.usual();

    static Ask words() {
        return new Ask();
    }

    static Ask notice() {
        return words().kind(Kind.NOTICE);
    }

    static Ask automatic() {
        return words().kind(Kind.AUTOMATIC);
    }

    Decision decision() {
        return SafeContactRules.decide(question());
    }

    Question question() {
        var wish = new SafeContact(1, replyBy, number, numberIs, null, safeTimes, null);
        return new Question(kind, beganByText, wish, e164, textsStoppedAt, answersInText, overridden, now, hours);
    }

    Ask kind(Kind other) {
        return with(ask -> ask.kind = other);
    }

    Ask onWeb() {
        return with(ask -> ask.beganByText = false);
    }

    Ask choosingWords() {
        return with(ask -> ask.answersInText = true);
    }

    Ask replyBy(ReplyBy other) {
        return with(ask -> ask.replyBy = other);
    }

    Ask number(String given, String asE164) {
        return with(ask -> {
            ask.number = given;
            ask.e164 = asE164;
        });
    }

    Ask phoneIs(NumberIs whose) {
        return with(ask -> ask.numberIs = whose);
    }

    Ask at(Instant other) {
        return with(ask -> ask.now = other);
    }

    Ask safeAt(SafeTime... times) {
        return with(ask -> ask.safeTimes = List.of(times));
    }

    Ask stopped() {
        return with(ask -> ask.textsStoppedAt = NOON);
    }

    Ask overriding(Rule... rules) {
        return with(ask -> ask.overridden = Set.of(rules));
    }

    Ask overridingAll() {
        return overriding(Rule.values());
    }

    Ask with(Consumer<Ask> change) {
        var next = new Ask();
        next.kind = kind;
        next.beganByText = beganByText;
        next.replyBy = replyBy;
        next.number = number;
        next.numberIs = numberIs;
        next.safeTimes = safeTimes;
        next.e164 = e164;
        next.textsStoppedAt = textsStoppedAt;
        next.answersInText = answersInText;
        next.overridden = overridden;
        next.now = now;
        next.hours = hours;
        change.accept(next);
        return next;
    }

    @Override
    public String toString() {
        return question().toString();
    }
}
