package uk.helpathand.contact.page;

import java.util.List;

/**
 * What the page after sending says.
 *
 * @param mark whose it is, for what is pressed here
 * @param returnCode null when it was shown before
 * @param notSafe the child said so
 * @param dangerSeen only a machine has seen danger in the words: help stands first, and nothing claims that the child said it
 * @param readBy by when a person has read it
 * @param proof whether the page ends with the image whose fetching proves that the page has arrived
 * @param appendToken for the way to /more where there is no cookie; else null
 * @param confirm the button, while the message came in a flood and nobody has pressed it yet; else null
 */
public record SentPage(
        String mark,
        String returnCode,
        boolean notSafe,
        boolean dangerSeen,
        String readBy,
        boolean proof,
        String appendToken,
        ConfirmForm confirm) {

    /** A person looks as soon as they can, whatever the hour. */
    public boolean isImmediate() {
        return notSafe || dangerSeen;
    }

    /** Word by word, as it is easiest to copy on paper. */
    public List<String> codeParts() {
        return List.of(returnCode.split(" "));
    }

    /** The code opens a thread: it never enters a log. */
    @Override
    public String toString() {
        return "SentPage[...]";
    }
}
