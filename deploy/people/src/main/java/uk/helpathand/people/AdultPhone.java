package uk.helpathand.people;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.helpathand.people.Http.Answer;

/** An adult's phone without a screen: answers what must be answered, and no more. One phone is one adult. */
public final class AdultPhone {

    private static final String CHECK = "/adult/check";

    private final ChildPhone browser;

    public AdultPhone(URI contact, Duration patience) {
        browser = new ChildPhone(contact, patience);
    }

    /** Answers page after page up to the check of all answers. Returns what pressing Send there would send. */
    public Map<String, Object> fill(String happening) {
        return fill(pages(happening));
    }

    /**
     * The same with other answers.
     *
     * @param pages in their order, each below {@code /adult/}, with its answers by name
     */
    public Map<String, Object> fill(Map<String, Map<String, String>> pages) {
        browser.post("/adult", Map.of()).expect(303);
        pages.forEach((page, answers) -> browser.post("/adult/" + page, answers).expect(303));
        return Map.of("formToken", browser.get(CHECK).expect(200).page().input("formToken"));
    }

    /** Every sending of one form is the same referral. */
    public Answer send(Map<String, Object> form) {
        return browser.post(CHECK, form);
    }

    /** By which the adult comes back: shown once. */
    public String code() {
        var sent =
                new ChildPhone.Page(browser.call(browser.request("/adult/sent").header("Sec-Fetch-Dest", "document")));
        return sent.expect(200).page().returnCode().orElseThrow(() -> new AssertionError("no code on /adult/sent"));
    }

    /** With the same cookies: adults read and write on their thread as children do. */
    public ChildPhone thread(String code) {
        return browser.open(code);
    }

    private static Map<String, Map<String, String>> pages(String happening) {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("danger", Map.of("danger", "no"));
        pages.put("you", Map.of("type", "FOSTER_CARER"));
        pages.put("happening", Map.of("happening", happening));
        pages.put("children/1/wish", Map.of("words", "To stay.", "obtained", "ASKED"));
        return pages;
    }
}
