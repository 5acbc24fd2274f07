package uk.helpathand.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** One visit of one adult to {@code /adult}: answers the questions, checks, sends, reads the return code. */
final class AdultPage {

    private static final String CHECK = "/adult/check";

    private final Visit visit;

    AdultPage(URI contact) {
        visit = new Visit(contact);
    }

    /**
     * Returns the code by which the adult comes back.
     *
     * @param referral for each page, in their order, what is typed there
     */
    String send(JsonNode referral) {
        visit.post("/adult", "");
        referral.properties()
                .forEach(page ->
                        visit.post("/adult/" + page.getKey(), String.join("&", AskPage.fields(page.getValue()))));
        String token = AskPage.formToken(visit.get(CHECK));
        return AskPage.returnCode(visit.get(visit.post(CHECK, "formToken=" + token)));
    }
}
