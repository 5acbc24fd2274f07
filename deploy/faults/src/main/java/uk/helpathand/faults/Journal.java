package uk.helpathand.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * What the generator knows: what it sent, in the order of each side of a conversation, and what it was told. A conversation
 * belongs to one round, and so does everything that is written in it.
 */
final class Journal {

    private final List<Talk> talks = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Map<StaffCall, Long> earlierCalls = new HashMap<>();
    private final Map<StaffCall, Long> calls = new HashMap<>();
    private final List<Deciding> decidings = new ArrayList<>();
    private final String run = HexFormat.of().toHexDigits(System.nanoTime());
    private int firstTalk;
    private int firstSent;

    /** From now on another round is written. */
    synchronized void nextRound() {
        firstTalk = talks.size();
        firstSent = sent.size();
        calls.forEach((call, times) -> earlierCalls.merge(call, times, Long::sum));
        calls.clear();
    }

    synchronized Talk begin(String audience) {
        return begin(audience, null);
    }

    /** By a child. One phone may have any number of talks, which the services may take for one conversation. */
    synchronized Talk beginByText(String phone) {
        return begin("child", phone);
    }

    private Talk begin(String audience, String phone) {
        var talk = new Talk(talks.size(), audience, phone, text());
        talks.add(talk);
        sent.add(talk.first());
        return talk;
    }

    /** To be sent after everything that this side has sent before. */
    synchronized Sent next(Talk talk, Sent.Side side) {
        var next = new Sent(text(), talk.number(), side);
        sent.add(next);
        return next;
    }

    /** Staff were answered: the audit must know. */
    void answered(StaffCall call) {
        answered(call, 1);
    }

    /** So many times. */
    synchronized void answered(StaffCall call, long times) {
        calls.merge(call, times, Long::sum);
    }

    /** Staff are about to decide. */
    synchronized Deciding decides(UUID enquiry, String outcome) {
        var deciding = new Deciding(enquiry, outcome);
        decidings.add(deciding);
        return deciding;
    }

    /** Of all rounds. */
    synchronized List<Deciding> decidings() {
        return List.copyOf(decidings);
    }

    /**
     * A conversation of this round that is certain to exist. One person of the team has it, so that the team's order is known
     * too.
     */
    Optional<Talk> any(Random random, int person, int people) {
        var known = talksOfRound().stream()
                .filter(talk -> talk.first().acknowledged())
                .filter(talk -> talk.number() % people == person)
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    /** How many messages there are: a place in {@link #sentFrom}. */
    synchronized int length() {
        return sent.size();
    }

    synchronized List<Sent> sentFrom(int place) {
        return List.copyOf(sent.subList(place, sent.size()));
    }

    synchronized List<Sent> sentInRound() {
        return sentFrom(firstSent);
    }

    /** Of all rounds: how many texts providers took from phones. */
    synchronized long texts() {
        return sent.stream().filter(message -> message.providerId().isPresent()).count();
    }

    /** Of all rounds: how many messages of the team were taken that have to reach a phone. */
    synchronized long answersByText() {
        return sent.stream()
                .filter(message -> message.side() == Sent.Side.TEAM && message.acknowledged())
                .filter(message -> talks.get(message.talk()).phone().isPresent())
                .count();
    }

    /** Of all rounds: how many decisions of the team were taken. */
    synchronized long decided() {
        return decidings.stream().filter(Deciding::acknowledged).count();
    }

    synchronized List<Talk> talksOfRound() {
        return List.copyOf(talks.subList(firstTalk, talks.size()));
    }

    synchronized Map<StaffCall, Long> callsOfRound() {
        return Map.copyOf(calls);
    }

    /** Of all rounds. */
    synchronized Map<StaffCall, Long> calls() {
        var all = new HashMap<>(earlierCalls);
        calls.forEach((call, times) -> all.merge(call, times, Long::sum));
        return all;
    }

    /** Letters and digits only: the same in a form, in JSON and on a page. */
    private String text() {
        return "q%sx%06d".formatted(run, sent.size());
    }
}
