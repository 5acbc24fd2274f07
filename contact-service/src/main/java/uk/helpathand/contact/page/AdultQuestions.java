package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.helpathand.contact.referral.Question;

/** The words of each question to an adult. */
@ApplicationScoped
class AdultQuestions {

    @Inject
    AdultWords words;

    /** @param title for lists and the browser, where others may look: it betrays nothing */
    record Asked(String title, String heading, String why, Map<String, Label> labels) {

        Asked(String title, String heading, String why) {
            this(title, heading, why, new LinkedHashMap<>());
        }

        Asked field(String name, String label) {
            return field(name, label, null);
        }

        Asked field(String name, String label, String hint) {
            labels.put(name, new Label(label, hint));
            return this;
        }
    }

    /** @param hint may be null */
    record Label(String label, String hint) {}

    Asked of(Question question) {
        return switch (question) {
            case DANGER, YOU, HAPPENING, CHILDREN -> first(question);
            case NAME, AGE, LOOKED_AFTER_BY, LIVES_IN, LEGAL_STATUS, HOME -> child(question);
            case RESTRICTED, RESTRICTIONS, ORDER, CARE -> liberty(question);
            case ADVOCATE, CONTACT, CONSENT, WISH -> voice(question);
            case THEMES, EVENT, TRIED, REPLY, CHECK -> rest(question);
        };
    }

    private Asked first(Question question) {
        return switch (question) {
            case DANGER ->
                new Asked(words.dangerTitle(), words.danger(), words.dangerWhy()).field("danger", words.chooseOne());
            case YOU ->
                new Asked(words.youTitle(), words.you(), words.youWhy())
                        .field("type", words.youType())
                        .field("name", words.youName(), words.optional())
                        .field("organisation", words.youOrganisation(), words.optional());
            case HAPPENING ->
                new Asked(words.happeningTitle(), words.happening(), words.happeningWhy())
                        .field("happening", words.happeningText())
                        .field("wanted", words.happeningWanted(), words.happeningWantedHint());
            default ->
                new Asked(words.childrenTitle(), words.childrenHeading(), null)
                        .field("another", words.childrenAnother());
        };
    }

    private Asked child(Question question) {
        return switch (question) {
            case NAME -> new Asked(words.nameTitle(), words.name(), words.nameWhy()).field("name", words.nameName());
            case AGE ->
                new Asked(words.ageTitle(), words.age(), words.ageWhy())
                        .field("birth", words.ageBirth(), words.ageBirthHint())
                        .field("years", words.ageYears());
            case LOOKED_AFTER_BY ->
                new Asked(words.lookedAfterTitle(), words.lookedAfter(), words.lookedAfterWhy())
                        .field("lookedAfterBy", words.councilName(), words.councilHint());
            case LIVES_IN ->
                new Asked(words.livesInTitle(), words.livesIn(), words.livesInWhy())
                        .field("livesIn", words.councilName(), words.councilHint());
            case LEGAL_STATUS ->
                new Asked(words.legalTitle(), words.legal(), words.legalWhy()).field("legalStatus", words.chooseOne());
            default ->
                new Asked(words.homeTitle(), words.home(), words.homeWhy())
                        .field("setting", words.homeSetting())
                        .field("settingNote", words.homeNote(), words.optional());
        };
    }

    private Asked liberty(Question question) {
        return switch (question) {
            case RESTRICTED ->
                new Asked(words.restrictedTitle(), words.restricted(), words.restrictedWhy())
                        .field("restricted", words.chooseOne());
            case RESTRICTIONS ->
                new Asked(words.restrictionsTitle(), words.restrictions(), words.restrictionsWhy())
                        .field("restrictions", words.chooseAll());
            case ORDER ->
                new Asked(words.orderTitle(), words.order(), words.orderWhy())
                        .field("authority", words.chooseOne())
                        .field("route", words.orderRoute(), words.optional())
                        .field("from", words.orderFrom(), words.optional())
                        .field("until", words.orderUntil(), words.optional());
            default ->
                new Asked(words.careTitle(), words.care(), words.careWhy())
                        .field("registered", words.careRegistered())
                        .field("staffing", words.careStaffing(), words.careStaffingHint())
                        .field("education", words.careEducation(), words.optional());
        };
    }

    private Asked voice(Question question) {
        return switch (question) {
            case ADVOCATE ->
                new Asked(words.advocateTitle(), words.advocate(), words.advocateWhy())
                        .field("has", words.chooseOne())
                        .field("advocateName", words.advocateName(), words.optional())
                        .field("advocateContact", words.advocateContact(), words.optional());
            case CONTACT ->
                new Asked(words.contactTitle(), words.contact(), words.contactWhy())
                        .field("safeContact", words.contactText(), words.optional());
            case CONSENT ->
                new Asked(words.agreementTitle(), words.agreement(), words.agreementWhy())
                        .field("consent", words.chooseOne());
            default ->
                new Asked(words.wishTitle(), words.wish(), words.wishWhy())
                        .field("words", words.wishWords(), words.wishWordsHint())
                        .field("obtained", words.wishObtained(), words.optional())
                        .field("on", words.wishOn(), words.optional())
                        .field("notKnown", words.wishNotKnown())
                        .field("note", words.wishNote(), words.optional());
        };
    }

    private Asked rest(Question question) {
        return switch (question) {
            case THEMES ->
                new Asked(words.themesTitle(), words.themes(), words.themesWhy()).field("themes", words.chooseAll());
            case EVENT ->
                new Asked(words.eventTitle(), words.event(), words.eventWhy())
                        .field("what", words.eventWhat(), words.optional())
                        .field("day", words.eventDay(), words.eventDayHint())
                        .field("time", words.eventTime(), words.eventTimeHint())
                        .field("more", words.eventMore());
            case TRIED ->
                new Asked(words.triedTitle(), words.tried(), words.triedWhy())
                        .field("tried", words.triedText(), words.optional());
            case REPLY ->
                new Asked(words.replyTitle(), words.reply(), words.replyWhy())
                        .field("reply", words.replyBy())
                        .field("number", words.replyNumber(), words.optional())
                        .field("answersInText", words.replyInText(), words.replyInTextHint())
                        .field("email", words.replyEmail(), words.optional())
                        .field("safeNote", words.replyNote(), words.replyNoteHint());
            default -> new Asked(words.checkTitle(), words.checkHeading(), words.checkWhat());
        };
    }
}
