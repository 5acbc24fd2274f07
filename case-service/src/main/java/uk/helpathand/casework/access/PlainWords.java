package uk.helpathand.casework.access;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.helpathand.api.LookRole;
import uk.helpathand.platform.time.Clocks;

/**
 * What was done, as a child may read it: by which role and never by whom, and without a word on who else wrote about them.
 * The phrases are those of docs/audit.md; the child's own page has sentences of its own, by {@link LookCodes}.
 */
final class PlainWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static final Map<String, String> PHRASES = Map.ofEntries(
            entry("enquiry.list", "saw a request about you in a list"),
            entry("enquiry.read", "read a request about you"),
            entry("enquiry.acknowledge", "took on a request about you"),
            entry("enquiry.triage", "decided what happens with a request about you"),
            entry("conversation.list", "saw in a list that messages about you wait for an answer"),
            entry("conversation.read", "read messages about you"),
            entry("conversation.reply", "wrote an answer about you"),
            entry("conversation.preview", "looked at how an answer about you would be sent"),
            entry("conversation.override-rule", "set aside a rule about how we answer safely"),
            entry("conversation.read-contact-state", "looked at how we can answer safely"),
            entry("conversation.set-safe-contact", "wrote down how we can answer safely"),
            entry("conversation.read-progress", "looked at what happens next"),
            entry("conversation.set-progress", "wrote down what happens next"),
            entry("conversation.revoke-code", "switched off a return code"),
            entry("conversation.read-code-revocations", "looked at which return codes were switched off"),
            entry("conversation.read-verification", "looked at the questions before a new return code"),
            entry("conversation.reissue-code", "made a new return code"),
            entry("conversation.fail-verification", "asked questions before a new return code, and made none"),
            entry("case.list", "saw your case in a list"),
            entry("case.open", "opened a case for you"),
            entry("case.read", "opened your case"),
            entry("case.read-messages", "read the messages of your case"),
            entry("case.read-tasks", "looked at what has to be done in your case"),
            entry("case.change", "changed your case"),
            entry("case.close", "closed your case"),
            entry("child.create", "made a record of you"),
            entry("child.read", "looked at your record"),
            entry("child.change", "changed your record"),
            entry("child.read-access", "looked at who has seen your record"),
            entry("child.read-consents", "looked at what we may tell others about you"),
            entry("child.record-consent", "wrote down what we may tell others about you"),
            entry("child.withdraw-consent", "wrote down what we may no longer tell others about you"),
            entry("child.read-competence", "looked at what we think you can decide yourself"),
            entry("child.judge-competence", "wrote down what we think you can decide yourself"),
            entry("case.read-disclosures", "looked at what we told others about you"),
            entry("case.disclose", "told others something about you, and wrote that down"),
            entry("case.break-glass", "opened your case from outside the few who may, and had to say why"),
            entry("case.restrict", "made sure that only few of us can see your case"),
            entry("case.lift-restriction", "opened your case to all of our team again"),
            entry("case.read-circle", "looked at who may see your case"),
            entry("case.add-to-circle", "let a colleague see your case"),
            entry("case.remove-from-circle", "ended that a colleague can see your case"),
            entry("case.owner-left", "noted that your adviser has left"),
            entry("case.owner-back", "noted that your adviser is back"),
            entry("case.change-owner", "gave your case to another adviser"),
            entry("case.reassign", "gave cases to another adviser"),
            entry("record.hold", "made sure that your record is kept"),
            entry("record.lift-hold", "ended that your record has to be kept"),
            entry("record.propose-erasure", "proposed to erase your record"),
            entry("record.approve-erasure", "decided to erase your record"),
            entry("record.keep", "decided to keep your record longer"),
            entry("record.due", "noted that your record may be erased"),
            entry("record.stop-erasure", "stopped the erasing of your record"),
            entry("record.erase", "erased your record"),
            entry("enquiry.read-redaction", "looked at the words of a request about you"),
            entry("enquiry.propose-redaction", "proposed to take words out of a request about you"),
            entry("enquiry.redact", "took words out of a request about you"),
            entry("child.search", "found you in a search"),
            entry("child.read-conflicts", "looked at who must not see your record"),
            entry("child.flag-conflict", "made sure that a colleague cannot see your record"),
            entry("child.lift-conflict", "ended that a colleague cannot see your record"),
            entry("child.add-access-request", "wrote down that a copy of what we hold on you was asked for"),
            entry("child.list-access-requests", "saw in a list that a copy of what we hold on you was asked for"),
            entry("child.read-access-request", "looked at when a copy of what we hold on you was asked for"),
            entry("child.extend-access-request", "took more time for a copy of what we hold on you"),
            entry("child.complete-access-request", "wrote down that a copy of what we hold on you was answered"),
            // The same for both: that something is left out must not be told here where it may do harm.
            entry("child.redact-copy", "worked on a copy of what we hold on you"),
            entry("child.exempt-copy", "worked on a copy of what we hold on you"),
            entry("child.export", "made a copy of everything that we hold on you"));

    private PlainWords() {}

    /** One sentence. */
    static String of(List<String> roles, String action, Instant at) {
        return "%s %s on %s."
                .formatted(
                        who(roles),
                        PHRASES.getOrDefault(action, "used something about you"),
                        DAY.format(at.atZone(Clocks.LONDON)));
    }

    private static String who(List<String> roles) {
        return switch (LookRole.of(roles)) {
            case LEAD -> "A lead adviser";
            case ADVISER -> "An adviser";
            case AUDITOR -> "An auditor";
            case TEAM -> "Somebody of the team";
            case PROGRAM -> "A program of ours";
        };
    }
}
