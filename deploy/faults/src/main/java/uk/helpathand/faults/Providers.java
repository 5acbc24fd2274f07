package uk.helpathand.faults;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import uk.helpathand.local.sms.CallbackAttempt;
import uk.helpathand.local.sms.Faults;
import uk.helpathand.local.sms.InboxText;
import uk.helpathand.local.sms.SmsSimulator;

/** The simulated providers of texts and the phones, with what goes wrong there. Several may ask for something at once. */
final class Providers {

    /** 07700 900000 to 900799: no real phone has them. */
    private static final int PHONES = 800;

    private final Supplier<SmsSimulator> simulator;
    private int copies = 1;
    private UnaryOperator<Faults> trouble = UnaryOperator.identity();

    Providers(Supplier<SmsSimulator> simulator) {
        this.simulator = simulator;
    }

    /**
     * A phone that no other of the people uses.
     *
     * @param person from 0
     * @param people how many share all phones
     */
    static String phone(Random random, int person, int people) {
        while (true) {
            var number = random.nextInt(PHONES / people) * people + person;
            // 000, 111 and 222 are no phones to Notify: it says yes and sends nothing.
            if (number % 111 != 0 || number > 222) {
                return "+447700900%03d".formatted(number);
            }
        }
    }

    /** One of those at which the service can be texted. */
    String serviceNumber(Random random) {
        var numbers = simulator.get().numbers();
        return numbers.get(random.nextInt(numbers.size()));
    }

    /** The phone's provider takes every text, whatever is wrong elsewhere. */
    void text(String phone, String serviceNumber, Sent message) {
        var at = Instant.now();
        message.taken(
                simulator.get().phone(phone).text(serviceNumber, message.text()).id(), at);
    }

    /** What has reached a phone, oldest first. */
    List<String> inbox(String phone) {
        return simulator.get().phone(phone).inbox().stream()
                .map(InboxText::body)
                .toList();
    }

    /** The ids of texts whose call was answered as kept, and when that was first. */
    Map<String, Instant> answered() {
        var answered = new HashMap<String, Instant>();
        for (var attempt : simulator.get().callbacks()) {
            if (attempt.kind().equals("text") && isTaken(attempt)) {
                answered.putIfAbsent(attempt.textId(), attempt.at());
            }
        }
        return answered;
    }

    private static boolean isTaken(CallbackAttempt attempt) {
        return attempt.status() >= 200 && attempt.status() < 300;
    }

    /** From now on each call comes so often, all at once. */
    synchronized void copies(int number) {
        if (copies != number) {
            copies = number;
            set();
        }
    }

    /** From now on, at all of them. */
    synchronized void trouble(UnaryOperator<Faults> now) {
        trouble = now;
        set();
    }

    void calm() {
        trouble(UnaryOperator.identity());
    }

    private void set() {
        var now = trouble.apply(Faults.NONE.withCopies(copies));
        simulator.get().numbers().forEach(number -> simulator.get().faults(number, now));
    }
}
