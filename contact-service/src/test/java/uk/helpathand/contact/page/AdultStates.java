package uk.helpathand.contact.page;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

/** Every page for adults in every state, for what holds for all pages. */
final class AdultStates {

    private AdultStates() {}

    static Map<String, Answer> all() {
        var states = new LinkedHashMap<String, Answer>();
        var plain = Visitor.plain();
        states.put("start", plain.get("/adult"));
        states.put("no cookies", plain.get("/adult?cookies=no"));
        states.put("nothing sent", plain.get("/adult/sent"));
        states.put("no form", plain.get("/adult/check"));
        var adult = Adult.begins();
        states.put("without a token", adult.browser.post("/adult/check", Map.of()));
        states.put("check of nothing", adult.page());
        walk(adult, states);
        states.put("incomplete", adult.sends());
        states.put("go on", adult.browser.get("/adult"));
        problems(adult, states);
        adult.answersWhatMustBe();
        states.put("check", adult.page());
        states.put("change", adult.browser.get("/adult/children/1/wish?back=check"));
        states.put("children", adult.browser.get("/adult/children?back=check"));
        states.put("removed", adult.browser.post("/adult/children/2/removal", Map.of()));
        var form = adult.page().hidden();
        states.put("old token", adult.browser.post("/adult/check", Map.of("formToken", "x.y")));
        failures(adult, states, form);
        states.put("send", adult.browser.post("/adult/check", form));
        states.put("code", adult.browser.get("/adult/sent"));
        adult.browser.get("/sent/seen");
        states.put("code was shown", adult.browser.get("/adult/sent"));
        adult.browser.post("/adult/happening", Map.of(), "happening", "more");
        states.put("begun anew", adult.browser.get("/adult/happening"));
        return states;
    }

    /** In danger, restricted, with a second child and a second event. */
    private static void walk(Adult adult, Map<String, Answer> states) {
        adult.opens("/adult/danger");
        while (!adult.at.equals("/adult/check")) {
            states.put(adult.at, adult.page());
            switch (adult.at) {
                case "/adult/danger" -> adult.answers("danger", "yes");
                case "/adult/you" -> adult.answers("type", "OTHER");
                case "/adult/happening" -> adult.answers("happening", "x");
                case "/adult/children/1/looked-after-by" -> {
                    adult.answers("lookedAfterBy", "Cumbria");
                    states.put("councils found", adult.page());
                    adult.answers("lookedAfterBy", "Narnia");
                    states.put("no council found", adult.page());
                    adult.answers();
                }
                case "/adult/children/1/restricted" -> adult.answers("restricted", "YES");
                case "/adult/children/1/wish", "/adult/children/2/wish" -> adult.answers("notKnown", "NOT_ASKED");
                case "/adult/events/1" -> adult.answers("more", "yes");
                case "/adult/children" ->
                    adult.answers("another", states.containsKey("/adult/children/2/name") ? "no" : "yes");
                default -> adult.answers();
            }
        }
        adult.browser.post("/adult/you", Map.of("type", "x"), "type", " ");
        adult.opens("/adult/check");
        states.put("check in danger", adult.page());
        adult.browser.post("/adult", Map.of(), "anew", "yes");
    }

    private static void problems(Adult adult, Map<String, Answer> states) {
        states.put("who is missing", adult.browser.post("/adult/you", Map.of(), "name", "x".repeat(501)));
        states.put("what is missing", adult.browser.post("/adult/happening", Map.of()));
        states.put("wish is missing", adult.browser.post("/adult/children/1/wish", Map.of(), "on", "soon"));
        states.put("wrong birth", adult.browser.post("/adult/children/1/age", Map.of(), "birth", "soon", "years", "x"));
        states.put("wrong event", adult.browser.post("/adult/events/1", Map.of(), "day", "soon", "time", "soon"));
        states.put(
                "long council", adult.browser.post("/adult/children/1/lives-in", Map.of(), "livesIn", "x".repeat(501)));
        states.put("long text", adult.browser.post("/adult/tried", Map.of(), "tried", "x".repeat(20_001)));
        states.put("long note", adult.browser.post("/adult/reply", Map.of(), "safeNote", "x".repeat(2_001)));
    }

    private static void failures(Adult adult, Map<String, Answer> states, Map<String, String> form) {
        TestDatabase.asOwner("REVOKE SELECT ON adult_draft FROM app");
        try {
            states.put("not taken", adult.browser.post("/adult/you", Map.of(), "type", "PARENT"));
        } finally {
            TestDatabase.asOwner("GRANT SELECT ON adult_draft TO app");
        }
        TestDatabase.asOwner("REVOKE INSERT ON enquiry FROM app");
        try {
            states.put("not sent", adult.browser.post("/adult/check", form));
        } finally {
            TestDatabase.asOwner("GRANT INSERT ON enquiry TO app");
        }
    }
}
