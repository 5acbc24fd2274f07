package uk.helpathand.contact.referral;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.helpathand.contact.referral.Question.Scope;
import uk.helpathand.platform.time.Ids;

/** What an adult has answered so far. The same id is the same referral, however often it is sent. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class Draft {

    /** As many as the contract takes. */
    public static final int MOST = 20;

    UUID id = Ids.next();

    /** Numbers of the children, never given twice, with the ids by which the enquiry knows them. */
    Map<Integer, UUID> children = new TreeMap<>(Map.of(1, Ids.next()));

    int lastChild = 1;

    Map<String, Map<String, List<String>>> answers = new LinkedHashMap<>();

    /** Where the adult goes on: a path below {@code /adult/}. */
    String at = Question.DANGER.slug;

    /** They have seen all their answers: whatever they change leads back there. */
    boolean checked;

    /** Of the row that it was read from. */
    transient int version;

    /** It began in the middle, because there was no earlier answer when one was sent. */
    boolean beganAnew;

    public UUID id() {
        return id;
    }

    public List<Integer> children() {
        return List.copyOf(children.keySet());
    }

    public UUID childId(int number) {
        return children.get(number);
    }

    public String at() {
        return at;
    }

    public boolean isChecked() {
        return checked;
    }

    public boolean isBegunAnew() {
        return beganAnew;
    }

    public void seenAll() {
        checked = true;
        at = Question.CHECK.slug;
    }

    public Answers answers(Step step) {
        var typed = answers.get(step.path());
        return typed == null ? Answers.NONE : new Answers(typed);
    }

    public Answers answers(Question question) {
        return answers(Step.once(question));
    }

    public Answers ofChild(int number, Question question) {
        return answers(new Step(question, number));
    }

    public boolean isAnswered(Step step) {
        return answers.containsKey(step.path());
    }

    /**
     * The last write wins. A child that was removed in another tab is back: nothing that was typed is lost. Of more children
     * or events than there may be, which no page of ours asks for, nothing is kept.
     */
    public void answer(Step step, Answers given) {
        if (step.question().scope == Scope.CHILD && children.size() < MOST) {
            children.computeIfAbsent(step.number(), number -> Ids.next());
            lastChild = Math.max(lastChild, step.number());
        }
        if (isBeyondMost(step)) {
            return;
        }
        beganAnew |= answers.isEmpty() && step.question() != Question.DANGER;
        answers.put(step.path(), given.typed());
    }

    private boolean isBeyondMost(Step step) {
        return switch (step.question().scope) {
            case ONCE -> false;
            case CHILD -> !children.containsKey(step.number());
            case EVENT -> step.number() > MOST;
        };
    }

    public void goOnAt(Step step) {
        at = step.path();
    }

    /** Null when there are as many as there may be. */
    public Step addChild() {
        if (children.size() >= MOST) {
            return null;
        }
        children.put(++lastChild, Ids.next());
        return new Step(Question.NAME, lastChild);
    }

    /** There is always one: the form is about somebody. */
    public void removeChild(int number) {
        children.remove(number);
        answers.keySet().removeIf(path -> path.startsWith("children/" + number + "/"));
        if (children.isEmpty()) {
            children.put(++lastChild, Ids.next());
        }
    }

    /** The dated events that were told of, and the one that is asked for next. */
    public List<Step> events() {
        var events = new ArrayList<Step>();
        do {
            events.add(new Step(Question.EVENT, events.size() + 1));
        } while (events.size() < MOST && answers(events.get(events.size() - 1)).is("more", "yes"));
        return events;
    }

    public boolean isInDanger() {
        return answers(Question.DANGER).is("danger", "yes");
    }

    public boolean isRestricted(int child) {
        return ofChild(child, Question.RESTRICTED).is("restricted", "YES");
    }
}
