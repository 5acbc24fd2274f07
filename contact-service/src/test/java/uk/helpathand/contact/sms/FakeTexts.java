package uk.helpathand.contact.sms;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes in what the webhooks hand over and remembers it, for one test; or cannot, as when the database is away. */
public class FakeTexts implements IncomingTexts {

    /** What nobody could read. */
    public record Unreadable(String provider, String raw, String contentType) {}

    public final List<ReceivedText> received = new CopyOnWriteArrayList<>();
    public final List<TextStatus> statuses = new CopyOnWriteArrayList<>();
    public final List<Unreadable> unreadable = new CopyOnWriteArrayList<>();
    private volatile RuntimeException failure;

    private FakeTexts() {}

    /** Behind the webhooks of the running service, until this test ends. */
    public static FakeTexts begin() {
        var texts = new FakeTexts();
        behindTheDoor(texts);
        return texts;
    }

    /** As long as nothing takes texts in. */
    public static void beginWithNothing() {
        behindTheDoor(null);
    }

    public void failWith(RuntimeException e) {
        failure = e;
    }

    public void assertNothingKept() {
        if (!received.isEmpty() || !statuses.isEmpty() || !unreadable.isEmpty()) {
            throw new AssertionError("kept: " + received + statuses + unreadable);
        }
    }

    @Override
    public void receive(ReceivedText text) {
        failIfSaid();
        received.add(text);
    }

    @Override
    public void unreadable(String provider, byte[] raw, String contentType) {
        failIfSaid();
        unreadable.add(new Unreadable(provider, new String(raw, StandardCharsets.ISO_8859_1), contentType));
    }

    @Override
    public void status(TextStatus status, byte[] raw) {
        failIfSaid();
        statuses.add(status);
    }

    private void failIfSaid() {
        if (failure != null) {
            throw failure;
        }
    }

    private static void behindTheDoor(IncomingTexts texts) {
        SmsMetrics metrics = CDI.current().select(SmsMetrics.class).get();
        QuarkusMock.installMockForType(
                new WebhookDoor(
                        () -> {
                            if (texts == null) {
                                throw new IllegalStateException("nothing takes texts in");
                            }
                            return texts;
                        },
                        metrics),
                WebhookDoor.class);
    }
}
