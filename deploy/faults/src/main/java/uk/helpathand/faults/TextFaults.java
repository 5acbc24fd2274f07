package uk.helpathand.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import uk.helpathand.local.Part;
import uk.helpathand.local.sms.Faults;
import uk.helpathand.local.sms.SendFault;

/** The faults that are about texts. Each strikes while a handful of phones text at once, beside the load. */
final class TextFaults {

    private static final int AT_ONCE = 6;

    /** A call of a provider is a matter of milliseconds, but for the first ones after a start. */
    private static final int PATIENCE_SECONDS = 5;

    private final Site site;
    private final Journal journal;
    private final Promises promises;
    private final Lengths lengths;
    private final Random random;

    TextFaults(Site site, Journal journal, Promises promises, Options options) {
        this.site = site;
        this.journal = journal;
        this.promises = promises;
        this.lengths = options.lengths();
        this.random = new Random(options.seed());
    }

    /** What was answered by then must be there by then: nothing has come by another way yet. */
    void killAtWebhook(Fault fault) {
        var passing = site.line(Link.PROVIDER_TO_CONTACT).passing(fault.answer(), 1 + fault.moment() % AT_ONCE);
        textAtOnce();
        // If nothing comes by it strikes all the same.
        await(passing);
        Nemesis.pause(Duration.ofMillis(fault.late()));
        site.stack().kill(Part.CONTACT_SERVICE);
        try {
            promises.look();
        } finally {
            site.stack().start(Part.CONTACT_SERVICE);
        }
    }

    /** They take texts from phones as ever, and tell nobody. */
    void providersDown() {
        under(faults -> faults.withApiDown().withCallbacksOff(), lengths.noProvider());
    }

    /** Every text goes out, and the sender does not know. */
    void sendsLost(Fault fault) {
        var lost = fault.cut() ? SendFault.ACCEPT_THEN_CUT : SendFault.ACCEPT_THEN_HANG;
        under(faults -> faults.withSends(lost, 0), lengths.lostSends());
    }

    private void under(UnaryOperator<Faults> trouble, Duration length) {
        site.providers().trouble(trouble);
        try {
            textAtOnce();
            Nemesis.pause(length);
        } finally {
            site.providers().calm();
        }
    }

    private void textAtOnce() {
        for (var i = 0; i < AT_ONCE; i++) {
            var phone = Providers.phone(random, i, AT_ONCE);
            var talk = journal.beginByText(phone);
            site.providers().text(phone, site.providers().serviceNumber(random), talk.first());
        }
    }

    private static boolean await(CountDownLatch passing) {
        try {
            return passing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        }
    }
}
