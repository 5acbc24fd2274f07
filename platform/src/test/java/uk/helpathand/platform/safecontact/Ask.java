package uk.helpathand.platform.safecontact;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.platform.safecontact.Question.Kind;

/** A question with one thing changed at a time. It begins as words to a child who began by text, on a Friday at noon. */
record Ask(
        Kind kind,
        boolean beganByText,
        ReplyBy replyBy,
        String number,
        NumberIs numberIs,
        List<SafeTime> safeTimes,
        String e164,
        Instant textsStoppedAt,
        boolean answersInText,
        Set<Rule> overridden,
        Instant now,
        ContactHours hours) {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Instant NIGHT = Instant.parse("2026-11-20T22:00:00Z");
    static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    static final String NUMBER = "+447700900123";

    static Ask words() {
        return new Ask(
                Kind.WORDS,
                true,
                ReplyBy.TEXT,
                "07700 900123",
                null,
                List.of(),
                NUMBER,
                null,
                false,
                Set.of(),
                NOON,
                ContactHours.usual());
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
        return new Ask(
                other,
                beganByText,
                replyBy,
                number,
                numberIs,
                safeTimes,
                e164,
                textsStoppedAt,
                answersInText,
                overridden,
                now,
                hours);
    }

    Ask onWeb() {
        return new Ask(
                kind,
                false,
                replyBy,
                number,
                numberIs,
                safeTimes,
                e164,
                textsStoppedAt,
                answersInText,
                overridden,
                now,
                hours);
    }

    Ask choosingWords() {
        return new Ask(
                kind,
                beganByText,
                replyBy,
                number,
                numberIs,
                safeTimes,
                e164,
                textsStoppedAt,
                true,
                overridden,
                now,
                hours);
    }

    Ask replyBy(ReplyBy other) {
        return new Ask(
                kind,
                beganByText,
                other,
                number,
                numberIs,
                safeTimes,
                e164,
                textsStoppedAt,
                answersInText,
                overridden,
                now,
                hours);
    }

    Ask number(String given, String asE164) {
        return new Ask(
                kind,
                beganByText,
                replyBy,
                given,
                numberIs,
                safeTimes,
                asE164,
                textsStoppedAt,
                answersInText,
                overridden,
                now,
                hours);
    }

    Ask phoneIs(NumberIs whose) {
        return new Ask(
                kind,
                beganByText,
                replyBy,
                number,
                whose,
                safeTimes,
                e164,
                textsStoppedAt,
                answersInText,
                overridden,
                now,
                hours);
    }

    Ask at(Instant other, SafeTime... times) {
        return new Ask(
                kind,
                beganByText,
                replyBy,
                number,
                numberIs,
                List.of(times),
                e164,
                textsStoppedAt,
                answersInText,
                overridden,
                other,
                hours);
    }

    Ask stopped() {
        return new Ask(
                kind,
                beganByText,
                replyBy,
                number,
                numberIs,
                safeTimes,
                e164,
                NOON,
                answersInText,
                overridden,
                now,
                hours);
    }

    Ask overriding(Rule... rules) {
        return new Ask(
                kind,
                beganByText,
                replyBy,
                number,
                numberIs,
                safeTimes,
                e164,
                textsStoppedAt,
                answersInText,
                Set.of(rules),
                now,
                hours);
    }

    Ask overridingAll() {
        return overriding(EnumSet.allOf(Rule.class).toArray(new Rule[0]));
    }
}
