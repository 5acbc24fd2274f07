package uk.helpathand.faults;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** A child with a phone: texts one of the service numbers, several times, and waits for no answer. */
final class Texter extends Client {

    static final int PEOPLE = 2;

    private final int person;

    Texter(Site site, Journal journal, Random random, AtomicBoolean running, int person) {
        super(site, journal, random, running);
        this.person = person;
    }

    @Override
    void work() {
        var phone = Providers.phone(random, person, PEOPLE);
        var serviceNumber = site.providers().serviceNumber(random);
        var talk = journal.beginByText(phone);
        send(phone, serviceNumber, talk.first());
        for (var more = random.nextInt(4); more > 0; more--) {
            // At once, or as fast as somebody types.
            pause(random.nextInt(3) == 0 ? 20 : 300 + random.nextInt(1_200));
            send(phone, serviceNumber, journal.next(talk, Sent.Side.REQUESTER));
        }
    }

    private void send(String phone, String serviceNumber, Sent message) {
        // Providers call at least once.
        site.providers().copies(random.nextInt(6) == 0 ? 2 + random.nextInt(4) : 1);
        site.providers().text(phone, serviceNumber, message);
    }
}
