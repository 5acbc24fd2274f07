package uk.helpathand.faults;

import java.util.UUID;

/**
 * A read or a change by staff, as the audit names it.
 *
 * @param subject what was read or changed; null for a list
 */
record StaffCall(String action, UUID subject) {

    static final String LIST = "enquiry.list";
    static final String READ = "enquiry.read";
    static final String TRIAGE = "enquiry.triage";
    static final String READ_THREAD = "conversation.read";
    static final String REPLY = "conversation.reply";
}
