package uk.helpathand.contact.page;

import io.quarkus.arc.ClientProxy;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FloodLimits;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** Every page for children in every state, for what holds for all of them. */
final class ChildStates {

    /** A Saturday before a bank holiday: the longest that nobody is there. */
    private static final Instant CLOSED = Instant.parse("2026-08-29T21:00:00Z");

    private static final Instant OPEN = Instant.parse("2026-11-25T10:00:00Z");

    private ChildStates() {}

    /** @return each by a name for it, without the language */
    static Map<String, Answer> of(String language) {
        var states = new LinkedHashMap<String, Answer>();
        var child = Visitor.modern().with("Accept-Language", language);
        for (String path :
                List.of("/", "/ask", "/sent", "/more", "/messages", "/privacy", "/accessibility", "/leave")) {
            states.put(path, Visitor.plain().with("Accept-Language", language).get(path));
        }
        for (String path : List.of("/guides", "/guides/moving", "/guides/pack", "/guides/no-such-guide")) {
            states.put(path, Visitor.plain().with("Accept-Language", language).get(path));
        }
        states.put("empty form", child.ask("happening", ""));
        states.put("too long", child.ask("happening", "x".repeat(20_001), "reply", "text"));
        states.put("forged token", child.post("/ask", Map.of(), "happening", "x"));
        states.put("after sending", child.ask("happening", "hello", "safe", "no"));
        states.put("code", child.get("/sent"));
        String code = states.get("code").code();
        states.put("seen", child.get("/sent/seen"));
        states.put("code was shown", child.get("/sent"));
        states.put("ask again", child.get("/ask"));
        states.put("more", child.get("/more"));
        states.put("more too long", child.post("/more", child.get("/more").hidden(), "age", "x".repeat(200)));
        states.put("thanks", child.post("/more", child.get("/more").hidden(), "age", "9"));
        states.put(
                "without cookies",
                Visitor.withoutCookies().with("Accept-Language", language).ask("happening", "hello"));
        states.putAll(ofDanger(language));
        states.putAll(ofAFlood(language));
        states.put("no code", child.post("/messages", Map.of(), "code", ""));
        states.put("wrong code", child.post("/messages", Map.of(), "code", "wrong"));
        states.put("right code", child.post("/messages", Map.of(), "code", code));
        states.put("thread", child.get("/messages"));
        states.put("end the code", child.get("/messages/code"));
        states.putAll(ofLooks(child));
        String other = language.equals("en") ? "ar" : "en";
        Map<String, String> written = states.get("thread").hidden();
        child.cookies.put("__Host-lang", other);
        states.put("thread in this language again", child.post("/messages?to=" + language, written, "text", "half"));
        states.put(
                "more in this language again",
                child.post("/more?to=" + language, child.get("/more").hidden()));
        states.put("ask in this language again", child.post("/ask?to=" + language, Map.of(), "happening", "half"));
        child.cookies.remove("__Host-lang");
        Map<String, String> hidden = states.get("thread").hidden();
        states.put("write nothing", child.post("/messages", hidden, "text", ""));
        states.put("write", child.post("/messages", hidden, "text", "more"));
        states.put("thread after writing", child.get("/messages?sent=yes"));
        TestDatabase.asOwner("DELETE FROM reading_session");
        states.put("write when closed", child.post("/messages", hidden, "text", "still more"));
        states.put("write too much when closed", child.post("/messages", hidden, "text", "x".repeat(20_001)));
        states.put("closed", child.get("/messages"));
        states.putAll(ofHours(language));
        states.putAll(ofAThread(language));
        child.post("/messages", Map.of(), "code", code);
        states.put("code ended", child.post("/messages/code", Map.of()));
        states.put("not found", child.get("/no/such/page"));
        states.put("wrong method", child.call("DELETE", "/ask", null, null));
        states.put("wrong type", child.call("POST", "/ask", "application/json", "{\"happening\":\"help\"}"));
        states.put("broken multipart", child.call("POST", "/messages", "multipart/form-data", "x"));
        states.put(
                "too large",
                child.call("POST", "/ask", "application/x-www-form-urlencoded", "x=" + "y".repeat(9_000_000)));
        TestDatabase.asOwner("REVOKE SELECT, INSERT ON conversation FROM app");
        try {
            states.put("failure", child.get("/sent"));
            states.put("not taken", child.ask("happening", "hello"));
        } finally {
            TestDatabase.asOwner("GRANT SELECT, INSERT ON conversation TO app");
        }
        return states;
    }

    /** Who has looked: everything that can be told, nothing, and while nobody can say. */
    private static Map<String, Answer> ofLooks(Visitor child) {
        var states = new LinkedHashMap<String, Answer>();
        states.put("nobody has looked", child.get("/messages/who-looked"));
        FakeCaseService.tells(WhoLookedTest.everything());
        states.put("who has looked", child.get("/messages/who-looked"));
        FakeCaseService.answers(call -> call.path().endsWith("/looks") ? 503 : 204);
        states.put("who has looked, not now", child.get("/messages/who-looked"));
        FakeCaseService.reset();
        return states;
    }

