package uk.helpathand.faults;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What the generator knows: what it sent, in the order of each side of a conversation, and what it was told. */
final class Journal {

    private final List<Talk> talks = new CopyOnWriteArrayList<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<StaffCall, LongAdder> staffCalls = new ConcurrentHashMap<>();
    private final String run = HexFormat.of().toHexDigits(System.nanoTime());

    synchronized Talk begin(int trial, String audience) {
        var talk = new Talk(talks.size(), trial, audience, text());
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
        staffCalls.computeIfAbsent(call, key -> new LongAdder()).increment();
    }

    /** A conversation that is certain to exist. One person of the team has it, so that the team's order is known too. */
    Optional<Talk> any(Random random, int trial, int person, int people) {
        var known = talks.stream()
                .filter(talk -> talk.trial() == trial && talk.first().acknowledged())
                .filter(talk -> talk.number() % people == person)
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    List<Talk> talks() {
        return List.copyOf(talks);
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    Map<StaffCall, Long> staffCalls() {
        return staffCalls.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, call -> call.getValue()
                .sum()));
    }

    /** Letters and digits only: the same in a form, in JSON and on a page. */
    private String text() {
        return "q%sx%06d".formatted(run, sent.size());
    }
}
