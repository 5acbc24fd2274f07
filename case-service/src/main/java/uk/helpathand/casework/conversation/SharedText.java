package uk.helpathand.casework.conversation;

import java.util.UUID;

/**
 * A text beside the messages that may be about all of an enquiry's children, and where it stands.
 *
 * @param name as the contract of redactions has it
 * @param column {@code table.column}
 * @param sealed it is encrypted under the enquiry's key, as its column says
 * @param version rises when it is written anew; 0 for what never is
 * @param most characters that it may have
 */
public record SharedText(String name, String column, UUID rowId, boolean sealed, long version, int most, String text) {

    /** Of a text that nobody writes anew, as long as any. */
    public static SharedText lasting(String name, String column, UUID rowId, boolean sealed, String text) {
        return new SharedText(name, column, rowId, sealed, 0, Integer.MAX_VALUE, text);
    }
}
