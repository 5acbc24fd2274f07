package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import uk.helpathand.contact.page.Visitor.Answer;

/** Somebody who fills in /adult: opens each page as it comes, types, presses Continue. */
final class Adult {

    final Visitor browser;

    /** Where the last page led to. */
    String at;

    private Adult(Visitor browser) {
        this.browser = browser;
    }

    static Adult at(Visitor browser) {
        return new Adult(browser);
    }

    static Adult begins() {
        return at(Visitor.modern()).start();
    }

    Adult start() {
        return led(browser.post("/adult", java.util.Map.of()));
    }

    /** Fills in the page they are at. */
    Adult answers(String... namesAndValues) {
        Answer page = browser.get(at);
        assertThat(page.status()).as(at).isEqualTo(200);
        return led(browser.post(action(), page.hidden(), namesAndValues));
    }

    /** Goes on without an answer until this page. */
    Adult goesOnTo(String path) {
        for (int pages = 0; !at.equals(path); pages++) {
            assertThat(pages).as("never came to %s, but to %s", path, at).isLessThan(60);
            answers();
        }
        return this;
    }

    Adult led(Answer answer) {
        assertThat(answer.status()).as("%s: %s", at, answer.body()).isEqualTo(303);
        at = answer.header("Location");
        return this;
    }

    Answer page() {
        return browser.get(at);
    }

    Adult opens(String path) {
        at = path;
        return this;
    }

    /** What must be answered, and nothing else, up to the check of all answers. */
    Adult answersWhatMustBe() {
        opens("/adult/danger")
                .answers("danger", "no")
                .answers("type", "FOSTER_CARER")
                .answers("happening", "Kim asks for an advocate")
                .goesOnTo("/adult/children/1/wish")
                .answers("words", "I want to stay")
                .goesOnTo("/adult/check");
        page();
        return this;
    }

    Answer sends() {
        return browser.post("/adult/check", browser.get("/adult/check").hidden());
    }

    private String action() {
        int query = at.indexOf('?');
        return query < 0 ? at : at.substring(0, query);
    }
}
