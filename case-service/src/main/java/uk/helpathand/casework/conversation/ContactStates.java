package uk.helpathand.casework.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.casework.ContactStateView;
import uk.helpathand.api.casework.MessagePreview;
import uk.helpathand.api.casework.NewReply;
import uk.helpathand.api.casework.TextForm;
import uk.helpathand.api.casework.TextPreview;
import uk.helpathand.api.casework.TextPreview.TextEncoding;
import uk.helpathand.api.casework.TextPreview.TextOutcome;
import uk.helpathand.api.casework.TextRouteView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.safecontact.ContactHours;
import uk.helpathand.platform.safecontact.Decision;
import uk.helpathand.platform.safecontact.Form;
import uk.helpathand.platform.safecontact.Rule;
import uk.helpathand.platform.safecontact.SafeContactConfig;
import uk.helpathand.platform.safecontact.Segments;

/** What may be sent to a conversation, told before anybody types and once more before anything is stored. */
@ApplicationScoped
public class ContactStates {

    @Inject
    TextRules rules;

    @Inject
    SafeContactConfig config;

    public ContactStateView of(Conversation conversation, SubjectCipher cipher) {
        SafeContact wish = conversation.safeContact(cipher);
        TextRouteView text = text(conversation, wish);
        var routes = new ArrayList<String>();
        if (conversation.code.opens()) {
            routes.add(ContactStateView.WEB);
        }
        if (text.allowed()) {
            routes.add(ContactStateView.TEXT);
        }
        return new ContactStateView(
                conversation.id,
                conversation.audience,
                routes,
                wish,
                text,
                wish.textsStoppedAt(),
                wish.textsStoppedAt() == null ? null : offer(wish),
                conversation.code.revokedAt,
                conversation.firstReturnedAt);
    }

    private TextRouteView text(Conversation conversation, SafeContact wish) {
        Decision decision = rules.decide(conversation, wish, null);
        Rule against = TextRules.against(decision);
        TextForm form = form(decision);
        Instant now = rules.now();
        ContactHours hours = config.hours();
        return new TextRouteView(
                !(decision instanceof Decision.Refuse),
                against == null ? null : against.wire(),
                against != null && against.isOverridable(),
                form,
                hours.isOpen(now, wish.safeTimes()) ? null : hours.opensAt(now, wish.safeTimes()),
                hours.closesAt(now, wish.safeTimes()).orElse(null),
                conversation.beganByText || form == TextForm.WORDS);
    }

    /** A number that wants no texts may still want a call: whose phone it is says whether anybody may try. */
    private static List<String> offer(SafeContact wish) {
        var offer = new ArrayList<>(List.of(ContactStateView.WEB));
        if (wish.number() != null && wish.numberIs() != NumberIs.SOMEONE_ELSE) {
            offer.add(ContactStateView.CALL);
        }
        if (wish.email() != null) {
            offer.add(ContactStateView.EMAIL);
        }
        return offer;
    }

    MessagePreview preview(Conversation conversation, SubjectCipher cipher, NewReply reply) {
        SafeContact wish = conversation.safeContact(cipher);
        Decision decision = rules.decide(conversation, wish, reply.override(), reply.text());
        var reasons = new ArrayList<String>();
        if (reply.audience() != conversation.audience) {
            reasons.add(ProblemType.WRONG_AUDIENCE.code());
        }
        if (conversation.isByTextAlone() && decision instanceof Decision.Refuse) {
            reasons.add(ProblemType.TEXT_REFUSED.code());
        }
        return new MessagePreview(
                reasons.isEmpty(),
                conversation.isByTextAlone() ? ContactStateView.TEXT : ContactStateView.WEB,
                characters(reply.text()),
                reasons,
                text(conversation, wish, decision, reply.text()));
    }

    private TextPreview text(Conversation conversation, SafeContact wish, Decision decision, String words) {
        Rule against = TextRules.against(decision);
        TextForm form = form(decision);
        String sent = form == TextForm.NOTICE ? notice(conversation, wish) : Segments.fold(words);
        Segments segments = Segments.of(sent);
        var warnings = new ArrayList<String>();
        if (form == TextForm.WORDS) {
            warnings.add(TextPreview.LOCK_SCREEN);
        }
        if (form == TextForm.WORDS && segments.encoding() == Segments.Encoding.UCS_2) {
            warnings.add(TextPreview.UCS_2);
        }
        return new TextPreview(
                outcome(decision),
                decision instanceof Decision.Hold held ? held.until() : null,
                against == null ? null : against.wire(),
                against != null && against.isOverridable(),
                form,
                encoding(segments),
                segments.units(),
                segments.parts(),
                characters(sent),
                warnings);
    }

    /** The same words as contact-service's: its configuration is the one in platform that this reads too. */
    private String notice(Conversation conversation, SafeContact wish) {
        String cover = wish.coverWords();
        return cover == null || cover.isBlank() ? config.noticeIn(conversation.language) : cover;
    }

    /**
     * 422 when nothing of it would reach them: the text is the answer, and a rule forbids it. Where there is a thread that they
     * can open, the answer stands there, whatever becomes of the text beside it.
     */
    void requireMayGo(Conversation conversation, SubjectCipher cipher, NewReply reply) {
        Decision decision =
                rules.decide(conversation, conversation.safeContact(cipher), reply.override(), reply.text());
        if (conversation.isByTextAlone() && decision instanceof Decision.Refuse refused) {
            throw ProblemType.TEXT_REFUSED.exception(refused.rule().wire());
        }
    }

    private static TextOutcome outcome(Decision decision) {
        if (decision instanceof Decision.Refuse) {
            return TextOutcome.REFUSE;
        }
        return decision instanceof Decision.Hold ? TextOutcome.HOLD : TextOutcome.SEND;
    }

    /** Null when it is refused. */
    private static TextForm form(Decision decision) {
        if (decision instanceof Decision.Send send) {
            return form(send.form());
        }
        return decision instanceof Decision.Hold hold ? form(hold.form()) : null;
    }

    private static TextForm form(Form form) {
        return switch (form) {
            case WORDS -> TextForm.WORDS;
            case NOTICE -> TextForm.NOTICE;
        };
    }

    private static TextEncoding encoding(Segments segments) {
        return switch (segments.encoding()) {
            case GSM_7 -> TextEncoding.GSM_7;
            case UCS_2 -> TextEncoding.UCS_2;
        };
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
