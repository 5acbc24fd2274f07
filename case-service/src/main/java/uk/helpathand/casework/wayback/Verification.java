package uk.helpathand.casework.wayback;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.NewReturnCode;
import uk.helpathand.api.casework.VerificationQuestion;
import uk.helpathand.api.casework.VerificationView;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Message;
import uk.helpathand.casework.intake.EnquiryFacts;
import uk.helpathand.platform.crypto.SubjectCipher;

/**
 * What may be asked before a new code is read out, and how many answers must be right (docs/ways-back.md says why).
 *
 * @param questions those that the record of the conversation can answer
 */
record Verification(List<VerificationQuestion> questions) {

    static final int LEAST_MATCHED = 3;
    static final int LEAST_OWN_WORDS = 2;
    static final int MOST_WRONG = 1;

    static Verification of(Conversation conversation, SubjectCipher cipher) {
        var facts = EnquiryFacts.of(conversation.enquiryId, cipher);
        var questions = new ArrayList<>(List.of(
                VerificationQuestion.WHAT_ABOUT, VerificationQuestion.WHEN_WROTE, VerificationQuestion.HOW_ANSWERED));
        if (facts.wanted()) {
            questions.add(VerificationQuestion.WHAT_WANTED);
        }
        if (Message.isLastReplySeen(conversation.id)) {
            questions.add(VerificationQuestion.LAST_ANSWER);
        }
        if (conversation.safeContact(cipher).safeNote() != null) {
            questions.add(VerificationQuestion.SAFE_NOTE);
        }
        if (facts.name()) {
            questions.add(VerificationQuestion.NAME_GIVEN);
        }
        if (facts.livesIn()) {
            questions.add(VerificationQuestion.WHERE_LIVING);
        }
        return new Verification(questions.stream().sorted().toList());
    }

    /** A question that comes twice is right only if it was right both times; one the record cannot answer does not count. */
    boolean isPassedBy(List<NewReturnCode.Check> checks) {
        var answers = new EnumMap<VerificationQuestion, Boolean>(VerificationQuestion.class);
        checks.stream()
                .filter(check -> questions.contains(check.question()))
                .forEach(check -> answers.merge(check.question(), check.matched(), Boolean::logicalAnd));
        List<VerificationQuestion> right =
                answers.keySet().stream().filter(answers::get).toList();
        return right.size() >= LEAST_MATCHED
                && right.stream().filter(VerificationQuestion::ownWords).count() >= LEAST_OWN_WORDS
                && answers.size() - right.size() <= MOST_WRONG;
    }

    VerificationView toView(UUID conversationId, List<CodeReissue> failed) {
        return new VerificationView(
                conversationId,
                questions.stream()
                        .map(question -> new VerificationView.Question(question, question.ownWords()))
                        .toList(),
                LEAST_MATCHED,
                LEAST_OWN_WORDS,
                MOST_WRONG,
                failed.size(),
                failed.isEmpty() ? null : failed.get(0).at);
    }
}
