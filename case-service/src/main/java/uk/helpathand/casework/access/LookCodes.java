package uk.helpathand.casework.access;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import uk.helpathand.api.LookCode;

/**
 * What each action of the audit is called on the child's own page. Every action is here: with its code, or among those that are
 * not for a child. The table is that of docs/audit.md.
 */
final class LookCodes {

    static final Map<String, LookCode> CODES = Map.ofEntries(
            entry("enquiry.list", LookCode.SAW_IN_LIST),
            entry("enquiry.read", LookCode.READ),
            entry("enquiry.acknowledge", LookCode.TOOK_ON),
            entry("enquiry.triage", LookCode.DECIDED),
            entry("conversation.list", LookCode.SAW_IN_LIST),
            entry("conversation.read", LookCode.READ),
            entry("conversation.reply", LookCode.ANSWERED),
            entry("conversation.preview", LookCode.SAW_CONTACT),
            entry("conversation.override-rule", LookCode.SET_RULE_ASIDE),
            entry("conversation.read-contact-state", LookCode.SAW_CONTACT),
            entry("conversation.set-safe-contact", LookCode.WROTE_CONTACT),
            entry("conversation.read-progress", LookCode.SAW_NEXT),
            entry("conversation.set-progress", LookCode.WROTE_NEXT),
            entry("conversation.revoke-code", LookCode.STOPPED_CODE),
            entry("conversation.read-code-revocations", LookCode.SAW_CODE),
            entry("conversation.read-verification", LookCode.SAW_CODE),
            entry("conversation.reissue-code", LookCode.GAVE_CODE),
            entry("conversation.fail-verification", LookCode.GAVE_NO_CODE),
            entry("case.list", LookCode.SAW_IN_LIST),
            entry("case.open", LookCode.OPENED_CASE),
            entry("case.read", LookCode.READ_CASE),
            entry("case.read-messages", LookCode.READ),
            entry("case.read-tasks", LookCode.SAW_NEXT),
            entry("case.change", LookCode.CHANGED_CASE),
            entry("case.close", LookCode.CLOSED_CASE),
            entry("case.break-glass", LookCode.BROKE_GLASS),
            entry("case.restrict", LookCode.RESTRICTED),
            entry("case.lift-restriction", LookCode.OPENED_TO_TEAM),
            entry("case.read-circle", LookCode.SAW_WHO_LOOKS),
            entry("case.add-to-circle", LookCode.LET_IN),
            entry("case.remove-from-circle", LookCode.LET_OUT),
            entry("case.owner-left", LookCode.ADVISER_LEFT),
            entry("case.owner-back", LookCode.ADVISER_BACK),
            entry("case.change-owner", LookCode.NEW_ADVISER),
            entry("case.reassign", LookCode.NEW_ADVISER),
            entry("child.create", LookCode.MADE_RECORD),
            entry("enquiry.read-redaction", LookCode.READ),
            entry("child.read-consents", LookCode.SAW_SHARING),
            entry("child.read-competence", LookCode.SAW_SHARING),
            entry("case.read-disclosures", LookCode.SAW_SHARING),
            entry("child.record-consent", LookCode.WROTE_SHARING),
            entry("child.withdraw-consent", LookCode.WROTE_SHARING),
            entry("child.judge-competence", LookCode.WROTE_SHARING),
            entry("case.disclose", LookCode.TOLD_OTHERS),
            entry("record.hold", LookCode.HOW_LONG),
            entry("record.lift-hold", LookCode.HOW_LONG),
            entry("record.keep", LookCode.HOW_LONG),
            entry("record.due", LookCode.HOW_LONG),
            entry("record.propose-erasure", LookCode.ERASING),
            entry("record.approve-erasure", LookCode.ERASING),
            entry("record.stop-erasure", LookCode.ERASING),
            entry("record.erase", LookCode.ERASING),
            entry("enquiry.propose-redaction", LookCode.CUT_WORDS),
            entry("enquiry.redact", LookCode.CUT_WORDS),
            entry("child.add-access-request", LookCode.ASKED_FOR_COPY),
            entry("child.list-access-requests", LookCode.ASKED_FOR_COPY),
            entry("child.read-access-request", LookCode.ASKED_FOR_COPY),
            entry("child.extend-access-request", LookCode.ASKED_FOR_COPY),
            entry("child.complete-access-request", LookCode.ASKED_FOR_COPY),
            entry("child.redact-copy", LookCode.MADE_COPY),
            entry("child.exempt-copy", LookCode.MADE_COPY),
            entry("child.export", LookCode.MADE_COPY),
            entry("child.read", LookCode.READ_RECORD),
            entry("child.change", LookCode.CHANGED_RECORD),
            entry("child.search", LookCode.FOUND_BY_NAME),
            entry("child.read-access", LookCode.SAW_WHO_LOOKS),
            entry("child.read-conflicts", LookCode.SAW_WHO_LOOKS),
            entry("child.flag-conflict", LookCode.KEPT_OUT),
            entry("child.lift-conflict", LookCode.KEPT_OUT_NO_MORE));

    /**
     * About colleagues, tasks or the service, and about no child that could be asked for; {@code thread} is in the audit of
     * contact-service, which no page reads.
     */
    static final Set<String> NOT_FOR_A_CHILD = Set.of(
            "glass.list",
            "glass.read",
            "glass.review",
            "glass.forget",
            "hold.list",
            "hold.read",
            "erasure.list",
            "erasure.read",
            "redaction.list",
            "staff.list",
            "task.list",
            "task.complete",
            "alert.list",
            "outbox.list-parked",
            "outbox.retry",
            "thread.forget",
            "thread.erase",
            "insight.read-returns",
            "audit.list",
            "audit.verify");

    private LookCodes() {}
}
