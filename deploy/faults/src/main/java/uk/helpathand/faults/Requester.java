package uk.helpathand.faults;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.helpathand.people.AdultPhone;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Http.Answer;

/** A child or an adult: tells what is happening, comes back with the code, writes again. */
final class Requester extends Client {

    private static final Set<String> TAKEN = Set.of("/sent", "/confirm", "/adult/sent");

    private final boolean adult;

    Requester(Site site, Journal journal, Random random, AtomicBoolean running, boolean adult) {
        super(site, journal, random, running);
        this.adult = adult;
    }

    @Override
    void work() {
        if (adult) {
            adult();
        } else {
            child();
        }
    }

    private void child() {
        var phone = site.child();
        var form = phone.askForm(Map.of());
        var talk = journal.begin("child");
        form.put("happening", talk.first().text());
        if (press(talk.first(), () -> isTaken(phone.post("/ask", form)))) {
            var code = phone.code();
            talk.shown(code);
            writeAgain(talk, phone.open(code));
        }
    }

    private void adult() {
        AdultPhone phone = site.adult();
        var talk = journal.begin("adult");
        var form = phone.fill(talk.first().text());
        if (press(talk.first(), () -> isTaken(phone.send(form)))) {
            var code = phone.code();
            talk.shown(code);
            writeAgain(talk, phone.thread(code));
        }
    }

    private void writeAgain(Talk talk, ChildPhone phone) {
        for (var more = random.nextInt(4); more > 0; more--) {
            var form = phone.writeForm("");
            var message = journal.next(talk, Sent.Side.REQUESTER);
            form.put("text", message.text());
            if (!press(message, () -> isWritten(phone.post("/messages", form)))) {
                return;
            }
        }
    }

    private static boolean isTaken(Answer answer) {
        return answer.status() == 303
                && TAKEN.contains(URI.create(answer.header("Location")).getPath());
    }

    /** Where the thread may not be read any more, a page says that it is taken, and has no form. */
    private static boolean isWritten(Answer answer) {
        return answer.status() == 303
                || answer.status() == 200 && !answer.body().contains("name=\"formToken\"");
    }
}
