package uk.helpathand.casework.intake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.Requester;
import uk.helpathand.api.casework.OwnerKind;
import uk.helpathand.api.casework.Triage;
import uk.helpathand.api.casework.Triage.TriageChild;
import uk.helpathand.api.casework.TriageOutcome;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.alert.Alerts;
import uk.helpathand.casework.casefile.CaseFile;
import uk.helpathand.casework.casefile.WhoAnswers;
import uk.helpathand.casework.child.Children;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Replies;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;

/** Carries a person's decision out: cases, what the child is told, what happens next. In the caller's transaction. */
@ApplicationScoped
class Triages {

    @Inject
    Referrals referrals;

    @Inject
    Children children;

    @Inject
    Replies replies;

    @Inject
    Alerts alerts;

    @Inject
    DataKeys dataKeys;

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** @param conversation the enquiry's, locked */
    TriageDecision decide(Enquiry enquiry, Conversation conversation, Triage triage) {
        enquiry.requireUndecided();
        requireWords(triage);
        Instant now = clock.instant();
        List<CaseFile> cases = cases(enquiry, triage, now);
        replies.moveTo(conversation, cases.isEmpty() ? ProgressStage.FINISHED : ProgressStage.WORKING);
        long readTo = triage.readTo() == null ? Replies.ALL : triage.readTo();
        UUID messageId = answer(conversation, triage.tellChild(), readTo);
        var decision =
                TriageDecision.take(enquiry.id, triage.outcome(), actor.id(), actor.displayName(), messageId, now);
        cases.forEach(file -> file.add(enquiry.id, conversation.id, decision.id, now));
        conversation.answeredBy(WhoAnswers.of(conversation.id));
        enquiry.triaged(actor.id(), actor.displayName(), now);
        if (conversation.waitingSince == null) {
            alerts.stop(enquiry.id, actor.id(), now);
        } else {
            leaveUnread(conversation, enquiry);
        }
        return decision;
    }

    /** A decision without words answers what was read as well. */
    private UUID answer(Conversation conversation, String words, long readTo) {
        if (isBlank(words)) {
            conversation.answeredAsFarAs(readTo);
            return null;
        }
        return replies.sayHavingRead(conversation, words, readTo).id;
    }

    /** Decided while more was being written: that stands as if it had come a moment later, and its alerts go on. */
    private void leaveUnread(Conversation conversation, Enquiry enquiry) {
        if (conversation.ownerKind == OwnerKind.QUEUE) {
            enquiry.returnToQueue();
            replies.moveTo(conversation, ProgressStage.RECEIVED);
        }
        if (alerts.areOn(enquiry.id)) {
            enquiry.dangerCame();
        }
    }

    private static void requireWords(Triage triage) {
        if (triage.outcome() != TriageOutcome.NOT_A_REQUEST && isBlank(triage.tellChild())) {
            throw ProblemType.TELL_CHILD_MISSING.exception();
        }
    }

    private List<CaseFile> cases(Enquiry enquiry, Triage triage, Instant now) {
        return switch (triage.outcome()) {
            case OPEN_CASE -> openCases(enquiry, triage, now);
            case JOIN_CASE -> List.of(joinCase(enquiry, triage));
            case SIGNPOST, OUT_OF_REMIT, NOT_A_REQUEST -> List.of();
        };
    }

    private List<CaseFile> openCases(Enquiry enquiry, Triage triage, Instant now) {
        Map<UUID, EnquiryChild> known = children(enquiry);
        List<TriageChild> chosen = chosen(triage);
        if (chosen.isEmpty()) {
            chosen = known.keySet().stream()
                    .map(id -> new TriageChild(id, null, null))
                    .toList();
        }
        Set<UUID> seen = new HashSet<>();
        List<CaseFile> opened = new ArrayList<>();
        for (TriageChild choice : chosen) {
            EnquiryChild child = pick(known, choice);
            referrals.become(child, childId(enquiry, child, choice, now));
            if (!seen.add(child.childId)) {
                throw ProblemType.WRONG_CHILDREN.exception("A child is named twice");
            }
            opened.add(CaseFile.open(child.childId, actor.id(), actor.displayName(), now));
        }
        audit.done("case.open", "case", opened.stream().map(file -> file.id).toList());
        return opened;
    }

    private UUID childId(Enquiry enquiry, EnquiryChild child, TriageChild choice, Instant now) {
        if (choice.childId() != null) {
            if (!access.seesChild(choice.childId())) {
                throw ProblemType.WRONG_CHILDREN.exception("There is no such child");
            }
            return choice.childId();
        }
        if (child.childId != null) {
            return child.childId;
        }
        UUID id = children.create(name(enquiry, child, choice), now);
        audit.done("child.create", "child", List.of(id));
        return id;
    }

    /** What the adviser says comes first; else what the child said of themself, or the adult of them. */
    private String name(Enquiry enquiry, EnquiryChild child, TriageChild choice) {
        if (!isBlank(choice.name())) {
            return choice.name();
        }
        return enquiry.requester == Requester.CHILD
                ? EnquiryDetails.lastName(enquiry.id, dataKeys.open(SubjectKind.ENQUIRY, enquiry.id))
                        .orElse(null)
                : referrals.nameOf(child);
    }

    /** The case is for exactly one child: of several in the enquiry the adviser says which. */
    private CaseFile joinCase(Enquiry enquiry, Triage triage) {
        if (triage.caseId() == null || !access.seesCase(triage.caseId())) {
            throw ProblemType.WRONG_CASE.exception();
        }
        CaseFile file = CaseFile.joinable(triage.caseId());
        Map<UUID, EnquiryChild> known = children(enquiry);
        List<TriageChild> chosen = chosen(triage);
        if (chosen.size() > 1) {
            throw ProblemType.WRONG_CHILDREN.exception("A case is for exactly one child");
        }
        if (chosen.isEmpty() && known.size() > 1) {
            // Nobody's record would hold what was said of the child whose case it is.
            throw ProblemType.WRONG_CHILDREN.exception("'children' must say for which of them the case is");
        }
        if (chosen.size() == 1) {
            referrals.become(pick(known, chosen.get(0)), file.childId);
        } else if (known.size() == 1) {
            referrals.become(known.values().iterator().next(), file.childId);
        }
        return file;
    }

    private static Map<UUID, EnquiryChild> children(Enquiry enquiry) {
        return EnquiryChild.ofEnquiry(enquiry.id).stream()
                .collect(toMap(child -> child.id, identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static List<TriageChild> chosen(Triage triage) {
        return triage.children() == null ? List.of() : triage.children();
    }

    private static EnquiryChild pick(Map<UUID, EnquiryChild> known, TriageChild choice) {
        EnquiryChild child = known.get(choice.enquiryChildId());
        if (child == null) {
            throw ProblemType.WRONG_CHILDREN.exception();
        }
        return child;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
