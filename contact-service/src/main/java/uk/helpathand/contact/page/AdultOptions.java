package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.contact.page.AdultField.Option;
import uk.helpathand.contact.referral.Answers;
import uk.helpathand.contact.referral.CouncilSearch;
import uk.helpathand.contact.referral.Field;
import uk.helpathand.contact.referral.Question;
import uk.helpathand.contact.referral.Referrals;
import uk.helpathand.platform.codes.Code;
import uk.helpathand.platform.codes.CodeLists;
import uk.helpathand.platform.time.Clocks;

/** What an adult can choose from, and how it is called. */
@ApplicationScoped
class AdultOptions {

    /** Not for adults who fill in a form: children have pages of their own, the others have ways of their own. */
    private static final List<String> OTHER_REFERRERS =
            List.of("CHILD", "CARE_LEAVER", "OFSTED", "CCO_VISIT", "CCO_OTHER");

    private static final String NOT_KNOWN = "NOT_KNOWN";
    private static final String OUTSIDE = "OUTSIDE_ENGLAND";

    @Inject
    CodeLists lists;

    @Inject
    CouncilSearch councils;

    @Inject
    AdultWords words;

    @Inject
    Clock clock;

    List<Option> of(Field field, Answers answers) {
        return switch (field.kind()) {
            case CHOICE, TICKS -> options(field.name(), labels(field.list()), answers.all(field.name()));
            case COUNCIL -> options(field.name() + "Code", found(field, answers), answers.all(field.name() + "Code"));
            case LINE, TEXT, BIRTH_DATE, WHOLE_DATE, TIME -> List.of();
        };
    }

    private static List<Option> options(String id, Map<String, String> labels, List<String> chosen) {
        var options = new ArrayList<Option>();
        labels.forEach((value, label) -> options.add(
                new Option(options.isEmpty() ? id : id + "-" + options.size(), value, label, chosen.contains(value))));
        return options;
    }

    private Map<String, String> labels(String list) {
        var labels = new LinkedHashMap<String, String>();
        switch (list) {
            case Question.DANGERS -> {
                labels.put("yes", words.yes());
                labels.put("no", words.no());
                labels.put("not-sure", words.notSure());
            }
            case Question.YES_NO -> {
                labels.put("yes", words.yes());
                labels.put("no", words.no());
            }
            case Question.REPLY_BY -> {
                labels.put(ReplyBy.CODE.wire(), words.replyByCode());
                labels.put(ReplyBy.CALL.wire(), words.replyByCall());
                labels.put(ReplyBy.TEXT.wire(), words.replyByText());
                labels.put(ReplyBy.EMAIL.wire(), words.replyByEmail());
            }
            case Question.IN_TEXT -> labels.put(Question.IN_TEXT, words.replyInTextTick());
            default ->
                lists.get(list).validOn(today()).stream()
                        .filter(code -> !list.equals(CodeLists.THEME) || code.parent() == null)
                        .filter(code -> !OTHER_REFERRERS.contains(code.code()))
                        .forEach(code -> labels.put(code.code(), code.plain()));
        }
        return labels;
    }

    private Map<String, String> found(Field field, Answers answers) {
        var labels = new LinkedHashMap<String, String>();
        String typed = answers.text(field.name());
        if (typed != null) {
            councils.find(typed).forEach(code -> labels.put(code.code(), code.label()));
        }
        if (field.name().equals("livesIn")) {
            labels.put(Referrals.SAME_COUNCIL, words.councilSame());
        }
        labels.put(NOT_KNOWN, words.councilNotKnown());
        labels.put(OUTSIDE, words.councilOutside());
        return labels;
    }

    /** What the search for a council says; null before there was one, or when it has found the one. */
    String foundWords(Field field, Answers answers) {
        String typed = answers.text(field.name());
        if (typed == null || !typed.equals(answers.raw(field.name() + "Searched"))) {
            return null;
        }
        return councils.find(typed).isEmpty() ? words.councilNone() : words.councilFound() + " " + words.councilKeep();
    }

    /** How a choice is called; one that this release does not offer stands for itself. */
    String label(Field field, String value) {
        if (field.kind() == Field.Kind.COUNCIL) {
            return value.equals(Referrals.SAME_COUNCIL)
                    ? words.councilSame()
                    : lists.get(CodeLists.COUNCIL).find(value).map(Code::label).orElse(value);
        }
        return labels(field.list()).getOrDefault(value, value);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.LONDON);
    }
}
