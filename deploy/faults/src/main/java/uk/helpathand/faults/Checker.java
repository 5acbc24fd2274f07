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

    private final List<Sent> sent;
    private final Map<StaffCall, Long> staffCalls;
    private final Findings found;
    private final Map<UUID, Row> contact;
    private final Map<UUID, Row> casework;
    private final Map<String, List<Row>> byText;
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
        this.byText = found.casework().stream().collect(groupingBy(Row::text));
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
        audited();
        return new Verdict(lost, doubled, invisible, disordered, gaps);
    }

    private void storedOnce(Sent message) {
        var rows = byText.getOrDefault(message.text(), List.of());
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
        Sent last = null;
        for (var message : side) {
            if (last != null) {
                inOrder(last, message, casework);
                inOrder(last, message, contact);
            }
            last = message;
        }
    }

    private void inOrder(Sent earlier, Sent later, Map<UUID, Row> store) {
        var first = place(earlier, store);
        var second = place(later, store);
        if (first != null && second != null && first.sequence() >= second.sequence()) {
            disordered.add("%s after %s".formatted(earlier.text(), later.text()));
        }
    }

    private Row place(Sent message, Map<UUID, Row> store) {
        return byText.getOrDefault(message.text(), List.of()).stream()
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
