package uk.helpathand.casework.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.RedactedTexts;
import uk.helpathand.api.casework.RedactionApi;
import uk.helpathand.api.casework.RedactionSummary;
import uk.helpathand.api.casework.RedactionView;
import uk.helpathand.api.casework.RedactionView.SharedText;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.intake.SharedWords;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Preconditions;

/** See {@link RedactionApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class RedactionResource implements RedactionApi {

    private static final String CARRY_OUT = "SELECT carry_out_redaction(:id, :now)";

    @Inject
    EntityManager entityManager;

    @Inject
    SharedWords words;

    @Inject
    SharedParts parts;

    @Inject
    Records records;

    @Inject
    Access access;

    @Inject
    Preconditions preconditions;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public Page<RedactionSummary> list(String after, int limit) {
        List<Redaction> rows = Redaction.waiting(access, Cursor.parseAt(after), limit + 1);
        audit.done(
                "redaction.list", "redaction", rows.stream().map(row -> row.id).toList());
        return Cursor.page(
                rows, limit, Redaction::toSummary, last -> last.place().encode());
    }

    @Override
    public RedactionView get(UUID id) {
        var redaction = Redaction.get(id);
        access.requireEnquiry(redaction.enquiryId);
        return seen(redaction, "enquiry.read-redaction");
    }

    @Override
    public RedactionView propose(UUID id, String ifMatch, RedactedTexts left) {
        var redaction = locked(id, ifMatch);
        Map<String, String> changed = new LinkedHashMap<>();
        left.texts().forEach(text -> changed.put(text.name(), text.text()));
        Map<String, String> known = texts(redaction.enquiryId);
        if (!known.keySet().containsAll(changed.keySet())) {
            throw ProblemType.WRONG_TEXTS.exception();
        }
        SharedWords.Left whole = words.left(redaction.enquiryId, changed);
        redaction.propose(whole, actor, clock.instant());
        RedactionText.replace(id, whole.messages());
        parts.propose(redaction, changed);
        return seen(Redaction.get(id), "enquiry.propose-redaction");
    }

    @Override
    public RedactionView approve(UUID id, String ifMatch) {
        var redaction = locked(id, ifMatch);
        records.requireRedactable(redaction.enquiryId);
        Instant now = clock.instant();
        redaction.approve(actor, now);
        parts.agreed(redaction, redaction.proposedAt);
        Redaction.flush();
        entityManager
                .createNativeQuery(CARRY_OUT, Long.class)
                .setParameter("id", id)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .getSingleResult();
        // The function changed what was loaded here.
        entityManager.clear();
        Redaction.proposedBesides(Redaction.get(id)).forEach(Redaction::beginAnew);
        return seen(Redaction.get(id), "enquiry.redact");
    }

    /** With the conversation's lock, which is that of all that may be written anew. */
    private Redaction locked(UUID id, String ifMatch) {
        UUID enquiryId = Redaction.enquiryOf(id);
        access.requireEnquiry(enquiryId);
        Conversation.lockOfEnquiry(enquiryId);
        var redaction = Redaction.lock(id);
        preconditions.require(ifMatch, tag(redaction), List.of("texts"));
        return redaction;
    }

    private RedactionView seen(Redaction redaction, String action) {
        Redaction.flush();
        audit.done(action, "enquiry", List.of(redaction.enquiryId));
        preconditions.etag(tag(redaction));
        return new RedactionView(
                redaction.id,
                redaction.enquiryId,
                redaction.status(),
                redaction.dueAt,
                redaction.isDone() ? List.of() : texts(redaction),
                redaction.proposedBy,
                redaction.proposedAt,
                redaction.approvedBy,
                redaction.approvedAt);
    }

    /** Other once any of its texts was written anew, too: whoever agrees has read what stands. */
    private long tag(Redaction redaction) {
        return redaction.version + parts.version(redaction.enquiryId);
    }

    private Map<String, String> texts(UUID enquiryId) {
        var texts = new LinkedHashMap<>(words.of(enquiryId));
        parts.of(enquiryId).forEach(part -> texts.put(part.name(), part.text()));
        return texts;
    }

    private List<SharedText> texts(Redaction redaction) {
        Map<String, String> proposed = new HashMap<>(words.ofReferral(redaction.enquiryId, redaction.referral));
        if (redaction.wanted != null) {
            proposed.put("wanted", redaction.wanted);
        }
        RedactionText.of(redaction.id).forEach(text -> proposed.put("message " + text.messageId, text.text));
        proposed.putAll(parts.proposed(redaction));
        return texts(redaction.enquiryId).entrySet().stream()
                .map(text -> new SharedText(
                        text.getKey(), text.getValue(), differing(text.getValue(), proposed.get(text.getKey()))))
                .toList();
    }

    private static String differing(String text, String proposed) {
        return text.equals(proposed) ? null : proposed;
    }
}
