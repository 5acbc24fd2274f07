package uk.helpathand.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import uk.helpathand.faults.Findings.Row;

/** Compares what the generator was told with what is there. Pure: whether it finds what is wrong is tested with false logs. */
final class Checker {

    private static final String SYSTEM = "system";
    private static final String TEAM = "team";

    /** What a text may be when nothing is owed. Phones of the generator can be reached at any hour. */
    private static final Set<String> SETTLED = Set.of("sent", "delivered");

    private final List<Sent> sent;
    private final Map<StaffCall, Long> staffCalls;
    private final Findings found;
    private final Map<UUID, Row> contact;
    private final Map<UUID, Row> casework;
    private final Map<String, List<Row>> byWords;
    private final Set<String> lost = new HashSet<>();
    private final Set<String> doubled = new HashSet<>();
    private final Set<String> invisible = new HashSet<>();
    private final Set<String> disordered = new HashSet<>();
    private final Set<String> gaps = new HashSet<>();

    private Checker(List<Sent> sent, Map<StaffCall, Long> staffCalls, Findings found) {
        this.sent = sent;
        this.staffCalls = staffCalls;
        this.found = found;
        this.contact = found.contact().stream().collect(toMap(Row::id, Function.identity()));
        this.casework = found.casework().stream().collect(toMap(Row::id, Function.identity()));
        this.byWords = found.casework().stream().collect(groupingBy(Row::text));
    }

    /** @param sent each side of each conversation in the order of its sending */
    static Verdict check(List<Sent> sent, Map<StaffCall, Long> staffCalls, Findings found) {
        return new Checker(sent, staffCalls, found).check();
    }

    private Verdict check() {
        sent.forEach(this::storedOnce);
        sent.stream()
                .filter(Sent::acknowledged)
                .collect(groupingBy(message -> message.talk() + " " + message.side()))
                .values()
                .forEach(this::inOrder);
        onBothSides();
        everyEnquiryListedOnce();
        onThePage();
        toldHowFar();
        audited();
        return new Verdict(lost, doubled, invisible, disordered, gaps);
    }

    private void storedOnce(Sent message) {
        var rows = byWords.getOrDefault(message.text(), List.of());
        if (rows.size() > 1) {
            doubled.add("%s, %d times in casework".formatted(message.text(), rows.size()));
        }
        if (message.acknowledged() && rows.isEmpty()) {
            lost.add(message.text() + ", not in casework");
        }
        if (message.acknowledged()
                && rows.stream().noneMatch(row -> contact.containsKey(row.id()))
                && !rows.isEmpty()) {
            lost.add(message.text() + ", not in contact");
        }
        if (message.missing()) {
            lost.add(message.text() + ", answered as kept before it was");
        }
        onThePhone(message, rows);
    }

    /** A text goes out for every message of the team on a talk by phone, once that is stored. */
    private void onThePhone(Sent message, List<Row> rows) {
        var inbox = found.inboxes().get(message.talk());
        if (inbox == null || message.side() != Sent.Side.TEAM) {
            return;
        }
        var times = inbox.stream().filter(message.text()::equals).count();
        if (times > 1) {
            doubled.add("%s, %d times on its phone".formatted(message.text(), times));
        } else if (times == 0 && message.acknowledged()) {
            lost.add(message.text() + ", not on its phone");
        } else if (times == 0 && !rows.isEmpty()) {
            invisible.add(message.text() + ", stored and not on its phone");
        }
    }

    /** No words of the generator have a blank, so that all else is the first answer by machine: once a day at the most. */
    private void onePerPhone(int talk, List<String> inbox) {
        var times = inbox.stream().filter(text -> text.contains(" ")).count();
        if (times > 1) {
            doubled.add("first answer, %d times on the phone of talk %d".formatted(times, talk));
        }
    }

    /** Nothing is owed, so nothing is under way, and staff are shown what contact-service knows. */
    private void toldHowFar() {
        found.inboxes().forEach(this::onePerPhone);
        found.texted().forEach((message, state) -> {
            var shown = found.shown().get(message);
            if (!SETTLED.contains(state)) {
                invisible.add("the text about %s is %s for ever".formatted(message, state));
            } else if (!state.equals(shown)) {
                invisible.add("the text about %s is %s, and staff are shown %s".formatted(message, state, shown));
            }
        });
    }

