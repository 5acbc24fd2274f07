package uk.helpathand.contact.referral;

/**
 * One page of the form.
 *
 * @param number of the child or the event; 0 for what is asked once
 */
public record Step(Question question, int number) {

    static Step once(Question question) {
        return new Step(question, 0);
    }

    /** Below {@code /adult/}; also the name of its answers in the draft. */
    public String path() {
        return switch (question.scope) {
            case ONCE -> question.slug;
            case CHILD -> "children/" + number + "/" + question.slug;
            case EVENT -> "events/" + number;
        };
    }
}
