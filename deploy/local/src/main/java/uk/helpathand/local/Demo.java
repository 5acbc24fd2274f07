package uk.helpathand.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Consumer;

/** Thirty made-up enquiries and five referrals, sent one by one through the pages that children and adults use. */
final class Demo {

    private static final String ENQUIRIES = "demo-enquiries.json";
    private static final String REFERRALS = "demo-referrals.json";
    private static final int CODES_SHOWN = 3;

    private Demo() {}

    static void send(URI contact, Consumer<String> news) {
        var enquiries = enquiries();
        var sent = 0;
        for (var enquiry : enquiries) {
            var code = new AskPage(contact).send(enquiry);
            if (sent++ < CODES_SHOWN) {
                news.accept("  Return code %d: %s".formatted(sent, code));
            }
        }
        for (var referral : referrals()) {
            var code = new AdultPage(contact).send(referral);
            if (sent++ == enquiries.size()) {
                news.accept("  Return code of an adult: " + code);
            }
        }
        news.accept("Sent %d made-up enquiries. Read on with a code at %s/messages".formatted(sent, contact));
    }

    static JsonNode enquiries() {
        return read(ENQUIRIES);
    }

    /** By adults: for each the pages in their order, with what is typed there. */
    static JsonNode referrals() {
        return read(REFERRALS);
    }

    private static JsonNode read(String name) {
        try (var resource = Demo.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