    /** What only one side has will not come any more: nothing is owed at the time of a check. */
    private void onBothSides() {
        for (var row : found.contact()) {
            if (!row.author().equals(SYSTEM) && !casework.containsKey(row.id())) {
                invisible.add("message %s of contact is not in casework".formatted(row.id()));
            }
        }
        for (var row : found.casework()) {
            if (!row.author().equals(SYSTEM) && !contact.containsKey(row.id())) {
                invisible.add("message %s of casework is not in contact".formatted(row.id()));
            }
            if (found.lookedAt().contains(row.conversation()) && !found.seen().contains(row.id())) {
                invisible.add("message %s is not shown to staff".formatted(row.id()));
            }
        }
    }

    /** So that received = open + decided (closed or merged) + tray. */
    private void everyEnquiryListedOnce() {
        for (var enquiry : found.enquiries()) {
            var times = found.listed().getOrDefault(enquiry, 0L);
            if (times == 0) {
                invisible.add("enquiry %s is in no list".formatted(enquiry));
            } else if (times > 1) {
                doubled.add("enquiry %s is listed %d times".formatted(enquiry, times));
            }
        }
        for (var enquiry : found.listed().keySet()) {
            if (!found.enquiries().contains(enquiry)) {
                doubled.add("enquiry %s is listed and was never received".formatted(enquiry));
            }
        }
    }

    private void inOrder(List<Sent> side) {
        var inbox = found.inboxes().get(side.get(0).talk());
        for (var later = 1; later < side.size(); later++) {
            for (var earlier : side.subList(0, later)) {
                if (side.get(later).follows(earlier)) {
                    inOrder(earlier, side.get(later), casework);
                    inOrder(earlier, side.get(later), contact);
                    inOrder(earlier, side.get(later), inbox);
                }
            }
        }
    }

    private void inOrder(Sent earlier, Sent later, Map<UUID, Row> store) {
        var first = place(earlier, store);
        var second = place(later, store);
        // A phone may go on with another conversation, and those have no order between them.
        if (first != null
                && second != null
                && first.conversation().equals(second.conversation())
                && first.sequence() >= second.sequence()) {
            disordered.add("%s after %s".formatted(earlier.text(), later.text()));
        }
    }

    private void inOrder(Sent earlier, Sent later, List<String> inbox) {
        if (inbox != null
                && inbox.contains(earlier.text())
                && inbox.indexOf(later.text()) >= 0
                && inbox.indexOf(later.text()) < inbox.indexOf(earlier.text())) {
            disordered.add("%s after %s on the phone".formatted(earlier.text(), later.text()));
        }
    }

    private Row place(Sent message, Map<UUID, Row> store) {
        return byWords.getOrDefault(message.text(), List.of()).stream()
                .map(row -> store.get(row.id()))
                .findFirst()
                .orElse(null);
    }

    private void onThePage() {
        for (var message : sent) {
            var page = found.pages().get(message.talk());
            if (page == null) {
                continue;
            }
            var times = page.stream().filter(message.text()::equals).count();
            if (times > 1) {
                doubled.add("%s, %d times on its page".formatted(message.text(), times));
            } else if (times == 0 && message.acknowledged()) {
                lost.add(message.text() + ", not on its page");
            }
        }
    }

    private void audited() {
        gaps.addAll(found.brokenChains());
        staffCalls.forEach((call, times) -> {
            var rows = found.audit().getOrDefault(call, 0L);
            if (rows < times) {
                gaps.add("%s of %s: %d answered, %d rows".formatted(call.action(), call.subject(), times, rows));
            }
        });
        var written = found.casework().stream()
                .filter(row -> row.author().equals(TEAM))
                .collect(groupingBy(Row::conversation, counting()));
        written.forEach((conversation, messages) -> {
            var rows = rows(StaffCall.REPLY, conversation)
                    + rows(StaffCall.TRIAGE, found.enquiryOf().get(conversation));
            if (rows < messages) {
                gaps.add("conversation %s: %d messages of the team, %d rows".formatted(conversation, messages, rows));
            }
        });
    }

    private long rows(String action, UUID subject) {
        return found.audit().getOrDefault(new StaffCall(action, subject), 0L);
    }
}