    private static Map<String, Answer> ofAFlood(String language) {
        FloodLimits.ALWAYS.begin();
        var states = new LinkedHashMap<String, Answer>();
        var child = Visitor.modern().with("Accept-Language", language);
        states.put("nothing to confirm", child.get("/confirm"));
        states.put("after sending in a flood", child.ask("happening", "hello"));
        states.put("confirm", child.get("/confirm"));
        states.put("code in a flood", child.get("/sent"));
        child.get("/sent/seen");
        states.put("code was shown in a flood", child.get("/sent"));
        var other = Visitor.withoutCookies().with("Accept-Language", language);
        Answer bare = other.ask("happening", "hello");
        states.put("without cookies in a flood", bare);
        TestDatabase.asOwner("REVOKE UPDATE ON conversation FROM app");
        try {
            states.put("confirm failed", other.post("/confirm", bare.hidden()));
        } finally {
            TestDatabase.asOwner("GRANT UPDATE ON conversation TO app");
        }
        states.put("confirmed without cookies", other.post("/confirm", bare.hidden()));
        states.put(
                "confirmed from the other page",
                other.post("/confirm", states.get("confirm").hidden()));
        states.put("confirm what is not known", other.post("/confirm", Map.of("appendToken", "forged")));
        states.put("confirmed", child.post("/confirm", states.get("confirm").hidden()));
        FloodLimits.NEVER.begin();
        return states;
    }

    /** Where the words themselves tell of danger. */
    private static Map<String, Answer> ofDanger(String language) {
        var states = new LinkedHashMap<String, Answer>();
        var child = Visitor.modern().with("Accept-Language", language);
        child.ask("happening", "i want to die");
        Answer sent = child.get("/sent");
        states.put("code after danger was seen", sent);
        child.post("/messages", Map.of(), "code", sent.code());
        Map<String, String> form = child.get("/messages").hidden();
        child.post("/messages", form, "text", "i am going to kill myself tonight");
        states.put("thread after danger was seen", child.get("/messages?sent=yes"));
        states.put(
                "danger written when closed",
                Visitor.withoutCookies()
                        .with("Accept-Language", language)
                        .post("/messages", form, "text", "i will kill myself now"));
        return states;
    }

    /** What differs between day and night. */
    private static Map<String, Answer> ofHours(String language) {
        var states = new LinkedHashMap<String, Answer>();
        at(OPEN, () -> states.putAll(ofOneHour(language, "while we are open")));
        at(CLOSED, () -> states.putAll(ofOneHour(language, "while we are closed")));
        return states;
    }

    private static Map<String, Answer> ofOneHour(String language, String when) {
        var child = Visitor.modern().with("Accept-Language", language);
        var states = new LinkedHashMap<String, Answer>();
        states.put("start " + when, child.get("/"));
        states.put("ask " + when, child.get("/ask"));
        child.ask("happening", "hello");
        // Every page of this hour has its words from it, the one with the code too.
        states.put("code " + when, child.get("/sent"));
        return states;
    }

    /** For what the pages say of the time; everything else goes on by the real clock. */
    private static void at(Instant now, Runnable look) {
        Times times = ClientProxy.unwrap(CDI.current().select(Times.class).get());
        Clock real = times.clock;
        times.clock = Clock.fixed(now, ZoneOffset.UTC);
        try {
            look.run();
        } finally {
            times.clock = real;
        }
    }

    /** From the first message to the day on which only the code is left. */
    private static Map<String, Answer> ofAThread(String language) {
        TestDatabase.empty();
        var states = new LinkedHashMap<String, Answer>();
        var child = Visitor.modern().with("Accept-Language", language);
        child.post("/messages", Map.of(), "code", child.send("hello"));
        UUID id = UUID.fromString(TestDatabase.ask("SELECT id FROM conversation"));
        TestDatabase.asOwner("UPDATE message SET at = at - interval '9 days'");
        states.put("thread nobody has read in time", child.get("/messages"));
        handOver(id, "/progress", "{\"version\":1,\"stage\":\"read\"}");
        states.put("thread that was read", child.get("/messages"));
        handOver(id, "/messages/" + UUID.randomUUID(), """
                {"author":"team","text":"Ask them to wait.","sentAt":"2026-11-02T10:15:00Z","guide":"moving"}""");
        handOver(id, "/progress", """
                {"version":2,"stage":"working","nextStep":"We talk to your home.","by":"2099-01-05"}""");
        states.put("thread with an answer", child.get("/messages"));
        handOver(id, "/progress", "{\"version\":3,\"stage\":\"finished\"}");
        states.put("thread that is finished", child.get("/messages"));
        TestDatabase.asOwner("DELETE FROM message");
        states.put("thread of which nothing is kept", child.get("/messages"));
        return states;
    }

    private static void handOver(UUID conversation, String path, String body) {
        RestAssured.given()
                .auth()
                .oauth2(TestRealm.token("service-account-case-service", "handover"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/conversations/" + conversation + path)
                .then()
                .statusCode(204);
    }
}
